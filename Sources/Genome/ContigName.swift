/// Names of contigs as files write them.
public enum ContigName {
  /// Without `chr` and in small letters: what renames a file's chromosomes leaves other mentions of them as they were.
  public static func bare(_ name: some StringProtocol) -> String {
    let name = name.lowercased()
    return name.hasPrefix("chr") ? String(name.dropFirst(3)) : name
  }
}
