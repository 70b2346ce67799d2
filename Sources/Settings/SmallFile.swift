public import Foundation
import Genome

/// Files that people write by hand: read whole, and refused where they can't be such a file.
public enum SmallFile {
  /// Bytes of the largest one that is read.
  static let largest = 64 << 20

  /// The content; `nil` where there is none, it can't be read, or it is larger.
  public static func contents(atPath path: String) -> Data? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    var content = Data()
    do {
      while content.count <= largest {
        guard let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty else {
          return content
        }
        content += piece
      }
    } catch {
      return nil
    }
    return nil
  }

  /// A file's text; `missing` says what is wrong where there is none.
  static func text(
    atPath path: String, missing: (String) -> String
  ) throws(SettingsError) -> String {
    guard let data = contents(atPath: path) else {
      throw SettingsError(
        kind: .notFound, file: path,
        problems: [SettingsProblem(line: nil, message: missing(path))])
    }
    do throws(NotUTF8) {
      return try UTF8Text([UInt8](data)).text
    } catch {
      throw SettingsError(
        kind: .invalid, file: path,
        problems: [SettingsProblem(line: error.line, message: NotUTF8.cause)])
    }
  }

  /// Why there is no content, and what to do.
  static func absence(of path: String) -> String {
    let url = URL(fileURLWithPath: path)
    let isFolder = (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
    return isFolder
      ? "is a folder; give a file" : "does not exist or can't be read; check the path"
  }
}
