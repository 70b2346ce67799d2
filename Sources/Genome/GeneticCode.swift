/// The standard genetic code (NCBI translation table 1).
public enum GeneticCode {
  /// The residues of `coding`, codon by codon; a codon with an unknown base is `X`; one or two
  /// bases left over at the end are not translated.
  public static func translate(_ coding: [UInt8]) -> [AminoAcid] {
    translate(coding[...], toStop: false)
  }

  /// The residues up to and including the first stop, or all where no stop comes.
  public static func translateToStop(_ coding: ArraySlice<UInt8>) -> [AminoAcid] {
    translate(coding, toStop: true)
  }

  private static func translate(_ coding: ArraySlice<UInt8>, toStop: Bool) -> [AminoAcid] {
    var residues: [AminoAcid] = []
    residues.reserveCapacity(coding.count / 3)
    var codon = coding.startIndex
    while codon + 3 <= coding.endIndex {
      let residue = residue(coding[codon], coding[codon + 1], coding[codon + 2])
      residues.append(residue)
      if toStop, residue == .stop { break }
      codon += 3
    }
    return residues
  }

  private static func residue(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> AminoAcid {
    guard let a = index(first), let b = index(second), let c = index(third) else {
      return .unknown
    }
    return AminoAcid(code: table[a * 16 + b * 4 + c])
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
