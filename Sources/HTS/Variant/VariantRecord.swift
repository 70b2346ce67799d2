/// One record, borrowed: a view of its line that can't outlive it. Fields are decoded when asked
/// for.
///
/// A record has as many columns as its file's header and a POS that is a number; `check()` tells
/// whether the rest keeps to the specification.
public struct VariantRecord: ~Escapable {
  /// CHROM to the last sample, tab-separated, as in the source.
  public let line: Span<UInt8>
  public let origin: RecordOrigin
  /// POS, 1-based; 0 is the telomere.
  public private(set) var position = 0
  /// Offsets of the tabs.
  private let tabs: [Int]

  @_lifetime(copy line)
  public init(
    line: Span<UInt8>, origin: RecordOrigin, columnCount: Int
  ) throws(HTSError) {
    self.line = line
    self.origin = origin
    tabs = ColumnText.tabs(of: line, count: columnCount - 1)
    guard tabs.count + 1 == columnCount, tabs.count >= 7 else {
      throw HTSError(
        .malformed, file: origin.file, record: origin.description(site: ""),
        "has \(tabs.count + 1) columns where the header has \(columnCount)")
    }
    guard let position = IntegerText.value(column(.position)), position >= 0 else {
      throw failure(
        .position, "is \(Excerpt.quoted(text(.position))), which is no position")
    }
    self.position = position
  }

  /// The fixed columns, by their place.
  public enum Column: Int, Sendable, CaseIterable {
    case contig, position, identifier, reference, alternate, quality, filter, information, format

    /// The column's heading.
    public var name: String {
      switch self {
      case .contig: "CHROM"
      case .position: "POS"
      case .identifier: "ID"
      case .reference: "REF"
      case .alternate: "ALT"
      case .quality: "QUAL"
      case .filter: "FILTER"
      case .information: "INFO"
      case .format: "FORMAT"
      }
    }
  }

  /// Number of sample columns.
  public var sampleCount: Int { max(0, tabs.count - 8) }
  public var hasFormat: Bool { tabs.count >= 8 }

  /// The bytes of the column at a 0-based place; empty beyond the last.
  @_lifetime(copy self)
  func column(at index: Int) -> Span<UInt8> {
    guard index <= tabs.count else { return line.extracting(0..<0) }
    let start = index == 0 ? 0 : tabs[index - 1] + 1
    let end = index < tabs.count ? tabs[index] : line.count
    return line.extracting(start..<end)
  }

  @_lifetime(copy self)
  func column(_ column: Column) -> Span<UInt8> { self.column(at: column.rawValue) }

  /// A fixed column's text; empty for FORMAT where there is none.
  public func text(_ column: Column) -> String { ColumnText.string(self.column(column)) }

  /// Whether CHROM is `contig`, byte by byte.
  public func isOn(_ contig: String) -> Bool {
    let own = column(.contig)
    let other = contig.utf8.span
    guard own.count == other.count else { return false }
    for index in own.indices where own[index] != other[index] { return false }
    return true
  }

  /// The column of the sample at a 0-based place in the header's order.
  public func sampleText(_ sample: Int) -> String { ColumnText.string(column(at: 9 + sample)) }

  /// CHROM to INFO, tab-separated.
  public var fixedText: String {
    ColumnText.string(line.extracting(0..<(tabs.count > 7 ? tabs[7] : line.count)))
  }

  /// The whole line.
  public var lineText: String { ColumnText.string(line) }

  /// ALT alleles; empty for `.`.
  public var alternates: [String] {
    let text = text(.alternate)
    return Sentinel.isMissing(text) ? [] : FieldList.split(text, ",")
  }

  /// Number of ALT alleles.
  public var alternateCount: Int {
    let text = column(.alternate)
    if text.isEmpty || text.count == 1 && text[0] == UInt8(ascii: ".") { return 0 }
    var count = 1
    for index in text.indices where text[index] == UInt8(ascii: ",") { count += 1 }
    return count
  }

  /// Empty for `.` (no filter was run), else the filters failed, or `PASS`.
  public var filters: [String] {
    let text = text(.filter)
    return Sentinel.isMissing(text) ? [] : FieldList.split(text, ";")
  }

  /// QUAL, phred-scaled.
  public func quality() throws(HTSError) -> Double? {
    let text = text(.quality)
    if Sentinel.isMissing(text) { return nil }
    guard let value = Double(text) else {
      throw failure(.quality, "is \(Excerpt.quoted(text)), which is no number")
    }
    return Sentinel.finite(value)
  }

  /// An error about one column of this record.
  public func failure(_ column: Column, _ message: String) -> HTSError {
    failure(columnName: column.name, message)
  }

  func failure(columnName: String, _ message: String) -> HTSError {
    let site = text(.contig) + ":" + text(.position)
    return HTSError(
      .malformed, file: origin.file,
      record: origin.description(site: String(Excerpt.quoted(site).dropFirst().dropLast())),
      "column \(columnName) \(message); correct the record or the program that wrote it")
  }
}
