#if canImport(Glibc)
  import CHTSlib
  import Glibc
#else
  import Darwin
#endif

/// A file for a writer that needs a path, where its bytes are what is wanted: in memory, so that
/// nothing waits for a disk. htslib forces each file that it closes to the disk.
struct MemoryFile: ~Copyable {
  private let descriptor: CInt
  /// Good as long as the value lives.
  let path: String

  /// - Parameter name: of the file that it is for, in errors.
  init(for name: String) throws(HTSError) {
    #if canImport(Glibc)
      descriptor = chts_memory_file()
      path = "/proc/self/fd/\(descriptor)"
    #else
      let mark = String(repeating: "X", count: 6)
      var template = Array("/tmp/foxp3-\(mark)".utf8CString)
      descriptor = unsafe mkstemp(&template)
      path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #endif
    guard descriptor >= 0 else { throw VariantWriter.failure(name, errno) }
  }

  deinit {
    close(descriptor)
    #if !canImport(Glibc)
      unlink(path)
    #endif
  }

  /// Puts `bytes` into the file, which is empty.
  func fill(with bytes: [UInt8], for name: String) throws(HTSError) {
    let written = unsafe bytes.withUnsafeBytes { buffer in
      unsafe pwrite(descriptor, buffer.baseAddress, buffer.count, 0)
    }
    guard written == bytes.count else { throw VariantWriter.failure(name, errno) }
  }

  /// All that was written.
  func bytes(for name: String) throws(HTSError) -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0 else { throw VariantWriter.failure(name, errno) }
    var bytes = [UInt8](repeating: 0, count: size)
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe pread(descriptor, buffer.baseAddress, size, 0)
    }
    guard count == size else { throw VariantWriter.failure(name, errno) }
    return bytes
  }
}
