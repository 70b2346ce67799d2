import Flow
import Genome
import Normalisation

/// Variants that a file and the reads beside it both show, on another share of the copies.
struct CopiesInReads {
  /// The file's records, of one sample.
  let file: [ReadRecord]
  /// What was called from the reads.
  let calls: [ReadRecord]
  let normaliser: Normaliser

  /// One for each such variant.
  var sentences: [String] {
    let inReads = normaliser.shares(calls)
    return file.filter { !$0.isReferenceBlock && $0.passesFilter }.compactMap { record in
      let own = normaliser.shares([record])
      guard let change = own.keys.first(where: { inReads[$0] != nil && inReads[$0] != own[$0] }),
        let own = own[change], let other = inReads[change]
      else { return nil }
      return "The file calls \(record.spelling) \(words(own)), the reads show it "
        + "\(words(other)): how many copies have it is not settled."
    }
  }

  private func words(_ isOnEveryCopy: Bool) -> String {
    isOnEveryCopy ? "on every copy" : "beside another allele"
  }

}

extension Normaliser {
  /// Whether each change that passing records' one sample carries is on every copy; without a whole genotype it is left
  /// out.
  func shares(_ records: [ReadRecord]) -> [NormalisedVariant.Change: Bool] {
    var shares: [NormalisedVariant.Change: Bool] = [:]
    for record in records where !record.isReferenceBlock && record.passesFilter {
      guard let genotype = record.calls.first?.genotype, !genotype.hasMissing else { continue }
      for allele in Set(genotype.alleles.compactMap { $0 }) where allele > 0 {
        let variant = ReadVariant(record: record, alleleIndex: allele)
        guard record.alternates.indices.contains(allele - 1) else { continue }
        shares[normalise(variant).change] = genotype.copies(of: allele) == genotype.ploidy
      }
    }
    return shares
  }

  /// The changes of the alleles that the genotype of a record's one sample has.
  func carriedChanges(_ record: ReadRecord) -> [NormalisedVariant.Change] {
    let carried = record.calls.first?.genotype?.alleles.compactMap { $0 } ?? []
    return record.alternates.indices.filter { carried.contains($0 + 1) }.map {
      normalise(ReadVariant(record: record, alleleIndex: $0 + 1)).change
    }
  }

  /// The changes that reads show: those carried, or those for which a record of a reference genotype is written.
  func shownChanges(_ record: ReadRecord) -> [NormalisedVariant.Change] {
    guard record.calls.first?.genotype?.isHomozygousReference == true else {
      return carriedChanges(record)
    }
    return record.alternates.indices.filter {
      !ReadRecord.isNonReference(record.alternates[$0])
    }.map { normalise(ReadVariant(record: record, alleleIndex: $0 + 1)).change }
  }
}
