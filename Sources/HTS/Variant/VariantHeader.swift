/// The header of a variant file: its lines as in the source, and what they declare.
public struct VariantHeader: Sendable, Hashable {
  /// A `##contig` line.
  public struct Contig: Sendable, Hashable {
    public var name: String
    /// Bases; `nil` where the line gives no number.
    public var length: Int?

    public init(name: String, length: Int?) {
      self.name = name
      self.length = length
    }
  }

  /// Every line up to and with `#CHROM`, each ended by a newline. For BCF, htslib's print.
  public let text: String
  /// As `VCFv4.2`.
  public let version: String
  /// In the header's order.
  public let contigs: [Contig]
  /// In the order of the columns.
  public let samples: [String]
  /// Number of columns a record must have.
  public let columnCount: Int

  /// Reads header lines (VCF 4.1 to 4.5, section 1). A later 4.x is read as 4.5.
  init(text: String, file: String) throws(HTSError) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { Substring($0) }
    self.text = text
    version = try VariantHeader.version(lines.first ?? "", file: file)
    contigs = lines.compactMap(VariantHeader.contig)
    let columns = try VariantHeader.columns(lines.last ?? "", file: file)
    columnCount = columns.count
    samples = columns.dropFirst(9).map(String.init)
    try VariantHeader.checkNames(samples, file: file)
  }

  /// A sentence where the version is none of those whose rules are known.
  public var versionNote: String? {
    let known = (1...5).map { "VCFv4.\($0)" }
    guard !known.contains(version) else { return nil }
    return
      "The file says that it is \(Excerpt.quoted(version)); it was read by the rules of VCFv4.5, "
      + "the newest of those known (VCFv4.1 to VCFv4.5)."
  }

  private init() {
    text = ""
    version = ""
    contigs = []
    samples = []
    columnCount = 0
  }

  /// Stands for the header while the file is being opened.
  static let unread = VariantHeader()

  private static func version(_ line: Substring, file: String) throws(HTSError) -> String {
    let prefix = "##fileformat="
    guard line.hasPrefix(prefix) else {
      throw HTSError(
        .noHeader, file: file, "has no header: the first line must be ##fileformat=VCFv4.x")
    }
    let version = line.dropFirst(prefix.count)
    guard version.hasPrefix("VCFv4.") else {
      throw HTSError(
        .unsupportedVersion, file: file,
        "is \(Excerpt.quoted(version)), but VCFv4.1 to VCFv4.5 are read; convert it first")
    }
    return String(version)
  }

  private static let fixedColumns: [Substring] = [
    "#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO",
  ]

  private static func columns(_ line: Substring, file: String) throws(HTSError) -> [Substring] {
    let columns = line.utf8.split(
      separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false
    ).map { Substring($0) }
    guard columns.starts(with: fixedColumns), columns.count < 9 || columns[8] == "FORMAT" else {
      throw HTSError(
        .noHeader, file: file,
        "has no valid #CHROM line: it must name #CHROM POS ID REF ALT QUAL FILTER INFO, and "
          + "FORMAT before samples, separated by tabs")
    }
    return columns
  }

  private static func checkNames(_ samples: [String], file: String) throws(HTSError) {
    if samples.contains("") {
      throw HTSError(.malformed, file: file, "has a sample without a name in its #CHROM line")
    }
    var seen: Set<String> = []
    if let twice = samples.first(where: { !seen.insert($0).inserted }) {
      throw HTSError(
        .malformed, file: file,
        "names sample \(Excerpt.quoted(twice)) twice in its #CHROM line; rename one of them")
    }
  }

  /// Whether a line as `##INFO=<…>` (`kind` is `INFO`) defines `identifier`.
  public func declares(_ identifier: String, as kind: String) -> Bool {
    declares(anyOf: [identifier], as: kind)
  }

  /// Whether it has a line for one of the identifiers; with `type`, one of that Type.
  public func declares(
    anyOf identifiers: Set<String>, as kind: String, type: String? = nil
  ) -> Bool {
    HeaderLine.texts(of: text).contains { line in
      guard line.utf8.dropFirst(2).starts(with: kind.utf8), let line = HeaderLine(line) else {
        return false
      }
      return line.kind == kind && line.identifier.map(identifiers.contains) ?? false
        && (type == nil || line["Type"] == type)
    }
  }

  /// A `##contig=<ID=…,length=…>` line; other lines give `nil`.
  static func contig(_ line: Substring) -> Contig? {
    guard line.hasPrefix("##contig=<"), line.utf8.last == UInt8(ascii: ">"),
      let line = HeaderLine(line), let name = line.identifier, !name.isEmpty
    else { return nil }
    return Contig(name: name, length: line["length"].flatMap { Int($0) })
  }
}
