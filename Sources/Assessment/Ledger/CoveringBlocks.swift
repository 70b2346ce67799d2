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
  /// Records with an allele of their own, by where they stand.
  private let calls: [Place: [ReadRecord]]

  private struct Place: Hashable {
    let position: Int
    let reference: String
  }

  init(input: SampleInput, confidence: CallConfidence) {
    self.input = input
    self.confidence = confidence
    blocks = input.records.filter(\.isReferenceCall)
    calls = Dictionary(grouping: input.records.filter { !$0.isReferenceBlock }) {
      Place(position: $0.position, reference: $0.reference)
    }
  }

  /// A block that may stand by itself and covers every base of `change`, called by `record`. Within an
  /// inversion, which a symbol tells, every base is read as the reference.
  func reference(
    over change: SequenceChange, beside record: ReadRecord
  ) -> (record: ReadRecord, genotype: Genotype)? {
    guard !change.isIndel, !change.isLarge,
      record.alternates.allSatisfy({ !$0.hasPrefix("<") || ReadRecord.isNonReference($0) }),
      !record.filters.contains(ReadRecord.seenInReadsOnly)
    else { return nil }
    return blocks.lazy.compactMap { block in
      guard block.interval.contains(change.interval), let call = input.call(at: block),
        block.interval(of: call).contains(change.interval), let genotype = call.genotype,
        genotype.isHomozygousReference,
        confidence.stands(call, in: block), !isRest(block, call)
      else { return nil }
      return (block, genotype)
    }.first
  }

  /// `<NON_REF>` of a record with alleles of its own: what splits records by allele (`bcftools norm -m -`)
  /// gives it a record at the same place, and `0/0` in it says "no further allele". It keeps the reads of the
  /// reference, where a call of the reference has nearly all; QUAL and GQ may be other ones.
  private func isRest(_ block: ReadRecord, _ call: SampleCall) -> Bool {
    guard block.hasNonReferenceAllele, block.informationValue("END") == nil else { return false }
    let place = Place(position: block.position, reference: block.reference)
    return (calls[place] ?? []).contains { record in
      input.call(at: record).map { $0.alleleDepths.first == call.alleleDepths.first } ?? false
    }
  }
}
