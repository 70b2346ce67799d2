import Flow
import Genome

/// The report itself (profile `genomic-report`).
extension FHIRReport {
  var diagnosticReport: JSONValue {
    let text = ReportText(result: result, context: context)
    return [
      "resourceType": "DiagnosticReport",
      "meta": ["profile": [.string(FHIRCode.profile("genomic-report"))]],
      "text": FHIRText.narrative(ReportText.disclaimer + [document.statement]),
      "extension": .list(studyReference + notes(text)),
      "identifier": FHIRText.value(document.report.identifier.value).map { [["value": $0]] },
      "basedOn": FHIRText.value(document.request.testOrdered.value).map { [["display": $0]] },
      "status": "preliminary",
      "category": [FHIRCode.genetics],
      "code": FHIRCode.concept(FHIRCode.loinc, "51969-4", "Genetic analysis report"),
      "subject": subject,
      "effectiveDateTime": FHIRText.day(document.subject.specimen.collectedOn.value),
      "performer": laboratoryReference.map { [$0] },
      "specimen": specimenReference.map { [$0] },
      "result": .list(names(of: .observations).map { reference($0) }),
      "conclusion": FHIRText.value(document.statement),
      "conclusionCode": conclusionCode.map { [$0] },
    ]
  }

  private var studyReference: [JSONValue] {
    guard result.hasGenotypes else { return [] }
    return [
      FHIRCode.guideExtension("genomic-study-reference", "valueReference", reference(.study))
    ]
  }

  /// The word. LOINC's answers (list LL541-4) know no carrier and no negative of sequence alone; a
  /// code that says more than the word is not given.
  private var conclusionCode: JSONValue? {
    guard let word = result.conclusion?.word else { return nil }
    guard word == .positive else { return FHIRCode.text(word.label) }
    return FHIRCode.concept(FHIRCode.loinc, "LA6576-8", "Positive", text: word.label)
  }

  private func notes(_ text: ReportText) -> [JSONValue] {
    let reasons = result.conclusion?.reasons ?? []
    return ReportText.disclaimer.map {
      note($0.contains("orthogonal") ? "result-confirmation" : "test-disclaimer", $0)
    }
      + text.methods.map { note("test-methodology", $0) }
      + reasons.map { note(text: "Reason", $0) }
      + text.notLookedAt.map { note(text: "Not looked at", $0) }
      + text.limits.map { note(text: "Limit", $0) }
      + text.recommendations.map { note(text: "Recommendation", $0) }
      + result.notes.map { note(text: "Note", $0) } + head.map { note(text: $0, $1) }
  }

  /// What of the report's head has no element of its own here. Of a file without samples nothing is
  /// said of a person.
  private var head: [(String, String)] {
    let request = document.request
    let ofPerson = [
      ("Family history", request.familyHistory.value),
      ("Parents related by blood", request.consanguinity.value),
    ]
    let given =
      [("Report version", document.report.version.value)]
      + (result.hasGenotypes ? ofPerson : [])
      + (laboratory == nil
        ? [
          ("Laboratory's address", document.report.laboratory.address.value),
          ("Laboratory's director", document.report.laboratory.director.value),
        ] : [])
    return given.compactMap { name, text in
      text.flatMap { FHIRText.value($0) == nil ? nil : (name, $0) }
    }
  }

  private func note(_ code: String, _ text: String) -> JSONValue {
    annotation(FHIRCode.concept(FHIRCode.codeSystem("coded-annotation-types-cs"), code), text)
  }

  private func note(text: String, _ sentence: String) -> JSONValue {
    annotation(FHIRCode.text(text), sentence)
  }

  private func annotation(_ code: JSONValue, _ text: String) -> JSONValue {
    FHIRCode.guideExtension(
      "genomic-report-note", "valueAnnotation", FHIRReport.codedNote(code, text))
  }

  /// An annotation with what it is about (datatype `coded-annotation`).
  static func codedNote(_ code: JSONValue, _ text: String) -> JSONValue {
    [
      "extension": [FHIRCode.guideExtension("annotation-code", "valueCodeableConcept", code)],
      "text": .string(FHIRText.clean(text)),
    ]
  }
}
