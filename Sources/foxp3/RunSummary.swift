import Flow
import Foundation
import Genome

/// What `annotate` ends with: a line for each sample and the count of each conclusion.
struct RunSummary {
  /// Beyond this many samples only those that need attention are named.
  static let mostLines = 20

  private struct Line {
    var sample: String
    var word: ConclusionWord?
    var detail: String
  }

  let hasColour: Bool
  private var lines: [Line] = []
  private var hasFiles = false

  init(hasColour: Bool) { self.hasColour = hasColour }

  /// Whether standard error is a terminal that shows colours (https://no-color.org).
  static func colourOfTerminal(_ environment: [String: String]) -> Bool {
    isatty(FileHandle.standardError.fileDescriptor) == 1
      && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// - Parameter files: those written for the sample.
  mutating func add(_ result: SampleResult, files: [String]) {
    hasFiles = hasFiles || !files.isEmpty
    lines.append(
      Line(
        sample: Message.shown(result.sample), word: result.conclusion?.word,
        detail: RunSummary.detail(result)))
  }

  /// Empty without a sample.
  func text(directory: String) -> [String] {
    guard !lines.isEmpty else { return [] }
    let shown =
      lines.count <= RunSummary.mostLines
      ? lines : Array(lines.filter { needsAttention($0.word) }.prefix(RunSummary.mostLines))
    let width = min(32, shown.map(\.sample.count).max() ?? 0)
    let hidden = lines.count - shown.count
    return shown.map { row($0, width) }
      + (hidden > 0 ? ["… and \(hidden) more"] : [])
      + [
        hasFiles
          ? "\(counts); drafts in \(Message.shown(directory)) until the laboratory releases them"
          : "\(counts); no report was written"
      ]
  }

  private func row(_ line: Line, _ width: Int) -> String {
    let name = line.sample.padding(
      toLength: max(width, line.sample.count), withPad: " ", startingAt: 0)
    let word = (line.word.map(words) ?? "no genotypes").padding(
      toLength: 22, withPad: " ", startingAt: 0)
    return "\(name)  \(coloured(word, line.word))  \(line.detail)"
  }

  private func words(_ word: ConclusionWord) -> String { word.rawValue.replacing("_", with: " ") }

  private func coloured(_ text: String, _ word: ConclusionWord?) -> String {
    guard hasColour, let word else { return text }
    let code =
      switch word {
      case .positive: "1;31"
      case .carrier, .uncertain, .inconclusive, .notAssessable, .failed: "33"
      case .negative, .negativeSequenceOnly: "32"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func needsAttention(_ word: ConclusionWord?) -> Bool {
    switch word {
    case .positive, .carrier, .uncertain, .notAssessable, .failed: true
    case .negative, .negativeSequenceOnly, .inconclusive, nil: false
    }
  }

  private var counts: String {
    let number = "\(lines.count) \(lines.count == 1 ? "sample" : "samples")"
    let list = ConclusionWord.allCases.compactMap { word -> String? in
      let count = lines.count { $0.word == word }
      return count == 0 ? nil : "\(count) \(words(word))"
    }
    return list.isEmpty ? number : "\(number): \(list.joined(separator: ", "))"
  }

  /// The gravest variant, or what keeps the sample from being negative.
  private static func detail(_ result: SampleResult) -> String {
    if result.conclusion?.word == .notAssessable { return "nothing can be concluded from it" }
    return gravest(result).map { name($0, in: result) } ?? open(result) ?? places(result)
  }

  /// A confirmed call before one that is not; of those that are not the harmful ones alone.
  private static func gravest(_ result: SampleResult) -> SampleVariant? {
    let order: [ClinicalClass] = [.pathogenic, .likelyPathogenic, .uncertain, .notEvaluated]
    let confirmed = order.lazy.compactMap { grade in
      result.variants.first { $0.classified.clinicalClass == grade && $0.isConfirmed }
    }.first
    return confirmed
      ?? order.prefix(2).lazy.compactMap { grade in
        result.variants.first { $0.classified.clinicalClass == grade }
      }.first
  }

  private static func open(_ result: SampleResult) -> String? {
    let names = result.openRecords.first(where: \.isHarmful)?.names ?? []
    return names.isEmpty ? nil : "open: \(names.joined(separator: ", "))"
  }

  private static func places(_ result: SampleResult) -> String {
    guard result.hasGenotypes else { return "\(result.variants.count) variants" }
    let counts = LedgerCounts(result.ledger)
    guard counts.open == 0 else { return "\(counts.unseen) not shown to be read" }
    // Of an inconclusive sample with nothing open by name its report says why.
    let doubt =
      result.conclusion?.word == .inconclusive ? ", but a doubt is told in its report" : ""
    return "\(counts.seen) looked at\(doubt)"
      + (counts.openCopyNumber.isEmpty ? "" : ", copy number was not")
  }

  private static func words(_ zygosity: Zygosity) -> String {
    switch zygosity {
    case .unknown: "zygosity unknown"
    case .conflict: "zygosity in conflict"
    default: zygosity.rawValue
    }
  }

  private static func name(_ told: SampleVariant, in result: SampleResult) -> String {
    let annotated = told.classified.annotated
    let name = annotated.shortName ?? annotated.placement?.genomicName ?? "a variant"
    let zygosity =
      told.isConfirmed
      ? result.hasGenotypes ? ", \(words(told.zygosity))" : "" : ", not confirmed"
    return "\(name) "
      + told.classified.clinicalClass.rawValue.replacing("_", with: " ") + zygosity
  }
}
