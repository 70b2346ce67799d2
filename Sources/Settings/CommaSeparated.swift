/// Rows of comma-separated values (RFC 4180), each with the line it begins on. A byte order mark is
/// passed over; lines end in LF, CR or CRLF; blank lines are no rows, and neither are those that begin with `#`.
///
/// Blanks around a field count only inside quotation marks.
struct CommaSeparated {
  struct Row: Equatable {
    /// 1-based.
    var line: Int
    var fields: [String]
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [SettingsProblem] = []

  private var fields: [String] = []
  private var field: [UInt8] = []
  private var state = State.start
  private var line = 1
  private var rowLine = 1

  private enum State {
    /// Before the first character of a field.
    case start
    case plain
    case quoted
    /// After a quotation mark inside quotation marks: the end, or the first of two.
    case closed
    /// Behind a `#` at the start of a line.
    case comment
  }

  init(_ text: String) {
    var previous: UInt8 = 0
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    for byte in text.utf8.dropFirst(hasMark ? 3 : 0) {
      read(byte, after: previous)
      previous = byte
    }
    if state == .quoted {
      report("a quotation mark is opened here and never closed", at: rowLine)
    }
    endRow()
  }

  private mutating func read(_ byte: UInt8, after previous: UInt8) {
    let isLineFeedOfPair = byte == UInt8(ascii: "\n") && previous == UInt8(ascii: "\r")
    let endsLine = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    if state == .quoted {
      if endsLine && !isLineFeedOfPair { line += 1 }
      if byte == UInt8(ascii: "\"") { state = .closed } else { field.append(byte) }
      return
    }
    if endsLine {
      if !isLineFeedOfPair { endRow() }
      return
    }
    switch (byte, state) {
    case (_, .comment): break
    case (UInt8(ascii: "#"), .start) where fields.isEmpty: state = .comment
    case (UInt8(ascii: ","), _): endField()
    case (UInt8(ascii: "\""), .start): state = .quoted
    case (UInt8(ascii: "\""), .closed):
      field.append(byte)
      state = .quoted
    case (UInt8(ascii: "\""), _):
      report(
        "a quotation mark stands inside a field; write the field in quotation marks, and each "
          + "mark within twice", at: line)
    case (UInt8(ascii: " "), .start), (UInt8(ascii: "\t"), .start),
      (UInt8(ascii: " "), .closed), (UInt8(ascii: "\t"), .closed):
      break
    case (_, .closed):
      report("text follows a closing quotation mark; put a comma between fields", at: line)
      state = .plain
    default:
      field.append(byte)
      state = .plain
    }
  }

  private mutating func endField() {
    if state == .plain {
      while field.last == UInt8(ascii: " ") || field.last == UInt8(ascii: "\t") {
        field.removeLast()
      }
    }
    fields.append(String(decoding: field, as: UTF8.self))
    field = []
    state = .start
  }

  private mutating func endRow() {
    let isBlank = state == .comment || (fields.isEmpty && field.isEmpty && state == .start)
    if !isBlank {
      endField()
      rows.append(Row(line: rowLine, fields: fields))
    }
    fields = []
    state = .start
    line += 1
    rowLine = line
  }

  private mutating func report(_ message: String, at line: Int) {
    problems.append(SettingsProblem(line: line, message: message))
  }
}
