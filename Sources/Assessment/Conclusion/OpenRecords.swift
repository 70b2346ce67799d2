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
    if let exchanged = exchangedRecord(record, call?.genotype) { return exchanged }
    let isOpen = OpenRecords.isOpen(call?.genotype)
    let shown = shownAlleles(record, call, isOpen: isOpen)
    guard isOpen || !shown.isEmpty else { return nil }
    let alternates = alternates(record, shown)
    let isHarmful = alternates.contains(where: \.isHeldHarmful)
    if !isOpen, !isHarmful, let call, !isHeterozygousShare(shown, call),
      !shown.contains(where: { isLikelier($0, call) })
    {
      return nil
    }
    return OpenRecord(
      contig: record.contig, position: record.position, reference: record.reference,
      alternates: record.alternates, genotype: call?.genotype?.text,
      contradiction: isOpen ? nil : call.map { confidence.contradiction($0, by: shown) },
      names: alternates.filter(\.hasName).map(\.nameWithEveryClass), isHarmful: isHarmful)
  }

  /// Where REF and ALT are exchanged, a call of REF is one of the variant.
  private func exchangedRecord(_ record: ReadRecord, _ genotype: Genotype?) -> OpenRecord? {
    guard genotype.map({ $0.carries(0) || $0.hasMissing }) ?? true,
      let variant = input.exchanged.first(where: {
        $0.annotated.normalised.parts.first?.record.number == record.number
      }), variant.hasName, let part = variant.annotated.normalised.parts.first
    else { return nil }
    // Of as many bases REF can't be the build's too.
    let isCertain =
      !record.hasProvisionalReference
      || part.record.reference.utf8.count == record.reference.utf8.count
    var open = OpenRecord(
      contig: record.contig, position: record.position, reference: record.reference,
      alternates: record.alternates, genotype: genotype?.text,
      contradiction: isCertain
        ? "REF is not the build's and ALT is: they are exchanged"
        : "REF is only provisional (PR) and may be exchanged with ALT",
      names: [variant.nameWithEveryClass], isHarmful: variant.isHeldHarmful)
    open.isExchanged = true
    return open
  }

  /// Alternates, as GT counts, that the sample may have beside its genotype: of a record without a whole one
  /// those that reads show, or all where no reads are told; else those on a mosaic's share of the reads, or of a
  /// genotype that PL hold for likelier.
  private func shownAlleles(_ record: ReadRecord, _ call: SampleCall?, isOpen: Bool) -> [Int] {
    guard isOpen || call?.alleleDepths.isEmpty == false || call?.likelier != nil else { return [] }
    let all = (1..<record.alternates.count + 1).filter {
      !ReadRecord.isNonReference(record.alternates[$0 - 1])
    }
    guard let call else { return all }
    guard !isOpen else {
      let seen = all.filter { call.reads(of: $0) > 0 }
      return seen.isEmpty ? all : seen
    }
    return all.filter { allele in
      call.genotype?.carries(allele) == false
        && (isLikelier(allele, call)
          || confidence.isShare(
            call.reads(of: allele), of: call, atLeast: confidence.profile.mosaicMinimumFraction))
    }
  }

  private func isLikelier(_ allele: Int, _ call: SampleCall) -> Bool {
    confidence.isContrary(call) && call.likelier?.alleles.contains(allele) == true
  }

  /// What is not known to be harmful is told from the share on that a heterozygous call has; of less the ledger
  /// speaks.
  private func isHeterozygousShare(_ alleles: [Int], _ call: SampleCall) -> Bool {
    alleles.contains {
      confidence.isShare(
        call.reads(of: $0), of: call, atLeast: confidence.profile.heterozygousMinimumFraction)
    }
  }

  private func alternates(_ record: ReadRecord, _ alleles: [Int]) -> [ClassifiedVariant] {
    input.listed.filter {
      $0.annotated.normalised.parts.contains {
        $0.record.number == record.number && alleles.contains($0.alleleIndex)
      }
    }
  }

  /// No genotype, or a part of it missing and no alternate in the rest.
  private static func isOpen(_ genotype: Genotype?) -> Bool {
    guard let genotype else { return true }
    return genotype.hasMissing && !genotype.alleles.contains { ($0 ?? 0) > 0 }
  }
}

extension ClassifiedVariant {
  /// By the transcript, or by the chromosome.
  fileprivate var hasName: Bool {
    annotated.mane?.codingName != nil || annotated.placement?.genomicName != nil
  }
}
