import Flow
import Genome

/// Whom the report is about, and who made it: only what was given.
extension FHIRReport {
  var patient: JSONValue {
    let subject = document.subject
    return [
      "resourceType": "Patient",
      "identifier": FHIRText.value(subject.identifier.value).map { [["value": $0]] },
      "name": FHIRText.value(subject.name.value).map { [["text": $0]] },
      "gender": gender,
      "birthDate": FHIRText.day(subject.dateOfBirth.value),
      "deceasedDateTime": FHIRText.day(subject.deceased.value),
      "deceasedBoolean": subject.deceased.value == "yes" ? .boolean(true) : nil,
    ]
  }

  /// The sex that was declared. What is inferred from the data is said with the analysis.
  private var gender: JSONValue? {
    guard result.sex.source == .declared, result.sex.sex != .unknown else { return nil }
    return .string(result.sex.sex.rawValue)
  }

  var specimen: JSONValue {
    let specimen = document.subject.specimen
    let collected = FHIRText.day(specimen.collectedOn.value)
    return [
      "resourceType": "Specimen",
      "meta": ["profile": [.string(FHIRCode.profile("specimen"))]],
      "identifier": FHIRText.value(result.sample).map { [["value": $0]] },
      "type": specimen.type.value.map(FHIRCode.text),
      "subject": subject,
      "receivedTime": FHIRText.day(specimen.receivedOn.value),
      "collection": collected.map { ["collectedDateTime": $0] },
    ]
  }

  /// `nil` where the laboratory is not named: an organization has to have a name.
  var laboratory: JSONValue? {
    guard let name = FHIRText.value(document.report.laboratory.name.value) else { return nil }
    let address = FHIRText.value(document.report.laboratory.address.value)
    let director = FHIRText.value(document.report.laboratory.director.value)
    return [
      "resourceType": "Organization",
      "name": name,
      "address": address.map { [["text": $0]] },
      "contact": director.map {
        [["purpose": FHIRCode.text("Director"), "name": ["text": $0]]]
      },
    ]
  }
}
