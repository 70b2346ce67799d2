import Foundation

/// What a person is told besides the data: on standard error, one line each.
enum Message {
  static func error(_ text: String) { write("foxp3: error: \(text)") }
  static func note(_ text: String) { write("foxp3: \(text)") }

  private static func write(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
