internal import CReference

/// The files built into the program. The only place where this room reads C memory: the arrays
/// are constants of the binary, and each is copied once with its own length.
enum EmbeddedFiles {
  /// Path below `Reference/` (or `profiles/NAME.yaml`) to bytes.
  static func contents() -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for index in 0..<foxp3_reference_file_count() {
      guard let name = name(at: index) else { continue }
      contents[name] = bytes(at: index)
    }
    return contents
  }

  /// The bytes of one file by its path; `nil` where none is built in under it.
  static func file(_ path: String) -> [UInt8]? {
    (0..<foxp3_reference_file_count()).first { name(at: $0) == path }.map(bytes)
  }

  private static func name(at index: Int) -> String? {
    unsafe foxp3_reference_file_at(index).name.map { unsafe String(cString: $0) }
  }

  private static func bytes(at index: Int) -> [UInt8] {
    let file = unsafe foxp3_reference_file_at(index)
    return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.length)))
  }
}
