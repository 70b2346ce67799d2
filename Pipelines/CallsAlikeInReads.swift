import Flow
import Normalisation

/// Calls of a variant file that the reads beside it show alike, with every allele that is not named excluded: what a
/// file of variants alone leaves open at its own bases.
struct CallsAlikeInReads {
  /// What was called from the reads.
  let calls: [ReadRecord]
  let normaliser: Normaliser
  /// Phred-scaled.
  let minimumQuality: Int

  /// The file's records, of one sample, with what the reads settle.
  func settled(_ records: [ReadRecord]) -> [ReadRecord] {
    let proven = calls.filter(excludesOthers)
    return records.map { record in
      guard proven.contains(where: { isAlike($0, record) }) else { return record }
      var record = record
      record.calls[0].isAgainstEveryAllele = true
      return record
    }
  }

  private func excludesOthers(_ call: ReadRecord) -> Bool {
    !call.isReferenceBlock
      && call.calls.first?.unlistedLikelihood.map { $0 >= minimumQuality } == true
  }

  private func isAlike(_ own: ReadRecord, _ record: ReadRecord) -> Bool {
    guard !record.isReferenceBlock, record.calls.count == 1,
      own.position <= record.position, own.end >= record.end
    else { return false }
    let shares = normaliser.shares([own])
    return !shares.isEmpty && shares == normaliser.shares([record])
  }
}
