import Foundation

/// An open file of given bytes, without a name; closed with the test.
final class OpenedBytes {
  private let handle: FileHandle

  init(_ bytes: [UInt8]) throws {
    let path = NSTemporaryDirectory() + "foxp3-scan-" + UUID().uuidString
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    try FileManager.default.removeItem(atPath: path)
  }

  deinit { try? handle.close() }

  var descriptor: Int32 { handle.fileDescriptor }
}
