import Flow
import Foundation
import Genome
import TestSupport
import Testing

@testable import Reporting

/// The report's head in the bundle: each given field at its one place, and nothing that was not given.
@Suite struct FHIRHeadTests {
  /// A field by its path in a case file, what is written there, and where the bundle has it.
  struct Field: Sendable {
    let name: String
    let value: String
    let place: String
  }

  private static let note = "DiagnosticReport.extension.valueAnnotation"

  static let fields = """
    report.identifier | R-17 | DiagnosticReport.identifier.value
    report.version | v-2 | \(note).text Report version
    patient.name | Example, Boy | Patient.name.text
    patient.identifier | PID-0071 | Patient.identifier.value
    patient.date_of_birth | 2025-11-30 | Patient.birthDate
    patient.deceased | 2025-12-30 | Patient.deceasedDateTime
    request.referrer | Dr. B. Clinician | genomic-study.extension.valueReference.display
    request.indication | diarrhoea since birth | genomic-study.reasonCode.text
    request.family_history | a brother died in infancy | \(note).text Family history
    request.consanguinity | unknown | \(note).text Parents related by blood
    request.test_ordered | FOXP3 sequencing | DiagnosticReport.basedOn.display
    laboratory.name | Laboratory X | Organization.name
    laboratory.address | 1 Street, Town | Organization.address.text
    laboratory.director | D. Director | Organization.contact.name.text
    sample.taken_on | 2026-01-20 | Specimen.collection.collectedDateTime
    sample.received_on | 2026-01-21 | Specimen.receivedTime
    """.split(separator: "\n").map { line in
      let cells = line.components(separatedBy: " | ")
      return Field(name: cells[0], value: cells[1], place: cells[2])
    }

  private func put(_ field: Field, in patientCase: inout PatientCase) {
    let value = field.value
    switch field.name {
    case "report.identifier": patientCase.head.reportIdentifier = value
    case "report.version": patientCase.head.reportVersion = value
    case "patient.name": patientCase.head.patient.name = value
    case "patient.identifier": patientCase.head.patient.identifier = value
    case "patient.deceased": patientCase.head.patient.death = .on(value)
    case "patient.date_of_birth": patientCase.head.patient.dateOfBirth = value
    case "request.referrer": patientCase.head.request.referrer = value
    case "request.indication": patientCase.head.request.indication = value
    case "request.family_history": patientCase.head.request.familyHistory = value
    case "request.consanguinity": patientCase.head.request.consanguinity = .unknown
    case "request.test_ordered": patientCase.head.request.testOrdered = value
    case "laboratory.name": patientCase.head.laboratory.name = value
    case "laboratory.address": patientCase.head.laboratory.address = value
    case "laboratory.director": patientCase.head.laboratory.director = value
    case "sample.taken_on": patientCase.sample?.takenOn = value
    case "sample.received_on": patientCase.sample?.receivedOn = value
    default: Issue.record("no such field: \(field.name)")
    }
  }

  private var bare: PatientCase {
    PatientCase(
      sample: PatientCase.Sample(
        tissue: .blood, takenOn: nil,
        attestation: PatientCase.Attestation(by: "A", on: "2026-01-31")))
  }

  private func result(_ fields: [Field]) -> SampleResult {
    var result = Fixture.positiveMale
    var patientCase = bare
    for field in fields { put(field, in: &patientCase) }
    result.patientCase = patientCase
    return result
  }

  private func bytes(_ result: SampleResult) throws -> [UInt8] {
    try Reports(context: Fixture.context).collected(result, .fhir)
  }

  /// Every text of the bundle by its place: the resource's type or profile, the keys, and of a note of
  /// the report what it is about.
  private func places(_ result: SampleResult) throws -> [(place: String, text: String)] {
    let bundle = try JSONSerialization.jsonObject(with: Data(try bytes(result))) as? [String: Any]
    let entries = try #require(bundle?["entry"] as? [[String: Any]])
    return entries.compactMap { $0["resource"] as? [String: Any] }.flatMap { resource in
      let kind = resource["resourceType"] as? String ?? ""
      let profile = ((resource["meta"] as? [String: Any])?["profile"] as? [String])?.first
      let name = kind == "Procedure" ? profile?.components(separatedBy: "/").last ?? kind : kind
      return texts(resource, at: name)
    }
  }

