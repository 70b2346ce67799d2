#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open local file, or standard input, before htslib sees it. Closed by whoever takes the
/// descriptor over.
struct LocalFile {
  let descriptor: CInt
  /// Bytes; `nil` for a pipe, a terminal or a device.
  let size: Int?

  /// Opens `path` with open(2): no scheme, redirection or `##idx##` has a meaning here.
  static func open(_ path: String) throws(HTSError) -> LocalFile {
    if path == "-" { return try standardInput() }
    if let scheme = URLScheme.refused(in: path) {
      throw HTSError(
        .isURL, file: path,
        "is a network address (`\(scheme):`); foxp3 reads local files only, download it first")
    }
    let descriptor = Self.retrying { unsafe systemOpen(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw openFailure(path, errno) }
    return try described(descriptor, name: path)
  }

  /// A second descriptor of a regular file; `nil` for anything else, or where there is none left.
  func duplicate() -> CInt? {
    guard size != nil else { return nil }
    let other = dup(descriptor)
    return other < 0 ? nil : other
  }

  private static func standardInput() throws(HTSError) -> LocalFile {
    let descriptor = dup(STDIN_FILENO)
    guard descriptor >= 0 else {
      throw HTSError(.notReadable, file: "standard input", "is closed; pipe a VCF or BCF into it")
    }
    return try described(descriptor, name: "standard input")
  }

  private static func described(
    _ descriptor: CInt, name: String
  ) throws(HTSError) -> LocalFile {
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else {
      let cause = SystemCause.text(errno)
      close(descriptor)
      throw HTSError(.notReadable, file: name, "can't be examined (\(cause))")
    }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR:
      close(descriptor)
      throw HTSError(.isDirectory, file: name, "is a directory; give a file")
    case S_IFREG:
      return LocalFile(descriptor: descriptor, size: Int(facts.st_size))
    default:
      return LocalFile(descriptor: descriptor, size: nil)
    }
  }

  private static func openFailure(_ path: String, _ number: CInt) -> HTSError {
    switch number {
    case ENOENT, ENOTDIR:
      HTSError(.notFound, file: path, "does not exist; check the path")
    case EACCES, EPERM:
      HTSError(
        .notReadable, file: path, "can't be read (permission denied); ask for read permission")
    default:
      HTSError(.notReadable, file: path, "can't be opened (\(SystemCause.text(number)))")
    }
  }

  private static func retrying(_ call: () -> CInt) -> CInt {
    var result = call()
    while result < 0 && errno == EINTR { result = call() }
    return result
  }
}

/// open(2) without its variadic mode, under a name that `LocalFile.open` does not hide.
private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: CInt) -> CInt {
  unsafe open(path, flags)
}

/// The operating system's words for an error number.
enum SystemCause {
  static func text(_ number: CInt) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
  }
}
