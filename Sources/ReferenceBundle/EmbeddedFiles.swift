internal import CReference

/// The files built into the program. The only place where this room reads C memory: the arrays
/// are constants of the binary, and each is copied once with its own length.
enum EmbeddedFiles {
  /// Path below `Reference/` (or `profiles/NAME.yaml`) to bytes.
  static func contents() -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for index in 0..<foxp3_reference_file_count() {
      let file = unsafe foxp3_reference_file_at(index)
      guard let name = unsafe file.name, let bytes = unsafe file.bytes else { continue }
      unsafe contents[String(cString: name)] = Array(
        UnsafeBufferPointer(start: bytes, count: Int(file.length)))
    }
    return contents
  }
}
