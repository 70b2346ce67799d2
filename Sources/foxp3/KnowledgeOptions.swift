import ArgumentParser
import Pipelines

/// What a run of one patient stands on besides its input.
struct KnowledgeOptions: ParsableArguments {
  @OptionGroup var evidence: EvidenceOptions

  @Option(name: .customLong("case"), help: "Documented evidence of the one patient's case (YAML).")
  var caseFile: String?

  var files: [String] { evidence.files + [caseFile].compactMap { $0 } }

  func load() throws -> Knowledge { try evidence.load(caseFile: caseFile) }
}
