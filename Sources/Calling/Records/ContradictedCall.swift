import Flow
import Genome

/// Whether the reads exclude what a variant file calls: they show the reference at its place, and so often that
/// the alternate would have been seen.
///
/// What counts is the genotype that the file has, not what a place without a call needs to be called reference: of
/// two copies one hides the alternate from half of the reads.
struct ContradictedCall {
  let blocks: ReferenceBlocks
  let settings: CallingSettings
  /// Phred-scaled, of bases in tested regions, by position.
  let qualities: [Int: Int]

  /// Bases of a change that reads hold whole.
  private static let mostBases = 50

  /// - Parameter record: of one sample.
  func isContradicted(_ record: ReadRecord) -> Bool {
    guard !record.isReferenceBlock, record.passesFilter,
      let alleles = record.calls.first?.genotype?.alleles,
      alleles.contains(where: { ($0 ?? 0) > 0 })
    else { return false }
    let isOnEveryCopy = alleles.allSatisfy { ($0 ?? 0) > 0 }
    let quality = blocks.lowestQuality(
      record.interval, depth: depth(record), isOnEveryCopy: isOnEveryCopy,
      isIndel: !isSubstitution(record), quality: qualities)
    return quality.map { $0 >= settings.minimumGenotypeQuality } ?? false
  }

  /// Good reads over each base: of a substitution each tells by itself. Reads that end in an insertion or deletion
  /// look like the reference's, and those of the other copy cover a large change whole.
  private func depth(_ record: ReadRecord) -> Int {
    if isSubstitution(record) { return 1 }
    let length = record.reference.utf8.count
    let isShort = alternates(record).allSatisfy {
      abs(($0?.count ?? .max) - length) <= Self.mostBases
    }
    return settings.minimumDepth(copies: isShort ? 1 : blocks.copies)
  }

  private func isSubstitution(_ record: ReadRecord) -> Bool {
    alternates(record).allSatisfy { $0?.count == record.reference.utf8.count }
  }

  /// `nil` for one that is not told by its bases.
  private func alternates(_ record: ReadRecord) -> [BaseSequence?] {
    record.alternates.filter { !ReadRecord.isNonReference($0) }.map { BaseSequence($0) }
  }
}
