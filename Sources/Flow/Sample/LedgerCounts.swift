/// The ledger in figures, as every document and message gives them: places of small variants (known
/// variants, exons with their splice sites, the donor of exon 1, the polyadenylation signal), and apart
/// from them the rows that only copy number settles.
public struct LedgerCounts: Sendable, Hashable {
  /// What the counted places are called.
  public static let kind = "known places of small variants"

  public var places: Int
  public var settled: Int
  /// Rows of copy number that are not settled, as `FX0001`.
  public var openCopyNumber: [String]

  public init(_ ledger: [LedgerEntry]) {
    let small = ledger.filter { $0.kind != .copyNumber }
    places = small.count
    settled = small.count(where: \.state.isSettled)
    openCopyNumber = ledger.filter { $0.kind == .copyNumber && !$0.state.isSettled }
      .map(\.identifier)
  }

  public var open: Int { places - settled }

  /// As `all 77 known places of small variants`, or `75 of 77 …`.
  public var seen: String {
    open == 0 ? "all \(places) \(Self.kind)" : "\(settled) of \(places) \(Self.kind)"
  }

  /// As `2 of 77 known places of small variants`.
  public var unseen: String { "\(open) of \(places) \(Self.kind)" }
}
