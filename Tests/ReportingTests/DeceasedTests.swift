import Flow
import Genome
import Testing

@testable import Reporting

/// What is said of a person of whom the case file tells a death after birth.
@Suite struct DeceasedTests {
  private static let signs = PatientCase.ClinicalFinding(
    subject: .enteropathy, term: "HP:0004387", name: "Enterocolitis", isPresent: true, value: "",
    attestation: PatientCase.Attestation(by: "A", on: "2026-01-31"))

  private func deceased(
    _ result: SampleResult, born: String? = "2025-11-01", on day: String? = "2026-03-01",
    hasSigns: Bool = true
  ) -> SampleResult {
    var result = result
    result.patientCase = PatientCase(
      head: ReportHead(
        patient: ReportHead.Patient(
          dateOfBirth: born, death: day.map(ReportHead.Death.on) ?? .onUnknownDay)),
      findings: hasSigns ? [Self.signs] : [])
    return result
  }

  private func person(_ result: SampleResult) -> TestedPerson {
    TestedPerson(result: result, runDate: "2026-11-27")
  }

  private func steps(_ result: SampleResult) -> String {
    NextSteps(person: person(result)).sentences.joined(separator: " ")
  }

  private func counsel(_ result: SampleResult) throws -> String { try Fixture.counsel(result) }

  @Test func aDeadBoyIsNotTreatedAndHasNoChildren() throws {
    let boy = deceased(Fixture.positiveMale)
    #expect(!steps(boy).contains("assessment now") && !steps(boy).contains("daughters"))
    #expect(steps(boy).contains("Offer testing to his mother"))
    #expect(steps(boy).contains("what was found after death"))
    #expect(steps(boy).contains("Offer the family genetic counselling."))
    #expect(try !counsel(boy).contains("If he has children"))
    #expect(try counsel(boy).contains("testing her is advised"))
    let reason = FamilyChoice(boy, runDate: "2026-11-27").reason
    #expect(reason?.contains("has died") == true, "\(reason ?? "a page")")
  }

  /// His daughters carry it, whether he lives or not; the age is that of the day of death.
  @Test(arguments: [("1970-01-01", "2020-01-01", true), ("2000-01-01", "2010-01-01", false)])
  func aDeadMansDaughtersAreThoughtOf(born: String, day: String, areTold: Bool) {
    let man = deceased(Fixture.positiveMale, born: born, on: day)
    #expect(steps(man).contains("Where he had daughters, each of them has the variant") == areTold)
  }

  /// The age at an unknown day of death is not known, and a date of birth long before a pregnancy's sample is the mother's.
  @Test func ofAnUnknownAgeNoChildrenAreSpokenOf() {
    for born in ["1995-11-01", nil] {
      let boy = deceased(Fixture.positiveMale, born: born, on: nil)
      #expect(!steps(boy).contains("daughters"), "\(born ?? "no date")")
      var father = person(boy)
      father.isParent = true
      #expect(NextSteps(person: father).sentences.contains { $0.contains("had daughters") })
    }
    var fetus = deceased(Fixture.positiveMale, born: "1990-03-01", on: "2026-11-02")
    fetus.patientCase?.sample = PatientCase.Sample(
      tissue: .chorionicVilli, takenOn: "2026-11-01",
      attestation: PatientCase.Attestation(by: "A", on: "2026-11-02"))
    #expect(!steps(fetus).contains("daughters"))
  }

  /// A carrier who died is given no pregnancies; her children are those at risk.
  @Test func aDeadWomansChildrenAreThoughtOf() throws {
    let woman = deceased(Fixture.carrierFemale, born: "1960-01-01", hasSigns: false)
    #expect(
      steps(woman).contains("Where she had children, each of them had a chance of one in two"))
    #expect(try !counsel(woman).contains("In each pregnancy"))
    #expect(try counsel(woman).contains("had a chance of one in two (50%)"))
    let girl = deceased(Fixture.carrierFemale, hasSigns: false)
    #expect(try !(steps(girl) + counsel(girl)).contains("had children"))
    let young = deceased(Fixture.carrierFemale, on: nil, hasSigns: false)
    #expect(!steps(young).contains("had children"))
    let unknown = deceased(Fixture.carrierFemale, born: nil, on: nil, hasSigns: false)
    #expect(
      try steps(unknown).contains("had children") && counsel(unknown).contains("had children"))
    var share = woman
    share.variants[0].zygosityNote = "12% of the reads have the allele."
    share.variants[0].alleleFraction = 0.12
    #expect(ConclusionStatement(result: share).sentence.contains("offer the family genetic"))
    #expect(try counsel(share).contains("at most one in two (50%)"))
  }

  /// No sample can be taken later of the dead, and of a lost pregnancy there is no clinical picture to read.
  @Test func nothingImpossibleIsAskedFor() throws {
    var donor = deceased(Fixture.positiveMale)
    donor.patientCase?.transfusion = PatientCase.Transfusion(
      answer: .yes, date: "2026-02-01", donorCellsPossible: true,
      attestation: PatientCase.Attestation(by: "A", on: "2026-11-01"))
    #expect(!steps(donor).contains("when they are gone"))
    var lost = Fixture.positiveMale
    lost.patientCase = PatientCase(head: ReportHead(addressee: .pregnancyLoss))
    #expect(!steps(lost).contains("clinical picture"))
    #expect(steps(lost).contains("what was seen in the pregnancy"))
  }

  @Test func ofADeadGirlNothingIsPlanned() throws {
    let well = deceased(Fixture.carrierFemale, on: nil, hasSigns: false)
    #expect(!steps(well).contains("healthy carrier"))
    let text = try counsel(well)
    for part in ["When she is of age", "complaints of her own", "if she wishes"] {
      #expect(!text.contains(part), "\(part)")
    }
    #expect(text.contains("testing both is advised"))
    let trans = ConclusionStatement(result: deceased(Fixture.inTrans)).sentence
    #expect(trans.contains("this calls for confirmation by an orthogonal method"))
    let carrier = ConclusionStatement(result: well).sentence
    #expect(carrier.contains("offer the family genetic counselling"))
    var negative = deceased(Fixture.negativeMale, hasSigns: false)
    negative.sex.sex = .female
    #expect(try !counsel(negative).contains("egg cells"))
  }

  /// A stillborn child's sample, of a pregnancy that is told as lost, has the page of a loss.
  @Test func aLostPregnancyKeepsItsPage() {
    var lost = deceased(Fixture.positiveMale)
    lost.patientCase?.head.addressee = .pregnancyLoss
    #expect(FamilyChoice(lost, runDate: "2026-11-27").reason == nil)
  }

  @Test func theDeathIsPrinted() throws {
    for (day, text) in [("2026-03-01", "2026-03-01"), (nil, "yes, on a day that is not given")] {
      let patientCase = try #require(deceased(Fixture.positiveMale, on: day).patientCase)
      let row = CaseText(patientCase: patientCase).patientRows.last
      #expect(row?.0 == "Deceased" && row?.1 == text)
    }
  }
}
