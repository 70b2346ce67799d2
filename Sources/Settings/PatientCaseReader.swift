import Genome

extension PatientCase {
  /// The parts of a case file that speak of the sample and the patient; each may be absent. What is
  /// wrong is left with the section.
  init(_ section: inout YAMLSection) {
    self.init(head: ReportHead(&section))
    if section.has("sample") {
      sample = section.section("sample") { PatientCase.sample(&$0) }
    }
    if section.has("history") {
      let history = section.section("history") { PatientCase.history(&$0) }
      transplant = history?.transplant
      transfusion = history?.transfusion
    }
    if section.has("prenatal") {
      maternalContamination = section.section("prenatal") { PatientCase.contamination(&$0) }
    }
    checkTransfusion(&section)
    checkContamination(&section)
    if section.has("findings") {
      let read = section.sections("findings") { (PatientCase.finding(&$0), $0.line) }
      findings = read.map(\.0)
      checkFindings(read, &section)
    }
    checkBirth(&section)
    checkDeath(&section)
  }

  /// Nobody is transplanted or given blood after death; samples are taken and signs are found then too.
  private func checkDeath(_ section: inout YAMLSection) {
    guard let death = head.patient.death?.day else { return }
    for day in section.days
    where ["history.transplant.date", "history.transfusion.date"].contains(day.key)
      && day.day > death
    {
      section.report(
        day.line,
        "\(day.key) is “\(day.day)”, after the death of the patient (patient.deceased is “\(death)”); correct one of "
          + "them")
    }
  }

  /// Before birth prenatal samples alone are taken and reach the laboratory, and nobody is transplanted or dies. Signs
  /// are seen in a pregnancy too; of more than a year before the birth neither they nor a sample are the patient's.
  private func checkBirth(_ section: inout YAMLSection) {
    guard let born = head.patient.dateOfBirth, let year = Int(born.prefix(4)) else { return }
    let pregnancy = "\(year - 1)\(born.dropFirst(4))"
    let ofSample = sample?.tissue.isPrenatal == true ? pregnancy : born
    let earliest = [
      "sample.taken_on": ofSample, "sample.received_on": ofSample,
      "history.transplant.date": born, "findings.on": pregnancy, "patient.deceased": born,
    ]
    for day in section.days where !day.day.isEmpty {
      guard let first = earliest[day.key], day.day < first else { continue }
      section.report(
        day.line,
        "\(day.key) is “\(day.day)”, \(first == born ? "" : "more than a year ")before the patient was born "
          + "(patient.date_of_birth is “\(born)”); correct one of them")
    }
    checkPregnancy(born, &section)
  }

  /// A sample of the pregnancy is of before the birth; a date of ten years and more before it is the mother's.
  private func checkPregnancy(_ born: String, _ section: inout YAMLSection) {
    guard let sample, sample.tissue.isPrenatal, sample.tissue != .cordBlood,
      let taken = sample.takenOn, let year = Int(born.prefix(4)),
      (born..<"\(year + 10)\(born.dropFirst(4))").contains(taken), taken > born
    else { return }
    section.report(
      section.days.first { $0.key == "sample.taken_on" }?.line,
      "sample.taken_on is “\(taken)”, after the patient was born (patient.date_of_birth is “\(born)”), and the tissue "
        + "is of a pregnancy (\(sample.tissue.rawValue)); correct one of them")
  }

  /// One after the sample was taken says nothing of it, and hides the one before.
  private func checkTransfusion(_ section: inout YAMLSection) {
    guard let given = transfusion?.date, let taken = sample?.takenOn, given > taken else { return }
    let line = section.days.first { $0.key == "history.transfusion.date" }?.line
    section.report(
      line,
      "history.transfusion.date is “\(given)”, after the sample was taken (“\(taken)”); give the last "
        + "transfusion before that day")
  }

  /// A sample is tested once it is taken.
  private func checkContamination(_ section: inout YAMLSection) {
    guard let contamination = maternalContamination, contamination.result != .notTested,
      let taken = sample?.takenOn, contamination.attestation.isBefore(taken)
    else { return }
    section.report(
      section.days.first { $0.key == "prenatal.on" }?.line,
      "prenatal.on is “\(contamination.attestation.on)”, before the sample was taken (“\(taken)”): a result of "
        + "another sample says nothing of this one; correct a day, or give the result of this sample"
    )
  }

