/// What a variant file is by its content, never by its name.
public struct VariantFormat: Sendable, Hashable {
  public enum Compression: String, Sendable, CaseIterable, Hashable {
    case none = "plain"
    case gzip
    case bgzf = "BGZF"
  }

  /// BCF rather than VCF text.
  public var isBinary: Bool
  public var compression: Compression

  public init(isBinary: Bool, compression: Compression) {
    self.isBinary = isBinary
    self.compression = compression
  }

  /// As `VCFv4.2 (BGZF)`, or `BCF of VCFv4.2 (BGZF)`.
  public func description(version: String) -> String {
    (isBinary ? "BCF of " : "") + version + " (\(compression.rawValue))"
  }
}
