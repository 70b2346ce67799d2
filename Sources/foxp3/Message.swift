import Foundation

/// What a person is told besides the data: on standard error, one line each.
enum Message {
  /// What the running command's messages leave out; `nil` without `--redact`.
  @TaskLocal static var redaction: Redaction?

  static func error(_ text: String) { write("foxp3: error: \(text)") }
  static func note(_ text: String) { write("foxp3: \(text)") }

  /// Lines whose names went through `shown` already.
  static func summary(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// `text` without the names that are not to be said.
  static func said(_ text: String) -> String { redaction?.text(text) ?? text }

  private static func write(_ line: String) {
    FileHandle.standardError.write(Data((shown(line) + "\n").utf8))
  }

  /// The text as it may be said. Names in a file may hold control characters, which a terminal would
  /// obey, and marks that turn the direction of a line.
  static func shown(_ text: String) -> String {
    String(
      said(text).unicodeScalars.map { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
        default: Character(scalar)
        }
      })
  }
}
