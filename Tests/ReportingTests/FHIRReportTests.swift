import Flow
import Foundation
import Genome
import Testing

@testable import Reporting

/// What the bundle says; that it follows the guide is checked on every case by
/// `Tests/Python/fhir_rules.py`.
@Suite struct FHIRReportTests {
  private func resources(_ result: SampleResult) throws -> [[String: Any]] {
    let bytes = try Reports(context: Fixture.context).collected(result, .fhir)
    let bundle = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let entries = try #require(bundle?["entry"] as? [[String: Any]])
    return entries.compactMap { $0["resource"] as? [String: Any] }
  }

  private func first(_ profile: String, _ result: SampleResult) throws -> [String: Any]? {
    try resources(result).first { resource in
      let names = (resource["meta"] as? [String: Any])?["profile"] as? [String]
      return names?.first?.hasSuffix("/\(profile)") == true
    }
  }

  private func codes(_ concept: Any?) -> [String] {
    let codings = (concept as? [String: Any])?["coding"] as? [[String: Any]] ?? []
    return codings.compactMap { $0["code"] as? String }
  }

  private func component(_ code: String, _ resource: [String: Any]?) -> [String: Any]? {
    (resource?["component"] as? [[String: Any]])?.first { codes($0["code"]).contains(code) }
  }

  @Test func aConfirmedCallIsPresentAndAnotherIndeterminate() throws {
    var result = Fixture.positiveMale
    #expect(codes(try first("variant", result)?["valueCodeableConcept"]) == ["LA9633-4"])
    result.variants[0].unconfirmedReasons = ["FILTER is LowQual, not PASS"]
    let variant = try first("variant", result)
    #expect(codes(variant?["valueCodeableConcept"]) == ["LA11884-6"])
    let status = component("variant-confidence-status", variant)
    #expect(codes(status?["valueCodeableConcept"]) == ["intermediate"])
  }

  @Test func notesOnSpliceSignalsStandWithTheConsequence() throws {
    var result = Fixture.positiveMale
    result.variants[0].classified.spliceNotes = ["A donor is weakened."]
    let notes = try first("molecular-consequence", result)?["note"] as? [[String: Any]]
    #expect(notes?.map { $0["text"] as? String } == ["A donor is weakened."])
  }

  /// A boy's blood after a transplant shows his donor's DNA.
  @Test func nothingIsPresentInASampleThatCannotBeAssessed() throws {
    var result = Fixture.positiveMale
    result.conclusion?.word = .notAssessable
    let variant = try first("variant", result)
    #expect(codes(variant?["valueCodeableConcept"]) == ["LA11884-6"])
    #expect(component("48002-0", variant) == nil)
  }

  @Test(arguments: [
    (Zygosity.hemizygous, ["LA6707-9"], true), (.heterozygous, ["LA6706-1"], true),
    (.homozygous, ["LA6705-3"], true), (.mosaic, [], false), (.conflict, [], false),
    (.unknown, [], true),
  ])
  func allelicStateAndSource(state: Zygosity, expected: [String], isGermline: Bool) throws {
    var result = Fixture.positiveMale
    result.variants[0].zygosity = state
    let variant = try first("variant", result)
    let concept = component("53034-5", variant)?["valueCodeableConcept"] as? [String: Any]
    #expect(codes(concept) == expected)
    #expect(expected.isEmpty == (concept?["text"] as? String == state.label))
    #expect((component("48002-0", variant) != nil) == isGermline)
  }

  /// A share of reads under that of one of two copies may be a mosaic's, and one above it may be of a lost copy.
  @Test(arguments: [
    (Zygosity.heterozygous, 0.1, "Called heterozygous; the share"), (.unknown, 0.95, "Unknown"),
  ])
  func whatIsNotSettledInAFemaleIsNotCalledGermline(
    state: Zygosity, share: Double, text: String
  ) throws {
    var result = Fixture.carrierFemale
    result.variants[0].zygosity = state
    result.variants[0].zygosityNote = "The share of reads."
    result.variants[0].alleleFraction = share
    let variant = try first("variant", result)
    let concept = component("53034-5", variant)?["valueCodeableConcept"] as? [String: Any]
    #expect(codes(concept).isEmpty)
    #expect((concept?["text"] as? String)?.hasPrefix(text) == true, "\(concept ?? [:])")
    #expect(component("48002-0", variant) == nil)
  }

