import Flow
import Genome
import HTS
import Reading
import ReferenceBundle
import Settings

/// A file of prediction scores (`--scores`), by allele.
struct ScoreTable: Sendable {
  let assembly: Assembly
  /// As the report's versions name the file.
  let description: String
  private let found: [SequenceChange: Entry]
  private let name: String
  /// Tools that the file has values of.
  private let tools: Set<String>
  /// The one tool that counts for missense variants.
  private let missenseTool: String

  /// A tool's score or doubt and the record it is from.
  private struct Entry: Sendable {
    var scores: [String: (score: ScoreEvidence, record: ReadRecord)] = [:]
    var doubts: [String: ScoreDoubt] = [:]
  }

  init(
    _ path: String, _ bundle: ReferenceBundle, _ policy: AcmgPolicy
  ) throws(PipelineError) {
    let reading = try EvidenceReading(path, bundle) { (_) throws(HTSError) in }
    try reading.requireRecords(of: "scores")
    let fields = ScoreTable.fields(policy, bundle, header: reading.header)
    var found: [SequenceChange: Entry] = [:]
    var hasKey = false
    for record in reading.records {
      do throws(ScoreProblem) {
        hasKey = try fields.hasKey(record) || hasKey
      } catch {
        throw ScoreTable.failure(reading, record, error)
      }
      for (index, change) in try reading.changes(record).enumerated() {
        let own: ScoreReading
        do throws(ScoreProblem) {
          own = try fields.scores(record, allele: index + 1)
        } catch {
          throw ScoreTable.failure(reading, record, error)
        }
        guard let change else { continue }
        try ScoreTable.add(own, of: record, to: &found[change, default: Entry()], reading)
      }
    }
    guard hasKey else { throw ScoreTable.withoutKeys(reading, policy) }
    self.found = found
    name = reading.name
    tools = Set(found.values.flatMap { Array($0.scores.keys) + Array($0.doubts.keys) })
    missenseTool = policy.scores.missenseTool.value
    assembly = reading.assembly
    description = reading.description
  }

  /// What the file has of an allele on its build. A doubt of one record takes away the score of
  /// another.
  func scores(_ change: SequenceChange) -> ScoreReading {
    guard let entry = found[change] else { return ScoreReading() }
    return ScoreReading(
      scores: entry.scores.values.map(\.score).filter { entry.doubts[$0.tool] == nil }
        .sorted { $0.tool < $1.tool },
      doubts: entry.doubts.values.sorted { $0.tool < $1.tool })
  }

  /// A sentence where the file's scores of missense variants are of other tools than the one that counts;
  /// `nil` where they are not.
  var unusedNote: String? {
    unusedTools.map {
      "\(name): its \($0) scores are not used: for missense variants \(missenseTool) alone counts, which the "
        + "policy chose beforehand (missense_tool in AcmgRules.yaml); give a file with \(missenseTool) scores."
    }
  }

  /// Why a missense variant without a score of the tool that counts has none, though a file was given.
  func absence(of change: SequenceChange?) -> ScoreDoubt {
    if let unusedTools {
      return ScoreDoubt(
        tool: missenseTool,
        reason: "\(name) has no \(missenseTool) score, and its \(unusedTools) scores are not used.")
    }
    let isOfAnother =
      change.map { own in
        found.contains { $0.key.start == own.start && $0.value.scores[missenseTool] != nil }
      } ?? false
    return ScoreDoubt(
      tool: missenseTool,
      reason:
        "\(name) has no \(missenseTool) score for this allele\(isOfAnother ? ", only for another at its place" : "")."
    )
  }

  /// Whether a tool's scores are evidence.
  func counts(_ tool: String) -> Bool {
    tool == missenseTool || tool == AcmgPolicy.Scores.spliceTool
  }

  /// Tools in place of the one that counts; `nil` for none.
  private var unusedTools: String? {
    let unused = tools.filter { !counts($0) }
    guard !tools.contains(missenseTool), !unused.isEmpty else { return nil }
    return unused.sorted().joined(separator: " and ")
  }

  private static func add(
    _ own: ScoreReading, of record: ReadRecord, to entry: inout Entry, _ reading: EvidenceReading
  ) throws(PipelineError) {
    for score in own.scores {
      if let known = entry.scores[score.tool], known.score.value != score.value {
        throw reading.failure(
          record,
          "gives the allele \(score.tool) \(score.value), and "
            + "\(EvidenceReading.place(known.record)) gives it \(known.score.value); leave one out")
      }
      entry.scores[score.tool] = (score, record)
    }
    for doubt in own.doubts { entry.doubts[doubt.tool] = doubt }
  }

  private static func failure(
    _ reading: EvidenceReading, _ record: ReadRecord, _ problem: ScoreProblem
  ) -> PipelineError {
    reading.failure(record, "\(problem.clause); correct the record or the program that wrote it")
  }

  private static func withoutKeys(
    _ reading: EvidenceReading, _ policy: AcmgPolicy
  ) -> PipelineError {
    let keys = policy.scores.tools.flatMap(\.keys).joined(separator: ", ")
    return PipelineError(
      .unusable,
      "\(reading.path): none of its records in the locus has a score that is known here (\(keys), "
        + "or these as sub-fields of CSQ or ANN), and so it tells nothing; give a file of scores")
  }

  static func fields(
    _ policy: AcmgPolicy, _ bundle: ReferenceBundle, header: String
  ) -> ScoreFields {
    let mane = bundle.transcripts(.grch38).first
    return ScoreFields(
      tools: policy.scores.tools.map { ScoreFields.Tool(name: $0.name, keys: $0.keys) },
      header: header,
      transcripts: [mane?.accession, mane?.ensemblAlias].compactMap { $0 }.filter { !$0.isEmpty })
  }
}
