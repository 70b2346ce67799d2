import Genome

/// The deletions, duplications and insertions that may give a protein name, by the residues that the
/// name keeps and those it makes.
struct LengthChanges {
  let map: TranscriptMap
  let named: NamedResidues

  /// Longest deletion or duplication tried, in bases.
  static let longest = 30

  /// Longest insertion of any bases tried where the name tells what they make.
  static let longestInsertion = 6

  /// Bases before the first residue named: a change there may leave some codons' meaning as it was. In FOXP3
  /// no change up to `longest` begins more than 13 before (3'-most spelling, every one tried).
  static let before = 30

  /// In transcript order of their places; one allele may come by several of its spellings.
  func all() -> [SequenceChange] {
    let first = map.codingStart + (named.first - 1) * 3
    // A duplication first shows in the residue behind it.
    let last = map.codingStart + min(named.last, named.first + Self.longest / 3) * 3 + 2
    return (max(map.codingStart, first - Self.before)...min(last, map.length)).flatMap { place in
      (1...Self.longest).compactMap { edit(at: place, removing: $0) }
        + (1...Self.longest).compactMap { duplication(of: $0, at: place) }
        + insertions(at: place)
    }
  }

  /// A second copy of the bases before a transcript position.
  private func duplication(of count: Int, at place: Int) -> SequenceChange? {
    let first = place - 1 - count
    guard first >= 0 else { return nil }
    return edit(at: place, inserting: Array(map.spliced.bytes[first..<(place - 1)]))
  }

  /// Of any bases: base by base, leaving what already makes another residue.
  private func insertions(at place: Int) -> [SequenceChange] {
    let lengths = named.insertedBases.filter { $0 <= Self.longestInsertion }
    var found: [SequenceChange] = []
    var begun: [[UInt8]] = [[]]
    for count in 1...max(1, lengths.last ?? 1) {
      begun = begun.flatMap { bases in "ACGT".utf8.map { bases + [$0] } }
        .filter { keeps(place, $0[...]) }
      if lengths.contains(count) { found += begun.compactMap { edit(at: place, inserting: $0) } }
    }
    return found
  }

  /// `nil` where the name's residues do not come of it, or the bases are not side by side in one exon.
  private func edit(
    at place: Int, removing count: Int = 0, inserting bases: [UInt8] = []
  ) -> SequenceChange? {
    let behind = place - 1 + count
    guard behind < map.length else { return nil }
    let needed = map.codingStart - 1 + named.start.count * 3 - (place - 1) - bases.count
    let rest = map.spliced.bytes[behind..<min(map.length, behind + max(0, needed))]
    guard keeps(place, bases + rest) else { return nil }
    return map.change(at: place, removing: count, inserting: bases)
  }

  /// Whether the whole codons from a place's own on, with these bases from the place on, make what the name
  /// begins with.
  private func keeps(_ place: Int, _ bases: ArraySlice<UInt8>) -> Bool {
    let codon = (place - map.codingStart) / 3
    let start = map.codingStart - 1 + codon * 3
    let coding = Array(map.spliced.bytes[start..<(place - 1)]) + bases
    let made = GeneticCode.translate(coding)
    return zip(named.start.dropFirst(codon), made).allSatisfy { $0 == $1 }
  }

  private func keeps(_ place: Int, _ bases: [UInt8]) -> Bool { keeps(place, bases[...]) }
}
