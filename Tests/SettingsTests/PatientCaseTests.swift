import Foundation
import Genome
import Settings
import TestSupport
import Testing

/// The parts of a case file that speak of the sample and the patient.
@Suite struct PatientCaseTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let whole = """
    sample:
      tissue: blood
      taken_on: 2026-01-20
      by: A
      on: 2026-01-31
    history:
      transplant: {answer: yes, date: 2025-06-01, by: B, on: 2026-01-30}
      transfusion: {answer: yes, date: 2026-01-19, donor_cells_possible: no, by: B, on: 2026-01-30}
    prenatal:
      maternal_contamination: excluded
      method: short tandem repeats
      by: A
      on: 2026-01-31
    findings:
      - {about: dermatitis, term: "HP:0000964", name: Eczematoid dermatitis, present: no, by: B, on: 2026-01-30}
      - {about: tsdr_demethylation, name: TSDR to CD4 ratio, present: yes, value: 13.6 %, by: B, on: 2026-01-30}

    """

  private func read(_ yaml: String) throws(SettingsError) -> PatientCase {
    try CaseEvidence(yaml: yaml, file: "case.yaml").patient
  }

  @Test func everyStatementIsReadWithWhoAndWhen() throws {
    let patient = try read(PatientCaseTests.whole)
    #expect(patient.sample?.tissue == .blood && patient.sample?.takenOn == "2026-01-20")
    #expect(patient.sample?.attestation == PatientCase.Attestation(by: "A", on: "2026-01-31"))
    #expect(patient.transplant?.answer == .yes && patient.transplant?.date == "2025-06-01")
    #expect(patient.transfusion?.donorCellsPossible == false)
    #expect(patient.maternalContamination?.result == .excluded)
    #expect(patient.findings.map(\.subject) == [.dermatitis, .demethylation])
    #expect(patient.findings.map(\.isPresent) == [false, true])
    #expect(patient.findings[1].value == "13.6 %" && patient.findings[1].term == nil)
    #expect(patient.isTakenAfterTransplant)
  }

  /// One sign of one day that is there and is not: one of both is wrong. On two days it is a course.
  @Test func contradictingFindingsAreRefused() throws {
    func findings(_ first: String, _ second: String) -> String {
      "findings:\n" + [first, second].map { "  - {\($0), by: B}\n" }.joined()
    }
    let sign = "about: dermatitis, term: \"HP:0000964\", name: Eczema, present: "
    let value = "about: immunoglobulin_e, name: IgE, value: 1 kU/l, present: "
    for (first, second, name) in [
      (sign + "yes, on: 2026-01-30", sign + "no, on: 2026-01-30", "Eczema"),
      (
        sign + "yes, on: 2026-01-30",
        "about: other, term: \"HP:0000964\", name: Rash, present: no, on: 2026-01-30", "Rash"
      ),
      (value + "yes, on: 2026-01-30", value + "no, on: 2026-01-30", "IgE"),
    ] {
      let error = #expect(throws: SettingsError.self) { try read(findings(first, second)) }
      #expect(
        error?.description
          == "case.yaml:3: findings has “\(name)” as absent, and as present in line 2, both on "
          + "“2026-01-30”; keep the entry that holds, or correct a day")
    }
    for (first, second) in [
      (sign + "yes, on: 2026-01-30", sign + "no, on: 2026-01-31"),
      (sign + "yes, on: 2026-01-30", sign + "yes, on: 2026-01-30"),
      (sign + "yes, on: 2026-01-30", value + "no, on: 2026-01-30"),
    ] {
      #expect(try read(findings(first, second)).findings.count == 2)
    }
  }

  private static let head = """
    report: {identifier: R-17, version: 2, addressee: pregnancy_loss}
    patient: {name: "O'Brien, J.", identifier: 0071, date_of_birth: 2025-11-30}
    request:
      referrer: Dr. B
      indication: diarrhoea since birth
      family_history: a brother of the mother died in infancy
      consanguinity: no
      test_ordered: FOXP3
    laboratory: {name: L, address: "1 Street, Town", director: D}

    """

  @Test func theHeadOfTheReportIsReadAsGiven() throws {
    let head = try read(PatientCaseTests.head).head
    #expect(head.reportIdentifier == "R-17" && head.reportVersion == "2")
    #expect(head.addressee == .pregnancyLoss && head.patient.name == "O'Brien, J.")
    #expect(head.patient.identifier == "0071" && head.patient.dateOfBirth == "2025-11-30")
    #expect(head.request.referrer == "Dr. B" && head.request.consanguinity == .no)
    #expect(head.request.familyHistory == "a brother of the mother died in infancy")
    #expect(head.request.indication != nil && head.request.testOrdered == "FOXP3")
    #expect(head.laboratory.address == "1 Street, Town" && head.laboratory.director == "D")
    #expect(try read(PatientCaseTests.whole).head == ReportHead(), "nothing is made up")
  }

  @Test(arguments: [
    ("addressee: pregnancy_loss", "addressee: dog", "is not one of: person"),
    ("2025-11-30", "2025-11-31", "a day of the calendar"),
    ("consanguinity: no", "consanguinity: some", "write yes, no or unknown"),
    ("name: L, ", "nom: L, ", "is not a key known here"),
    ("{name: L, address: \"1 Street, Town\", director: D}", "{}", "laboratory is empty"),
    ("referrer: Dr. B", "referrer: ''", "is empty"),
  ])
  func aWrongHeadIsToldWithItsLine(old: String, new: String, message: String) {
    let error = #expect(throws: SettingsError.self) {
      try read(PatientCaseTests.head.replacing(old, with: new))
    }
    let found = error?.problems.first { $0.message.contains(message) }
    #expect(found?.line != nil, "\(error?.description ?? "read")")
  }

  @Test func aSampleIsNotReceivedBeforeItIsTaken() {
    let early = PatientCaseTests.whole.replacing(
      "  taken_on: 2026-01-20\n", with: "  taken_on: 2026-01-20\n  received_on: 2026-01-19\n")
    let error = #expect(throws: SettingsError.self) { try read(early) }
    #expect(error?.description.contains("before the day the sample was taken") == true)
  }

  /// The day that is missing is told, and nothing that would follow from it.
  @Test func withoutADayNothingIsAfterIt() {
    let open = PatientCaseTests.whole.replacing(
      "  by: A\n  on: 2026-01-31\nhistory", with: "  by: A\nhistory")
    let error = #expect(throws: SettingsError.self) { try read(open) }
    #expect(error?.problems.count == 1, "\(error?.description ?? "")")
  }

  @Test(arguments: [("blood", true), ("cord_blood", false)])
  func aSampleIsNotTakenBeforeBirth(tissue: String, isRefused: Bool) {
    let text =
      PatientCaseTests.whole.replacing("tissue: blood", with: "tissue: \(tissue)")
      + "patient: {name: Boy, date_of_birth: 2026-01-25}\n"
    let problems: [SettingsProblem]
    do {
      _ = try read(text)
      problems = []
    } catch {
      problems = error.problems
    }
    #expect(
      problems.contains { $0.line == 3 && $0.message.contains("before the patient was born") }
        == isRefused)
  }

  /// A day that is none is one problem.
  @Test(arguments: [
    ("2026-02-30", "2026-01-01", "deceased is “2026-02-30”"),
    ("2026-02-20", "2026-05-01", "after the death of the patient"),
    ("2026-05-01", "2026-05-01", nil), ("yes", "2026-05-01", nil),
  ])
  func nobodyIsTransplantedAfterDeath(death: String, day: String, problem: String?) {
    for event in ["transplant", "transfusion"] {
      let possible = event == "transfusion" ? ", donor_cells_possible: yes" : ""
      let text =
        "patient: {date_of_birth: 2026-03-01, deceased: \(death)}\nhistory: {\(event): {answer: yes, date: \(day)"
        + "\(possible), by: A, on: 2026-11-01}}\n"
      var problems: [SettingsProblem] = []
      do { _ = try read(text.replacing("2026-03-01", with: "2025-03-01")) } catch {
        problems = error.problems
      }
      #expect(problems.count == (problem == nil ? 0 : 1), "\(problems)")
      #expect(problem.map { problems.first?.message.contains($0) == true } ?? true, "\(problems)")
    }
  }

  /// A lost pregnancy is told by the addressee.
  @Test func aDeathIsReadWithAndWithoutItsDay() throws {
    func death(_ value: String) throws -> ReportHead.Death? {
      try read("patient: {date_of_birth: 2026-01-25, deceased: \(value)}\n").head.patient.death
    }
    #expect(try death("2026-05-01") == .on("2026-05-01") && death("yes") == .onUnknownDay)
    #expect(try death("no") == nil && death("2026-01-25") == .on("2026-01-25"))
    for wrong in ["perhaps", "2026-02-30", "2026-01-24"] {
      #expect(throws: SettingsError.self, "\(wrong)") { try death(wrong) }
    }
  }

  /// Signs are seen in a pregnancy too, and a fetus can be transfused: what is of before it is another person's, or the
  /// date of birth is wrong.
  @Test(arguments: [
    ("history: {transplant: {answer: yes, date: 2026-06-09, by: A, on: 2026-11-01}}", true),
    ("history: {transplant: {answer: yes, date: 2026-06-10, by: A, on: 2026-11-01}}", false),
    (
      "history: {transfusion: {answer: yes, date: 2026-01-01, donor_cells_possible: no, by: A, on: 2026-11-01}}",
      false
    ),
    ("findings: [{about: other, name: x, value: y, present: yes, by: B, on: 2025-06-09}]", true),
    ("findings: [{about: other, name: x, value: y, present: yes, by: B, on: 2026-01-01}]", false),
    ("sample: {tissue: chorionic_villi, taken_on: 2025-06-09, by: A, on: 2026-11-01}", true),
    ("sample: {tissue: chorionic_villi, taken_on: 2026-01-01, by: A, on: 2026-11-01}", false),
    ("sample: {tissue: chorionic_villi, taken_on: 2026-06-11, by: A, on: 2026-11-01}", true),
    ("sample: {tissue: cord_blood, taken_on: 2026-06-11, by: A, on: 2026-11-01}", false),
    ("sample: {tissue: chorionic_villi, taken_on: 2036-06-10, by: A, on: 2036-11-01}", false),
  ])
  func whatIsOfBeforeThePregnancyIsRefused(part: String, isRefused: Bool) {
    let text = "patient: {date_of_birth: 2026-06-10}\n\(part)\n"
    guard isRefused else {
      #expect(throws: Never.self) { try read(text) }
      return
    }
    let error = #expect(throws: SettingsError.self) { try read(text) }
    #expect(error?.problems.first?.line == 2)
    #expect(error?.description.contains("patient.date_of_birth is “2026-06-10”") == true)
  }

  /// A mistyped year must not make the blood of a donor the patient's own.
  @Test(arguments: [
    (
      "date: 2025-06-01", "date: 2052-06-01", "transplant.date", "after the day this was documented"
    ),
    (
      "date: 2025-06-01", "date: 2026-01-31", "transplant.date", "after the day this was documented"
    ),
    (
      "date: 2026-01-19", "date: 2052-01-19", "transfusion.date",
      "after the day this was documented"
    ),
    ("date: 2026-01-19", "date: 2026-01-21", "transfusion.date", "after the sample was taken"),
    (
      "  method: short tandem repeats\n  by: A\n  on: 2026-01-31",
      "  method: short tandem repeats\n  by: A\n  on: 2026-01-19", "prenatal.on",
      "before the sample was taken"
    ),
    (
      "  taken_on: 2026-01-20", "  taken_on: 2026-01-20\n  received_on: 2026-02-01", "received_on",
      "after the day this was documented"
    ),
  ])
  func whatCannotBeInTimeIsRefused(old: String, new: String, key: String, message: String) {
    let error = #expect(throws: SettingsError.self) {
      try read(PatientCaseTests.whole.replacing(old, with: new))
    }
    let found = error?.problems.first { $0.message.contains(message) }
    #expect(
      found?.line != nil && found?.message.contains(key) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    ("tissue: blood", "tissue: plasma", "is not one of: blood"),
    ("taken_on: 2026-01-20", "taken_on: 2026-02-30", "a day of the calendar"),
    ("taken_on: 2026-01-20", "taken_on: 2026-02-20", "after the day this was documented"),
    ("tissue: blood\n", "tissue: blood\n  colour: red\n", "is not a key known here"),
    ("date: 2025-06-01, ", "", "date is missing"),
    ("answer: yes, date: 2025-06-01", "answer: no, date: 2025-06-01", "is not a key known here"),
    ("answer: yes, date: 2025-06-01", "answer: perhaps", "write yes, no or unknown"),
    ("donor_cells_possible: no, ", "", "donor_cells_possible is missing"),
    ("maternal_contamination: excluded", "maternal_contamination: none", "is not one of: excluded"),
    ("  method: short tandem repeats\n", "", "method is missing"),
    ("HP:0000964", "HP:964", "Human Phenotype Ontology"),
    ("value: 13.6 %, ", "", "needs a term"),
    ("about: dermatitis", "about: skin", "is not one of: enteropathy"),
    ("present: no", "present: maybe", "write yes or no"),
    ("name: Eczematoid dermatitis, present: no, by: B", "name: X, present: no", "by is missing"),
  ])
  func everyMistakeIsToldWithItsLine(old: String, new: String, message: String) {
    let error = #expect(throws: SettingsError.self) {
      try read(PatientCaseTests.whole.replacing(old, with: new))
    }
    let found = error?.problems.first { $0.message.contains(message) }
    #expect(found?.line != nil, "\(error?.description ?? "read")")
  }

  @Test func withoutADayOfTakingATransplantIsFeared() throws {
    let undated = PatientCaseTests.whole.replacing("  taken_on: 2026-01-20\n", with: "")
    #expect(try read(undated).isTakenAfterTransplant)
    let before = PatientCaseTests.whole.replacing("2026-01-20", with: "2025-05-31")
      .replacing("2026-01-19", with: "2025-05-30")
    #expect(try !read(before).isTakenAfterTransplant)
  }

  @Test func theShippedExampleIsRead() throws {
    let path = PatientCaseTests.root.appending(path: "Examples/affected_male/case.yaml").path
    let evidence = try CaseEvidence.read(path)
    #expect(evidence.patient.findings.count == 3 && evidence.entries.count == 1)
  }

  /// JSON is YAML, so that one text can be held against the reader and against the schema.
  private static let document = """
    {"report": {"identifier": "R-17", "version": "2", "addressee": "guardian"},
     "patient": {"name": "N", "identifier": "7", "date_of_birth": "2024-11-30"},
     "request": {"referrer": "R", "indication": "I", "family_history": "F", "consanguinity": "no",
      "test_ordered": "T"}, "laboratory": {"name": "L", "address": "A", "director": "D"},
     "sample": {"tissue": "blood", "taken_on": "2026-01-20", "received_on": "2026-01-21", "by": "A", "on": "2026-01-31"},
     "history": {"transplant": {"answer": "yes", "date": "2025-06-01", "by": "B", "on": "2026-01-30"},
      "transfusion": {"answer": "no", "by": "B", "on": "2026-01-30"}},
     "prenatal": {"maternal_contamination": "not_tested", "by": "A", "on": "2026-01-31"},
     "findings": [{"about": "other", "term": "HP:0100651", "name": "x", "present": "yes", "by": "B",
      "on": "2026-01-30"}],
     "evidence": [{"variant": "c.1190G>A", "criterion": "PS2", "strength": "strong", "fact": "x",
      "by": "A", "on": "2026-01-31", "source": "y", "child": "son", "mother_tested": "yes",
      "father_tested": "no", "parentage_confirmed": "yes"}]}
    """

  /// The reader and `docs/case.schema.json` take and refuse the same.
  @Test(arguments: [
    ("", "", true), ("blood", "wine", false), ("\"2026-01-20\"", "\"2026-1-20\"", false),
    ("\"answer\": \"yes\", \"date\": \"2025-06-01\"", "\"answer\": \"yes\"", false),
    ("\"answer\": \"no\"", "\"answer\": \"no\", \"date\": \"2025-06-01\"", false),
    ("\"answer\": \"no\"", "\"answer\": \"yes\", \"date\": \"2025-06-01\"", false),
    ("\"not_tested\"", "\"excluded\"", false), ("HP:0100651", "0100651", false),
    ("\"term\": \"HP:0100651\", ", "", false), ("PS2", "PM2", false), ("PS2", "PP1", false),
    ("PS2", "PVS1", false),
    ("{\"variant\"", "{\"rna_assay\": \"RT-PCR\", \"variant\"", false),
    ("{\"variant\"", "{\"build\": \"GRCh37\", \"variant\"", true),
    ("{\"variant\"", "{\"build\": \"hg19\", \"variant\"", false),
    ("c.1190G>A", "NC_000023.11:g.49263364_49264752del", true),
    ("c.1190G>A", "g.49251440C>T", false),
    ("c.1190G>A\"", "NC_000023.11:g.49251440C>T\", \"build\": \"GRCh38\"", false),
    ("PS2", "PM6", true), ("\"son\"", "\"daughter\"", false),
    ("{\"variant\"", "{\"published\": \"yes\", \"variant\"", true),
    ("{\"variant\"", "{\"published\": \"Nature\", \"variant\"", false),
    (
      "\"criterion\": \"PS2\"",
      "\"affected_hemizygotes\": 2, \"published\": \"yes\", \"criterion\": \"PP1\"", false
    ),
    ("\"strong\"", "\"very_strong\"", false), ("\"fact\": \"x\",", "", false),
    ("\"source\": \"y\"", "\"source\": \"y\", \"extra\": \"z\"", false),
    ("\"parentage_confirmed\": \"yes\"", "\"parentage_confirmed\": \"no\"", false),
    ("\"guardian\"", "\"friend\"", false), ("\"version\": \"2\"", "\"version\": 2", true),
    ("\"2024-11-30\"", "\"2024-11-30\", \"deceased\": \"2026-01-30\"", true),
    ("\"2024-11-30\"", "\"2024-11-30\", \"deceased\": true", true),
    ("\"2024-11-30\"", "\"2024-11-30\", \"deceased\": \"unknown\"", false),
    ("\"2024-11-30\"", "\"30.11.2025\"", false), ("\"name\": \"N\"", "\"name\": \"\"", false),
    ("\"test_ordered\": \"T\"", "\"test\": \"T\"", false),
    ("\"consanguinity\": \"no\"", "\"consanguinity\": \"cousins\"", false),
    ("{\"name\": \"L\", \"address\": \"A\", \"director\": \"D\"}", "{}", false),
  ])
  func theSchemaSaysTheSame(old: String, new: String, isRight: Bool) throws {
    let text =
      old.isEmpty
      ? PatientCaseTests.document : PatientCaseTests.document.replacing(old, with: new)
    let isRead = (try? CaseEvidence(yaml: text, file: "case.json")) != nil
    #expect(isRead == isRight)
    guard PythonTool.isInstalled else { return }
    let program =
      "import json,sys,jsonschema\nschema=json.load(open(sys.argv[1]))\n"
      + "jsonschema.Draft202012Validator.check_schema(schema)\n"
      + "sys.exit(0 if jsonschema.Draft202012Validator(schema).is_valid(json.loads(sys.argv[2])) else 9)"
    let schema = PatientCaseTests.root.appending(path: "docs/case.schema.json").path
    let run = try PythonTool.outcome(program: program, [schema, text])
    #expect(run.status == (isRight ? 0 : 9), "\(run.errors.suffix(300))")
  }
}
