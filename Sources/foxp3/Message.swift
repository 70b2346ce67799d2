import Foundation

/// What a person is told besides the data: on standard error, one line each.
enum Message {
  /// What the running command's messages leave out; `nil` without `--redact`.
  @TaskLocal static var redaction: Redaction?

  static func error(_ text: String) { write("foxp3: error: \(text)") }
  static func note(_ text: String) { write("foxp3: \(text)") }

  /// Names in a file may hold control characters, which a terminal would obey.
  private static func write(_ line: String) {
    let line = redaction?.text(line) ?? line
    let shown = line.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? "\u{FFFD}" : Character(scalar)
    }
    FileHandle.standardError.write(Data((String(shown) + "\n").utf8))
  }
}
