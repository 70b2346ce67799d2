import Flow
import Genome
import ReferenceBundle
import Testing

@testable import Reporting

/// What is said depends on who was tested: ill or well, born or not, for one's own sake or a relative's.
@Suite struct TestedPersonTests {
  private static let who = PatientCase.Attestation(by: "A", on: "2026-01-31")

  private static let signs = PatientCase(findings: [
    PatientCase.ClinicalFinding(
      subject: .enteropathy, term: "HP:0005208", name: "Secretory diarrhea", isPresent: true,
      value: "", attestation: who)
  ])

  private static func sample(
    _ tissue: SampleTissue, to addressee: ReportHead.Addressee? = nil
  ) -> PatientCase {
    PatientCase(
      head: ReportHead(addressee: addressee),
      sample: PatientCase.Sample(tissue: tissue, takenOn: nil, attestation: who),
      maternalContamination: PatientCase.MaternalContamination(
        result: .excluded, method: "STR", attestation: who))
  }

  private func of(
    _ result: SampleResult, _ patientCase: PatientCase?, _ completeness: Completeness? = nil
  ) -> SampleResult {
    var result = result
    result.patientCase = patientCase
    if let completeness { result.conclusion?.completeness = completeness }
    return result
  }

  private static var negativeFemale: SampleResult {
    var result = Fixture.negativeMale
    result.sex.sex = .female
    return result
  }

  private func statement(_ result: SampleResult) -> String {
    ConclusionStatement(result: result).sentence
  }

  private func steps(_ result: SampleResult) -> String {
    NextSteps(person: TestedPerson(result: result)).sentences.joined(separator: " ")
  }

  private func counsel(_ result: SampleResult, parents: Set<String> = []) throws -> String {
    try Fixture.counsel(result, parents: parents)
  }

  /// A condition that is no known word would leave its sentence to nobody.
  @Test func everyConditionOfAKeyIsKnown() throws {
    for text in try ReferenceBundle.embedded().texts {
      let keys = text.counselling.sentences.map(\.key) + text.family.sentences.map(\.key)
      for word in keys.flatMap({ $0.split(separator: ".").dropFirst(2) }) {
        #expect(TestedPerson.Condition(rawValue: String(word)) != nil, "\(word)")
      }
    }
  }

  @Test func everyCounsellingSentenceHoldsForSomebody() throws {
    let text = try #require(try ReferenceBundle.embedded().text("en"))
    var told = ""
    var mosaic = Fixture.carrierFemale
    mosaic.variants[0].zygosityNote = "12% of the reads have the allele."
    var homozygous = Fixture.inTrans
    homozygous.variants = [Fixture.carried(Fixture.arg397Trp(), .homozygous, genotype: "1/1")]
    let females = [
      Fixture.carrierFemale, mosaic, Self.negativeFemale, Fixture.inTrans, homozygous,
    ]
    for result in females + [Fixture.positiveMale, Fixture.negativeMale] {
      for patientCase in [nil, Self.signs, Self.sample(.chorionicVilli)] {
        for completeness in Completeness.allCases {
          told += try counsel(of(result, patientCase, completeness))
        }
      }
      told += try counsel(of(result, Self.sample(.blood, to: .guardian)))
      var woman = PatientCase()
      woman.head.patient = ReportHead.Patient(
        dateOfBirth: "1960-01-01", death: .on("2026-01-31"))
      told += try counsel(of(result, woman))
    }
    for sentence in text.counselling.sentences
    where sentence.key.split(separator: ".").count > 2 {
      #expect(told.contains(sentence.text), "\(sentence.key)")
    }
  }

  // MARK: An ill carrier

  @Test(arguments: [
    (Completeness.incomplete, "a second variant, the loss of the other copy, an unequal"),
    (.completeSequence, "and the loss of the other copy, an unequal X inactivation"),
  ])
  func anIllCarrierIsNoHealthyCarrier(completeness: Completeness, open: String) throws {
    let ill = of(Fixture.carrierFemale, Self.signs, completeness)
    #expect(statement(ill).contains("one changed copy alone does not explain the signs of illness"))
    #expect(statement(ill).contains(open) && statement(ill).contains("are not excluded"))
    for part in [
      "One changed copy does not explain the documented signs", "copy number included",
      "Have X inactivation examined, and consider other genes", "clinical picture",
    ] {
      #expect(steps(ill).contains(part), "\(part)")
    }
    let text = try counsel(ill)
    #expect(text.contains("does not explain the signs of illness that are documented in her"))
    #expect(text.contains("unequal X inactivation") && !text.contains("Diabetes is on record"))
  }

