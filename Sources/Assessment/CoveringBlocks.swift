import Flow
import Genome

/// Reference blocks and reference calls over a base that another record says is replaced.
///
/// Of substitutions only: the base before an insertion or deletion, and what a deletion of one copy
/// leaves on the other, are rightly called reference by Strelka2 and `bcftools call -g`.
struct CoveringBlocks {
  let input: SampleInput
  let confidence: CallConfidence
  private let blocks: [ReadRecord]

  init(input: SampleInput, confidence: CallConfidence) {
    self.input = input
    self.confidence = confidence
    blocks = input.records.filter(\.isReferenceBlock)
  }

  /// A block that may stand by itself and covers every base of `change`, called by `record`.
  func reference(
    over change: SequenceChange, beside record: ReadRecord
  ) -> (record: ReadRecord, genotype: Genotype)? {
    guard !change.isIndel, !record.filters.contains(ReadRecord.seenInReadsOnly) else { return nil }
    return blocks.lazy.compactMap { block in
      guard block.interval.contains(change.interval), let call = input.call(at: block),
        let genotype = call.genotype, genotype.isHomozygousReference,
        confidence.stands(call, in: block), !isRest(block, call, of: record)
      else { return nil }
      return (block, genotype)
    }.first
  }

  /// `<NON_REF>` of the very record that called the change: what splits records by allele
  /// (`bcftools norm -m -`) gives it a record of its own, and `0/0` in it says "no third allele". It keeps
  /// QUAL, DP, GQ and the reads of the reference, and has no END.
  private func isRest(_ block: ReadRecord, _ call: SampleCall, of record: ReadRecord) -> Bool {
    guard let other = input.call(at: record), let quality = block.quality,
      block.hasNonReferenceAllele, block.informationValue("END") == nil
    else { return false }
    return quality == record.quality && call.depth == other.depth
      && call.genotypeQuality == other.genotypeQuality
      && call.alleleDepths.first == other.alleleDepths.first
  }
}
