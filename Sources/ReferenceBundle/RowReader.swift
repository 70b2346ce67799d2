internal import Genome

/// Takes typed values from one row and remembers what was wrong with them.
struct RowReader {
  let row: TableRow
  private(set) var problems: [TableProblem] = []

  init(_ row: TableRow) { self.row = row }

  mutating func fail(_ column: String?, _ cause: String) {
    problems.append(row.problem(column, cause))
  }

  func text(_ column: String) -> String { row.text(column) }

  /// A cell that may not be empty.
  mutating func required(_ column: String) -> String {
    let text = row.text(column)
    if text.isEmpty { fail(column, "may not be empty") }
    return text
  }

  /// Entries separated by `;`, spaces around them dropped.
  mutating func list(_ column: String) -> [String] {
    let text = row.text(column)
    guard !text.isEmpty else { return [] }
    let entries = text.split(separator: ";", omittingEmptySubsequences: false).map(RowReader.trim)
    if entries.contains(where: \.isEmpty) { fail(column, "has an empty entry between semicolons") }
    return entries
  }

  /// A whole number of at least `minimum`.
  mutating func integer(_ column: String, minimum: Int = 1) -> Int? {
    let text = row.text(column)
    guard let number = Int(text), number >= minimum else {
      fail(column, "\(quoted(text)) is not a whole number of at least \(minimum)")
      return nil
    }
    return number
  }

  /// `nil` without a problem where the cell is empty.
  mutating func optionalInteger(_ column: String, minimum: Int = 0) -> Int? {
    row.text(column).isEmpty ? nil : integer(column, minimum: minimum)
  }

  /// One of an enumeration's words.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ column: String, _ type: Word.Type, besides excluded: Word? = nil
  ) -> Word? where Word.RawValue == String {
    let text = row.text(column)
    if let word = Word(rawValue: text), text != excluded?.rawValue { return word }
    let allowed = Word.allCases.map(\.rawValue).filter { $0 != excluded?.rawValue }
      .joined(separator: ", ")
    fail(column, "\(quoted(text)) is not one of: \(allowed)")
    return nil
  }

  mutating func yes(_ column: String) -> Bool? {
    switch row.text(column) {
    case "yes": return true
    case "no": return false
    default:
      fail(column, "\(quoted(row.text(column))) is neither yes nor no")
      return nil
    }
  }

  /// A stretch from two columns, 1-based with both ends included; may be empty by one (the place
  /// between two bases) only where `allowsEmpty`.
  mutating func interval(_ first: String, _ last: String, allowsEmpty: Bool = false) -> Interval? {
    guard let start = integer(first), let end = integer(last) else { return nil }
    guard end >= start - (allowsEmpty ? 1 : 0) else {
      fail(last, "\(end) lies before \(first) \(start)")
      return nil
    }
    return Interval(start, end)
  }

  private func quoted(_ text: String) -> String { text.isEmpty ? "an empty cell" : "“\(text)”" }

  private static func trim(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
