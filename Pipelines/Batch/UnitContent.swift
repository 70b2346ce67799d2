import Flow
import Genome
import HTS
import Settings

/// Whether a unit's files still hold what an earlier run read in them, where their names, sizes and times of
/// change are the same: those can be kept by who writes other bytes (`touch -r`, `rsync -t`).
struct UnitContent {
  private let unit: BatchUnit
  private let reader: InputReader
  /// Of the header and the isolated records as they stand now; `nil` where they are not of variants or can't be read.
  private lazy var digest: String? = currentDigest()

  init(_ unit: BatchUnit, _ knowledge: Knowledge, _ common: AnnotateRequest) {
    self.unit = unit
    reader = InputReader(
      bundle: knowledge.bundle, request: unit.request(common, for: unit.entries))
  }

  /// - Parameter stateFile: names when the earlier run was done with the sample.
  mutating func isUnchanged(since stateFile: String, digest earlier: String) -> Bool {
    guard let done = FileFacts.of(stateFile)?.modifiedTime else { return false }
    let others = [unit.row.alignments, reader.request.fasta].compactMap { $0 }
    guard !others.contains(where: { isTouched($0, since: done) }) else { return false }
    return !isTouched(unit.input, since: done) || digest == earlier
  }

  private func isTouched(_ path: String, since time: Int) -> Bool {
    ([path] + IndexNames.all(of: path)).compactMap { FileFacts.of($0)?.statusChanged }
      .contains { $0 > time }
  }

  private func currentDigest() -> String? {
    guard let opened = try? InputFile.open(unit.input, fasta: reader.request.fasta) else {
      return nil
    }
    switch consume opened {
    case .variants(let file):
      return (try? reader.read(file, path: unit.input))?.provenance.contentDigest
    case .reads: return nil
    }
  }
}
