import Flow
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
    /// Rows of the table that the name means and that are no one allele.
    var rows: [ResolvedVariant] = []
    /// What is known by its ends and not by its bases.
    var ends: StructuralChange?

    init(_ assembly: Assembly, ends: StructuralChange, doubts: [String]) {
      self.init(assembly, [], doubts: doubts)
      self.ends = ends
    }

    init(_ assembly: Assembly, _ changes: [SequenceChange], doubts: [String] = []) {
      self.assembly = assembly
      self.changes = changes
      self.doubts = doubts
    }
  }

  private var bundle: ReferenceBundle { knowledge.bundle }

  /// An identifier of the table first; a name from a paper before other readings, but for a `c.`
  /// name only where it can't be placed as it stands. An error shows the name as it was given.
  func read(_ name: String) throws(NameError) -> Reading {
    do throws(NameError) {
      return try reading(name)
    } catch {
      throw NameError(
        name.split(whereSeparator: \.isWhitespace).joined(separator: " "), error.cause)
    }
  }

  private func reading(_ name: String) throws(NameError) -> Reading {
    let text = String(name.filter { !$0.isWhitespace })
    let typed = TypedName(name)
    guard !typed.text.isEmpty else { throw NameError(name, "the name is empty") }
    let names = TableNames(
      rows: knowledge.table.topmost.map(\.resolved),
      transcript: bundle.transcripts(.grch38)[0].accession)
    for spelling in [text, typed.text] {
      if let row = names.row(identifier: spelling) { return try tableReading([row], spelling) }
    }
    let rows = [text, typed.text].map(names.rows(named:)).first { !$0.isEmpty } ?? []
    let isCoding = QualifiedName(typed.text).description.hasPrefix("c.")
    guard isCoding || rows.isEmpty else { return try tableReading(rows, text) }
    do throws(NameError) {
      return try placed(typed, isAsGiven: typed.text == text)
    } catch {
      guard rows.isEmpty else { return try tableReading(rows, text) }
      throw advised(error, typed)
    }
  }

  /// Where the reader can't tell what to write instead, what is known of the form that was given.
  private func advised(_ error: NameError, _ typed: TypedName) -> NameError {
    guard let map = knowledge.maneMap(.grch38),
      let cause = NameAdvice(text: typed.text, map: map).cause
    else { return error }
    return NameError(typed.text, cause)
  }

  private func placed(
    _ typed: TypedName, isAsGiven: Bool
  ) throws(NameError) -> Reading {
    var reading = try readExpression(typed.text)
    if let build = typed.build, build != reading.assembly {
      throw NameError(
        typed.text,
        "it says \(build.rawValue), but as written it is read on \(reading.assembly.rawValue); give the "
          + "accession, as \(bundle.locus(build).accession):g.… or "
          + "\(bundle.locus(build).accession)(\(bundle.transcripts(build)[0].accession)):c.…")
    }
    let shown = typed.text.replacing("(p.", with: " (p.")
    if !isAsGiven, !reading.doubts.contains("Read as \(shown).") {
      reading.doubts.insert("Read as \(shown).", at: 0)
    }
    return reading
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
    let list = rows.map { "\($0.row.identifier) (\($0.row.codingName))" }
      .joined(separator: " and ")
    var reading = Reading(.grch38, rows.compactMap { $0.change(.grch38) })
    reading.rows = rows.filter { $0.change(.grch38) == nil }
    if rows.count > 1 {
      reading.doubts = [
        "The name stands for \(rows.count) rows of the table, \(list); all are shown."
      ]
      return reading
    }
    if rows.first?.row.identifier != name {
      reading.doubts.append("Read as the name of row \(list).")
    }
    if hasOtherChanges(name, reading.changes) {
      reading.doubts.append("For other nucleotide changes with this protein name, give p.\(name).")
    }
    return reading
  }

  /// Whether the name is also that of a protein to which more than the row's allele leads.
  private func hasOtherChanges(_ name: String, _ known: [SequenceChange]) -> Bool {
    guard let canonical = ProteinNameText.canonical(name),
      ProteinNameText.firstResidue(canonical) != nil,
      let all = try? readExpression("p." + name).changes
    else { return false }
    return all.count > known.count
  }
}
