import Glibc

/// One file without a name, in memory where the system has that, that holds each input in turn.
enum OpenedFile {
  private static let descriptor: CInt = {
    let folder = unsafe access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    let path = "\(folder)/foxp3-fuzz-\(getpid())"
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL, 0o600)
    precondition(descriptor >= 0, "no file can be made in \(folder)")
    _ = unsafe unlink(path)
    return descriptor
  }()

  static func holding(_ bytes: [UInt8]) -> CInt {
    precondition(ftruncate(descriptor, 0) == 0)
    let written = unsafe bytes.withUnsafeBytes {
      unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0)
    }
    precondition(written == bytes.count, "the input can't be written")
    return descriptor
  }
}