  @Test func whoIsIllByThePedigreeIsIll() throws {
    var girl = Fixture.carrierFemale
    girl.isAffected = true
    #expect(
      statement(girl).contains("one changed copy alone does not explain the signs of illness"))
    #expect(steps(girl).contains("don't take her for a healthy carrier"))
    #expect(try counsel(girl).contains("does not explain the signs of illness"))
  }

  @Test func ofAWellCarrierTheSameIsSaidForTheCaseOfIllness() throws {
    let well = Fixture.carrierFemale
    #expect(!statement(well).contains("signs") && !steps(well).contains("documented signs"))
    #expect(
      steps(well).contains("Where she has signs of illness, one changed copy does not explain"))
    var measured = Self.signs
    measured.findings[0].subject = .demethylation
    measured.findings[0].term = nil
    #expect(!statement(of(well, measured)).contains("signs"))
    measured.findings[0].subject = .enteropathy
    measured.findings[0].isPresent = false
    #expect(!statement(of(well, measured)).contains("signs"))
  }

  // MARK: A female without a finding

  @Test(arguments: [Completeness.complete, .completeSequence])
  func aWomanWithoutAFindingMayStillHaveItInHerEggCells(completeness: Completeness) throws {
    var woman = of(Self.negativeFemale, nil, completeness)
    if completeness == .complete { woman.conclusion?.word = .negative }
    #expect(
      statement(woman).contains("a variant in only a part of her cells (egg cells among them)"))
    #expect(!statement(woman).contains("lowers"))
    #expect(steps(woman).contains("make sure that its place is among those looked at"))
    #expect(steps(woman).contains("in a part of her egg cells all the same"))
    var called = woman
    called.variants = [Fixture.carried(Fixture.arg397Trp(), .heterozygous, genotype: "0/1")]
    called.variants[0].unconfirmedReasons = ["depth is 12"]
    #expect(!steps(called).contains("egg cells"))
    #expect(steps(woman).contains("Where she has signs of illness, read the result together"))
    let text = try counsel(woman)
    #expect(text.contains("a risk for further children remains"))
    #expect(text.contains("only if its place is among those looked at"))
    #expect(!text.contains("lowers the chance of IPEX"))
    #expect(text.contains("Where she was tested because of signs of her own"))
  }

  @Test func theIllAreAnsweredOfTheirIllness() throws {
    let ill = of(Self.negativeFemale, Self.signs)
    #expect(!statement(ill).contains("egg cells") && !steps(ill).contains("egg cells"))
    #expect(try counsel(ill).contains("lowers the chance of IPEX"))
    #expect(try !counsel(ill).contains("egg cells"))
    let male = Fixture.negativeMale
    #expect(try counsel(male).contains("lowers the chance of IPEX"))
    #expect(try !counsel(male).contains("relative has a variant"))
    let brother = of(
      male,
      PatientCase(
        head: ReportHead(request: ReportHead.Request(familyHistory: "a brother with c.1189C>T"))))
    #expect(try counsel(brother).contains("relative has a variant"))
    #expect(steps(brother).contains("make sure that its place") && !steps(brother).contains("hers"))
  }

  @Test func anOpenResultOfAFemaleExcludesNoCarrierStatus() {
    var open = Fixture.inconclusive
    open.sex.sex = .female
    #expect(statement(open).contains("IPEX syndrome or carrier status is neither supported"))
    #expect(!statement(Fixture.inconclusive).contains("carrier status"))
  }

  @Test func twoCopiesThatWereReadAreNotSaidToBeLost() throws {
    #expect(try !counsel(Fixture.inTrans).contains("deletion of the other copy"))
    #expect(try counsel(Fixture.inTrans).contains("stand on different copies has to be confirmed"))
    var homozygous = Fixture.inTrans
    homozygous.variants = [Fixture.carried(Fixture.arg397Trp(), .homozygous, genotype: "1/1")]
    #expect(try counsel(homozygous).contains("affect both copies, which is very rare; deletion"))
  }

  /// No reference was read beside it: the copy is lost, or has the deletion that was called.
  @Test func aCopyLeftByADeletionWasNotReadBesideTheReference() throws {
    var left = Fixture.inTrans
    left.variants[0].isOnCopyLeft = true
    #expect(try counsel(left).contains("deletion of the other copy"))
    #expect(statement(left).contains("the loss of the other copy has to be considered"))
    #expect(steps(left).contains("Confirm the deletion and its ends"))
    #expect(!steps(left).contains("on one copy they would leave her an unchanged one"))
  }

  // MARK: Before birth, and in childhood

  /// Sampled in the pregnancy, reported as a child.
  @Test func whoHasADateOfBirthIsBorn() throws {
    var prenatal = Self.sample(.amnioticFluid)
    prenatal.sample?.takenOn = "2026-01-10"
    prenatal.head.patient.dateOfBirth = "2026-06-10"
    let boy = of(Fixture.positiveMale, prenatal)
    #expect(!TestedPerson(result: boy).isUnborn)
    #expect(statement(boy).contains("fitting clinical picture"))
    #expect(steps(boy).contains("clinical and immunological assessment now"))
    #expect(!steps(boy).contains("from birth on") && !steps(boy).contains("pregnancy"))
    let text = try counsel(boy)
    #expect(!text.contains("before birth.") && text.contains("matching clinical picture"))
    let girl = of(Fixture.carrierFemale, prenatal)
    #expect(steps(girl).contains("Where she has signs of illness, one changed copy"))
    #expect(FamilyChoice(boy, runDate: "2026-11-27").reason == nil)
    prenatal.sample = nil
    #expect(!TestedPerson(result: of(Fixture.positiveMale, prenatal)).isUnborn)
    // A date of long before the sample is the mother's.
    var mothers = Self.sample(.chorionicVilli)
    mothers.head.patient.dateOfBirth = "1995-06-10"
    #expect(TestedPerson(result: of(Fixture.positiveMale, mothers)).isUnborn)
  }

  /// Stored DNA of a pregnancy may be sent when the child is at school: the day it was taken tells whose the date is.
  @Test(
    arguments: [
      ("2014-03-01", nil, false), ("1995-03-01", nil, true), ("2014-03-01", "2013-09-01", false),
      ("2014-03-01", "2025-11-01", true),
    ] as [(String, String?, Bool)])
  func aChildOfTenYearsIsNotUnborn(born: String, taken: String?, isUnborn: Bool) {
    var villi = Self.sample(.chorionicVilli)
    villi.head.patient.dateOfBirth = born
    villi.sample?.takenOn = taken
    #expect(TestedPerson(result: of(Fixture.positiveMale, villi)).isUnborn == isUnborn)
  }

  /// What is drawn from the cord at birth is a newborn's, of whom a page can be written.
  @Test func cordBloodIsNotSaidToBePrenatal() {
    let girl = of(Fixture.carrierFemale, Self.sample(.cordBlood))
    #expect(FamilyChoice(girl, runDate: "2026-11-27").reason == nil)
    let villi = of(Fixture.carrierFemale, Self.sample(.chorionicVilli))
    #expect(FamilyChoice(villi, runDate: "2026-11-27").reason?.contains("prenatal") == true)
  }

  @Test func anUnbornGirlIsNoAdultWhoPlansAFamily() throws {
    let unborn = of(Fixture.carrierFemale, Self.sample(.chorionicVilli))
    #expect(statement(unborn).contains("offer the parents testing and genetic counselling"))
    #expect(steps(unborn).contains("Offer testing to her mother and her father"))
    #expect(!steps(unborn).contains("signs of illness"))
    let text = try counsel(unborn)
    for part in ["if she wishes", "hand on the variant", "complaints of her own"] {
      #expect(!text.contains(part), "\(part)")
    }
    for part in [
      "testing both is advised",
      "each further child of the mother has a chance of one in two (50%)",
      "in further pregnancies, if the parents wish",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  /// A documented sign of the pregnancy takes no plan away.
  @Test func ofTheUnbornAssessmentIsPlannedWithSignsToo() {
    var patientCase = Self.sample(.chorionicVilli)
    patientCase.findings = Self.signs.findings
    #expect(steps(of(Fixture.positiveMale, patientCase)).contains("planned from birth on"))
    var mosaic = of(Fixture.positiveMale, Self.sample(.chorionicVilli))
    mosaic.conclusion?.finding = .mosaicPLP
    #expect(steps(mosaic).contains("planned from birth on"))
    #expect(
      steps(of(Fixture.negativeMale, Self.sample(.chorionicVilli))).contains(
        "make sure that its place is among those looked at"))
  }

  /// The date of birth tells the age; to whom the page speaks does so only without one.
  @Test(arguments: [("1985-01-01", false), ("2020-01-01", true), (nil, true)])
  func aGuardianIsSpokenToForAdultsToo(_ born: String?, _ isMinor: Bool) {
    let patientCase = PatientCase(
      head: ReportHead(
        addressee: .guardian, patient: ReportHead.Patient(dateOfBirth: born)))
    let person = TestedPerson(
      result: of(Fixture.carrierFemale, patientCase), runDate: "2026-01-31")
    #expect(person.isMinor == isMinor && person.addressee == .guardian)
  }

  /// Of a child nothing is said of her egg cells, and beside another variant not that no second one was found.
  @Test func whatDoesNotHoldIsNotSaid() throws {
    let girl = of(
      Self.negativeFemale, Self.sample(.blood, to: .guardian), .completeSequence)
    #expect(!steps(girl).contains("egg cells"))
    var ill = of(Fixture.carrierFemale, Self.signs, .completeSequence)
    #expect(try counsel(ill).contains("No second variant was found"))
    var second = ill.variants[0]
    second.classified.clinicalClass = .uncertain
    second.classified.annotated.normalised.change = .sequence(
      SequenceChange(
        start: 49_257_558, reference: try #require(BaseSequence("G")),
        alternate: try #require(BaseSequence("A"))))
    ill.variants.append(second)
    #expect(try !counsel(ill).contains("No second variant was found"))
    #expect(steps(ill).contains("on which copy the variant beside it stands"))
  }

  @Test func anUnbornBoyShowsNoPictureAndHasNoChildren() throws {
    let unborn = of(Fixture.positiveMale, Self.sample(.amnioticFluid))
    #expect(!statement(unborn).contains("fitting clinical picture"))
    #expect(statement(unborn).contains("become ill with IPEX syndrome, but not all"))
    #expect(steps(unborn).contains("Offer testing to his mother"))
    #expect(steps(unborn).contains("assessment planned from birth on"))
    #expect(!steps(unborn).contains("clinical picture"))
    let text = try counsel(unborn)
    #expect(!text.contains("If he has children") && !text.contains("matching clinical picture"))
    // Cord blood is a newborn's, and of a loss the findings are known.
    for born in [Self.sample(.cordBlood), Self.sample(.chorionicVilli, to: .pregnancyLoss)] {
      #expect(statement(of(Fixture.positiveMale, born)).contains("fitting clinical picture"))
    }
  }

  @Test func aGirlsParentsAreThoughtOf() throws {
    let girl = try counsel(of(Fixture.carrierFemale, Self.sample(.blood, to: .guardian)))
    #expect(girl.contains("When she is of age") && girl.contains("testing both is advised"))
    #expect(!girl.contains("if she wishes them"))
    var young = PatientCase()
    young.head.patient.dateOfBirth = "2020-01-01"
    #expect(try counsel(of(Fixture.carrierFemale, young)).contains("When she is of age"))
    let unknown = try counsel(Fixture.carrierFemale)
    #expect(unknown.contains("In each pregnancy") && unknown.contains("testing both is advised"))
    let mother = try counsel(Fixture.carrierFemale, parents: [Fixture.carrierFemale.sample])
    #expect(mother.contains("In each pregnancy") && !mother.contains("testing both is advised"))
  }
}
