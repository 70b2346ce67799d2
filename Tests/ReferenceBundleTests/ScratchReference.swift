import Foundation
import ReferenceBundle

/// A copy of the project's `Reference/` in a folder of its own, to be spoiled by a test.
struct ScratchReference: ~Copyable {
  static let source = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Reference")

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.copyItem(at: ScratchReference.source, to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Rewrites one file's lines.
  func edit(_ path: String, _ change: (inout [String]) -> Void) throws {
    let file = folder.appending(path: path)
    var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    change(&lines)
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
  }

  /// Rewrites one cell of a table; `line` is 1-based.
  func set(_ path: String, line: Int, column: String, to value: String) throws {
    try edit(path) { lines in
      let header = lines[0].components(separatedBy: "\t")
      var cells = lines[line - 1].components(separatedBy: "\t")
      if let index = header.firstIndex(of: column) { cells[index] = value }
      lines[line - 1] = cells.joined(separator: "\t")
    }
  }

  /// The problems that keep the folder from being read; empty where it reads.
  func problems() -> [String] {
    do throws(ReferenceError) {
      _ = try ReferenceBundle.directory(folder.path())
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  /// The problems of `foxp3 reference check`.
  func checked() throws -> [String] {
    try ReferenceBundle.directory(folder.path()).check().map(\.description)
  }

  /// 1-based line of the row that begins with `name`, or that has it in its second column.
  func line(of name: String, in path: String) throws -> Int {
    let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    let lines = text.components(separatedBy: "\n")
    let index = lines.firstIndex { $0.components(separatedBy: "\t").prefix(2).contains(name) }
    return (index ?? -1) + 1
  }
}
