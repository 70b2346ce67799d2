#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The system calls of a delivery. Each either succeeds or says which file, why and what to do.
enum OutputFile {
  /// Creates a file under a name that is not taken, for this user alone or as the umask allows, which
  /// a signal takes away until its number is forgotten.
  ///
  /// - Parameter first: the number in the first name that is tried.
  static func createTemporary(
    in folder: String, for target: String, isPrivate: Bool, from first: Int
  ) throws(DeliveryError) -> (path: String, descriptor: CInt, number: Int) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    for number in first..<first + 100_000 {
      let path = "\(folder)/.foxp3-\(getpid())-\(number).partial"
      // A signal between the two calls waits: what it takes away is ours.
      var made: (descriptor: CInt, number: Int, cause: CInt) = (-1, -1, 0)
      Interruption.held {
        made.descriptor = opened(path, flags, isPrivate ? 0o600 : 0o666)
        made.cause = errno
        if made.descriptor >= 0 { made.number = Interruption.remember(path) }
      }
      if made.descriptor >= 0 { return (path, made.descriptor, made.number) }
      errno = made.cause
      guard errno == EEXIST else { break }
    }
    throw failure(target, errno)
  }

  private static func opened(_ path: String, _ flags: CInt, _ mode: mode_t = 0) -> CInt {
    var descriptor: CInt
    repeat {
      descriptor = unsafe open(path, flags, mode)
    } while descriptor < 0 && errno == EINTR
    return descriptor
  }

  /// Writes all of `bytes` and closes the descriptor, also on failure.
  static func write(_ bytes: [UInt8], to descriptor: CInt, for target: String) throws(DeliveryError)
  {
    defer { close(descriptor) }
    try append(bytes, to: descriptor, for: target)
  }

  static func closeDescriptor(_ descriptor: CInt) { close(descriptor) }

  /// Writes all of `bytes`; the descriptor stays open.
  static func append(
    _ bytes: [UInt8], to descriptor: CInt, for target: String
  ) throws(DeliveryError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure(target, count < 0 ? errno : ENOSPC) }
      written += count
    }
  }

  /// Forces a file's bytes, or a directory's entries, to the disk.
  static func synchronise(_ path: String, for target: String) throws(DeliveryError) {
    let descriptor = opened(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(target, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw failure(target, errno)
    }
  }

  /// Opens a file to be locked, made where it is not there.
  static func openLock(_ path: String, isPrivate: Bool) throws(DeliveryError) -> CInt {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    let descriptor = opened(path, flags, isPrivate ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw failure(path, errno) }
    return descriptor
  }

  /// Opens a folder to be locked, links followed; negative where that can't be done.
  static func openFolder(_ path: String) -> CInt {
    opened(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  /// Makes an empty file for this user alone; links are followed, and one that is there stays as it is.
  static func makePrivate(_ path: String) throws(DeliveryError) {
    let descriptor = opened(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw failure(path, errno) }
    close(descriptor)
  }

  static func rename(_ path: String, to target: String) throws(DeliveryError) {
    guard unsafe systemRename(path, target) == 0 else { throw failure(target, errno) }
  }

  /// Creates a directory and those above it; gives those that were not there, outermost first.
  static func makeDirectories(
    _ path: String, isPrivate: Bool
  ) throws(DeliveryError) -> [String] {
    switch kind(path) {
    case .directory?: return []
    case .other?, .stream?:
      throw DeliveryError(
        .inTheWay, file: path, "is a file where a directory is needed; choose another directory")
    case nil: break
    }
    var made: [String] = []
    if let parent = parent(path) { made = try makeDirectories(parent, isPrivate: isPrivate) }
    guard unsafe mkdir(path, isPrivate ? 0o700 : 0o777) == 0 || errno == EEXIST else {
      let problem = failure(path, errno)
      for directory in made.reversed() { removeDirectory(directory) }
      throw problem
    }
    return made + [path]
  }

  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// Removes a directory if it is empty.
  static func removeDirectory(_ path: String) { _ = unsafe rmdir(path) }

  /// `stream`: a device, a pipe or a socket.
  enum Kind { case directory, stream, other }

  /// What stands at `path`, links followed; `nil` for nothing.
  static func kind(_ path: String) -> Kind? {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return nil }
    return switch facts.st_mode & S_IFMT {
    case S_IFDIR: .directory
    case S_IFREG, S_IFLNK: .other
    default: .stream
    }
  }

  /// Who may read, write and execute what stands at `path`, links followed; `nil` for nothing.
  static func mode(_ path: String) -> mode_t? {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 ? facts.st_mode & 0o777 : nil
  }

  /// What tells a file from every other, under whatever name.
  struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  /// Links followed; `nil` where the path leads to nothing.
  static func identity(_ path: String) -> Identity? {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return nil }
    return Identity(
      device: UInt64(truncatingIfNeeded: facts.st_dev),
      inode: UInt64(truncatingIfNeeded: facts.st_ino))
  }

  /// Whether a symbolic link stands at `path`, wherever it leads.
  static func isLink(_ path: String) -> Bool {
    var facts = stat()
    return unsafe lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK
  }

  private static func parent(_ path: String) -> String? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    guard parts.count > 1 else { return nil }
    let root = path.utf8.first == UInt8(ascii: "/") ? "/" : ""
    return root + parts.dropLast().map { String(Substring($0)) }.joined(separator: "/")
  }

  static func failure(_ path: String, _ number: CInt) -> DeliveryError {
    switch number {
    case ENOSPC, EDQUOT, EFBIG:
      DeliveryError(
        .noSpace, file: path, "can't be written: no space left; free some and run again")
    case EACCES, EPERM, EROFS:
      DeliveryError(
        .notPermitted, file: path,
        "can't be written (permission denied); choose a directory that you may write to")
    case EISDIR, ENOTDIR, ENOTEMPTY:
      DeliveryError(
        .inTheWay, file: path,
        "can't be written: a directory or file of that name is in the way; move it away")
    default:
      DeliveryError(
        .other, file: path,
        "can't be written (\(unsafe strerror(number).map { unsafe String(cString: $0) } ?? "?"))")
    }
  }
}

/// write(2) and rename(2) under names that the functions above do not hide.
private func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
  unsafe write(descriptor, bytes.baseAddress, bytes.count)
}

private func systemRename(_ path: UnsafePointer<CChar>, _ target: UnsafePointer<CChar>) -> CInt {
  unsafe rename(path, target)
}
