import Flow
import Foundation
import Genome
import Testing

@testable import Reporting

/// One allele in two records of a file: two records, one variant.
@Suite struct DistinctAllelesTests {
  private let reports = Reports(context: Fixture.context)
  private let first = Fixture.carried(
    Fixture.arg397Trp(), .unknown, genotype: "0/1", unconfirmed: ["FILTER is q10, not PASS"])
  private let second = Fixture.carried(
    Fixture.arg397Trp(Fixture.record(2, 49_251_441, "G", ["A"])), .unknown, genotype: "1/1")
  private let star = Fixture.carried(
    Fixture.unnameable(Fixture.record(3, 49_251_500, "G", ["*"]), .spanningDeletion), .unknown,
    genotype: "0/1")

  private var result: SampleResult {
    var result = Fixture.carrierFemale
    result.variants = [first, second]
    return result
  }

  @Test func theConfirmedRecordStandsForTheAllele() {
    let alleles = DistinctAlleles([first, second])
    #expect(alleles.isRepeat(0) && !alleles.isRepeat(1))
    #expect(alleles.repeats(of: 1) == [0] && alleles.repeats(of: 0).isEmpty)
    #expect(DistinctAlleles.of([second, first]).map(\.genotypeText) == ["1/1"])
  }

  @Test func whatCannotBeAssessedIsNeverTheSame() {
    #expect(DistinctAlleles.of([star, star]).count == 2)
  }

  @Test func tableAndDocumentMarkTheFurtherRecord() throws {
    let rows = Reports.table([result]).split(separator: "\n").dropFirst()
    #expect(rows.map { $0.hasSuffix("\t" + DistinctAlleles.note) } == [true, false])
    let document = try JSONSerialization.jsonObject(with: Data(try reports.json(result)))
    let variants = (document as? [String: Any])?["variants"] as? [[String: Any]]
    #expect(variants?.map { $0["notes"] as? [String] } == [[DistinctAlleles.note], []])
    #expect(try reports.html(result).components(of: DistinctAlleles.note).count == 2)
  }

  @Test func aSummaryNamesItOnce() throws {
    let sample = CohortSample(result, context: Fixture.context, reports: [])
    #expect(sample.variantCount == 1)
    #expect(sample.names { $0.isPathogenicOrLikely } == "c.1189C>T p.(Arg397Trp) unknown")
  }

  @Test func fhirHasOneObservationOfIt() throws {
    let bytes = try reports.collected(result, .fhir)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.components(of: "StructureDefinition/variant\"").count == 2)
    #expect(text.components(of: "LA9633-4").count == 2)
    #expect(text.contains("Another record of the same allele: genotype 0/1, filter LowQual"))
  }

  @Test func statementsAreOfAlleles() throws {
    let bytes = try reports.collected(result, .pathogenicity)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.components(of: "VariantPathogenicityProposition").count == 2)
  }
}
