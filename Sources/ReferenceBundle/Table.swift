internal import Genome

/// A tab-separated file with a header line, read strictly: the columns are the ones expected, in
/// that order, and every line has as many cells. Lines without a cell that holds anything are passed over, as
/// spreadsheets leave them at the end.
struct Table {
  let file: String
  let rows: [TableRow]

  /// Everything wrong is added to `problems`; rows of the right width are kept, so that one
  /// reading finds all problems.
  init(_ bytes: [UInt8], file: String, columns: [String], problems: inout [TableProblem]) {
    self.file = file
    guard let text = Table.text(bytes, file: file, problems: &problems) else {
      rows = []
      return
    }
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let header = lines.first.map(Table.cells) ?? []
    guard header == columns else {
      rows = []
      problems.append(Table.headerProblem(header, file: file, columns: columns))
      return
    }
    let index = Dictionary(
      columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [TableRow] = []
    for (number, line) in lines.enumerated().dropFirst() {
      let cells = Table.cells(line)
      guard !cells.allSatisfy(\.isEmpty) else { continue }
      if cells.count == columns.count {
        rows.append(TableRow(file: file, line: number + 1, index: index, cells: cells))
      } else {
        let cause = "has \(cells.count) cells where the header has \(columns.count)"
        problems.append(TableProblem(file: file, line: number + 1, cause: cause))
      }
    }
    self.rows = rows
  }

  /// A file's text; `nil`, with the reason in `problems`, where it is none.
  static func text(
    _ bytes: [UInt8], file: String, problems: inout [TableProblem]
  ) -> String? {
    do throws(NotUTF8) {
      return try UTF8Text(bytes).text
    } catch {
      problems.append(TableProblem(file: file, line: error.line, cause: NotUTF8.cause))
      return nil
    }
  }

  private static func cells(_ line: Substring.UTF8View) -> [String] {
    var line = line
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }

  private static func headerProblem(
    _ header: [String], file: String, columns: [String]
  ) -> TableProblem {
    if header.allSatisfy(\.isEmpty) {
      return TableProblem(
        file: file, line: 1,
        cause: "is empty; the header has to be: \(columns.joined(separator: ", "))")
    }
    let place = zip(header, columns).enumerated().first { $1.0 != $1.1 }
    let cause =
      place.map { "column \($0.offset + 1) is \($0.element.0) and has to be \($0.element.1)" }
      ?? "has \(header.count) columns and needs \(columns.count): "
      + columns.joined(separator: ", ")
    return TableProblem(file: file, line: 1, column: place?.element.0, cause: cause)
  }
}

/// One line of a table.
struct TableRow {
  let file: String
  /// 1-based; the header is line 1.
  let line: Int
  fileprivate let index: [String: Int]
  fileprivate let cells: [String]

  /// The cell's text; empty for `.`, which stands for a missing value.
  func text(_ column: String) -> String {
    guard let position = index[column] else { return "" }
    return cells[position] == "." ? "" : cells[position]
  }

  func problem(_ column: String?, _ cause: String) -> TableProblem {
    TableProblem(file: file, line: line, column: column, cause: cause)
  }
}
