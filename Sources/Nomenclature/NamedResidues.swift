import Genome

/// What a canonical protein name says of the protein: which residues it names, and how the changed
/// protein begins.
struct NamedResidues {
  /// First and last residue named, 1-based.
  let first: Int
  let last: Int
  /// The changed protein from its start, as far as the name tells it.
  let start: [AminoAcid]
  /// Numbers of bases that an insertion of any bases may have; one alone where the name says too little of
  /// what they make, as `Glu243fs` or `Arg337Ter`.
  let insertedBases: [Int]

  /// `nil` where the name has no residue of this protein.
  init?(_ name: String, of protein: [AminoAcid]) {
    guard let named = NamedProteinChange(name), named.residues.lowerBound <= protein.count else {
      return nil
    }
    let first = named.residues.lowerBound
    let last = min(named.residues.upperBound, protein.count)
    self.first = first
    self.last = last
    let unchanged = Array(protein[..<(first - 1)])
    if name.hasSuffix("dup") {
      start = Array(protein[..<last]) + protein[(first - 1)..<last]
      insertedBases = [3 * (last - first + 1)]
    } else if name.contains("delins") {
      let new = Self.residues(behind: "delins", name)
      start = unchanged + new
      insertedBases = Self.bases(new, inPlaceOf: last - first + 1)
    } else if name.contains("ins") {
      let new = Self.residues(behind: "ins", name)
      start = Array(protein[..<(last - 1)]) + new
      insertedBases = Self.bases(new, inPlaceOf: 0)
    } else {
      let new = Self.residues(behind: "\(first)", name)
      start = unchanged + new
      insertedBases = named.isFrameshift && !new.isEmpty ? [1, 2, 4, 5] : [1]
    }
  }

  /// A stop ends the name, whatever comes behind it.
  private static func bases(_ new: [AminoAcid], inPlaceOf old: Int) -> [Int] {
    new.last == .stop ? [3, 6] : [3 * (new.count - old)]
  }

  /// The residues written behind a word of the name, by three letters each.
  static func residues(behind word: String, _ name: String) -> [AminoAcid] {
    guard let end = name.firstRange(of: word)?.upperBound else { return [] }
    var rest = name[end...]
    var residues: [AminoAcid] = []
    while let residue = AminoAcid(name: rest.prefix(3)), rest.count >= 3 {
      residues.append(residue)
      rest = rest.dropFirst(3)
    }
    return residues
  }
}
