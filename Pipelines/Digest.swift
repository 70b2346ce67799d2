import Crypto
import Foundation
import Genome

/// SHA-256 in hexadecimal digits.
enum Digest {
  static func of(_ bytes: some DataProtocol) -> String {
    Hexadecimal.text(SHA256.hash(data: bytes))
  }

  /// Of a file's content, read in pieces; `nil` where it can't be read.
  static func of(file path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    var digest = SHA256()
    do {
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
        digest.update(data: piece)
      }
      return Hexadecimal.text(digest.finalize())
    } catch {
      return nil
    }
  }
}
