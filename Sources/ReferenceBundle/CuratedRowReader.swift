internal import Genome

/// Reads one line of a curated table.
enum CuratedRowReader {
  static let columns = [
    "id", "hgvs_c", "scope", "other_names", "class", "class_reason", "basis", "superseded",
    "mechanism", "functional_evidence", "patients", "phenotype", "pmids", "clinvar_id",
    "clinvar_class", "clinvar_stars", "clinvar_date", "sources", "curator_note",
  ]

  /// `nil` where class, scope or basis is not a known word; every problem is in the reader.
  static func read(_ reader: inout RowReader) -> CuratedVariant? {
    let identifier = reader.required("id")
    let codingName = reader.required("hgvs_c")
    checkNames(identifier, codingName, &reader)
    let pubMedIdentifiers = pubMedIdentifiers(&reader)
    let stars = stars(&reader)
    let sources = reader.list("sources")
    if sources.isEmpty { reader.fail("sources", "may not be empty") }
    let scope = reader.word("scope", CuratedVariant.Scope.self)
    let clinicalClass = reader.word("class", ClinicalClass.self, besides: .notEvaluated)
    let basis = reader.word("basis", CuratedVariant.Basis.self)
    guard let scope, let clinicalClass, let basis else { return nil }
    checkClinVar(basis, stars, &reader)
    return CuratedVariant(
      identifier: identifier, codingName: codingName, scope: scope,
      otherNames: reader.list("other_names"), clinicalClass: clinicalClass,
      classReason: reader.required("class_reason"), basis: basis,
      superseded: reader.text("superseded"), mechanism: reader.required("mechanism"),
      functionalEvidence: reader.text("functional_evidence"), patients: reader.text("patients"),
      phenotype: reader.text("phenotype"), pubMedIdentifiers: pubMedIdentifiers,
      clinVarIdentifier: reader.text("clinvar_id"), clinVarClass: reader.text("clinvar_class"),
      clinVarStars: stars, clinVarDate: reader.text("clinvar_date"), sources: sources,
      curatorNote: reader.text("curator_note"))
  }

  private static func checkNames(
    _ identifier: String, _ codingName: String, _ reader: inout RowReader
  ) {
    if identifier.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: ",") }) {
      reader.fail("id", "“\(identifier)” may not hold spaces or commas")
    }
    if !codingName.hasPrefix("c.") {
      reader.fail("hgvs_c", "“\(codingName)” has to begin with c. and carry no accession")
    }
  }

  private static func pubMedIdentifiers(_ reader: inout RowReader) -> [String] {
    let identifiers = reader.list("pmids")
    for identifier in identifiers
    where !(1...8).contains(identifier.utf8.count)
      || !identifier.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      reader.fail("pmids", "“\(identifier)” is not a PubMed identifier (1 to 8 digits)")
    }
    return identifiers
  }

  private static func stars(_ reader: inout RowReader) -> Int? {
    let stars = reader.optionalInteger("clinvar_stars")
    if let stars, stars > 4 { reader.fail("clinvar_stars", "ClinVar gives 0 to 4 stars") }
    return stars
  }

  private static func checkClinVar(
    _ basis: CuratedVariant.Basis, _ stars: Int?, _ reader: inout RowReader
  ) {
    let hasClass = !reader.text("clinvar_class").isEmpty
    if basis == .clinvar, !hasClass {
      reader.fail("clinvar_class", "a row that rests on ClinVar needs ClinVar's class")
    }
    if hasClass != (stars != nil) || hasClass == reader.text("clinvar_date").isEmpty {
      reader.fail("clinvar_class", "class, stars and date of ClinVar go together")
    }
  }
}
