import Genome

/// Finds what change makes reads leave the reference: where their clipped bases join it again.
struct ClipResolver {
  let locus: LocusBases
  /// Bases that have to match where the reads join the reference again.
  private static let anchor = 16
  /// New bases at the most between leaving the reference and joining it again.
  private static let insertionLimit = 120
  /// An overlap of two clips that makes them one insertion.
  private static let overlap = 12

  /// The first junction that one clip shows by itself and that is accepted; `nil` where its bases join
  /// the locus nowhere.
  func junction(_ clip: ClipConsensus, where isAccepted: (Junction) -> Bool) -> Junction? {
    let last = min(Self.insertionLimit, clip.bases.count - Self.anchor)
    guard last >= 0 else { return nil }
    return (0...last).lazy.compactMap { inserted in
      clip.side == .behind ? junctionBehind(clip, inserted) : junctionBefore(clip, inserted)
    }.first(where: isAccepted)
  }

  /// Whether the bases with which a clip goes on stand once in the locus, on either strand, and are no
  /// simple repeat: they tell by themselves where it goes on.
  func isUnmistakable(_ clip: ClipConsensus) -> Bool {
    let next =
      clip.side == .behind ? clip.bases.prefix(Self.anchor) : clip.bases.suffix(Self.anchor)
    guard next.count == Self.anchor, Self.isTelling(next) else { return false }
    let turned = next.reversed().map(BaseCode.complement)
    return places(of: next).count + places(of: turned).count == 1
  }

  /// Different triplets of bases at the least; a simple repeat has fewer.
  private static let triplets = 6

  private static func isTelling(_ bases: some Collection<UInt8>) -> Bool {
    let bases = Array(bases)
    return Set(zip(bases, zip(bases.dropFirst(), bases.dropFirst(2))).map { [$0, $1.0, $1.1] })
      .count
      >= triplets
  }

  /// An insertion that neither clip shows by itself: one leaves the reference where the other joins
  /// it, and they overlap. The shortest insertion that fits both is taken; bases of a clip beyond it
  /// are the reference's again.
  func junction(_ behind: ClipConsensus, _ before: ClipConsensus) -> Junction? {
    let (first, second) = (behind.bases.count, before.bases.count)
    guard first >= Self.overlap, second >= Self.overlap else { return nil }
    for length in Self.overlap...(first + second - Self.overlap) {
      let shared = max(0, length - second)..<min(first, length)
      let offset = second - length
      guard shared.count >= Self.overlap, Self.isTelling(behind.bases[shared]),
        matches(
          behind.bases[shared],
          before.bases[(shared.lowerBound + offset)..<(shared.upperBound + offset)]),
        agrees(behind.bases.dropFirst(length), from: before.position, step: 1),
        agrees(before.bases.dropLast(length).reversed()[...], from: behind.position, step: -1)
      else { continue }
      let whole = Array(behind.bases.prefix(length)) + before.bases.suffix(max(0, length - first))
      return joined(after: behind.position, whole, at: before.position)
    }
    return nil
  }

  private func junctionBehind(_ clip: ClipConsensus, _ inserted: Int) -> Junction? {
    let rest = clip.bases.dropFirst(inserted)
    guard let place = place(of: rest.prefix(Self.anchor), near: clip.position + 1),
      agrees(rest, from: place, step: 1)
    else { return nil }
    return joined(after: clip.position, clip.bases.prefix(inserted), at: place)
  }

  private func junctionBefore(_ clip: ClipConsensus, _ inserted: Int) -> Junction? {
    let rest = clip.bases.dropLast(inserted)
    guard let place = place(of: rest.suffix(Self.anchor), near: clip.position - Self.anchor)
    else { return nil }
    let resumed = place + Self.anchor - 1
    guard agrees(rest.reversed()[...], from: resumed, step: -1) else { return nil }
    return joined(after: resumed, clip.bases.suffix(inserted), at: clip.position)
  }

  /// `nil` where nothing changes.
  private func joined(
    after left: Int, _ inserted: some Collection<UInt8>, at right: Int
  ) -> Junction? {
    guard right != left + 1 || !inserted.isEmpty else { return nil }
    return Junction(left: left, right: right, inserted: Array(inserted))
      .leftmost(on: locus)
  }

  /// Where in the locus bases stand exactly, nearest to a position; `nil` where they do not.
  private func place(of bases: some Collection<UInt8>, near position: Int) -> Int? {
    places(of: bases).min { abs($0 - position) < abs($1 - position) }
  }

  private func places(of bases: some Collection<UInt8>) -> [Int] {
    let wanted = Array(bases)
    let count = wanted.count
    guard count == Self.anchor, locus.codes.count > count else { return [] }
    var places: [Int] = []
    for index in 0...(locus.codes.count - count)
    where locus.codes[index] == wanted[0] && locus.codes[index + count - 1] == wanted[count - 1] {
      guard (1..<count - 1).allSatisfy({ locus.codes[index + $0] == wanted[$0] }) else { continue }
      places.append(locus.interval.start + index)
    }
    return places
  }

  /// Whether bases go along the reference from a position on, but for one in ten.
  private func agrees(_ bases: some Collection<UInt8>, from position: Int, step: Int) -> Bool {
    var place = position
    var different = 0
    for base in bases {
      if let code = locus.code(at: place), code != base { different += 1 }
      place += step
    }
    return different * 10 <= bases.count
  }

  private func matches(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    var different = 0
    for (a, b) in zip(left, right) where a != b { different += 1 }
    return different * 20 <= left.count
  }
}
