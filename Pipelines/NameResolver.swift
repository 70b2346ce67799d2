import Genome
import Nomenclature
import ReferenceBundle

/// Finds the variants that a name means: HGVS `c.`, `g.` and `p.`, SPDI, `chrX-pos-ref-alt`, the
/// table's identifiers and the names papers use.
struct NameResolver {
  let knowledge: Knowledge

  /// The alleles a name may mean, and what is doubtful about reading it so.
  struct Reading: Sendable, Hashable {
    var assembly: Assembly
    var changes: [SequenceChange]
    var doubts: [String]

    init(_ assembly: Assembly, _ changes: [SequenceChange], doubts: [String] = []) {
      self.assembly = assembly
      self.changes = changes
      self.doubts = doubts
    }
  }

  private var bundle: ReferenceBundle { knowledge.bundle }

  /// An identifier of the table first; a name from a paper before other readings, but for a `c.`
  /// name only where it can't be placed as it stands.
  func read(_ name: String) throws(NameError) -> Reading {
    let text = String(name.filter { !$0.isWhitespace })
    guard !text.isEmpty else { throw NameError(name, "the name is empty") }
    let names = TableNames(rows: knowledge.table.topmost.map(\.resolved))
    if let row = names.row(identifier: text) { return try tableReading([row], text) }
    let rows = names.rows(named: text)
    guard text.hasPrefix("c.") || rows.isEmpty else { return try tableReading(rows, text) }
    do throws(NameError) {
      return try readExpression(text)
    } catch {
      if rows.isEmpty { throw error }
      return try tableReading(rows, text)
    }
  }

  private func readExpression(_ text: String) throws(NameError) -> Reading {
    if text.hasPrefix("NC_"), text.count(where: { $0 == ":" }) > 1 {
      let (locus, change) = try SPDIReader.change(text, on: bundle.loci)
      return Reading(locus.assembly, [change])
    }
    if let reading = try VCFSpelling(text, bundle.loci)?.reading { return reading }
    if TableNames.isIdentifier(text) {
      throw NameError(
        text,
        "no row of the curated table has this identifier; give the variant itself, as c.1189C>T "
          + "or chrX-49251441-G-A")
    }
    return try HGVSResolver(knowledge: knowledge, name: text).read()
  }

  private func tableReading(
    _ rows: [ResolvedVariant], _ name: String
  ) throws(NameError) -> Reading {
    let changes = rows.compactMap { $0.change(.grch38) }
    let list = rows.map { "\($0.row.identifier) (\($0.row.codingName))" }
      .joined(separator: " and ")
    guard !changes.isEmpty else {
      throw NameError(
        name,
        "row \(list) is known by what it removes, not by one allele; give the deletion's own ends "
          + "to `foxp3 annotate`")
    }
    if rows.count > 1 {
      return Reading(
        .grch38, changes,
        doubts: ["The name stands for \(rows.count) rows of the table, \(list); all are shown."])
    }
    var doubts: [String] = []
    if rows.first?.row.identifier != name { doubts.append("Read as the name of row \(list).") }
    if ProteinNameText.canonical(name) != nil, !TableNames.isIdentifier(name) {
      doubts.append("For every nucleotide change with this protein name, give p.\(name).")
    }
    return Reading(.grch38, changes, doubts: doubts)
  }
}
