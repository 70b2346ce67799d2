import Flow
import Genome
import Testing

@testable import Reporting

/// What a report asks for next, by its finding and by what stayed open.
@Suite struct NextStepsTests {
  private func steps(_ result: SampleResult) -> String {
    NextSteps(person: TestedPerson(result: result)).sentences.joined(separator: " ")
  }

  private func uncertain(unconfirmed: [String] = []) -> SampleResult {
    Fixture.result(
      "boy", sex: .male,
      variants: [
        Fixture.carried(
          Fixture.donor(.uncertain), .hemizygous, genotype: "1", unconfirmed: unconfirmed)
      ],
      finding: unconfirmed.isEmpty ? .vus : .noneReportable, completeness: .incomplete,
      word: unconfirmed.isEmpty ? .uncertain : .inconclusive, reasons: [], read: false)
  }

  @Test func aHarmfulAlleleThatIsLeftOpenIsSettledFirst() {
    var result = Fixture.inconclusive
    let words = "Settle by an orthogonal method whether the sample carries"
    #expect(!steps(result).contains(words))
    result.openRecords = [
      OpenRecord(
        contig: "chrX", position: 49_251_441, reference: "G", alternates: ["A"], genotype: ".",
        names: ["c.1189C>T p.(Arg397Trp) (pathogenic)"], isHarmful: true)
    ]
    #expect(steps(result).contains(words))
    #expect(
      ConclusionStatement(result: result).sentence.contains(
        "whether it carries c.1189C>T p.(Arg397Trp) (pathogenic) is open"))
  }

  /// The reads are there: a new sample would be taken for nothing.
  @Test func genotypesThatWereNeverCalledAskForNoNewSample() {
    var result = Fixture.inconclusive
    result.conclusion = Conclusion(
      finding: .noneReportable, completeness: .notAssessable, word: .notAssessable, reasons: [],
      obstacle: .uncalledGenotypes)
    result.openRecords = [
      OpenRecord(
        contig: "chrX", position: 49_251_441, reference: "G", alternates: ["A"], genotype: "./.",
        names: ["c.1189C>T p.(Arg397Trp) (pathogenic)"], isHarmful: true)
    ]
    let text = steps(result)
    #expect(text.contains("Have the file's genotypes called") && !text.contains("Test a sample"))
    #expect(
      ConclusionStatement(result: result).sentence.hasSuffix(
        "whether it carries c.1189C>T p.(Arg397Trp) (pathogenic) is open and must be settled."))
  }

  @Test func aFindingIsConfirmedAndTheFamilyOffered() {
    let male = steps(Fixture.positiveMale)
    #expect(male.contains("Confirm each pathogenic or likely pathogenic variant"))
    #expect(male.contains("Offer testing to his mother") && !male.contains("other genes"))
    let carrier = steps(Fixture.carrierFemale)
    #expect(carrier.contains("Offer testing to her mother and her father"))
    #expect(!carrier.contains("his mother") && !carrier.contains("clinical picture"))
  }

  /// Whoever carries it on his only X is examined, before the family is thought of, and an adult's daughters carry it.
  @Test func aMaleIsAssessedNowAndHisDaughtersAreThoughtOf() {
    let male = steps(Fixture.positiveMale)
    let rest = male.split(separator: "clinical and immunological assessment now")
    #expect(rest.count == 2 && rest.last?.contains("Offer testing to his mother") == true)
    let daughters = "each of them inherits the variant"
    #expect(male.contains(daughters))
    var mosaic = Fixture.positiveMale
    mosaic.conclusion?.finding = .mosaicPLP
    #expect(steps(mosaic).contains("clinical and immunological assessment now"))
    var boy = Fixture.positiveMale
    boy.patientCase = PatientCase(
      head: ReportHead(patient: ReportHead.Patient(dateOfBirth: "2020-01-01")))
    let person = TestedPerson(result: boy, runDate: "2026-01-31")
    let ofBoy = NextSteps(person: person).sentences.joined(separator: " ")
    #expect(ofBoy.contains("clinical and immunological assessment now"))
    #expect(!ofBoy.contains(daughters))
    #expect(!steps(Fixture.carrierFemale).contains("assessment now"))
  }

  /// A carrier is no carrier if the second one is real and on her other copy.
  @Test func aSecondVariantIsSettledBeforeACarrierIsTold() {
    var result = Fixture.carrierFemale
    var second = Fixture.carried(Fixture.donor(.pathogenic), .heterozygous, genotype: "0/1")
    result.variants.append(second)
    #expect(!steps(result).contains("before she is taken for a carrier"))
    second.unconfirmedReasons = ["FILTER is LowQual, not PASS"]
    result.variants[1] = second
    #expect(steps(result).contains("before she is taken for a carrier"))
  }

  /// Both copies were read at each place: what is open is which variant stands on which.
  @Test func twoVariantsOnTwoCopiesLeaveNoCopyLost() {
    let trans = Fixture.inTrans
    #expect(!steps(trans).contains("loss of the other copy"))
    #expect(steps(trans).contains("stand on different copies"))
    #expect(steps(trans).contains("her father, who has one as a rule"))
    var homozygous = trans
    homozygous.variants = [Fixture.carried(Fixture.arg397Trp(), .homozygous, genotype: "1/1")]
    #expect(steps(homozygous).contains("Look for the loss of the other copy"))
  }

  /// An uncertain variant is nothing to act on, and does not end the search.
  @Test func anUncertainVariantIsNotActedOn() {
    let text = steps(uncertain())
    #expect(text.contains("Base no decision on care") && !text.contains("acted on outside"))
    #expect(text.contains("complete what was not looked at") && text.contains("other genes"))
    #expect(!text.contains("Offer testing"))
  }

  @Test(
    arguments: [
      (.likelyBenign, .pathogenic, true), (.uncertain, .likelyPathogenic, true),
      (.pathogenic, .likelyBenign, true), (.uncertain, .likelyBenign, false),
      (.pathogenic, .uncertain, false), (.pathogenic, .likelyPathogenic, false),
    ] as [(ClinicalClass, ClinicalClass, Bool)])
  func aRowAndTheRulesAreReviewedTogether(row: ClinicalClass, rules: ClinicalClass, isTold: Bool) {
    let result = Fixture.contradicted(row, by: rules)
    #expect(
      steps(result).contains("Have the row of the table and the documented evidence reviewed")
        == isTold)
    let obstacle = FamilyChoice(result, runDate: "2026-01-31").reason
    #expect(obstacle?.contains("contradict each other on a variant") ?? false == isTold)
  }

  /// A variant without a class must not hide that places were not read.
  @Test func openVariantsAndOpenPlacesAreBothTold() {
    let doubtful = steps(uncertain(unconfirmed: ["FILTER is LowQual"]))
    #expect(doubtful.contains("Settle each call that is not confirmed"))
    #expect(doubtful.contains("complete what was not looked at"))
    var unclassified = Fixture.inconclusive
    unclassified.variants = [Fixture.carried(Fixture.donor(), .hemizygous, genotype: "1")]
    #expect(steps(unclassified).contains("without a class assessed by hand"))
    #expect(steps(unclassified).contains("complete what was not looked at"))
  }

  /// Nothing is said of inheriting before the copies are known.
  @Test(arguments: [
    (Finding.mosaicPLP, "a second tissue"),
    (.biallelicPLP, "the loss of the other copy"),
  ])
  func copiesComeBeforeTheFamily(finding: Finding, part: String) {
    var result = Fixture.positiveMale
    result.conclusion?.finding = finding
    #expect(steps(result).contains(part) && !steps(result).contains("Offer testing"))
  }

  /// Whatever stands on the two copies of a female, a son has one of them and her father gave her the other.
  @Test func menOfAFemaleWithoutAnUnchangedCopyAreNamed() {
    var result = Fixture.positiveMale
    result.conclusion?.finding = .biallelicPLP
    result.sex.sex = .female
    #expect(steps(result).contains("her father, who has one as a rule, and her brothers"))
    #expect(steps(result).contains("all sons of hers inherit a changed copy"))
    #expect(steps(result).contains("the loss of the other copy"))
  }

  @Test func aWholeNegativeLeadsToOtherGenes() {
    var complete = Fixture.negativeMale
    complete.conclusion?.completeness = .complete
    #expect(steps(complete).contains("consider other genes, and causes that this test can't show"))
    #expect(steps(Fixture.negativeMale).contains("copy number included"))
    #expect(steps(Fixture.withoutSamples).isEmpty)
  }

  private static let who = PatientCase.Attestation(by: "A", on: "2026-01-31")

  /// A finding may be a blood donor's allele, unless the tissue holds no blood cells.
  @Test(arguments: [(SampleTissue.blood, true), (.skinFibroblasts, false)])
  func aBloodDonorsCellsAreSaidToBeInTheWay(_ tissue: SampleTissue, isTold: Bool) {
    var result = Fixture.positiveMale
    result.patientCase = PatientCase(
      sample: PatientCase.Sample(tissue: tissue, takenOn: nil, attestation: Self.who),
      transfusion: PatientCase.Transfusion(
        answer: .yes, date: "2026-01-30", donorCellsPossible: true, attestation: Self.who))
    #expect(steps(result).contains("without the blood donor's cells") == isTold)
  }

  /// What is missing is a test of this sample, not another one.
  @Test func aPrenatalSampleIsToBeExaminedForTheMothersCells() {
    var result = Fixture.positiveMale
    result.conclusion?.word = .notAssessable
    result.patientCase = PatientCase(
      sample: PatientCase.Sample(tissue: .chorionicVilli, takenOn: nil, attestation: Self.who))
    #expect(steps(result).contains("Have this sample examined for the mother's cells"))
    result.patientCase = nil
    #expect(!steps(result).contains("the mother's cells"))
  }
}
