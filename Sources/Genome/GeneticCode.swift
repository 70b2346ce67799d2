/// The standard genetic code (NCBI translation table 1).
public enum GeneticCode {
  /// The residues of `coding`, codon by codon; a codon with an unknown base is `X`; one or two
  /// bases left over at the end are not translated.
  public static func translate(_ coding: some Collection<UInt8>) -> [AminoAcid] {
    var residues: [AminoAcid] = []
    residues.reserveCapacity(coding.count / 3)
    var codon = 0
    var filled = 0
    for base in coding {
      codon = index(base).flatMap { codon < 0 ? nil : codon * 4 + $0 } ?? -1
      filled += 1
      guard filled == 3 else { continue }
      residues.append(codon < 0 ? .unknown : AminoAcid(code: table[codon]))
      codon = 0
      filled = 0
    }
    return residues
  }

  /// Residues in the order T, C, A, G of each codon base, as NCBI prints the table.
  private static let table = Array(
    "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG".utf8)

  private static func index(_ base: UInt8) -> Int? {
    switch base {
    case UInt8(ascii: "T"): 0
    case UInt8(ascii: "C"): 1
    case UInt8(ascii: "A"): 2
    case UInt8(ascii: "G"): 3
    default: nil
    }
  }
}
