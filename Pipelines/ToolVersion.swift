import ReferenceBundle

/// The program's own version.
public enum ToolVersion {
  public static let text = "0.1.0"

  /// Version of the built-in curated table.
  public static var table: String {
    ReferenceBundle.embeddedTableVersion() ?? "unknown"
  }
}
