public import Genome

/// A row of the curated table with its allele on one build.
public struct KnownAllele: Sendable, Hashable {
  public var row: CuratedVariant
  /// Trimmed and left-aligned; `nil` for a row of another scope, or without a place on this build.
  public var change: SequenceChange?

  public init(row: CuratedVariant, change: SequenceChange?) {
    self.row = row
    self.change = change
  }
}

/// What the assessment has to know of the gene, on the build of the input.
public struct GeneFacts: Sendable {
  public var locus: Locus
  /// NM_014009.4.
  public var transcript: Transcript
  /// Every row of the table, in table order.
  public var alleles: [KnownAllele]

  public init(locus: Locus, transcript: Transcript, alleles: [KnownAllele]) {
    self.locus = locus
    self.transcript = transcript
    self.alleles = alleles
  }
}
