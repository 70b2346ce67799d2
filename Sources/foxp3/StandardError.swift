import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where messages go.
enum StandardError {
  /// What can't be written is lost: it must not end the run.
  static func write(_ bytes: Data) { try? FileHandle.standardError.write(contentsOf: bytes) }

  static func write(_ text: String) { write(Data(text.utf8)) }

  private static let nowhere = FileHandle(forWritingAtPath: "/dev/null")

  /// Where the program is started without standard error, the first file that it opens would stand in that
  /// place, and messages would be written into it.
  static func fillPlace() {
    guard fcntl(STDERR_FILENO, F_GETFD) < 0, let nowhere else { return }
    guard nowhere.fileDescriptor != STDERR_FILENO else { return }
    dup2(nowhere.fileDescriptor, STDERR_FILENO)
    try? nowhere.close()
  }
}
