import Flow
import Synchronization

/// The ledger's entries as a document writes them, kept for all samples of a run: most samples have the
/// same, and they are a third of a page and of a JSON document.
///
/// 10,000 are kept, some five megabytes; what comes after them is made for each sample.
final class LedgerTexts: Sendable {
  private static let most = 10_000

  private let kept = Mutex<[LedgerEntry: [UInt8]]>([:])

  /// The text of each entry, by `make` where it is not kept.
  func texts<Failure>(
    of entries: [LedgerEntry], make: (LedgerEntry) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [[UInt8]] {
    let known = kept.withLock { kept in entries.map { kept[$0] } }
    var texts: [[UInt8]] = []
    for (entry, text) in zip(entries, known) {
      if let text {
        texts.append(text)
      } else {
        let made = try make(entry)
        kept.withLock { if $0.count < LedgerTexts.most { $0[entry] = made } }
        texts.append(made)
      }
    }
    return texts
  }
}
