public import Flow
import Genome
import Nomenclature
import ReferenceBundle

/// `foxp3 explain`: a variant by name, through every stage that needs no sample.
public struct ExplainPipeline: Sendable {
  private let knowledge: Knowledge

  public init(knowledge: Knowledge) { self.knowledge = knowledge }

  /// One name with the variants it may mean.
  public struct Explanation: Sendable {
    public var name: String
    public var doubts: [String]
    public var variants: [ClassifiedVariant]
    /// Rows of the table that the name means and that are no one allele.
    public var rows: [RemovalRow]
  }

  /// Nothing is documented after `day`, as `2026-01-31`.
  public func checkCase(until day: String) throws(PipelineError) {
    try knowledge.evidence.documentedCase?.checkDays(until: day)
  }

  /// A sentence on what the case file documents of variants that were not explained; `nil` for nothing.
  public func unusedEvidence(_ explanations: [Explanation]) -> String? {
    let names = knowledge.evidence.documented(notAmong: explanations.flatMap(\.variants))
    guard !names.isEmpty else { return nil }
    return
      "the case file documents evidence for \(names.joined(separator: ", ")), which is none of the "
      + "variants explained: that evidence has no effect here"
  }

  /// Every name that can be read, in the order given, and an error for each that can't.
  public func explain(_ names: [String]) -> (explained: [Explanation], failed: [PipelineError]) {
    var explained: [Explanation] = []
    var failed: [PipelineError] = []
    for name in names {
      do throws(PipelineError) {
        explained.append(try explain(name))
      } catch {
        failed.append(error)
      }
    }
    return (explained, failed)
  }

  /// A name that can't be read is an error with exit status 65.
  public func explain(_ name: String) throws(PipelineError) -> Explanation {
    do throws(NameError) {
      let reading = try NameResolver(knowledge: knowledge).read(name)
      let changes =
        reading.changes.map(NormalisedVariant.Change.sequence)
        + [reading.ends].compactMap(\.self).map(NormalisedVariant.Change.structural)
      return Explanation(
        name: name, doubts: reading.doubts,
        variants: changes.map {
          knowledge.classified(NormalisedVariant(assembly: reading.assembly, change: $0))
        }, rows: reading.rows.map(removal))
    } catch {
      throw PipelineError(error)
    }
  }

  private func removal(_ row: ResolvedVariant) -> RemovalRow {
    let isOfLaboratory = knowledge.table.topmost.contains {
      $0.resolved == row && $0.isOfLaboratory
    }
    let stretches = [Assembly.grch38, .grch37].compactMap { assembly in
      row.removal(assembly).map {
        RemovalRow.Stretch(
          assembly: assembly,
          name: "\(knowledge.bundle.locus(assembly).accession):g.\($0.start)_\($0.end)")
      }
    }
    return RemovalRow(
      evidence: TableEvidence(row: row.row, relation: .removes, isOfLaboratory: isOfLaboratory),
      stretches: stretches)
  }
}
