import Genome

/// The bases that clipped reads agree on beyond one place of the locus.
struct ClipConsensus: Sendable, Hashable {
  enum Side: Sendable, Hashable {
    /// The reads leave the reference behind `position`.
    case behind
    /// The reads join the reference at `position`.
    case before
  }

  var side: Side
  /// The last aligned base (behind), or the first (before), 1-based.
  var position: Int
  /// In plus-strand order.
  var bases: [UInt8]
  var reads: Int

  /// Fewest clipped bases of a read that count as a clip, and fewest where reads are clipped from both sides.
  static let minimumClip = 6
  static let shortestClip = 3
  private static let minimumQuality: UInt8 = 15

  /// Every place where at least `minimumReads` reads are clipped by `shortest` bases or more and agree.
  static func all(
    _ store: ReadStore, minimumReads: Int, shortest: Int = minimumClip
  ) -> [ClipConsensus] {
    let ends = ClippedEnds(store, shortest: shortest)
    let all =
      ends.behind.map { (Side.behind, $0.key, $0.value) }
      + ends.before.map { (Side.before, $0.key, $0.value) }
    return all.filter { $0.2.count >= minimumReads }
      .compactMap { consensus($0.0, at: $0.1, of: $0.2, store, minimumReads, shortest) }
      .sorted {
        ($0.position, $0.side == .behind ? 0 : 1) < ($1.position, $1.side == .behind ? 0 : 1)
      }
  }

  /// Goes outwards from the place, base by base, as long as two reads cover it.
  private static func consensus(
    _ side: Side, at position: Int, of numbers: [Int], _ store: ReadStore, _ minimumReads: Int,
    _ shortest: Int
  ) -> ClipConsensus? {
    var bases: [UInt8] = []
    while let base = column(side, bases.count, numbers, store) { bases.append(base) }
    guard bases.count >= shortest else { return nil }
    let agreeing = numbers.count { agrees(side, $0, bases, store, fewest: min(4, shortest)) }
    guard agreeing >= minimumReads, agreeing * 2 > numbers.count else { return nil }
    return ClipConsensus(
      side: side, position: position, bases: side == .behind ? bases : bases.reversed(),
      reads: agreeing)
  }

  private static func column(
    _ side: Side, _ step: Int, _ numbers: [Int], _ store: ReadStore
  ) -> UInt8? {
    var weights = [0, 0, 0, 0]
    var count = 0
    for number in numbers {
      guard let (code, quality) = base(side, step, store.reads[number], store),
        code < BaseCode.unknown
      else { continue }
      count += 1
      weights[Int(code)] += Int(quality)
    }
    guard count >= 2, let best = weights.indices.max(by: { weights[$0] < weights[$1] }),
      weights[best] * 2 > weights.reduce(0, +)
    else { return nil }
    return UInt8(best)
  }

  /// The clipped base `step` bases away from the aligned part.
  private static func base(
    _ side: Side, _ step: Int, _ read: ReadStore.Read, _ store: ReadStore
  ) -> (code: UInt8, quality: UInt8)? {
    let offset: Int
    switch side {
    case .behind:
      let last = store.lastBlock(read)
      offset = last.offset + last.count + step
    case .before: offset = store.firstBlock(read).offset - 1 - step
    }
    guard offset >= 0, offset < read.bases.count else { return nil }
    return (store.code(read, offset), store.quality(read, offset))
  }

  /// Whether a read's clipped bases are these, those next to the aligned ones first, but for one in ten;
  /// `fewest` good ones are needed.
  static func agrees(
    _ side: Side, _ number: Int, _ bases: [UInt8], _ store: ReadStore, fewest: Int = 4
  ) -> Bool {
    var compared = 0
    var different = 0
    for step in bases.indices {
      guard let (code, quality) = base(side, step, store.reads[number], store),
        quality >= minimumQuality, code < BaseCode.unknown
      else { continue }
      compared += 1
      if code != bases[step] { different += 1 }
    }
    return compared >= fewest && different * 10 <= compared
  }
}
