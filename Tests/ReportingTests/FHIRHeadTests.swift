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
    let set: @Sendable (inout PatientCase, String) -> Void
  }

  private static let note = "DiagnosticReport.extension.valueAnnotation"

  static let fields = [
    Field(name: "report.identifier", value: "R-17", place: "DiagnosticReport.identifier.value") {
      $0.head.reportIdentifier = $1
    },
    Field(name: "report.version", value: "v-2", place: "\(note).text Report version") {
      $0.head.reportVersion = $1
    },
    Field(name: "patient.name", value: "Example, Boy", place: "Patient.name.text") {
      $0.head.patient.name = $1
    },
    Field(name: "patient.identifier", value: "PID-0071", place: "Patient.identifier.value") {
      $0.head.patient.identifier = $1
    },
    Field(name: "patient.date_of_birth", value: "2025-11-30", place: "Patient.birthDate") {
      $0.head.patient.dateOfBirth = $1
    },
    Field(
      name: "request.referrer", value: "Dr. B. Clinician",
      place: "genomic-study.extension.valueReference.display"
    ) { $0.head.request.referrer = $1 },
    Field(
      name: "request.indication", value: "diarrhoea since birth",
      place: "genomic-study.reasonCode.text"
    ) { $0.head.request.indication = $1 },
    Field(
      name: "request.family_history", value: "a brother died in infancy",
      place: "\(note).text Family history"
    ) { $0.head.request.familyHistory = $1 },
    Field(
      name: "request.consanguinity", value: "unknown",
      place: "\(note).text Parents related by blood"
    ) { $0.head.request.consanguinity = PatientCase.Answer(rawValue: $1) },
    Field(
      name: "request.test_ordered", value: "FOXP3 sequencing",
      place: "DiagnosticReport.basedOn.display"
    ) { $0.head.request.testOrdered = $1 },
    Field(name: "laboratory.name", value: "Laboratory X", place: "Organization.name") {
      $0.head.laboratory.name = $1
    },
    Field(name: "laboratory.address", value: "1 Street, Town", place: "Organization.address.text") {
      $0.head.laboratory.address = $1
    },
    Field(
      name: "laboratory.director", value: "D. Director", place: "Organization.contact.name.text"
    ) { $0.head.laboratory.director = $1 },
    Field(
      name: "sample.taken_on", value: "2026-01-20", place: "Specimen.collection.collectedDateTime"
    ) { $0.sample?.takenOn = $1 },
    Field(name: "sample.received_on", value: "2026-01-21", place: "Specimen.receivedTime") {
      $0.sample?.receivedOn = $1
    },
  ]

  private var bare: PatientCase {
    PatientCase(
      sample: PatientCase.Sample(
        tissue: .blood, takenOn: nil,
        attestation: PatientCase.Attestation(by: "A", on: "2026-01-31")))
  }

  private func result(_ fields: [Field]) -> SampleResult {
    var result = Fixture.positiveMale
    var patientCase = bare
    for field in fields { field.set(&patientCase, field.value) }
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
