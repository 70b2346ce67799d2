public import Flow

/// A record of the source with what was made of each of its alternate alleles by itself.
public struct ClassifiedRecord: Sendable {
  public let record: ReadRecord
  /// One per ALT, in the record's order: the allele named and classified alone; `nil` for
  /// `<NON_REF>` and `<*>`. A join with other records is looked up in the sample's result.
  public let alleles: [ClassifiedVariant?]
  /// CHROM to INFO with our keys, where the sample has none of the alleles joined.
  let columns = SharedColumns()

  public init(record: ReadRecord, alleles: [ClassifiedVariant?]) {
    self.record = record
    self.alleles = alleles
  }
}

/// A variant file as text, ready for BGZF and tabix.
public struct VariantFileText: Sendable, Hashable {
  /// All header lines, `#CHROM` last, each ending in a line feed.
  public var header: String
  /// The records, sorted by position within each contig, without line feeds.
  public var lines: [String]

  public init(header: String, lines: [String]) {
    self.header = header
    self.lines = lines
  }
}
