import Flow
import Genome

/// The records that list alternates which reach into the gene, or may do so, and leave open whether the
/// sample carries them.
struct OpenRecords: Sendable {
  let input: SampleInput
  let outside: OutsideGene

  /// In the order of the file; none for a file without samples.
  func find() -> [OpenRecord] {
    guard input.column != nil else { return [] }
    return input.records.compactMap { record in
      let genotype = input.call(at: record)?.genotype
      guard !record.isReferenceBlock, OpenRecords.isOpen(genotype), !outside.isOutside(record)
      else { return nil }
      return OpenRecord(
        contig: record.contig, position: record.position, reference: record.reference,
        alternates: record.alternates, genotype: genotype?.text)
    }
  }

  /// No genotype, or a part of it missing and no alternate in the rest.
  private static func isOpen(_ genotype: Genotype?) -> Bool {
    guard let genotype else { return true }
    return genotype.hasMissing && !genotype.alleles.contains { ($0 ?? 0) > 0 }
  }
}
