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

  func read(_ name: String) throws(NameError) -> Reading {
    let text = String(name.filter { !$0.isWhitespace })
    guard !text.isEmpty else { throw NameError(name, "the name is empty") }
    if let row = tableRow(text) { return try tableReading(row, name) }
    if text.split(separator: ":").count == 4, text.hasPrefix("NC_") {
      let (locus, change) = try SPDIReader.change(text, on: bundle.loci)
      return Reading(locus.assembly, [change])
    }
    if let reading = try VCFSpelling(text, bundle.loci)?.reading { return reading }
    if let colon = text.lastIndex(of: ":") {
      return try readWithAccession(
        String(text[..<colon]), String(text[text.index(after: colon)...]), name)
    }
    return try readBare(text)
  }

  private func tableRow(_ text: String) -> ResolvedVariant? {
    let resolved = knowledge.table.topmost.map(\.resolved)
    return resolved.first { $0.row.identifier == text }
      ?? resolved.first { row in
        row.row.otherNames.contains { String($0.filter { !$0.isWhitespace }) == text }
      }
      ?? clinVarRow(text)
  }

  /// ClinVar's variation identifiers, as `11407` or `VCV000011407`.
  private func clinVarRow(_ text: String) -> ResolvedVariant? {
    func digits(_ name: String) -> String {
      let bare = name.hasPrefix("VCV") ? name.dropFirst(3) : name[...]
      return bare.allSatisfy(\.isNumber) ? String(bare.drop { $0 == "0" }) : ""
    }
    let wanted = digits(String(text.prefix { $0 != "." }))
    guard !wanted.isEmpty else { return nil }
    return knowledge.table.topmost.map(\.resolved).first {
      digits($0.row.clinVarIdentifier) == wanted
    }
  }

  private func tableReading(
    _ row: ResolvedVariant, _ name: String
  ) throws(NameError) -> Reading {
    guard let change = row.change(.grch38) else {
      throw NameError(
        name,
        "row \(row.row.identifier) (\(row.row.codingName)) is known by what it removes, not by one "
          + "allele; see `foxp3 annotate` with the deletion's own ends")
    }
    let isIdentifier = row.row.identifier == name
    return Reading(
      .grch38, [change],
      doubts: isIdentifier
        ? [] : ["Read as the name of row \(row.row.identifier) (\(row.row.codingName))."])
  }

  private func readWithAccession(
    _ accession: String, _ text: String, _ name: String
  ) throws(NameError) -> Reading {
    if text.hasPrefix("p.") { return try readProtein(text, accession: accession) }
    let inner = accession.split(separator: "(").last.map { $0.filter { $0 != ")" } } ?? ""
    let outer = String(accession.prefix { $0 != "(" })
    if text.hasPrefix("g.") {
      guard let assembly = assembly(of: outer) else {
        throw unknown(outer, name)
      }
      return Reading(
        assembly, [try HGVSReader.change(genomicName: text, on: bundle.locus(assembly))])
    }
    let assembly = assembly(of: outer) ?? .grch38
    let (map, doubts) = try transcriptMap(inner, assembly, name)
    return Reading(assembly, [try HGVSReader.change(codingName: text, on: map)], doubts: doubts)
  }

  /// Without an accession: `c.`, `g.` and `p.` say what they are; the rest is tried.
  private func readBare(_ text: String) throws(NameError) -> Reading {
    if text.hasPrefix("p.") { return try readProtein(text, accession: "") }
    if text.hasPrefix("g.") { return try readGenomic(text) }
    guard let map = knowledge.maneMap(.grch38) else { throw NameError(text, "no transcript") }
    if text.hasPrefix("c.") {
      return Reading(.grch38, [try HGVSReader.change(codingName: text, on: map)])
    }
    if let change = try? HGVSReader.change(codingName: text, on: map) {
      return Reading(
        .grch38, [change], doubts: ["Read as c.\(text) on \(map.transcript.accession)."])
    }
    if ProteinNameText.canonical(text) != nil { return try readProtein(text, accession: "") }
    throw NameError(
      text,
      "not a name known here; give HGVS (c.1189C>T, p.Arg397Trp, NC_000023.11:g.49251441G>A), "
        + "SPDI, chrX-49251441-G-A, or a row of the table (FX0001)")
  }

  /// A `g.` name without accession: the two builds' loci do not overlap, so the place tells.
  private func readGenomic(_ text: String) throws(NameError) -> Reading {
    var last = NameError(text, "not in the locus")
    for locus in bundle.loci {
      do throws(NameError) {
        let change = try HGVSReader.change(genomicName: text, on: locus)
        return Reading(
          locus.assembly, [change],
          doubts: ["No accession: \(locus.assembly.rawValue) by its position and bases."])
      } catch {
        last = error
      }
    }
    throw last
  }

  private func readProtein(
    _ text: String, accession: String
  ) throws(NameError) -> Reading {
    guard let canonical = ProteinNameText.canonical(text) else {
      throw NameError(text, "not a protein name as p.Arg397Trp")
    }
    let (map, doubts) = try transcriptMap(accession, .grch38, text)
    let changes = ProteinNameSearch(map: map).changes(for: canonical)
    guard !changes.isEmpty else {
      throw NameError(
        text,
        "no substitution, and no short deletion, duplication or insertion, gives this on "
          + map.transcript.accession)
    }
    let many =
      changes.count == 1
      ? [] : ["\(changes.count) nucleotide changes give this protein name; all are shown."]
    return Reading(.grch38, changes, doubts: doubts + many)
  }

  private func assembly(of accession: String) -> Assembly? {
    bundle.naming.names[accession].flatMap { $0 } ?? Assembly(rawValue: accession)
  }

  private func transcriptMap(
    _ accession: String, _ assembly: Assembly, _ name: String
  ) throws(NameError) -> (TranscriptMap, [String]) {
    let transcripts = bundle.transcripts(assembly)
    let bare = accession.prefix { $0 != "." }
    let found =
      accession.isEmpty
      ? transcripts.first
      : transcripts.first { [$0.accession, $0.protein].contains(accession) }
        ?? transcripts.first {
          [$0.accession, $0.protein, $0.ensemblAlias].contains { $0.prefix { $0 != "." } == bare }
        }
    guard let found else { throw unknown(accession, name) }
    var doubts: [String] = []
    if !accession.isEmpty, ![found.accession, found.protein].contains(accession) {
      doubts.append("\(accession) was read as \(found.accession).")
    }
    return (TranscriptMap(transcript: found, locus: bundle.locus(assembly)), doubts)
  }

  private func unknown(_ accession: String, _ name: String) -> NameError {
    let known = bundle.loci.map(\.accession) + bundle.transcripts(.grch38).map(\.accession)
    return NameError(
      name, "\(accession) is not known here (known: \(known.joined(separator: ", ")))")
  }
}
