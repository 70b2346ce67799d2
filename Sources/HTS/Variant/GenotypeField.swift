public import Genome

/// The GT field (VCF 4.5, section 1.6.2).
public enum GenotypeField {
  /// Reads `0/1`, `1|0`, `1`, `.`, `./1`, `0/1/2` and, from VCF 4.4 on, a leading `/` or `|`;
  /// `nil` for anything else.
  public static func parse(_ text: String) -> Genotype? {
    var alleles: [Int?] = []
    var isPhased = true
    var digits = ""
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "|"):
        if offset == 0 { continue }
        guard let allele = allele(digits) else { return nil }
        alleles.append(allele)
        isPhased = isPhased && byte == UInt8(ascii: "|")
        digits = ""
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
        digits.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        return nil
      }
    }
    guard let last = allele(digits) else { return nil }
    alleles.append(last)
    return Genotype(alleles: alleles, isPhased: alleles.count > 1 && isPhased, text: text)
  }

  /// `.some(nil)` is the missing allele, `nil` no allele at all.
  private static func allele(_ digits: String) -> Int?? {
    if digits == "." { return .some(nil) }
    guard let value = IntegerText.value(digits) else { return nil }
    return .some(value)
  }
}
