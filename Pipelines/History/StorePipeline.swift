import Flow
import Genome
import Normalisation
import ReferenceBundle
import Reporting
import Store

/// `foxp3 store`: what a laboratory's own history says today.
public struct StorePipeline: Sendable {
  let knowledge: Knowledge
  /// The latest record of each input of each sample.
  private let records: [StoredSample]
  /// The latest record of each sample: what `frequency` counts.
  let samples: [StoredSample]

  /// Reads what the store holds.
  public init(_ path: String, knowledge: Knowledge) throws(PipelineError) {
    self.knowledge = knowledge
    do throws(StoreError) {
      records = try Store(path, for: .reading).latest()
    } catch {
      throw PipelineError(error)
    }
    samples = zip(records, records.dropFirst().map(Optional.some) + [nil]).filter { record, next in
      record.sample != next?.sample
    }.map(\.0)
  }

  /// How many samples the store holds.
  public var sampleCount: Int { samples.count }

  /// Names that stand for several inputs, as a sentence: whether that is one person is not known here.
  public var sharedNames: String? {
    let shared = Dictionary(grouping: records, by: \.sample).filter { $0.value.count > 1 }.keys
    guard let first = shared.min() else { return nil }
    return "\(shared.count) sample name(s) with several inputs, as “\(first)”: counts take the "
      + "latest of each name, reclassify lists every input. Give each person a name of their own."
  }

  /// Variants whose class is another one today, as a table; header line alone where there is none.
  /// An input that a later one of the same name followed is listed too: it may be another person's.
  public func reclassified() -> String {
    let rows = records.flatMap { sample in
      sample.told.compactMap { variant -> [String]? in
        guard let now = classified(variant), now.clinicalClass != variant.clinicalClass else {
          return nil
        }
        return row(sample, variant, now)
      }
    }
    return Reports.text([StorePipeline.columns] + rows)
  }

  private static let columns = [
    "sample", "input", "run_date", "conclusion_then", "variant", "identifier", "zygosity",
    "class_then", "class_now", "source_then", "source_now", "criteria_then", "criteria_now",
    "reason_now", "curated_id_now", "tool_then", "table_then", "tool_now", "table_now", "note",
  ]

  private func row(
    _ sample: StoredSample, _ variant: StoredVariant, _ now: ClassifiedVariant
  ) -> [String] {
    let basis = StoredSample.Basis(knowledge)
    return [
      sample.sample, sample.inputName, sample.runDate, sample.conclusion ?? "", variant.name,
      variant.identifier, variant.zygosity.rawValue, variant.clinicalClass.rawValue,
      now.clinicalClass.rawValue, variant.source.rawValue, now.source.rawValue,
      variant.criteria.joined(separator: ","), now.criteria.joined(separator: ","), now.reason,
      now.matchedRow?.identifier ?? "", sample.basis.tool, sample.basis.table, basis.tool,
      basis.table, note(sample, variant, now, basis).joined(separator: " "),
    ]
  }

  /// What was looked at then and is not today: a class that changes for that alone is no news.
  private func note(
    _ sample: StoredSample, _ variant: StoredVariant, _ now: ClassifiedVariant,
    _ basis: StoredSample.Basis
  ) -> [String] {
    var notes: [String] = []
    if sample.hasCase { notes.append("Then with evidence of the case, which is not used here.") }
    if sample.basis.evidence != basis.evidence {
      let then = sample.basis.evidence.isEmpty ? "no files of evidence" : sample.basis.evidence
      let now = basis.evidence.isEmpty ? "none" : basis.evidence
      notes.append("Then with \(then); now with \(now).")
    }
    if variant.restoring == nil, sample.told.count > 1,
      now.annotated.mane?.consequences.contains(.frameshift) == true
    {
      notes.append(
        "Written by a version that did not keep whether the same copy takes the frame shift back: annotate the "
          + "sample anew before anything is made of it.")
    }
    let missing = sample.basis.laboratoryTables.filter { !basis.laboratoryTables.contains($0) }
    if !missing.isEmpty {
      notes.append(
        "Then with the laboratory's table \(missing.joined(separator: ", ")), which is not looked at now."
      )
    }
    let lost = variant.criteria.filter { criterion in
      ["PP3", "BP4", "BP7"].contains { criterion.hasPrefix($0) }
        && !now.criteria.contains(criterion)
    }
    if !lost.isEmpty {
      notes.append(
        "\(lost.joined(separator: ", ")) may have stood on scores in the input itself, which are "
          + "not used here.")
    }
    return notes
  }

  /// The class that the variant has today; `nil` for what could not be assessed.
  private func classified(_ variant: StoredVariant) -> ClassifiedVariant? {
    guard let change = variant.change?.change else { return nil }
    let normaliser = Normaliser(locus: knowledge.bundle.locus(variant.assembly))
    let parts = variant.parts.enumerated().map { index, part in
      StorePipeline.read(part, number: index + 1)
    }
    return knowledge.classified(
      NormalisedVariant(assembly: variant.assembly, change: change, parts: parts),
      parts: parts.map { knowledge.classified(normaliser.normalise($0)) },
      restoring: variant.restoring ?? [])
  }

  /// A part of a joined allele as its record was read.
  private static func read(_ part: StoredChange, number: Int) -> ReadVariant {
    let record = ReadRecord(
      number: number, contig: "chrX", position: part.start, end: part.end,
      reference: part.reference, alternates: [part.alternate])
    return ReadVariant(record: record, alleleIndex: 1)
  }
}
