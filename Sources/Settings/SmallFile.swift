public import Foundation

/// Files that people write by hand: read whole, and refused where they can't be such a file.
public enum SmallFile {
  /// Bytes of the largest one that is read.
  public static let largest = 64 << 20

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

  /// Why there is no content, and what to do.
  static func absence(of path: String) -> String {
    let url = URL(fileURLWithPath: path)
    let isFolder = (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
    return isFolder
      ? "is a folder; give a file" : "does not exist or can't be read; check the path"
  }
}
