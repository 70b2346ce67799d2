import Flow
import Genome
import Settings

/// The records that list alternates which reach into the gene, or may do so, and leave open whether the
/// sample carries them.
struct OpenRecords: Sendable {
  let input: SampleInput
  let outside: OutsideGene
  let confidence: CallConfidence

  /// Those with a harmful alternate first, else in the order of the file; none for a file without samples.
  func find() -> [OpenRecord] {
    guard input.column != nil else { return [] }
    let open = input.records.compactMap(openRecord)
    return open.filter(\.isHarmful) + open.filter { !$0.isHarmful }
  }

  private func openRecord(_ record: ReadRecord) -> OpenRecord? {
    guard !record.isReferenceBlock, !outside.isOutside(record) else { return nil }
    let call = input.call(at: record)
    let isOpen = OpenRecords.isOpen(call?.genotype)
    guard isOpen || call.flatMap({ readsAgainst($0) }) != nil else { return nil }
    let alternates = input.listed.filter {
      $0.annotated.normalised.parts.contains { $0.record.number == record.number }
    }
    let isHarmful = alternates.contains(where: \.clinicalClass.isPathogenicOrLikely)
    let contradiction = call.flatMap { readsAgainst($0, isHarmful: isHarmful) }
    guard isOpen || contradiction != nil else { return nil }
    return OpenRecord(
      contig: record.contig, position: record.position, reference: record.reference,
      alternates: record.alternates, genotype: call?.genotype?.text, contradiction: contradiction,
      names: alternates.filter { $0.annotated.mane?.codingName != nil }.map(\.nameWithClass),
      isHarmful: isHarmful)
  }

  /// Reads of another allele at a genotype of the reference: of a harmful allele where a mosaic could be called
  /// of as many, of others from the share that a heterozygous call has. Fewer are told by the ledger.
  private func readsAgainst(_ call: SampleCall, isHarmful: Bool = true) -> String? {
    guard call.genotype?.isHomozygousReference == true else { return nil }
    return confidence.readsAgainst(
      reference: call,
      leastShare: isHarmful
        ? confidence.profile.mosaicMinimumFraction
        : confidence.profile.heterozygousMinimumFraction)
  }

  /// No genotype, or a part of it missing and no alternate in the rest.
  private static func isOpen(_ genotype: Genotype?) -> Bool {
    guard let genotype else { return true }
    return genotype.hasMissing && !genotype.alleles.contains { ($0 ?? 0) > 0 }
  }
}
