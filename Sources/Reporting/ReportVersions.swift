/// What made the report.
public struct ReportVersions: Sendable, Hashable {
  /// A setting that affects results, as `minimum_depth_one_copy` and `8`.
  public struct Setting: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// As `0.1.0`.
  public var tool: String
  public var htslib: String
  /// Version of the curated table.
  public var table: String
  /// Name of the profile, never its path.
  public var profile: String
  /// In the order to be printed.
  public var settings: [Setting]

  public init(
    tool: String, htslib: String, table: String, profile: String, settings: [Setting]
  ) {
    self.tool = tool
    self.htslib = htslib
    self.table = table
    self.profile = profile
    self.settings = settings
  }
}
