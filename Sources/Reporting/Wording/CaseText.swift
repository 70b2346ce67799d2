import Genome

/// What is documented of the sample and the patient, in words.
struct CaseText {
  let patientCase: PatientCase

  /// Whose sample it is, as far as it was given.
  var patientRows: [(String, String)] {
    let patient = patientCase.head.patient
    return given([
      ("Patient", patient.name), ("Patient identifier", patient.identifier),
      ("Date of birth", patient.dateOfBirth),
      ("Deceased", patient.death.map { $0.day ?? "yes, on a day that is not given" }),
    ])
  }

  /// What was asked, as far as it was given.
  var requestRows: [(String, String)] {
    let request = patientCase.head.request
    return given([
      ("Sample received", patientCase.sample?.receivedOn), ("Referrer", request.referrer),
      ("Test ordered", request.testOrdered), ("Indication", request.indication),
      ("Family history", request.familyHistory),
      ("Parents related by blood", request.consanguinity?.rawValue),
    ])
  }

  private func given(_ rows: [(String, String?)]) -> [(String, String)] {
    rows.compactMap { row in row.1.map { (row.0, $0) } }
  }

  /// For the table of the sample, each with who and when.
  var rows: [(term: String, value: String)] {
    var rows: [(term: String, value: String)] = []
    if let sample = patientCase.sample {
      let taken = sample.takenOn.map { ", taken on \($0)" } ?? ""
      rows.append(("Tissue", sample.tissue.words + taken + who(sample.attestation)))
    }
    if let transplant = patientCase.transplant {
      rows.append(
        (
          "Blood stem cell transplant",
          transplant.answer.rawValue + on(transplant.date) + who(transplant.attestation)
        ))
    }
    if let transfusion = patientCase.transfusion {
      let cells = transfusion.donorCellsPossible ? ", donor's cells possible in the sample" : ""
      rows.append(
        (
          "Transfusion",
          transfusion.answer.rawValue + on(transfusion.date) + cells
            + who(transfusion.attestation)
        ))
    }
    if let contamination = patientCase.maternalContamination {
      let method = contamination.method.isEmpty ? "" : " by \(contamination.method)"
      rows.append(
        (
          "Cells of the mother",
          contamination.result.rawValue.replacing("_", with: " ") + method
            + who(contamination.attestation)
        ))
    }
    if let triad { rows.append(("IPEX triad", triad)) }
    return rows + patientCase.findings.map { ("Clinical finding", text($0)) }
  }

  /// What was not documented, what was documented as unknown, and what was documented before the sample was taken.
  var limits: [String] {
    let (transplant, transfusion) = (patientCase.transplant, patientCase.transfusion)
    let open = [
      patientCase.sample == nil ? "the tissue of the sample" : nil,
      untold(transplant?.answer, transplant?.attestation).map {
        "whether the patient had a blood stem cell transplant\($0)"
      },
      untold(transfusion?.answer, transfusion?.attestation).map {
        "whether blood products were given\($0.isEmpty ? " before" : $0)"
      },
    ].compactMap { $0 }
    guard !open.isEmpty else { return [] }
    return [
      "Not documented: \(Words.list(open)). The result holds for the patient only if the DNA is the "
        + "patient's own."
    ]
  }

  /// The time of which an answer says nothing, as ` between 2020-01-31 and the sample`: empty where there is none, `nil`
  /// where it speaks of the sample.
  private func untold(
    _ answer: PatientCase.Answer?, _ attestation: PatientCase.Attestation?
  ) -> String? {
    guard let attestation, answer != .unknown else { return "" }
    guard let taken = patientCase.sample?.takenOn, !attestation.on.isEmpty, attestation.on < taken
    else { return nil }
    return " between \(attestation.on) and the sample"
  }

  /// What of the triad is documented, as "enteropathy present, endocrinopathy absent, dermatitis not
  /// documented"; `nil` where nothing of it is.
  var triad: String? {
    let subjects = PatientCase.ClinicalFinding.Subject.triad
    let states = subjects.map { subject in
      let found = patientCase.findings.filter { $0.subject == subject }
      if found.isEmpty { return "\(subject.rawValue) not documented" }
      return "\(subject.rawValue) \(found.contains(where: \.isPresent) ? "present" : "absent")"
    }
    let isKnown = patientCase.findings.contains { subjects.contains($0.subject) }
    return isKnown ? states.joined(separator: ", ") : nil
  }

  private func text(_ finding: PatientCase.ClinicalFinding) -> String {
    let term = finding.term.map { " (\($0))" } ?? ""
    let value = finding.value.isEmpty ? "" : ", \(finding.value)"
    return "\(finding.name)\(term): \(finding.isPresent ? "present" : "absent")\(value)"
      + who(finding.attestation)
  }

  private func on(_ date: String?) -> String { date.map { ", on \($0)" } ?? "" }

  private func who(_ attestation: PatientCase.Attestation) -> String {
    " (\(attestation.by), \(attestation.on))"
  }
}
