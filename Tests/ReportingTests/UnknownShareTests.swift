import Flow
import Genome
import Testing

@testable import Reporting

/// A woman in whom a harmful variant has a share of reads that is not a carrier's: nothing is said as if all of her cells
/// had it.
@Suite struct UnknownShareTests {
  private static let note = "12% of the reads have the allele, where about half is expected."

  private func woman(_ note: String?) -> SampleResult {
    var result = Fixture.carrierFemale
    var variant = Fixture.carried(Fixture.arg397Trp(), .heterozygous, genotype: "0/1", note: note)
    variant.alleleFraction = note == nil ? 0.5 : 0.12
    result.variants = [variant]
    return result
  }

  private func counselling(_ result: SampleResult) throws -> String {
    try CounsellingChoice(result: result, context: Fixture.shippedContext()).counselling
      .map(\.text).joined(separator: " ")
  }

  @Test func herRiskIsAtMostACarriers() throws {
    let open = try counselling(woman(UnknownShareTests.note))
    #expect(open.contains("at most one in two (50%)"), "\(open)")
    #expect(!open.contains("one of her two copies") && !open.contains("One copy of FOXP3 carries"))
    #expect(!open.contains("the chance to hand on the variant is one in two"))
    #expect(!open.contains("testing both is advised") && !open.contains("If her mother carries it"))
    #expect(open.contains("a second tissue") && open.contains("Male relatives at risk"))
    let half = try counselling(woman(nil))
    #expect(half.contains("is one in two (50%)") && half.contains("one of her two copies"))
    #expect(!half.contains("a second tissue"))
  }

  @Test func theShareIsSettledBeforeHerParentsAreTested() {
    let steps = { (result: SampleResult) in
      NextSteps(person: TestedPerson(result: result)).sentences.joined(separator: " ")
    }
    let open = steps(woman(UnknownShareTests.note))
    #expect(open.contains("in what share of her cells") && open.contains("a second tissue"))
    #expect(!open.contains("Offer testing to her mother"))
    #expect(open.contains("her sons"))
    #expect(steps(woman(nil)).contains("Offer testing to her mother and her father"))
  }

  /// A share above that of one of two copies is no mosaic's: the other copy may be lost.
  @Test func moreThanHalfIsAnotherQuestion() {
    var result = woman(UnknownShareTests.note)
    result.variants[0].alleleFraction = 0.87
    #expect(!TestedPerson(result: result).isOfUnknownShare)
  }

  /// One answer on her parents, and no sons of hers.
  @Test func aFetusIsNotSpokenOfAsACarrier() throws {
    var fetus = woman(UnknownShareTests.note)
    fetus.patientCase = PatientCase(
      sample: PatientCase.Sample(
        tissue: .chorionicVilli, takenOn: nil,
        attestation: PatientCase.Attestation(by: "A. Example", on: "2026-01-31")))
    #expect(TestedPerson(result: fetus).isUnborn)
    let steps = NextSteps(person: TestedPerson(result: fetus)).sentences.joined(separator: " ")
    let told = ConclusionStatement(result: fetus).sentence + steps + (try counselling(fetus))
    #expect(!told.contains("her sons") && !told.contains("the state of a carrier"), "\(told)")
    #expect(
      !told.contains("One copy of FOXP3 carries") && !told.contains("offer the parents testing"))
  }

  /// Beside one with half of the reads she is a carrier.
  @Test func oneWithHalfOfTheReadsDecides() {
    var result = woman(UnknownShareTests.note)
    result.variants += woman(nil).variants
    #expect(!TestedPerson(result: result).isOfUnknownShare)
  }

  @Test func sheIsNotCalledACarrierOutright() {
    let open = ConclusionStatement(result: woman(UnknownShareTests.note)).sentence
    #expect(!open.contains("the state of a carrier"), "\(open)")
    #expect(open.contains("not that of one of two copies") && open.contains("second tissue"))
    #expect(ConclusionStatement(result: woman(nil)).sentence.contains("the state of a carrier"))
  }

  /// The mother of an ill boy, whose own parents show the reference.
  private func family(_ note: String?) -> PedigreeResult {
    let mum = woman(note)
    let relations = [
      Pedigree.Member(family: "F", name: "BOY", mother: "MUM", sex: .male),
      Pedigree.Member(family: "F", name: "MUM", father: "GPA", mother: "GMA", sex: .female),
      Pedigree.Member(family: "F", name: "GMA", sex: .female),
      Pedigree.Member(family: "F", name: "GPA", sex: .male),
      Pedigree.Member(family: "F", name: "BRO", mother: "MUM", sex: .male),
    ]
    let results = [Fixture.positiveMale, mum, woman(nil), Fixture.negativeMale, nil]
    let free = PedigreeCarriage(state: .referenceSeen(depth: 40))
    let boy = Fixture.carried(Fixture.arg397Trp(), .hemizygous, genotype: "1")
    return PedigreeResult(
      family: "F",
      members: zip(relations, results).map { PedigreeMember(relation: $0, result: $1) },
      variants: [
        PedigreeVariant(
          classified: Fixture.arg397Trp(),
          carriers: [
            PedigreeCarriage(state: .alternateSeen, call: boy, origin: .maternal),
            PedigreeCarriage(
              state: .alternateSeen, call: mum.variants[0], origin: .apparentlyDeNovo),
            free, free, PedigreeCarriage(state: Fixture.unread),
          ])
      ])
  }

  @Test func theFamilysReportTellsTheShare() {
    let texts = { (family: PedigreeResult) in
      (
        family.variants.flatMap(PedigreeText(pedigree: family, context: Fixture.context).sentences)
          .joined(separator: " "),
        PedigreeAdvice(text: PedigreeText(pedigree: family, context: Fixture.context)).sentences
          .joined(separator: " ")
      )
    }
    let (told, advice) = texts(family(UnknownShareTests.note))
    #expect(told.contains("MUM: \(UnknownShareTests.note)"), "\(told)")
    #expect(!told.contains("apparently new") && !advice.contains("her egg cells"))
    #expect(advice.contains("MUM: settle") && advice.contains("a second tissue"), "\(advice)")
    #expect(advice.contains("Testing BRO, son of MUM, is advised"))
    let (half, carrier) = texts(family(nil))
    #expect(half.contains("MUM: apparently new") && carrier.contains("her egg cells"))
  }
}
