import Genome

/// Moves residues that are taken out of a protein or put into it towards its end, as far as what is made stays the
/// same: the place that HGVS names.
struct ResidueShift {
  let protein: [AminoAcid]

  /// The number of the first residue that is named as taken out; all numbers are 1-based.
  func deletion(of count: Int, at position: Int) -> Int {
    var first = position
    while first + count <= protein.count, protein[first - 1] == protein[first + count - 1] {
      first += 1
    }
    return first
  }

  /// The residues as they are named, and the number of the one behind them.
  func insertion(of residues: [AminoAcid], before position: Int) -> ([AminoAcid], next: Int) {
    var new = residues
    var next = position
    while next <= protein.count, new.first == protein[next - 1], let moved = new.first {
      new = Array(new.dropFirst()) + [moved]
      next += 1
    }
    return (new, next)
  }

  /// Whether the residues before `next` are these.
  func repeats(_ residues: [AminoAcid], before next: Int) -> Bool {
    next > residues.count && protein[..<(next - 1)].suffix(residues.count).elementsEqual(residues)
  }
}
