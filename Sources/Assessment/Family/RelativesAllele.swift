import Flow
import Genome

/// The reads of a sample at an allele that a relative carries.
///
/// An allele that is expected asks for fewer reads than one that is looked for among all: a parent who
/// is a mosaic can have handed it on (`docs/conclusions.md`, Families).
struct RelativesAllele: Sendable {
  static let leastReads = 2
  /// Share of the reads under which sequencing errors give as many.
  static let leastShare = 0.01

  /// Reads of an allele among those of its place.
  private struct Count {
    var reads: Int
    var all: Int
    /// The record does not name the allele that they show.
    var isUnlisted = false

    var isEnough: Bool {
      reads >= RelativesAllele.leastReads
        && Double(reads) >= RelativesAllele.leastShare * Double(all)
    }
  }

  let input: SampleInput
  /// The allele, or the parts of one that is joined of several records.
  let changes: [SequenceChange]

  /// What keeps a sample without a call of the allele from being free of it, as a clause; `nil` where
  /// reads of it are no more than errors give, or not told.
  var doubt: String? {
    guard let count = changes.lazy.flatMap(counts).first(where: \.isEnough) else { return nil }
    let what = count.isUnlisted ? "an allele that the record does not name" : "it"
    return
      "\(count.reads) of \(count.all) reads show \(what), though it is not called: a mosaic or errors"
  }

  private func counts(_ change: SequenceChange) -> [Count] {
    let isBase = change.reference.count == 1 && change.alternate.count == 1
    return listed(change) + (isBase ? spelled(change) + ofReads(change) : [])
  }

  /// By the records that list this very allele, however they spell it.
  private func listed(_ change: SequenceChange) -> [Count] {
    input.listed.flatMap { variant -> [Count] in
      guard variant.annotated.normalised.change == .sequence(change) else { return [] }
      return variant.annotated.normalised.parts.compactMap { part in
        input.call(at: part.record).map { count([part.alleleIndex], $0) }
      }
    }
  }

  /// By the records over the base: alternates of REF's length that change it in the same way among others, and,
  /// where the record is of this base alone, those that it does not name.
  private func spelled(_ change: SequenceChange) -> [Count] {
    input.records.flatMap { record -> [Count] in
      let offset = change.start - record.position
      let length = record.reference.utf8.count
      guard offset >= 0, offset < length, let call = input.call(at: record) else { return [] }
      let alleles = record.alternates.indices.filter { index in
        let alternate = record.alternates[index].uppercased()
        return alternate.utf8.count == length
          && alternate.dropFirst(offset).prefix(1) == change.alternate.text
      }.map { $0 + 1 }
      let unlisted = length == 1 && record.interval(of: call).count == 1 ? call.unlistedAllele : nil
      return [count(alleles, call)]
        + (unlisted.map {
          [Count(reads: call.reads(of: $0), all: call.readsOfAlleles, isUnlisted: true)]
        } ?? [])
    }
  }

  /// By the reads themselves, where they were read.
  private func ofReads(_ change: SequenceChange) -> [Count] {
    guard let depth = input.readDepth, let reads = depth.substitutions[change],
      let all = depth.lowestGood(over: change.interval)
    else { return [] }
    return [Count(reads: reads, all: all)]
  }

  private func count(_ alleles: [Int], _ call: SampleCall) -> Count {
    Count(reads: alleles.reduce(0) { $0 &+ call.reads(of: $1) }, all: call.readsOfAlleles)
  }
}
