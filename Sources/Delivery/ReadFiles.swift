/// The files that a run reads, by device and inode: nothing may get the place of one.
public struct ReadFiles: Sendable {
  private let identities: Set<OutputFile.Identity>

  /// Links are followed; paths that lead to nothing are passed over.
  public init(_ paths: [String] = []) {
    identities = Set(paths.filter { $0 != "-" }.compactMap(OutputFile.identity))
  }

  /// Whether a file that got this name would take the place of one of them.
  public func contain(_ path: String) -> Bool {
    guard !identities.isEmpty, let identity = OutputFile.identity(path) else { return false }
    return identities.contains(identity)
  }
}
