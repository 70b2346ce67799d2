public import Genome

/// The curated table of a run: laboratories' own tables laid over the built-in one, which may be
/// switched off. Where several have a row for one allele, the topmost is the allele's row.
public struct LayeredTable: Sendable, Hashable {
  /// A row with the table it is from.
  public struct Row: Sendable, Hashable {
    public let resolved: ResolvedVariant
    /// From a laboratory's own table.
    public let isOfLaboratory: Bool

    public var row: CuratedVariant { resolved.row }
  }

  /// Every row, the topmost table's first.
  public let all: [Row]
  /// One row for each allele.
  public let topmost: [Row]
  /// Rows whose alleles a run has to look for: of each allele the topmost pathogenic or likely
  /// pathogenic row, down to the first that decides a class. A row that decides nothing takes no
  /// place away.
  public let sought: [Row]
  /// As reports name it: `1.0.0`, `1.0.0 under lab.tsv`, `none`.
  public let version: String
  /// The same with the digests of the laboratories' files: one that is edited in place is another basis.
  public let basis: String

  /// `builtIn` with its version, or `nil` where it is switched off; of `laboratories` the last one
  /// lies topmost. Files are named without their folders.
  public init(builtIn: (table: CuratedTable, version: String)?, laboratories: [CuratedTable]) {
    let own = laboratories.reversed().flatMap { table in
      table.resolved.map { Row(resolved: $0, isOfLaboratory: true) }
    }
    let ours = (builtIn?.table.resolved ?? []).map { Row(resolved: $0, isOfLaboratory: false) }
    all = own + ours
    var seen: Set<ResolvedVariant.Place> = []
    topmost = all.filter { seen.insert($0.resolved.grch38).inserted }
    sought = LayeredTable.sought(all)
    let names = laboratories.map { $0.file.split(separator: "/").last.map(String.init) ?? $0.file }
    let base = builtIn?.version ?? "none"
    version = LayeredTable.named(base, under: names)
    basis = LayeredTable.named(
      base, under: zip(names, laboratories).map { "\($0) (SHA-256 \($1.digest))" })
  }

  private static func named(_ base: String, under names: [String]) -> String {
    names.isEmpty ? base : "\(base) under \(names.joined(separator: ", "))"
  }

  private static func sought(_ rows: [Row]) -> [Row] {
    var settled: Set<ResolvedVariant.Place> = []
    return rows.filter { row in
      guard !settled.contains(row.resolved.grch38) else { return false }
      let isSought = row.row.clinicalClass.isPathogenicOrLikely
      if isSought || row.row.decides { settled.insert(row.resolved.grch38) }
      return isSought
    }
  }

  /// The topmost row of an identifier.
  public func row(_ identifier: String) -> Row? {
    topmost.first { $0.row.identifier == identifier }
  }
}