  private func texts(_ value: Any, at place: String) -> [(place: String, text: String)] {
    switch value {
    case let text as String: return [(place, text)]
    case let list as [Any]: return list.flatMap { texts($0, at: place) }
    case let object as [String: Any]:
      let subject = place == FHIRHeadTests.note ? " \(about(object))" : ""
      return object.flatMap { key, child in
        texts(child, at: "\(place).\(key)" + (key == "text" ? subject : ""))
      }
    default: return []
    }
  }

  /// What a note is about, where it is told by text.
  private func about(_ note: [String: Any]) -> String {
    let code = (note["extension"] as? [[String: Any]])?.first?["valueCodeableConcept"]
    return (code as? [String: Any])?["text"] as? String ?? "coded"
  }

  @Test func eachGivenFieldStandsAtItsPlaceAndNowhereElse() throws {
    let all = try places(result(FHIRHeadTests.fields))
    for field in FHIRHeadTests.fields {
      let found = all.filter { $0.text == field.value && !$0.place.hasSuffix("effectiveDateTime") }
      #expect(found.map(\.place) == [field.place], "\(field.name)")
    }
    let dated = all.filter { $0.text == "2026-01-20" && $0.place.hasSuffix("effectiveDateTime") }
    #expect(dated.contains { $0.place == "DiagnosticReport.effectiveDateTime" })
  }

  @Test func whatWasNotGivenIsNotThere() throws {
    let none = try places(result([]))
    #expect(!none.contains { $0.place.hasPrefix("Organization") })
    let given = Set(FHIRHeadTests.fields.map(\.place))
    let wrong = none.filter { given.contains($0.place) }
    #expect(wrong.isEmpty, "\(wrong)")
    for field in FHIRHeadTests.fields {
      let others = FHIRHeadTests.fields.filter { $0.name != field.name }
      let places = try places(result(others))
      #expect(!places.contains { $0.text == field.value && $0.place == field.place })
    }
  }

  /// An organization needs a name; what was given without one is told in notes.
  @Test func aLaboratoryWithoutANameIsToldInNotes() throws {
    let fields = FHIRHeadTests.fields.filter {
      $0.name == "laboratory.address" || $0.name == "laboratory.director"
    }
    let places = try places(result(fields))
    #expect(!places.contains { $0.place.hasPrefix("Organization") })
    for (text, subject) in [
      ("1 Street, Town", "Laboratory's address"), ("D. Director", "Laboratory's director"),
    ] {
      #expect(
        places.filter { $0.text == text }.map(\.place) == ["\(FHIRHeadTests.note).text \(subject)"])
    }
  }

  /// A file without samples speaks of no person, whatever the case file says.
  @Test func withoutSamplesNoPersonIsTold() throws {
    var file = Fixture.withoutSamples
    file.patientCase = result(FHIRHeadTests.fields).patientCase
    let texts = Set(try places(file).map(\.text))
    for field in FHIRHeadTests.fields where field.name.hasPrefix("patient.") {
      #expect(!texts.contains(field.value), "\(field.name)")
    }
    #expect(!texts.contains("a brother died in infancy"))
  }

  @Test(.enabled(if: PythonTool.isInstalled)) func theHeadFollowsTheGuide() throws {
    let folder = try TemporaryFolder()
    let unnamed = FHIRHeadTests.fields.filter { $0.name != "laboratory.name" }
    let paths = try [FHIRHeadTests.fields, unnamed, []].enumerated().map { index, fields in
      try folder.write("\(index).fhir.json", try bytes(result(fields)))
    }
    let run = try PythonTool.outcome(script: "fhir_rules.py", paths)
    #expect(run.status == 0, "\(run.errors.suffix(800))")
  }
}
