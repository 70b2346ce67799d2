#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The turn to give the files of a folder their names: flock(2) on the folder itself, so that several runs into one
/// folder do it one after another and a sample's files are all of one run.
///
/// It is held for as long as renaming takes, and waited for. Where a folder can't be opened or locked, as on some network
/// file systems, nothing waits.
struct NamingTurn: ~Copyable {
  private let descriptor: CInt

  init(in folder: String) {
    descriptor = OutputFile.openFolder(folder)
    guard descriptor >= 0 else { return }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  /// Lets the next one go on.
  consuming func end() {}

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
