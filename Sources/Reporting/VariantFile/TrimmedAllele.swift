/// The `Allele` column of CSQ: ALT as Ensembl VEP writes it.
///
/// In a record where some ALT differs in length from REF, and REF and every ALT but `*` begin with
/// the same base, that base is dropped from all; what is then empty is `-`. Other records keep
/// their spelling. Structural alleles are SO terms. (Ensembl VEP's VCF input rules.)
enum TrimmedAllele {
  /// One text per ALT.
  static func texts(reference: String, alternates: [String]) -> [String] {
    let compared = alternates.filter { !isSymbolic($0) }
    let hasIndel = compared.contains { $0.utf8.count != reference.utf8.count }
    let first = reference.utf8.first
    let shares = compared.allSatisfy { $0 == "*" || $0.utf8.first == first }
    return alternates.map { alternate in
      if isSymbolic(alternate) { return structuralTerm(alternate) }
      guard hasIndel, shares, alternate != "*" else { return alternate }
      let rest = String(alternate.dropFirst())
      return rest.isEmpty ? "-" : rest
    }
  }

  /// `<DEL>`, breakends and other spellings that are no bases.
  private static func isSymbolic(_ alternate: String) -> Bool {
    alternate.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
  }

  private static func structuralTerm(_ alternate: String) -> String {
    let terms = [
      ("<DEL", "deletion"), ("<DUP", "duplication"), ("<INV", "inversion"), ("<INS", "insertion"),
      ("<CN0", "deletion"), ("<CNV", "copy_number_variation"),
    ]
    return terms.first { alternate.hasPrefix($0.0) }?.1 ?? alternate
  }
}
