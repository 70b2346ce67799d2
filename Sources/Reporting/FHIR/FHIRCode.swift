/// Code systems and codes of the Genomics Reporting guide, STU3 (3.0.0), as its FSH source and its
/// published pages give them. Where a code could not be confirmed there, the documents hold text.
enum FHIRCode {
  static let guide = "http://hl7.org/fhir/uv/genomics-reporting"
  static let loinc = "http://loinc.org"
  static let genes = "http://www.genenames.org"
  static let names = "http://varnomen.hgvs.org"
  static let sequenceOntology = "http://sequenceontology.org"
  static let refSeq = "http://www.ncbi.nlm.nih.gov/refseq"
  static let clinVar = "http://www.ncbi.nlm.nih.gov/clinvar"
  static let units = "http://unitsofmeasure.org"
  static let phenotypes = "http://human-phenotype-ontology.org"
  static let diseases = "http://purl.obolibrary.org/obo/mondo.owl"
  static let observationCategory = "http://terminology.hl7.org/CodeSystem/observation-category"
  static let diagnosticService = "http://terminology.hl7.org/CodeSystem/v2-0074"
  static let dataAbsentReason = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
  static let participant = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"

  static func profile(_ name: String) -> String { "\(guide)/StructureDefinition/\(name)" }
  static func codeSystem(_ name: String) -> String { "\(guide)/CodeSystem/\(name)" }

  static func coding(_ system: String, _ code: String, _ display: String? = nil) -> JSONValue {
    ["system": .string(system), "code": .string(code), "display": .text(display)]
  }

  static func concept(
    _ system: String, _ code: String, _ display: String? = nil, text: String? = nil
  ) -> JSONValue {
    ["coding": [coding(system, code, display)], "text": .text(text)]
  }

  static func text(_ text: String) -> JSONValue { ["text": .string(FHIRText.clean(text))] }

  static let laboratory = concept(observationCategory, "laboratory")
  static let genetics = concept(diagnosticService, "GE")
  static let gene = concept(genes, FOXP3Gene.hgnc, FOXP3Gene.symbol)
  static let germline = concept(loinc, "LA6683-2", "Germline")

  static func assembly(_ name: String) -> JSONValue {
    concept(loinc, name == "GRCh37" ? "LA14029-5" : "LA26806-2", name)
  }

  /// A code that LOINC has not yet and the guide keeps.
  static func own(_ code: String) -> JSONValue { concept(codeSystem("tbd-codes-cs"), code) }

  /// A component of an observation: `value` is named by its type, as `valueString`.
  static func component(_ code: JSONValue, _ type: String, _ value: JSONValue) -> JSONValue {
    .object([JSONMember(key: "code", value: code), JSONMember(key: type, value: value)])
  }

  static func component(
    _ loincCode: String, _ text: String, _ type: String, _ value: JSONValue
  ) -> JSONValue {
    component(concept(loinc, loincCode, text: text), type, value)
  }

  static func guideExtension(_ name: String, _ type: String, _ value: JSONValue) -> JSONValue {
    .object([
      JSONMember(key: "url", value: .string(profile(name))), JSONMember(key: type, value: value),
    ])
  }
}
