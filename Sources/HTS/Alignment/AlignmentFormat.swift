/// What a file of reads is by its content.
public struct AlignmentFormat: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case sam = "SAM"
    case bam = "BAM"
    case cram = "CRAM"
  }

  public var kind: Kind
  /// As `3.0`; empty where the format has none of its own.
  public var version: String
  /// Of CRAM, whose blocks are compressed one by one, `none`.
  public var compression: VariantFormat.Compression

  public init(kind: Kind, version: String, compression: VariantFormat.Compression) {
    self.kind = kind
    self.version = version
    self.compression = compression
  }

  /// As `BAM (BGZF)`, `CRAM 3.0`, `SAM (plain)`.
  public var description: String {
    kind == .cram ? "CRAM \(version)" : "\(kind.rawValue) (\(compression.rawValue))"
  }
}
