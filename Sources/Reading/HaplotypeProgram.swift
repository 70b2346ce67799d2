/// Programs that conclude phase and missing genotypes from the chromosomes of other people. Of a rare variant neither
/// tells anything.
public enum HaplotypeProgram {
  private static let names = ["Beagle", "Eagle", "SHAPEIT", "GLIMPSE", "Minimac", "IMPUTE"]
  /// Header keys whose value names one: `##source="beagle.22Jul22.46e.jar"`, `##source=shapeit5 phase 2 v1.0`,
  /// `##source=GLIMPSE_phase v1.1`, `##source=Minimac4.v1.0.2`; imputation servers write `##phasing=eagle-2.4`.
  private static let keys: Set = ["source", "phasing", "imputation"]

  /// The one that a line of the header names, by the first letters of the value, or a key of its own (`eagleVersion`).
  public static func named(by line: Substring) -> String? {
    let parts = line.utf8.dropFirst(2).split(separator: UInt8(ascii: "="), maxSplits: 1)
      .map { Substring($0) }
    guard parts.count == 2 else { return nil }
    if parts[0] == "eagleVersion" { return "Eagle" }
    guard keys.contains(parts[0].lowercased()) else { return nil }
    let value = parts[1].drop { $0 == "\"" }.lowercased()
    return names.first { value.hasPrefix($0.lowercased()) }
  }
}
