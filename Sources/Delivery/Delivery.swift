/// A set of files that is delivered whole or not at all.
///
/// Files are written under temporary names beside their targets; `commit` forces all of them to
/// the disk before it gives the first its name. A delivery that is dropped without a commit takes
/// its temporary files, and the directories it made, away again; so does a signal that ends the
/// program (`Interruption`). Deliveries into one directory give names one after another (`NamingTurn`).
///
/// Nothing is written through a symbolic link below the directory: a link in the place of a folder
/// is an error, one in the place of a file is replaced.
public struct Delivery: ~Copyable {
  private let directory: String
  private let isPrivate: Bool
  private let read: ReadFiles
  private var staged: [(temporary: String, target: String, number: Int)] = []
  private var made: [(path: String, number: Int)] = []

  /// Makes `directory` where it is not there. With `isPrivate`, files get mode 0600 and new
  /// directories 0700, else what the umask allows. A file that would take the place of one of `read` is an
  /// error where it is staged.
  public init(
    directory: String, isPrivate: Bool = false, besides read: ReadFiles = ReadFiles()
  ) throws(DeliveryError) {
    guard !directory.isEmpty else {
      throw DeliveryError(.badName, file: directory, "the output directory has no name; give one")
    }
    made = try Delivery.makeDirectories(directory, isPrivate: isPrivate)
    self.directory = directory
    self.isPrivate = isPrivate
    self.read = read
  }

  deinit {
    for file in staged {
      OutputFile.remove(file.temporary)
      Interruption.forget(file.number)
    }
    for directory in made.reversed() {
      OutputFile.removeDirectory(directory.path)
      Interruption.forget(directory.number)
    }
  }

  /// Writes a file's content under a temporary name. `name` is relative to the directory and may
  /// have folders in front.
  public mutating func stage(_ name: String, bytes: [UInt8]) throws(DeliveryError) {
    let file = try reserve(name)
    try OutputFile.write(bytes, to: file.descriptor, for: file.target)
  }

  /// Writes a file's text in UTF-8.
  public mutating func stage(_ name: String, text: String) throws(DeliveryError) {
    try stage(name, bytes: Array(text.utf8))
  }

  /// Writes a file piece by piece under a temporary name: `body` gets a function that takes the next
  /// piece.
  public mutating func stage(
    _ name: String, pieces body: (_ write: ([UInt8]) throws(DeliveryError) -> Void) throws -> Void
  ) throws {
    let file = try reserve(name)
    defer { OutputFile.closeDescriptor(file.descriptor) }
    try body { (bytes) throws(DeliveryError) in
      try OutputFile.append(bytes, to: file.descriptor, for: file.target)
    }
  }

  /// Makes an empty temporary file for a writer that needs a path, and gives that path. The writer
  /// overwrites it and must not rename it.
  public mutating func stagedPath(for name: String) throws(DeliveryError) -> String {
    let file = try reserve(name)
    try OutputFile.write([], to: file.descriptor, for: file.target)
    return file.temporary
  }

  /// The files staged so far: their names, and the temporary paths under which they can be read.
  public var files: [(name: String, path: String)] {
    staged.map { (String($0.target.dropFirst(directory.count + 1)), $0.temporary) }
  }

  /// Gives every staged file its name, in the order of staging. Nothing has its name before all are
  /// safe on the disk.
  ///
  /// - Parameter isForced: `false` leaves the disk to the caller, who makes many deliveries, can tell
  ///   a damaged file by its digest and ends with `Leftovers.synchronise()`.
  public mutating func commit(isForced: Bool = true) throws(DeliveryError) {
    for file in staged where isForced {
      try OutputFile.synchronise(file.temporary, for: file.target)
    }
    for file in staged { try checkTarget(file.target) }
    var folders: [String] = []
    let turn = NamingTurn(in: directory)
    try Interruption.held { () throws(DeliveryError) in try nameAll(&folders) }
    turn.end()
    for folder in folders where isForced { try OutputFile.synchronise(folder, for: folder) }
  }

  /// `folders`: those in which a file got its name.
  private mutating func nameAll(_ folders: inout [String]) throws(DeliveryError) {
    while let file = staged.first {
      try OutputFile.rename(file.temporary, to: file.target)
      Interruption.forget(file.number)
      staged.removeFirst()
      let folder = Delivery.folder(of: file.target)
      if folders.last != folder { folders.append(folder) }
    }
    for directory in made { Interruption.forget(directory.number) }
    made = []
  }

  private static func makeDirectories(
    _ path: String, isPrivate: Bool
  ) throws(DeliveryError) -> [(path: String, number: Int)] {
    try OutputFile.makeDirectories(path, isPrivate: isPrivate).map {
      ($0, Interruption.remember($0, isDirectory: true))
    }
  }

  /// Opens a new temporary file beside the target of `name`.
  private mutating func reserve(
    _ name: String
  ) throws(DeliveryError) -> (temporary: String, target: String, descriptor: CInt) {
    let target = directory + "/" + (try checked(name))
    try checkFolders(of: name)
    try checkTarget(target)
    let folder = Delivery.folder(of: target)
    made += try Delivery.makeDirectories(folder, isPrivate: isPrivate)
    let (temporary, descriptor, number) = try OutputFile.createTemporary(
      in: folder, for: target, isPrivate: isPrivate, from: staged.count + 1)
    staged.append((temporary, target, number))
    return (temporary, target, descriptor)
  }

  private func checked(_ name: String) throws(DeliveryError) -> String {
    let parts = name.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).map { String(Substring($0)) }
    let isInside = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    guard isInside, !name.utf8.contains(0) else {
      throw DeliveryError(.badName, file: name, "leaves the output directory; choose another name")
    }
    guard !staged.contains(where: { $0.target == directory + "/" + name }) else {
      throw DeliveryError(.badName, file: name, "would be written twice; rename one of the samples")
    }
    return name
  }

  /// The directory itself may be a link: it is the user's to choose. What stands in it may not.
  private func checkFolders(of name: String) throws(DeliveryError) {
    var path = directory
    for part in name.split(separator: "/").dropLast() {
      path += "/" + part
      guard OutputFile.isLink(path) else { continue }
      throw DeliveryError(
        .inTheWay, file: path,
        "is a symbolic link, and files would land where it leads; move it away")
    }
  }

  /// A file gets its name whole, and would take the place of a device: of `/dev/null` for every program of the
  /// machine. `/dev/stdout` is one whatever it leads to; `/dev/shm` holds files.
  private func checkTarget(_ target: String) throws(DeliveryError) {
    let holdsDevices = ["/dev", "/dev/fd"].contains(Delivery.folder(of: target))
    let kind = OutputFile.kind(target)
    guard kind != .stream, !holdsDevices else {
      throw DeliveryError(
        .inTheWay, file: target,
        "is a device or a pipe, whose place a file can't take; name a file, or - for standard output"
      )
    }
    guard !read.contain(target) else { throw DeliveryError(isRead: target) }
    guard kind != .directory else {
      throw DeliveryError(
        .inTheWay, file: target, "can't be written: a directory of that name is there; move it away"
      )
    }
  }

  private static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
  }
}
