import Genome
import HTS
import Settings

/// What a batch would begin with.
public struct BatchCheck: Sendable, Hashable {
  public var samples: Int
  public var inputs: Int
  public var families: Int
  /// What a run would say before it begins, in sentences.
  public var notes: [String]
}

extension BatchPipeline {
  /// Reads the sheet, its tables, cases and settings, and the head of every file it names; writes
  /// nothing. A run would let a sample fail whose file can't be opened: here that is a problem of the
  /// sheet, and all are told at once.
  public func check() throws(PipelineError) -> BatchCheck {
    let plan = try BatchPlan(request)
    var request = request
    request.common.pedigree = plan.pedigree
    let shelf = KnowledgeShelf(bundle: bundle, request: request)
    try shelf.common().knowledge.checkLanguage(request.common.language)
    let problems = plan.units.flatMap { unit in
      BatchPipeline.problems(unit, shelf, fasta: request.common.fasta)
    }
    guard problems.isEmpty else {
      throw PipelineError(
        SettingsError(kind: .invalid, file: request.sheet, problems: problems))
    }
    return BatchCheck(
      samples: plan.sampleCount, inputs: plan.units.count,
      families: BatchPipeline.families(plan.pedigree), notes: plan.notes)
  }

  /// Someone without a family is one by the own name, and is not counted.
  private static func families(_ pedigree: Pedigree) -> Int {
    let members = Dictionary(grouping: pedigree.members, by: \.family)
    return members.count { family, people in people.map(\.name) != [family] }
  }

  private static func problems(
    _ unit: BatchUnit, _ shelf: KnowledgeShelf, fasta: String?
  ) -> [SettingsProblem] {
    var problems: [SettingsProblem] = []
    do throws(PipelineError) {
      _ = try shelf.prepared(for: unit.row)
    } catch {
      problems += error.lines.map { SettingsProblem(line: unit.row.line, message: $0) }
    }
    for path in [unit.input, unit.row.alignments].compactMap({ $0 }) {
      do throws(HTSError) {
        let named = try BatchPlan.header(path, fasta: fasta)
        guard path == unit.input, unit.row.sample != nil else { continue }
        let names = named.isEmpty ? [FileStem.of(path)] : named
        problems += unit.entries.filter { !names.contains($0.sample) }.map { entry in
          SettingsProblem(
            line: entry.row.line, message: "\(path) has no sample “\(entry.sample)”")
        }
      } catch {
        problems.append(SettingsProblem(line: unit.row.line, message: error.description))
      }
    }
    return problems
  }
}
