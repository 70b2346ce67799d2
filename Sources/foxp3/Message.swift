import Foundation
import Logging

/// What is told besides the data: on standard error, one line each.
enum Message {
  /// As the running command was asked to.
  @TaskLocal static var format = LogFormat.text
  /// What the running command's messages leave out; `nil` without `--redact`.
  @TaskLocal static var redaction: Redaction?

  static func error(_ text: String) {
    switch format {
    case .text: write("foxp3: error: \(text)")
    case .json: logger.error("\(said(text))")
    }
  }

  /// `fields`: what a program reads of it, by name.
  static func note(_ text: String, fields: [String: String] = [:]) {
    switch format {
    case .text: write("foxp3: \(text)")
    case .json:
      let line = text.trimmingPrefix(while: { $0 == " " })
      logger.info("\(said(String(line)))", metadata: fields.mapValues { "\(said($0))" })
    }
  }

  /// A line whose names went through `said` already: counts in it are no names.
  static func counted(_ text: String) { writeRaw("foxp3: \(visible(text))") }

  private static let logger = Logger(label: "foxp3") { _ in JSONLines() }

  /// A table for people, whose names went through `shown` already.
  static func summary(_ lines: [String]) {
    guard !lines.isEmpty, format == .text else { return }
    StandardError.write(lines.joined(separator: "\n") + "\n")
  }

  /// `text` without the names that are not to be said.
  static func said(_ text: String) -> String { redaction?.text(text) ?? text }

  private static func write(_ line: String) { writeRaw(shown(line)) }

  private static func writeRaw(_ line: String) {
    StandardError.write(line + "\n")
  }

  /// The text as it may be said. Names in a file may hold control characters, which a terminal would
  /// obey, and marks that turn the direction of a line.
  static func shown(_ text: String) -> String { visible(said(text)) }

  private static func visible(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
        default: Character(scalar)
        }
      })
  }
}
