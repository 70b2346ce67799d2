internal import Genome

/// `BuildDifferences.tsv`: where the two builds' plus strands differ, with the bases of each.
struct BuildDifferenceTable {
  static let fileName = "BuildDifferences.tsv"
  static let columns = [
    "grch37_start", "grch37_end", "grch37_bases", "grch38_start", "grch38_end", "grch38_bases",
  ]

  struct Entry {
    let line: Int
    let difference: BuildDifference
    let grch37Bases: BaseSequence
    let grch38Bases: BaseSequence
  }

  /// In rising order.
  private(set) var entries: [Entry] = []

  init(_ bytes: [UInt8], problems: inout [TableProblem]) {
    let file = BuildDifferenceTable.fileName
    let columns = BuildDifferenceTable.columns
    let table = Table(bytes, file: file, columns: columns, problems: &problems)
    for row in table.rows {
      var reader = RowReader(row)
      if let entry = entry(&reader) { entries.append(entry) }
      problems += reader.problems
    }
  }

  private func entry(_ reader: inout RowReader) -> Entry? {
    guard
      let grch37 = reader.interval("grch37_start", "grch37_end", allowsEmpty: true),
      let grch38 = reader.interval("grch38_start", "grch38_end", allowsEmpty: true)
    else { return nil }
    if let last = entries.last?.difference,
      grch37.start <= last.grch37.end || grch38.start <= last.grch38.end
    {
      reader.fail("grch37_start", "differences have to be in rising order and apart")
    }
    return Entry(
      line: reader.row.line, difference: BuildDifference(grch37: grch37, grch38: grch38),
      grch37Bases: bases("grch37_bases", count: grch37.count, &reader),
      grch38Bases: bases("grch38_bases", count: grch38.count, &reader))
  }

  private func bases(_ column: String, count: Int, _ reader: inout RowReader) -> BaseSequence {
    let bases = BaseSequence(reader.text(column)) ?? BaseSequence()
    if bases.count != count { reader.fail(column, "has to hold the \(count) bases of its stretch") }
    return bases
  }

  /// GRCh37's bases with each difference applied, or the problems that keep it from GRCh38's.
  func check(grch37: Locus, grch38: Locus) -> [TableProblem] {
    var problems: [TableProblem] = []
    var built = BaseSequence()
    var next = grch37.interval.start
    for entry in entries {
      let difference = entry.difference
      problems += mismatch(entry, "grch37_bases", grch37, difference.grch37, entry.grch37Bases)
      problems += mismatch(entry, "grch38_bases", grch38, difference.grch38, entry.grch38Bases)
      let between = grch37.bases(in: Interval(next, difference.grch37.start - 1))
      built = built + (between ?? BaseSequence()) + entry.grch38Bases
      next = difference.grch37.end + 1
    }
    built = built + (grch37.bases(in: Interval(next, grch37.interval.end)) ?? BaseSequence())
    if built != grch38.sequence {
      let cause = "applied to GRCh37's locus they don't give GRCh38's"
      problems.append(TableProblem(file: BuildDifferenceTable.fileName, cause: cause))
    }
    return problems
  }

  private func mismatch(
    _ entry: Entry, _ column: String, _ locus: Locus, _ stretch: Interval, _ bases: BaseSequence
  ) -> [TableProblem] {
    guard locus.bases(in: stretch) != bases else { return [] }
    let cause = "\(bases) is not what \(locus.assembly.rawValue) has there"
    return [
      TableProblem(
        file: BuildDifferenceTable.fileName, line: entry.line, column: column, cause: cause)
    ]
  }
}
