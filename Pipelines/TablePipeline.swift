public import Genome
import ReferenceBundle
import Reporting

/// `foxp3 table`: the curated table, a laboratory's own, and what differs between two.
public struct TablePipeline: Sendable {
  let bundle: ReferenceBundle
  let knowledge: Knowledge

  public init(_ knowledge: Knowledge) {
    bundle = knowledge.bundle
    self.knowledge = knowledge
  }

  /// One line for each allele of the run's table, header first; positions are 1-based.
  public func list(_ clinicalClass: ClinicalClass? = nil) -> String {
    let header = [
      "id", "hgvs_c", "hgvs_p", "class", "decides", "basis", "table", "grch38_pos", "grch37_pos",
      "pmids",
    ]
    let rows = knowledge.table.topmost.filter {
      clinicalClass == nil || $0.row.clinicalClass == clinicalClass
    }
    return Reports.text([header] + rows.map(listed))
  }

  private func listed(_ row: LayeredTable.Row) -> [String] {
    let positions = [Assembly.grch38, .grch37].map { assembly in
      (row.resolved.change(assembly)?.start ?? row.resolved.removal(assembly)?.start)
        .map(String.init) ?? "."
    }
    return [
      row.row.identifier, row.row.codingName,
      knowledge.proteinName(row.resolved) ?? ".", row.row.clinicalClass.rawValue,
      row.row.decides ? "yes" : "no", row.row.basis.rawValue,
      row.isOfLaboratory ? "lab" : "built-in",
    ] + positions
      + [row.row.pubMedIdentifiers.isEmpty ? "." : row.row.pubMedIdentifiers.joined(separator: ",")]
  }

  /// One row with every column, by its identifier or a name; exit status 65 where there is none.
  public func show(_ name: String) throws(PipelineError) -> String {
    let found =
      knowledge.table.row(name)
      ?? knowledge.table.topmost.first {
        $0.row.codingName == name || $0.row.otherNames.contains(name)
      }
    guard let found else {
      throw PipelineError(
        .unusable,
        "\(name) is no row of the table; `foxp3 table list` shows its identifiers and names")
    }
    let lines = CuratedTableText.text([found.row]).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let pairs = zip(lines.first ?? [], lines.last ?? []).filter { !$1.isEmpty }
    return pairs.map { "\($0)\t\($1)\n" }.joined()
      + "table\t\(found.isOfLaboratory ? "lab" : "built-in")\n"
  }

  /// What differs between two tables, for re-analysis: rows by allele, header first. `built-in`
  /// names the program's own.
  public func differences(_ old: String, _ new: String) throws(PipelineError) -> String {
    let before = try table(old)
    let after = try table(new)
    let header = ["change", "hgvs_c", "old_id", "new_id", "old_class", "new_class", "new_reason"]
    var rows: [[String]] = []
    for resolved in after.resolved {
      let earlier = before.resolved.first { $0.grch38 == resolved.grch38 }
      if let row = TablePipeline.difference(earlier?.row, resolved.row) { rows.append(row) }
    }
    for resolved in before.resolved
    where !after.resolved.contains(where: { $0.grch38 == resolved.grch38 }) {
      rows.append(
        [
          "removed", resolved.row.codingName, resolved.row.identifier, ".",
          resolved.row.clinicalClass.rawValue, ".", ".",
        ])
    }
    return Reports.text([header] + rows)
  }

  private static func difference(_ old: CuratedVariant?, _ new: CuratedVariant) -> [String]? {
    let kind: String
    switch old {
    case nil: kind = "added"
    case let old? where old.clinicalClass != new.clinicalClass: kind = "class"
    case let old? where old.decides != new.decides: kind = new.decides ? "decides" : "no_longer"
    default: return nil
    }
    return [
      kind, new.codingName, old?.identifier ?? ".", new.identifier,
      old?.clinicalClass.rawValue ?? ".", new.clinicalClass.rawValue, new.classReason,
    ]
  }

  /// The tables laid over each other as one, readable as a table again.
  public func merged() -> String {
    // From the gene's 5' end, as the built-in table is.
    let rows = knowledge.table.topmost.enumerated().sorted {
      let places = (TablePipeline.order($0.element), TablePipeline.order($1.element))
      return places.0 == places.1 ? $0.offset < $1.offset : places.0 > places.1
    }.map(\.element.row)
    return CuratedTableText.text(rows)
  }

  private static func order(_ row: LayeredTable.Row) -> Int {
    row.resolved.change(.grch38)?.interval.end ?? row.resolved.removal(.grch38)?.end ?? 0
  }

  private func table(_ path: String) throws(PipelineError) -> CuratedTable {
    path == "built-in" ? bundle.table : try TableSelection.read(path, bundle)
  }
}
