import Flow
import Genome
import Testing

@testable import Reporting

/// A girl or woman called heterozygous with nearly all of the reads: whether she has an unchanged copy is open.
@Suite struct LostCopyTests {
  private static let note = "Called heterozygous, but 98% of the reads have the allele."

  private var girl: SampleResult {
    var result = Fixture.carrierFemale
    var variant = Fixture.carried(
      Fixture.arg397Trp(), .unknown, genotype: "0/1", note: LostCopyTests.note)
    variant.alleleFraction = 0.98
    variant.mayLackOtherCopy = true
    result.variants = [variant]
    result.conclusion?.finding = .plpStateUnknown
    result.conclusion?.word = .uncertain
    return result
  }

  private func counselling(_ result: SampleResult) throws -> String {
    try CounsellingChoice(result: result, context: Fixture.shippedContext()).counselling
      .map(\.text).joined(separator: " ")
  }

  @Test func noCarriersRiskIsTold() throws {
    let told = try counselling(girl) + ConclusionStatement(result: girl).sentence
    #expect(!told.contains("50%") && !told.contains("carrier"), "\(told)")
    #expect(told.contains("IPEX syndrome is not excluded"))
    #expect(told.contains("Male relatives at risk can be tested"))
  }

  @Test func theOtherCopyIsLookedForAndNobodyWaits() {
    let steps = NextSteps(person: TestedPerson(result: girl)).sentences.joined(separator: " ")
    #expect(steps.contains("Look for the loss of the other copy"), "\(steps)")
    #expect(steps.contains("a single X") && steps.contains("clinically and immunologically"))
    #expect(steps.contains("her mother and her father") && steps.contains("her sons"))
    var fetus = girl
    fetus.patientCase = PatientCase(
      sample: PatientCase.Sample(
        tissue: .chorionicVilli, takenOn: nil,
        attestation: PatientCase.Attestation(by: "A. Example", on: "2026-01-31")))
    let unborn = NextSteps(person: TestedPerson(result: fetus)).sentences.joined(separator: " ")
    #expect(!unborn.contains("clinically and immunologically") && !unborn.contains("her sons"))
  }

  private func texts(_ affection: Pedigree.Affection, _ call: SampleVariant)
    -> (told: String, advice: String)
  {
    let relations = [
      Pedigree.Member(
        family: "F", name: "GIRL", father: "DAD", mother: "MUM", sex: .female, affection: affection),
      Pedigree.Member(family: "F", name: "MUM", sex: .female),
      Pedigree.Member(family: "F", name: "DAD", sex: .male),
    ]
    let results = [girl, Fixture.carrierFemale, nil]
    let family = PedigreeResult(
      family: "F",
      members: zip(relations, results).map { PedigreeMember(relation: $0, result: $1) },
      variants: [
        PedigreeVariant(
          classified: Fixture.arg397Trp(),
          carriers: [
            PedigreeCarriage(state: .alternateSeen, call: call, origin: .maternal),
            PedigreeCarriage(
              state: .alternateSeen, call: Fixture.carrierFemale.variants.first),
            PedigreeCarriage(state: Fixture.unread),
          ])
      ])
    let text = PedigreeText(pedigree: family, context: Fixture.context)
    return (
      family.variants.flatMap(text.sentences).joined(separator: " "),
      PedigreeAdvice(text: text).sentences.joined(separator: " ")
    )
  }

  @Test func theFamilysReportTellsWhatIsOpen() {
    let (told, advice) = texts(.affected, girl.variants[0])
    #expect(told.contains("GIRL: \(LostCopyTests.note)"), "\(told)")
    #expect(told.contains("GIRL is affected") && told.contains("it may explain her illness"))
    #expect(advice.contains("GIRL: whether an unchanged copy is left has to be settled"))
    #expect(advice.contains("assessment is advised now") && advice.contains("DAD can be offered"))
    let well = texts(.unknown, girl.variants[0])
    #expect(well.told.contains("whether an unchanged one is left is not known"))
    #expect(!well.told.contains("affected") && well.advice.contains("assessment is advised now"))
  }

  /// Beside a second variant or an allele that is not told, each on one copy.
  @Test func whoIsIllMayHaveNoUnchangedCopy() {
    var call = girl.variants[0]
    (call.mayLackOtherCopy, call.zygosity, call.zygosityNote) = (false, .heterozygous, nil)
    let ill = texts(.affected, call)
    #expect(ill.told.contains("what stands on her other copy is not settled"), "\(ill.told)")
    #expect(ill.told.contains("it may explain her illness"))
    #expect(ill.advice.contains("by relatives' samples or by phasing, and copy number"))
    #expect(!texts(.unaffected, call).told.contains("her other copy"))
  }

  @Test func differentZygositiesAreToldByName() throws {
    var both = girl
    both.variants.append(
      Fixture.carried(Fixture.donor(.pathogenic), .heterozygous, genotype: "0/1"))
    let told = try counselling(both)
    #expect(told.contains("c.1189C>T p.(Arg397Trp): The allelic state is not known"), "\(told)")
    #expect(!(try counselling(girl).contains("c.1189C>T p.(Arg397Trp): ")))
  }

  /// Of another reason for an open state, the pedigree tells of who is ill or may be.
  @Test func anotherOpenStateIsNotToldOfTheWell() {
    var call = girl.variants[0]
    call.mayLackOtherCopy = false
    #expect(texts(.affected, call).told.contains("it may explain her illness"))
    #expect(!texts(.unaffected, call).told.contains("an unchanged one"))
    #expect(texts(.unknown, call).told.contains("an unchanged one"))
  }
}