  /// A sign that is there on one day and is not on another is a course; on the same day one of the two
  /// statements is wrong.
  private func checkFindings(
    _ findings: [(finding: ClinicalFinding, line: Int?)], _ section: inout YAMLSection
  ) {
    for (index, later) in findings.enumerated() {
      let first = findings[..<index].first {
        $0.finding.isSameObservation(as: later.finding)
          && $0.finding.isPresent != later.finding.isPresent
      }
      guard let first else { continue }
      let words = later.finding.isPresent ? ("present", "absent") : ("absent", "present")
      section.report(
        later.line,
        "findings has “\(later.finding.name)” as \(words.0), and as \(words.1)"
          + (first.line.map { " in line \($0)" } ?? "")
          + ", both on “\(later.finding.attestation.on)”; keep the entry that holds, or correct a day"
      )
    }
  }

  private static func attestation(_ section: inout YAMLSection) -> Attestation {
    Attestation(by: section.text("by"), on: section.day("on"))
  }

  private static func sample(_ section: inout YAMLSection) -> Sample {
    let tissue = section.word("tissue", or: SampleTissue.blood)
    let taken = section.has("taken_on") ? section.day("taken_on") : nil
    let received = section.has("received_on") ? section.day("received_on") : nil
    let attestation = attestation(&section)
    for (key, day) in [("taken_on", taken), ("received_on", received)] {
      guard let day, attestation.isBefore(day) else { continue }
      section.fail(key, "is “\(day)”, after the day this was documented")
    }
    if let taken, let received, received < taken {
      section.fail("received_on", "is “\(received)”, before the day the sample was taken")
    }
    return Sample(
      tissue: tissue, takenOn: taken, receivedOn: received, attestation: attestation)
  }

  private static func history(
    _ section: inout YAMLSection
  ) -> (transplant: Transplant?, transfusion: Transfusion?) {
    let transplant =
      section.has("transplant") ? section.section("transplant") { Self.transplant(&$0) } : nil
    let transfusion =
      section.has("transfusion") ? section.section("transfusion") { Self.transfusion(&$0) } : nil
    if transplant == nil, transfusion == nil, section.remaining.isEmpty {
      section.report(section.line, "history needs transplant, transfusion or both")
    }
    return (transplant, transfusion)
  }

  private static func transplant(_ section: inout YAMLSection) -> Transplant {
    let answer = section.answer("answer")
    let date = date(of: answer, &section)
    let attestation = attestation(&section)
    checkOrder(date, attestation, &section)
    return Transplant(answer: answer, date: date, attestation: attestation)
  }

  private static func transfusion(_ section: inout YAMLSection) -> Transfusion {
    let answer = section.answer("answer")
    let date = date(of: answer, &section)
    let attestation = attestation(&section)
    checkOrder(date, attestation, &section)
    return Transfusion(
      answer: answer, date: date,
      donorCellsPossible: answer == .yes ? section.yes("donor_cells_possible") : false,
      attestation: attestation)
  }

  /// What was not yet done can't be documented: a mistyped year would take the patient's own history
  /// away.
  private static func checkOrder(
    _ date: String?, _ attestation: Attestation, _ section: inout YAMLSection
  ) {
    guard let date, attestation.isBefore(date) else { return }
    section.fail("date", "is “\(date)”, after the day this was documented (“\(attestation.on)”)")
  }

  /// `yes` needs a day, and the other answers can't have one (the key is then told as unknown).
  private static func date(of answer: Answer, _ section: inout YAMLSection) -> String? {
    answer == .yes ? section.day("date") : nil
  }

  private static func contamination(_ section: inout YAMLSection) -> MaternalContamination {
    let result = section.word("maternal_contamination", or: MaternalContamination.Result.notTested)
    return MaternalContamination(
      result: result, method: result == .notTested ? "" : section.text("method"),
      attestation: attestation(&section))
  }

  private static func finding(_ section: inout YAMLSection) -> ClinicalFinding {
    let subject = section.word("about", or: ClinicalFinding.Subject.other)
    let term = section.has("term") ? section.text("term") : nil
    let value = section.has("value") ? section.text("value") : ""
    if let term, term.wholeMatch(of: /HP:[0-9]{7}/) == nil {
      section.fail(
        "term", "is “\(term)”; write a term of the Human Phenotype Ontology as HP:0100651")
    }
    if term == nil, value.isEmpty {
      section.report(
        section.line, "a finding needs a term (as HP:0100651), a measured value, or both")
    }
    return ClinicalFinding(
      subject: subject, term: term, name: section.text("name"), isPresent: section.yes("present"),
      value: value, attestation: attestation(&section))
  }
}

extension PatientCase.Attestation {
  /// Whether it was given before that day. One without a day is told as such, and is before none.
  fileprivate func isBefore(_ day: String) -> Bool { !on.isEmpty && day > on }
}
