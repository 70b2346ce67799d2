import Flow
import Foundation
import Genome
import TestSupport
import Testing

@testable import Reporting

@Suite struct DocumentTests {
  private let reports = Reports(context: Fixture.context)

  private static let schemaPath = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/report.schema.json")

  private func object(_ result: SampleResult) throws -> [String: Any] {
    let data = Data(try reports.json(result))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func value(_ object: [String: Any], _ path: String) -> Any? {
    path.split(separator: ".").reduce(object as Any?) { value, key in
      if let list = value as? [Any], let index = Int(key) {
        return list.indices.contains(index) ? list[index] : nil
      }
      return (value as? [String: Any])?[String(key)]
    }
  }

  /// What a laboratory report has to hold, by name; unknown things are there as null.
  @Test(arguments: [
    // Identity.
    "report.identifier", "report.version", "report.status", "report.runDate", "report.disclaimer",
    "report.laboratory.name", "report.laboratory.address", "report.laboratory.director",
    "report.signatory.name", "report.signatory.role", "report.signatory.signedOn",
    "subject.sample", "subject.name", "subject.identifier", "subject.dateOfBirth",
    "subject.deceased",
    "subject.sex.value", "subject.sex.source", "subject.specimen.type",
    "subject.specimen.collectedOn", "subject.specimen.receivedOn", "subject.referrer",
    // Question.
    "request.indication", "request.phenotypeTerms", "request.familyHistory",
    "request.consanguinity", "request.testOrdered",
    // Result.
    "statement", "conclusion.word", "conclusion.finding", "conclusion.completeness",
    "conclusion.reasons", "gene.symbol", "gene.hgnc", "gene.disease.name",
    "gene.disease.inheritance", "gene.disease.mondo", "gene.disease.mim",
    "variants.0.assembly", "variants.0.origin", "variants.0.depth", "variants.0.alleleFraction",
    "variants.0.genotype", "variants.0.genotypeQuality", "variants.0.zygosity",
    "variants.0.confirmed", "variants.0.vrsIdentifier", "variants.0.placements.0.assembly",
    "variants.0.placements.0.spdi", "variants.0.placements.1.genomicName",
    "variants.0.transcripts.0.transcript", "variants.0.transcripts.1.fullCodingName",
    "variants.0.transcripts.0.fullProteinName", "variants.0.transcripts.0.exon",
    "variants.0.transcripts.0.intron",
    // Interpretation.
    "variants.0.classification.scheme", "variants.0.classification.classification",
    "variants.0.classification.source", "variants.0.classification.reason",
    "variants.0.classification.criteria", "variants.0.classification.pmids",
    "variants.0.classification.evidence.0.pmids", "variants.0.classification.evidence.0.decides",
    "variants.0.classification.evidence.0.clinVar.date", "variants.0.classification.rules.points",
    "variants.0.classification.rules.policyVersion",
    "variants.0.classification.rules.criteria.0.code",
    "variants.0.classification.rules.criteria.0.outcome",
    "variants.0.classification.rules.criteria.0.strength",
    "variants.0.classification.rules.criteria.0.fact",
    "variants.0.classification.rules.criteria.0.missing",
    "variants.0.classification.rules.criteria.0.sources",
    // Recommendations, method, coverage, limits.
    "recommendations", "counselling", "methods", "provenance.format", "provenance.inputName",
    "provenance.callers", "provenance.assembly", "provenance.locus", "provenance.contentDigest",
    "versions.tool", "versions.htslib", "versions.table", "versions.profile", "versions.settings",
    "exons.0.bases", "exons.0.provenBases", "exons.0.provenShare", "exons.0.minimumDepth",
    "exons.0.gaps", "exons.0.codingGaps", "copyNumber.assessed", "copyNumber.statement",
    "ledger.0.state", "ledger.0.reason", "notLookedAt", "limits", "references.0.pmid",
  ])
  func namedFieldIsThere(path: String) throws {
    var result = Fixture.positiveMale
    result.variants[0].classified.rules = RulesAssessment(
      results: [CriterionResult(.pm1, .met(.moderate), "In the forkhead.", sources: ["UniProt"])],
      points: 2, classByPoints: .uncertain, classByRules: .uncertain,
      combination: "1 moderate", policyVersion: "1.0.0", notes: [])
    #expect(value(try object(result), path) != nil)
  }

  @Test func valuesOfArg397Trp() throws {
    let object = try object(Fixture.positiveMale)
    #expect(value(object, "schemaVersion") as? String == "1.0")
    #expect(value(object, "report.status") as? String == "draft")
    #expect(value(object, "conclusion.word") as? String == "positive")
    #expect(value(object, "conclusion.finding") as? String == "hemizygous_plp")
    #expect(
      value(object, "variants.0.transcripts.1.fullCodingName") as? String
        == "NM_001114377.2:c.1084C>T")
    #expect(
      value(object, "variants.0.placements.1.genomicName") as? String
        == "NC_000023.10:g.49107902G>A")
    #expect(value(object, "references.1.pmid") as? String == "11295725")
    #expect(value(object, "variants.0.classification.points") is NSNull)
  }

  @Test func withoutSamplesTheConclusionIsNull() throws {
    let object = try object(Fixture.withoutSamples)
    #expect(object["conclusion"] is NSNull)
    #expect(value(object, "subject.sample") is NSNull)
    #expect(value(object, "variants.0.genotype") is NSNull)
  }

  @Test func numbersThatJSONHasNotAreNull() throws {
    var result = Fixture.positiveMale
    result.variants[0].alleleFraction = .nan
    result.variants[0].genotypeQuality = .infinity
    #expect(value(try object(result), "variants.0.alleleFraction") is NSNull)
    #expect(value(try object(result), "variants.0.genotypeQuality") is NSNull)
  }

  @Test func sameValuesGiveSameBytes() throws {
    for result in Fixture.allResults {
      #expect(try reports.json(result) == reports.json(result))
      #expect(try reports.html(result) == reports.html(result))
    }
  }

  /// The text is what Foundation's encoder gives for the whole document.
  @Test func textIsFoundationsOwn() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    var several = Fixture.positiveMale
    several.variants.append(Fixture.carried(Fixture.donor(), .hemizygous, genotype: "1"))
    several.variants[0].genotypeQuality = 1e-7
    several.variants[1].genotypeQuality = 12_345_678.25
    several.notes = ["quote \" slash / backslash \\ tab \t bell \u{7} escape \u{1B} é 中 😀 \u{7F}"]
    for result in Fixture.allResults + [several] {
      var document = DocumentBuilder(context: Fixture.context).document(result)
      document.variants = result.variants.map { VariantDocument($0, of: result) }
      let whole = Array(try encoder.encode(document)) + [0x0A]
      #expect(try reports.json(result) == whole)
    }
  }

  /// Marks that turn the direction of writing are escaped, which Foundation does not.
  @Test func directionMarksAreEscaped() throws {
    var result = Fixture.positiveMale
    result.notes = ["\u{202E}gnorw – “right”"]
    let text = String(decoding: try reports.json(result), as: UTF8.self)
    #expect(text.contains("\\u202egnorw – “right”"))
    #expect((value(try object(result), "notes") as? [String]) == result.notes)
  }

  /// A list of many variants arrives in pieces.
  @Test func longDocumentsComeInPieces() throws {
    var result = Fixture.withoutSamples
    result.variants = (1...2_000).map { number in
      var variant = result.variants[0]
      variant.classified.annotated.normalised = Fixture.normalised(
        Fixture.record(number, 49_251_441, "G", ["A"]), start: 49_249_000 + number, "G", "A")
      return variant
    }
    for document in LongDocument.allCases {
      var pieces: [[UInt8]] = []
      try reports.write(document, of: result) { pieces.append($0) }
      #expect(pieces.count > 2 && pieces.allSatisfy { $0.count < 2 << 20 }, "\(document)")
      let whole = Data(pieces.joined())
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: whole) }
    }
  }

  // MARK: Against the schema

  /// Every key of a document is declared in the schema, and every key required there is present.
  @Test(arguments: Fixture.allResults)
  func keysAreTheSchemas(result: SampleResult) throws {
    let data = try Data(contentsOf: DocumentTests.schemaPath)
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    compare(try object(result), schema, definitions, at: "$")
  }

  private func compare(
    _ value: Any, _ schema: [String: Any], _ definitions: [String: Any], at path: String
  ) {
    let schema = resolved(schema, definitions)
    if let object = value as? [String: Any] {
      let declared = schema["properties"] as? [String: [String: Any]] ?? [:]
      let required = schema["required"] as? [String] ?? []
      #expect(Set(object.keys) == Set(declared.keys), "\(path)")
      #expect(Set(required) == Set(declared.keys), "\(path)")
      for (key, child) in object {
        compare(child, declared[key] ?? [:], definitions, at: "\(path).\(key)")
      }
    } else if let list = value as? [Any] {
      let items = schema["items"] as? [String: Any] ?? [:]
      #expect(!items.isEmpty, "\(path)")
      for child in list { compare(child, items, definitions, at: "\(path)[]") }
    }
  }

  private func resolved(_ schema: [String: Any], _ definitions: [String: Any]) -> [String: Any] {
    let either = schema["anyOf"] as? [[String: Any]]
    let name = (schema["$ref"] ?? either?.first?["$ref"]) as? String
    guard let name else { return schema }
    return definitions[String(name.dropFirst("#/$defs/".count))] as? [String: Any] ?? [:]
  }

  /// The whole of JSON Schema 2020-12, by Python's jsonschema.
  @Test func validatesByJSONSchema() throws {
    guard PythonTool.isInstalled else { return }
    let program =
      "import json,sys,jsonschema\nschema=json.load(open(sys.argv[1]))\n"
      + "jsonschema.Draft202012Validator.check_schema(schema)\n"
      + "jsonschema.Draft202012Validator(schema).validate(json.load(open(sys.argv[2])))"
    for (index, result) in Fixture.allResults.enumerated() {
      let path = FileManager.default.temporaryDirectory.appendingPathComponent(
        "foxp3-document-\(ProcessInfo.processInfo.processIdentifier)-\(index).json")
      defer { try? FileManager.default.removeItem(at: path) }
      try Data(reports.json(result)).write(to: path)
      let run = try PythonTool.outcome(
        program: program, [DocumentTests.schemaPath.path, path.path])
      #expect(run.status == 0, "\(result.sample): \(run.errors.suffix(400))")
    }
  }
}
