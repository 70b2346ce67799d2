import Genome
import Pipelines
import ReferenceBundle
import TestSupport

extension AnnotateRequest {
  /// A request as the command line makes it without options.
  static func test(
    _ inputs: [String], to directory: String = "unused", sex: Sex = .unknown,
    pedigree: [String: Sex] = [:], samples: [String] = [], fullScan: Bool = false
  ) throws -> AnnotateRequest {
    AnnotateRequest(
      inputs: inputs, outputDirectory: directory, formats: Set(Format.allCases), assembly: nil,
      sex: sex, pedigree: Pedigree(sexes: pedigree), samples: samples,
      profile: try Reference.profile("clinical-genome"), isFullScan: fullScan, isPrivate: false,
      runDate: "2026-01-31")
  }

  /// The results of one input, in this process.
  static func results(
    _ input: String, sex: Sex = .unknown, pedigree: [String: Sex] = [:], caseFile: String? = nil
  ) throws -> InputResult {
    let request = try test([input], sex: sex, pedigree: pedigree)
    let knowledge = try caseFile.map {
      try Knowledge(EmbeddedReference.bundle(), evidence: EvidenceFiles(caseFile: $0))
    }
    return try VariantPipeline(knowledge: knowledge ?? shared.get(), request: request).run(input)[0]
  }

  /// Made once: every test stands on the same reference.
  static let shared = Result { try Knowledge(try EmbeddedReference.bundle()) }
}

extension Pedigree {
  /// Unrelated people.
  init(sexes: [String: Sex]) {
    self.init(
      members: sexes.sorted { $0.key < $1.key }.map {
        Member(family: $0.key, name: $0.key, sex: $0.value)
      })
  }
}
