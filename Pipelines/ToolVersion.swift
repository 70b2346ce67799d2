import CBuild
import ReferenceBundle

/// The program's own version.
public enum ToolVersion {
  /// Raised with each change of a class or a conclusion (docs/CONTRIBUTING.md).
  private static let number = "0.2.0"

  /// As `0.2.0+11c531f9ab12`: with the sources that it was built of, if the build was told them (semver.org, 10).
  public static let text: String = {
    let build = String(
      decoding: (0...).lazy.map(foxp3_build_byte).prefix { $0 != 0 }, as: UTF8.self)
    return build.isEmpty ? number : "\(number)+\(build)"
  }()

  /// Version of the built-in curated table.
  public static var table: String {
    ReferenceBundle.embeddedTableVersion() ?? "unknown"
  }
}
