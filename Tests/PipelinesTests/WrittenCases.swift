import Foundation
import Genome
import Pipelines
import TestSupport

/// The reports of every folder of `Tests/Cases` as files, written once for the tests that read them
/// with programs of others.
final class WrittenCases: Sendable {
  static let shared = Result { try WrittenCases() }

  private let folder: String

  private init() throws {
    folder = NSTemporaryDirectory() + "foxp3-cases-\(ProcessInfo.processInfo.processIdentifier)"
    for folder in CaseFolder.all { try write(folder) }
    atexit {
      let name = "foxp3-cases-\(ProcessInfo.processInfo.processIdentifier)"
      try? FileManager.default.removeItem(atPath: NSTemporaryDirectory() + name)
    }
  }

  private func write(_ folder: CaseFolder) throws {
    var sex = Sex.unknown
    var pedigree: [String: Sex] = [:]
    for option in try folder.options() where option.key == "sex" {
      if option.subject.isEmpty {
        sex = Sex(rawValue: option.value) ?? .unknown
      } else {
        pedigree[option.subject] = Sex(rawValue: option.value)
      }
    }
    try AnnotateRequest.write(
      folder.input, to: "\(self.folder)/\(folder.name)", sex: sex, pedigree: pedigree,
      caseFile: folder.caseFile)
  }

  /// Paths of the files with that ending, sorted.
  func files(_ ending: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".foxp3." + ending) }.sorted().map { "\(folder)/\($0)" }
  }
}

extension AnnotateRequest {
  /// Writes the reports of one input in every format but the family page, PDF and MultiQC's, which have
  /// tests of their own.
  static func write(
    _ input: String, to directory: String, sex: Sex = .unknown, pedigree: [String: Sex] = [:],
    caseFile: String? = nil
  ) throws {
    var request = try test([input], to: directory, sex: sex, pedigree: pedigree)
    request.formats.subtract([.family, .pdf, .multiqc])
    let knowledge = try caseFile.map {
      try Knowledge(EmbeddedReference.bundle(), evidence: EvidenceFiles(caseFile: $0))
    }
    try AnnotatePipeline(knowledge: knowledge ?? shared.get(), request: request).run { _ in }
  }
}
