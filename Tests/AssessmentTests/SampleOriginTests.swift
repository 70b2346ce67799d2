import Flow
import Genome
import Testing

@testable import Assessment

/// Whose DNA the sample holds.
@Suite struct SampleOriginTests {
  private static let who = PatientCase.Attestation(by: "A. Geneticist", on: "2026-01-31")

  private static func sample(_ tissue: SampleTissue, _ day: String?) -> PatientCase.Sample {
    PatientCase.Sample(tissue: tissue, takenOn: day, attestation: who)
  }

  private static func transplant(
    _ answer: PatientCase.Answer, _ day: String? = nil
  ) -> PatientCase.Transplant {
    PatientCase.Transplant(answer: answer, date: day, attestation: who)
  }

  private func word(_ patientCase: PatientCase) throws -> ConclusionWord? {
    let record = Fixture.record(Fixture.substitution, Fixture.call("1"))
    return try Fixture.assess(
      [record], [Fixture.variant(Fixture.substitution, record)], .male, patientCase: patientCase
    ).conclusion?.word
  }

  /// After a transplant only tissues without blood cells speak of the patient.
  @Test(arguments: SampleTissue.allCases)
  func afterATransplant(tissue: SampleTissue) throws {
    var patientCase = PatientCase(
      sample: SampleOriginTests.sample(tissue, "2026-01-20"),
      transplant: SampleOriginTests.transplant(.yes, "2025-06-01"))
    patientCase.maternalContamination = PatientCase.MaternalContamination(
      result: .excluded, method: "markers", attestation: SampleOriginTests.who)
    let isOwn = tissue == .skinFibroblasts || tissue == .hairRoots
    #expect(try word(patientCase) == (isOwn ? .positive : .notAssessable))
    patientCase.sample?.takenOn = "2025-05-31"
    #expect(try word(patientCase) == .positive)
    patientCase.sample?.takenOn = nil
    #expect(try word(patientCase) == (isOwn ? .positive : .notAssessable))
    patientCase.transplant?.answer = .no
    #expect(try word(patientCase) == .positive)
  }

  @Test func aTransplantWithoutATissueIsNotAssessable() throws {
    let patientCase = PatientCase(transplant: SampleOriginTests.transplant(.yes, "2025-06-01"))
    #expect(try word(patientCase) == .notAssessable)
  }

  @Test(arguments: SampleTissue.allCases)
  func aPrenatalSampleNeedsTheMothersCellsExcluded(tissue: SampleTissue) throws {
    var patientCase = PatientCase(sample: SampleOriginTests.sample(tissue, nil))
    #expect(try word(patientCase) == (tissue.isPrenatal ? .notAssessable : .positive))
    for result in PatientCase.MaternalContamination.Result.allCases {
      patientCase.maternalContamination = PatientCase.MaternalContamination(
        result: result, method: "markers", attestation: SampleOriginTests.who)
      #expect(try word(patientCase) == (result == .excluded ? .positive : .notAssessable))
    }
  }

  /// The test is wanted of both, and only one was drawn in the pregnancy.
  @Test(arguments: [(SampleTissue.cordBlood, false), (.fetalBlood, true)])
  func onlyWhatIsPrenatalIsCalledThat(tissue: SampleTissue, isPrenatal: Bool) {
    let rule = SampleOriginRule(
      patientCase: PatientCase(sample: SampleOriginTests.sample(tissue, nil)))
    let reason = rule.conclusion?.reasons.first ?? ""
    #expect(reason.contains("prenatal") == isPrenatal, "\(reason)")
    #expect(reason.contains("no result of a test for the mother's cells is documented"))
    #expect(reason.contains("cord blood") != isPrenatal)
  }

  /// Donor cells of a transfusion keep a negative away, and are told beside a finding.
  @Test func afterATransfusion() throws {
    let transfusion = PatientCase.Transfusion(
      answer: .yes, date: "2026-01-19", donorCellsPossible: true,
      attestation: SampleOriginTests.who)
    let rule = SampleOriginRule(patientCase: PatientCase(transfusion: transfusion))
    #expect(rule.conclusion == nil && rule.doubts.count == 1)
    #expect(try word(PatientCase(transfusion: transfusion)) == .positive)
    let fibroblasts = PatientCase(
      sample: SampleOriginTests.sample(.skinFibroblasts, nil), transfusion: transfusion)
    #expect(SampleOriginRule(patientCase: fibroblasts).doubts.isEmpty)
  }

  @Test func whoAndWhenAreTold() {
    let rule = SampleOriginRule(
      patientCase: PatientCase(transplant: SampleOriginTests.transplant(.yes, "2025-06-01")))
    let reason = rule.conclusion?.reasons.first ?? ""
    #expect(reason.contains("on 2025-06-01"))
    #expect(reason.contains("documented by A. Geneticist on 2026-01-31"))
  }
}
