internal import Genome
internal import Nomenclature

/// Reads a curated table and places its rows on both builds.
///
/// Names are read on NM_014009.4 of GRCh38, because intronic numbers differ between the builds in
/// introns 1 and 6; GRCh37's place is the same resulting sequence laid over the alignment of both.
struct CuratedTableReader {
  let map: TranscriptMap
  let alignment: BuildAlignment

  func read(_ bytes: [UInt8], file: String, problems: inout [TableProblem]) -> CuratedTable {
    let columns = CuratedRowReader.columns
    let table = Table(bytes, file: file, columns: columns, problems: &problems)
    var rows: [CuratedVariant] = []
    var resolved: [ResolvedVariant] = []
    var identifiers: [String: Int] = [:]
    var alleles: [ResolvedVariant.Place: Int] = [:]
    for line in table.rows {
      var reader = RowReader(line)
      refuseQuotes(&reader)
      if let row = CuratedRowReader.read(&reader), let place = place(row, &reader) {
        claim(row.identifier, "id", "this identifier", line.line, &identifiers, &reader)
        claim(place.grch38, "hgvs_c", "this allele", line.line, &alleles, &reader)
        rows.append(row)
        resolved.append(place)
      }
      problems += reader.problems
    }
    return CuratedTable(file: file, rows: rows, resolved: resolved)
  }

  /// Text in quotes is a spreadsheet's, which doubles those within it: what it means can't be told from a
  /// tab-separated cell.
  private func refuseQuotes(_ reader: inout RowReader) {
    for column in CuratedRowReader.columns {
      let text = reader.text(column)
      guard text.count > 1, text.first == "\"", text.last == "\"" else { continue }
      reader.fail(
        column, "\(text) begins and ends with a quote; save the table as text without quotes")
    }
  }

  private func claim<Key: Hashable>(
    _ key: Key, _ column: String, _ what: String, _ line: Int, _ taken: inout [Key: Int],
    _ reader: inout RowReader
  ) {
    if let first = taken[key] {
      reader.fail(column, "line \(first) already has \(what)")
    } else {
      taken[key] = line
    }
  }

  private func place(_ row: CuratedVariant, _ reader: inout RowReader) -> ResolvedVariant? {
    switch row.scope {
    case .allele: allele(row, &reader)
    case .exon1Deletion: removal(row, &reader)
    }
  }

  private func allele(_ row: CuratedVariant, _ reader: inout RowReader) -> ResolvedVariant? {
    guard !row.codingName.contains(where: { "(?".contains($0) }) else {
      reader.fail(
        "hgvs_c",
        "\(row.codingName) has ends that are not known, and a row is one allele with its own bases; write its "
          + "ends as they were found, as c.210+101_315+20del, or leave the row out: `foxp3 explain` and `annotate` "
          + "weigh such a change by the rules")
      return nil
    }
    do throws(NameError) {
      let named = try HGVSReader.change(codingName: row.codingName, on: map)
      let grch38 = named.leftAligned(on: map.locus)
      guard let grch37 = alignment.change(grch38, from: .grch38) else {
        reader.fail("hgvs_c", "\(row.codingName) has no counterpart on GRCh37")
        return nil
      }
      return ResolvedVariant(row: row, grch37: .allele(grch37), grch38: .allele(grch38))
    } catch {
      reader.fail("hgvs_c", "\(error)")
      return nil
    }
  }

  /// The published name's ends are imprecise and not placed, but it has to speak of a deletion that
  /// begins upstream of the coding region.
  private func removal(_ row: CuratedVariant, _ reader: inout RowReader) -> ResolvedVariant? {
    guard row.codingName.hasPrefix("c.-") || row.codingName.hasPrefix("c.("),
      row.codingName.hasSuffix("del")
    else {
      reader.fail(
        "scope",
        "\(row.codingName) is no deletion that takes exon 1; give `allele`, or a name such as "
          + "c.-6247_-4859del")
      return nil
    }
    guard let exon = map.transcript.exons.first,
      let start = alignment.position(exon.start - 2, from: .grch38),
      let end = alignment.position(exon.end, from: .grch38)
    else {
      reader.fail("scope", "exon 1 and its donor have no counterpart on GRCh37")
      return nil
    }
    return ResolvedVariant(
      row: row, grch37: .removal(Interval(start, end)),
      grch38: .removal(Interval(exon.start - 2, exon.end)))
  }
}
