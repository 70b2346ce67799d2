/// A Sequence Ontology term for what a variant does to a transcript, spelled as in the ontology.
///
/// Order and impact are data: `Reference/ConsequenceOrder.txt`.
public enum ConsequenceTerm: String, Sendable, CaseIterable, Hashable {
  case transcriptAblation = "transcript_ablation"
  case spliceAcceptor = "splice_acceptor_variant"
  case spliceDonor = "splice_donor_variant"
  case stopGained = "stop_gained"
  case frameshift = "frameshift_variant"
  case stopLost = "stop_lost"
  case startLost = "start_lost"
  case transcriptAmplification = "transcript_amplification"
  case featureElongation = "feature_elongation"
  case featureTruncation = "feature_truncation"
  case inframeInsertion = "inframe_insertion"
  case inframeDeletion = "inframe_deletion"
  case missense = "missense_variant"
  case proteinAltering = "protein_altering_variant"
  case spliceDonorFifthBase = "splice_donor_5th_base_variant"
  case spliceRegion = "splice_region_variant"
  case spliceDonorRegion = "splice_donor_region_variant"
  case splicePolypyrimidineTract = "splice_polypyrimidine_tract_variant"
  case startRetained = "start_retained_variant"
  case stopRetained = "stop_retained_variant"
  case synonymous = "synonymous_variant"
  case codingSequence = "coding_sequence_variant"
  case fivePrimeUTR = "5_prime_UTR_variant"
  case threePrimeUTR = "3_prime_UTR_variant"
  case intron = "intron_variant"
  case upstreamGene = "upstream_gene_variant"
  case downstreamGene = "downstream_gene_variant"
  case intergenic = "intergenic_variant"
}

/// VEP's four classes of impact.
public enum Impact: String, Sendable, CaseIterable, Hashable {
  case high = "HIGH"
  case moderate = "MODERATE"
  case low = "LOW"
  case modifier = "MODIFIER"
}

/// The terms from most to least severe, each with its impact.
public struct ConsequenceOrder: Sendable, Hashable {
  private let ranks: [ConsequenceTerm: Int]
  private let impacts: [ConsequenceTerm: Impact]

  public init(_ entries: [(term: ConsequenceTerm, impact: Impact)]) {
    ranks = Dictionary(
      entries.enumerated().map { ($1.term, $0) }, uniquingKeysWith: { first, _ in first })
    impacts = Dictionary(
      entries.map { ($0.term, $0.impact) }, uniquingKeysWith: { first, _ in first })
  }

  /// Each term once, the most severe first.
  public func sorted(_ terms: some Sequence<ConsequenceTerm>) -> [ConsequenceTerm] {
    Set(terms).sorted { rank($0) < rank($1) }
  }

  /// 0 is the most severe.
  public func rank(_ term: ConsequenceTerm) -> Int { ranks[term] ?? Int.max }

  /// `MODIFIER` for a term without a row.
  public func impact(_ term: ConsequenceTerm) -> Impact { impacts[term] ?? .modifier }
}
