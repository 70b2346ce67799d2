import Genome

/// What is documented of the sample and the patient. Days as `2026-01-31`.
struct CaseSection: Encodable {
  struct SampleSection: Encodable {
    var tissue: String
    var takenOn: OrNull<String>
    var by: String
    var on: String
  }

  struct TransplantSection: Encodable {
    var answer: String
    var date: OrNull<String>
    var by: String
    var on: String
  }

  struct TransfusionSection: Encodable {
    var answer: String
    var date: OrNull<String>
    var donorCellsPossible: Bool
    var by: String
    var on: String
  }

  struct ContaminationSection: Encodable {
    var result: String
    var method: OrNull<String>
    var by: String
    var on: String
  }

  struct FindingSection: Encodable {
    var about: String
    var term: OrNull<String>
    var name: String
    var present: Bool
    var value: OrNull<String>
    var by: String
    var on: String
  }

  var sample: OrNull<SampleSection>
  var transplant: OrNull<TransplantSection>
  var transfusion: OrNull<TransfusionSection>
  var maternalContamination: OrNull<ContaminationSection>
  /// In words; `null` where nothing of the triad is documented.
  var triad: OrNull<String>
  var findings: [FindingSection]
}

extension CaseSection {
  init(_ patientCase: PatientCase) {
    self.init(
      sample: OrNull(
        patientCase.sample.map {
          SampleSection(
            tissue: $0.tissue.rawValue, takenOn: OrNull($0.takenOn), by: $0.attestation.by,
            on: $0.attestation.on)
        }),
      transplant: OrNull(
        patientCase.transplant.map {
          TransplantSection(
            answer: $0.answer.rawValue, date: OrNull($0.date), by: $0.attestation.by,
            on: $0.attestation.on)
        }),
      transfusion: OrNull(
        patientCase.transfusion.map {
          TransfusionSection(
            answer: $0.answer.rawValue, date: OrNull($0.date),
            donorCellsPossible: $0.donorCellsPossible, by: $0.attestation.by,
            on: $0.attestation.on)
        }),
      maternalContamination: OrNull(
        patientCase.maternalContamination.map {
          ContaminationSection(
            result: $0.result.rawValue, method: OrNull(present: $0.method), by: $0.attestation.by,
            on: $0.attestation.on)
        }),
      triad: OrNull(CaseText(patientCase: patientCase).triad),
      findings: patientCase.findings.map(FindingSection.init))
  }
}

extension CaseSection.FindingSection {
  init(_ finding: PatientCase.ClinicalFinding) {
    self.init(
      about: finding.subject.rawValue, term: OrNull(finding.term), name: finding.name,
      present: finding.isPresent, value: OrNull(present: finding.value),
      by: finding.attestation.by, on: finding.attestation.on)
  }
}
