import Foundation
import Genome
import ReferenceBundle
import Reporting
import Settings
import Synchronization

/// The knowledge of each set of tables that a sheet's rows name, loaded once and shared.
final class KnowledgeShelf: Sendable {
  /// What rows of one set of tables stand on.
  struct Prepared: Sendable {
    var knowledge: Knowledge
    var reports: Reports
    /// Digest of all that decides their reports besides inputs, case and sex.
    var settings: String
  }

  private let bundle: ReferenceBundle
  private let request: BatchRequest
  private let shelf = Mutex<[TableSelection: Result<Prepared, PipelineError>]>([:])

  init(bundle: ReferenceBundle, request: BatchRequest) {
    self.bundle = bundle
    self.request = request
  }

  /// For the rows that name no tables of their own.
  func common() throws(PipelineError) -> Prepared { try prepared(request.tables) }

  /// For a row, with its patient's case.
  func prepared(for row: SampleSheet.Row) throws(PipelineError) -> Prepared {
    var prepared = try prepared(row.tables.map { TableSelection($0) } ?? request.tables)
    guard let path = row.caseFile else { return prepared }
    prepared.knowledge = try prepared.knowledge.with(caseFile: path)
    try prepared.knowledge.evidence.documentedCase?.checkDays(until: request.common.runDate)
    prepared.reports = Reports(
      context: ReportSetup(knowledge: prepared.knowledge, request: request.common).context)
    let digest = Digest.of(file: path) ?? "none"
    prepared.settings = Digest.of(Array("\(prepared.settings) case \(digest)".utf8))
    return prepared
  }

  private func prepared(_ tables: TableSelection) throws(PipelineError) -> Prepared {
    let result = shelf.withLock { shelf in
      if let known = shelf[tables] { return known }
      let made = load(tables)
      shelf[tables] = made
      return made
    }
    return try result.get()
  }

  private func load(_ tables: TableSelection) -> Result<Prepared, PipelineError> {
    do throws(PipelineError) {
      let knowledge = try Knowledge(bundle, tables: tables, evidence: request.evidence)
      let context = ReportSetup(knowledge: knowledge, request: request.common).context
      return .success(
        Prepared(
          knowledge: knowledge, reports: Reports(context: context),
          settings: settings(context, tables)))
    } catch {
      return .failure(error)
    }
  }

  /// Versions, thresholds, options and the digests of every file that knowledge comes from.
  private func settings(_ context: ReportContext, _ tables: TableSelection) -> String {
    let versions = context.versions
    let common = request.common
    var lines = [versions.tool, versions.htslib, versions.table, versions.profile]
    lines += versions.settings.map { "\($0.name)=\($0.value)" }
    lines += bundle.manifest.map { "\($0.path) \($0.sha256)" }
    lines += [bundle.acmgRules] + bundle.table.rows.map { String(describing: $0) }
    lines += tables.files.map { "table \(Digest.of(file: $0) ?? "none")" }
    lines += ["built-in \(tables.usesBuiltIn)"] + common.formats.map(\.rawValue).sorted()
    lines += [
      common.assembly?.rawValue ?? "auto", "scan \(common.isFullScan)",
      "private \(common.isPrivate)", "language \(common.language)",
    ]
    return Digest.of(Array(lines.joined(separator: "\n").utf8))
  }
}
