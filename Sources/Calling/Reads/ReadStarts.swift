import Genome

/// Whether reads begin at few places, as those of amplicons do: their first bases are those of the primers, unless
/// these were cut off.
enum ReadStarts {
  /// Reads in all, and at each of the places where most begin, on average, at the least.
  private static let fewestReads = 200
  private static let readsPerPlace = 20
  /// Most reads: this share begin there, with no more bases clipped than a primer has.
  private static let mostReads = 0.9
  private static let shortestPrimer = 10
  /// Places among the bases read, at the most.
  private static let placesShare = 0.05

  /// `bases`: of the locus with reads.
  static func areFew(_ store: ReadStore, among bases: Int) -> Bool {
    guard store.reads.count >= fewestReads else { return false }
    var places: [Int: Int] = [:]
    for read in store.reads {
      let clipped = read.isReverse ? store.trailingClip(read) : store.leadingClip(read)
      guard clipped < shortestPrimer else { continue }
      let extent = store.clippedExtent(read)
      places[read.isReverse ? -extent.end : extent.start, default: 0] += 1
    }
    var (reads, count) = (0, 0)
    for here in places.values.sorted(by: >)
    where Double(reads) < mostReads * Double(store.reads.count) {
      reads += here
      count += 1
    }
    return Double(reads) >= mostReads * Double(store.reads.count)
      && count * readsPerPlace <= reads && Double(count) <= placesShare * Double(bases)
  }
}
