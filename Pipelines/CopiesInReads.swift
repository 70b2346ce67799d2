import Flow
import Genome
import Normalisation

/// Variants that a file and the reads beside it both show, on another share of the copies.
struct CopiesInReads {
  /// The file's records, of one sample.
  let file: [ReadRecord]
  /// What was called from the reads.
  let calls: [ReadRecord]
  let locus: Locus

  /// One for each such variant.
  var sentences: [String] {
    let normaliser = Normaliser(locus: locus)
    var inReads: [NormalisedVariant.Change: ReadRecord] = [:]
    for record in calls where !record.isReferenceBlock && record.passesFilter {
      for change in normaliser.carriedChanges(record) { inReads[change] = record }
    }
    return file.filter { !$0.isReferenceBlock && $0.passesFilter }.compactMap { record in
      let same = normaliser.carriedChanges(record).compactMap { inReads[$0] }.first
      guard let same, let own = isOnEveryCopy(record), let other = isOnEveryCopy(same),
        own != other
      else { return nil }
      return "The file calls \(AlignmentEvidence.text(record)) \(words(own)), the reads show it "
        + "\(words(other)): how many copies have it is not settled."
    }
  }

  private func words(_ isOnEveryCopy: Bool) -> String {
    isOnEveryCopy ? "on every copy" : "beside the reference"
  }

  /// `nil` without a whole genotype.
  private func isOnEveryCopy(_ record: ReadRecord) -> Bool? {
    guard let alleles = record.calls.first?.genotype?.alleles, !alleles.isEmpty,
      !alleles.contains(nil)
    else { return nil }
    return !alleles.contains(0)
  }
}

extension Normaliser {
  /// The changes of the alleles that the genotype of a record's one sample has.
  func carriedChanges(_ record: ReadRecord) -> [NormalisedVariant.Change] {
    let carried = record.calls.first?.genotype?.alleles.compactMap { $0 } ?? []
    return record.alternates.indices.filter { carried.contains($0 + 1) }.map {
      normalise(ReadVariant(record: record, alleleIndex: $0 + 1)).change
    }
  }
}
