#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Keeps a folder for one run: an empty file in it that is locked with flock(2). The lock ends with
/// the process, however it ends; the file stays.
public final class FolderLock: Sendable {
  private let descriptor: CInt

  /// Makes `directory` where it is not there. Another run's lock is an error.
  public init(
    directory: String, name: String, isPrivate: Bool = false
  ) throws(DeliveryError) {
    _ = try OutputFile.makeDirectories(directory, isPrivate: isPrivate)
    descriptor = try OutputFile.openLock(directory + "/" + name, isPrivate: isPrivate)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw DeliveryError(
        .inTheWay, file: directory,
        "another run is writing into this folder; wait for its end, or choose another folder")
    }
  }

  deinit { close(descriptor) }
}
