import Foundation
import Testing

/// No text of an input ever reaches a shell: the program starts one other program alone, the Python
/// that makes PDF, without a shell, and opens no connection of its own.
@Suite struct NoProcessTests {
  /// Files that may start a program. `PDFWorker`: an interpreter that the user names, with a program of
  /// ours; pages reach it through a pipe, never as arguments.
  private static let allowed: Set<String> = ["PDFWorker.swift"]

  private static let calls = [
    "Process()", "Foundation.Process", "popen(", "posix_spawn", "system(", "execve", "execv(",
    "execvp", "fork(", "dlopen(", "NSTask", "import Subprocess", "URLSession", "socket(",
    "getaddrinfo", "/bin/sh",
  ]

  @Test(arguments: ["Sources", "Pipelines"])
  func nothingIsStarted(_ folder: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let files = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    var count = 0
    for case let file as URL in try #require(files)
    where ["swift", "c", "h"].contains(file.pathExtension) {
      count += 1
      guard !Self.allowed.contains(file.lastPathComponent) else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for call in Self.calls {
        let places = text.ranges(of: call).filter { range in
          // `systemOpen(` and the like are other words.
          let before = text[..<range.lowerBound].last
          return !(before.map { $0.isLetter || $0 == "_" } ?? false)
        }
        #expect(places.isEmpty, "\(file.lastPathComponent) uses \(call)")
      }
    }
    #expect(count > 10)
  }
}
