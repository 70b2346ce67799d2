import Genome

/// From a sheet's text to rows. Problems are collected, so that all can be told at once. Lines of empty cells alone
/// are no rows, as spreadsheets leave them below a table; neither is their first line `sep=,`.
struct SampleSheetReader {
  private(set) var rows: [SampleSheet.Row] = []
  private(set) var problems: [SettingsProblem]
  private var places: [SampleSheet.Column: Int] = [:]
  /// What stands before relative paths: the sheet's folder with a `/`, or nothing.
  private let folder: String

  init(text: String, file: String) {
    folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[...$0]) } ?? ""
    let table = CommaSeparated(text)
    problems = table.problems
    let filled = table.rows.filter { !$0.fields.allSatisfy(\.isEmpty) }
    let below = filled.dropFirst(filled.first.map(SampleSheetReader.namesComma) == true ? 1 : 0)
    let lines = SampleSheetReader.withoutEmptyColumns(Array(below))
    guard let header = lines.first else {
      problems.append(SettingsProblem(line: nil, message: "is empty; \(SampleSheetReader.needed)"))
      return
    }
    guard readHeader(header) else { return }
    for row in lines.dropFirst() { read(row, columns: header.fields.count) }
    if lines.count == 1 {
      problems.append(SettingsProblem(line: nil, message: "has no row below its header"))
    }
  }

  private static let known = SampleSheet.Column.allCases.map(\.rawValue).joined(separator: ",")
  private static let needed =
    "the first line names the columns, sample and input at least, of \(known)"

  /// Columns without a name behind the last that has one, and empty in every row, are a spreadsheet's.
  private static func withoutEmptyColumns(_ rows: [CommaSeparated.Row]) -> [CommaSeparated.Row] {
    let width = rows.map(\.fields.count).max() ?? 0
    let last = rows.compactMap { $0.fields.lastIndex { !$0.isEmpty } }.max() ?? 0
    guard rows.allSatisfy({ $0.fields.count == width }) else { return rows }
    return rows.map { row in
      var row = row
      row.fields.removeLast(width - last - 1)
      return row
    }
  }

  private static func namesComma(_ row: CommaSeparated.Row) -> Bool {
    ["sep=", "sep=,"].contains(row.fields[0].lowercased())
      && row.fields.dropFirst().allSatisfy(\.isEmpty)
  }

  /// Whether the columns that every row needs are there.
  private mutating func readHeader(_ header: CommaSeparated.Row) -> Bool {
    if header.fields.count == 1, header.fields[0].contains(where: { ";\t".contains($0) }) {
      fail(
        header.line,
        "has no comma, but semicolons or tabs; save the sheet with commas between the fields")
      return false
    }
    for (index, name) in header.fields.enumerated() {
      guard let column = SampleSheet.Column(rawValue: name.lowercased()) else {
        fail(header.line, "the column “\(name)” is not known; known: \(SampleSheetReader.known)")
        continue
      }
      if places[column] != nil { fail(header.line, "the column \(column.rawValue) is there twice") }
      places[column] = index
    }
    let missing = [SampleSheet.Column.sample, .input].filter { places[$0] == nil }
    for column in missing {
      fail(header.line, "the column \(column.rawValue) is missing; \(SampleSheetReader.needed)")
    }
    return missing.isEmpty
  }

  private mutating func read(_ row: CommaSeparated.Row, columns: Int) {
    guard row.fields.count == columns else {
      fail(row.line, "has \(row.fields.count) fields where the header has \(columns)")
      return
    }
    let places = places
    let text = { (column: SampleSheet.Column) in places[column].map { row.fields[$0] } ?? "" }
    let sample = text(.sample)
    let input = text(.input)
    if input.isEmpty { fail(row.line, "names no input") }
    if input == "-" || text(.alignments) == "-" {
      fail(row.line, "names standard input (-), which can't be read again; name a file")
    }
    let sex = sex(text(.sex), row.line)
    rows.append(
      SampleSheet.Row(
        line: row.line, sample: sample.isEmpty || sample == "*" ? nil : sample,
        input: path(input), alignments: given(text(.alignments)), sex: sex,
        family: text(.family), father: parent(text(.father)), mother: parent(text(.mother)),
        caseFile: given(text(.caseFile)), tables: tables(text(.table))))
  }

  private mutating func sex(_ text: String, _ line: Int) -> Sex {
    if let sex = SexWord.sex(text) { return sex }
    fail(line, "the sex “\(text)” is not \(SexWord.known)")
    return .unknown
  }

  /// As in pedigree files, `0` is no parent.
  private func parent(_ text: String) -> String { text == "0" || text == "." ? "" : text }

  private func given(_ text: String) -> String? { text.isEmpty ? nil : path(text) }

  private func tables(_ text: String) -> [String]? {
    let isBlank = { (letter: Character) in letter == " " || letter == "\t" }
    let names = text.split(separator: ";").map { part in
      let end = part.lastIndex { !isBlank($0) }.map(part.index(after:)) ?? part.startIndex
      return String(part[..<end].drop(while: isBlank))
    }.filter { !$0.isEmpty }
    return names.isEmpty ? nil : names.map { $0 == "none" ? $0 : path($0) }
  }

  /// An address with a scheme stays as it is: it is refused where it would be opened.
  private func path(_ text: String) -> String {
    text.isEmpty || text.hasPrefix("/") || text.contains("://") ? text : folder + text
  }

  private mutating func fail(_ line: Int, _ message: String) {
    problems.append(SettingsProblem(line: line, message: message))
  }
}
