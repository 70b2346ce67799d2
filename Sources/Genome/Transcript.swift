/// A transcript of FOXP3 placed on one build. FOXP3 lies on the minus strand, so exon 1 has the
/// highest coordinates.
public struct Transcript: Sendable, Hashable {
  /// RefSeq accession with version, as `NM_014009.4`.
  public let accession: String
  /// RefSeq protein accession with version, as `NP_054728.2`.
  public let protein: String
  /// The Ensembl transcript with the same exons and coding region, or empty.
  public let ensemblAlias: String
  public let isManeSelect: Bool
  /// Exons on the plus strand, in transcript order: exon 1 first.
  public let exons: [Interval]
  /// Plus-strand stretch from the stop codon's last base (`start`) to the ATG's A (`end`).
  public let coding: Interval

  public init(
    accession: String, protein: String, ensemblAlias: String, isManeSelect: Bool,
    exons: [Interval], coding: Interval
  ) {
    self.accession = accession
    self.protein = protein
    self.ensemblAlias = ensemblAlias
    self.isManeSelect = isManeSelect
    self.exons = exons
    self.coding = coding
  }

  /// From the last exon's lowest to the first exon's highest position.
  public var extent: Interval {
    Interval(exons.last?.start ?? 0, exons.first?.end ?? -1)
  }

  /// Whether a stretch of the chromosome takes coding bases in.
  public func hasCodingBases(in interval: Interval) -> Bool {
    exons.contains { $0.intersection(coding)?.overlaps(interval) ?? false }
  }

  /// Introns on the plus strand, in transcript order: intron 1 first.
  public var introns: [Interval] {
    zip(exons, exons.dropFirst()).map { Interval($1.end + 1, $0.start - 1) }
  }
}