  @Test(arguments: [
    (ClinicalClass.pathogenic, "LA6668-3", true), (.likelyPathogenic, "LA26332-9", true),
    (.uncertain, "LA26333-7", true), (.likelyBenign, "LA26334-5", false),
    (.benign, "LA6675-8", false),
  ])
  func significance(clinicalClass: ClinicalClass, code: String, hasPhenotype: Bool) throws {
    var result = Fixture.positiveMale
    result.variants[0].classified.clinicalClass = clinicalClass
    let implication = try first("diagnostic-implication", result)
    #expect(codes(component("53037-8", implication)?["valueCodeableConcept"]) == [code])
    #expect((component("81259-4", implication) != nil) == hasPhenotype)
  }

  /// ClinVar's stars speak of ClinVar's class: where another is reported, or the row does not decide, they
  /// are no level of evidence.
  @Test(arguments: [
    (ClinicalClass.pathogenic, ClassSource.curated, "Pathogenic", true),
    (.uncertain, .curated, "Uncertain significance", true),
    (.uncertain, .curated, "Pathogenic", false),
    (.likelyBenign, .curated, "Conflicting classifications of pathogenicity", false),
    (.pathogenic, .curated, "Pathogenic/Likely pathogenic", false),
    (.pathogenic, .acmg, "Pathogenic", false),
  ])
  func starsAreOfTheClassReported(
    clinicalClass: ClinicalClass, source: ClassSource, clinVarClass: String, hasLevel: Bool
  ) throws {
    var result = Fixture.positiveMale
    result.variants[0].classified.clinicalClass = clinicalClass
    result.variants[0].classified.source = source
    result.variants[0].classified.evidence[0].row.clinVarClass = clinVarClass
    let implication = try first("diagnostic-implication", result)
    #expect((component("93044-6", implication) != nil) == hasLevel)
  }

  @Test func aVariantWithoutAClassSaysSoItself() throws {
    var result = Fixture.positiveMale
    result.variants[0].classified.clinicalClass = .notEvaluated
    #expect(try first("diagnostic-implication", result) == nil)
    let conclusion = component("conclusion-string", try first("variant", result))
    #expect((conclusion?["valueString"] as? String)?.hasPrefix("Not classified: ") == true)
  }

  /// What was inferred of the sex is no statement of the patient's record.
  @Test func theSexIsThePatientsOnlyWhereDeclared() throws {
    let patient = { (result: SampleResult) in
      try resources(result).first { $0["resourceType"] as? String == "Patient" }
    }
    #expect(try patient(Fixture.positiveMale)?["gender"] as? String == "male")
    var result = Fixture.positiveMale
    result.sex.source = .inferred
    #expect(try patient(result)?["gender"] == nil)
    #expect(try patient(Fixture.withoutSamples) == nil)
  }

  @Test func identifiersFollowTheContent() throws {
    let identifiers = { (result: SampleResult) in
      try resources(result).compactMap { $0["id"] as? String }
    }
    let first = try identifiers(Fixture.positiveMale)
    #expect(Set(first).count == first.count)
    #expect(try identifiers(Fixture.positiveMale) == first)
    var other = Fixture.positiveMale
    other.notes = ["Another note."]
    #expect(Set(try identifiers(other)).isDisjoint(with: first))
  }

  @Test func textHoldsNoControlCharacters() {
    #expect(FHIRText.clean("a\u{7}b\tc\nd\u{A0}e\u{2028}f") == "a\u{FFFD}b\tc\nd e f")
    #expect(FHIRText.value(" \t") == nil)
    #expect(FHIRText.day("2026-01-31") != nil && FHIRText.day("31.1.2026") == nil)
  }

  /// A gap at either end, one inside, and one over all of it.
  @Test func calledRegionsAreTheExonsWithoutTheirGaps() {
    let called = { (gaps: [Interval]) in
      var result = Fixture.negativeMale
      result.ledger = []
      result.exons = [
        ExonCoverage(
          exon: 2, interval: Interval(101, 110), provenBases: 0, minimumDepth: nil, gaps: gaps)
      ]
      return StudiedRegions(result: result).called
    }
    #expect(called([]) == "chrX\t100\t110\texon_2\n")
    #expect(called([Interval(101, 102), Interval(110, 110)]) == "chrX\t102\t109\texon_2\n")
    #expect(
      called([Interval(104, 105)]) == "chrX\t100\t103\texon_2\nchrX\t105\t110\texon_2\n")
    #expect(called([Interval(101, 110)]).isEmpty)
  }
}
