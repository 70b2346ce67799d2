internal import Foundation

/// The reference's files as bytes, wherever they come from.
struct ReferenceFiles: Sendable {
  /// For messages.
  let origin: String
  /// Path below the reference folder, with `/`, to bytes.
  let contents: [String: [UInt8]]

  static func embedded() -> ReferenceFiles {
    let contents = EmbeddedFiles.contents().filter {
      !$0.key.hasPrefix("profiles/") && !$0.key.hasPrefix("pdf/")
    }
    return ReferenceFiles(origin: "the built-in reference", contents: contents)
  }

  /// Reads the manifest of a folder and every file it lists. Files besides are not looked at.
  static func directory(_ path: String) throws(ReferenceError) -> ReferenceFiles {
    var problems: [TableProblem] = []
    guard let manifest = FileManager.default.contents(atPath: "\(path)/\(Manifest.fileName)") else {
      let cause = "can't be read; give a folder laid out like the project's Reference/"
      throw ReferenceError(
        origin: path, problems: [TableProblem(file: Manifest.fileName, cause: cause)])
    }
    var contents = [Manifest.fileName: [UInt8](manifest)]
    for entry in Manifest.read(contents[Manifest.fileName] ?? [], problems: &problems) {
      guard let data = FileManager.default.contents(atPath: "\(path)/\(entry.path)") else {
        let cause = "\(entry.path) can't be read"
        problems.append(
          TableProblem(
            file: Manifest.fileName, line: entry.line, column: "path", cause: cause))
        continue
      }
      contents[entry.path] = [UInt8](data)
    }
    guard problems.isEmpty else { throw ReferenceError(origin: path, problems: problems) }
    return ReferenceFiles(origin: path, contents: contents)
  }

  /// The bytes of one file; a problem where it is not there.
  func bytes(_ path: String, problems: inout [TableProblem]) -> [UInt8] {
    guard let bytes = contents[path] else {
      problems.append(TableProblem(file: path, cause: "the file is missing"))
      return []
    }
    return bytes
  }

  /// Paths in a folder, sorted.
  func paths(in folder: String) -> [String] {
    contents.keys.filter { $0.hasPrefix("\(folder)/") }.sorted()
  }
}
