import Genome

/// What the reads show at each base of the locus, and the changes they suggest.
struct Pileup: Sendable {
  /// Good bases: reads of enough mapping quality, bases of enough quality.
  private(set) var depth: [Int32]
  /// Good bases that are the reference's.
  private(set) var matches: [Int32]
  /// Phred-scaled evidence against the reference, alternates of every kind together.
  private(set) var doubt: [Int32]
  /// Sum of log10 odds of "reference" against "another base", from the matching bases, times 10.
  private(set) var support: [Int32]
  /// Changes suggested, with the reads that do and the sum of their qualities.
  private(set) var edits: [Edit: Weight] = [:]

  struct Weight: Sendable, Hashable {
    var reads = 0
    var quality = 0
  }

  private let locus: LocusBases
  private let minimumQuality: UInt8

  init(_ store: ReadStore, minimumQuality: Int) {
    locus = store.locus
    self.minimumQuality = UInt8(clamping: minimumQuality)
    let count = store.locus.interval.count
    depth = Array(repeating: 0, count: count)
    matches = depth
    doubt = depth
    support = depth
    for read in store.reads { add(read, store) }
  }

  /// Index of a position in the arrays; of the nearest one where it lies beside the locus.
  func clampedIndex(_ position: Int) -> Int {
    min(max(locus.index(position), 0), depth.count - 1)
  }

  /// Share of good bases that are not the reference's; `nil` without any.
  var mismatchShare: Double? {
    let all = depth.reduce(0) { $0 + Int($1) }
    let equal = matches.reduce(0) { $0 + Int($1) }
    return all > 0 ? Double(all - equal) / Double(all) : nil
  }

  /// Reads that show each substitution of one base.
  var substitutions: [SequenceChange: Int] {
    var shown: [SequenceChange: Int] = [:]
    for (edit, weight) in edits where edit.interval.count == 1 && edit.replacement.count == 1 {
      guard let code = locus.code(at: edit.interval.start) else { continue }
      let change = SequenceChange(
        start: edit.interval.start, reference: BaseCode.sequence([code]),
        alternate: BaseCode.sequence(edit.replacement))
      shown[change] = weight.reads
    }
    return shown
  }

  private mutating func add(_ read: ReadStore.Read, _ store: ReadStore) {
    // At 0 it fits another place as well.
    guard read.mappingQuality > 0 else { return }
    let limit = UInt8(clamping: read.mappingQuality)
    for place in read.blocks {
      let block = store.blocks[place]
      if place > read.blocks.lowerBound, !block.followsSkip { addGap(read, before: place, store) }
      addBases(read, block, limit, store)
    }
  }

  private mutating func addBases(
    _ read: ReadStore.Read, _ block: ReadStore.Block, _ limit: UInt8, _ store: ReadStore
  ) {
    let first = read.bases.lowerBound + block.offset
    let start = locus.index(block.position)
    for step in 0..<block.count {
      let own = store.qualities[first + step]
      let code = store.bases[first + step]
      guard own >= minimumQuality, code < BaseCode.unknown else { continue }
      let quality = min(own, limit)
      let index = start + step
      depth[index] += 1
      if code == locus.codes[index] {
        matches[index] += 1
        support[index] += Int32(quality) + 5
      } else {
        doubt[index] += Int32(quality) + 5
        let position = block.position + step
        suggest(Edit(interval: Interval(position, position), replacement: [code]), Int(quality))
      }
    }
  }

  /// An insertion or deletion between the block at a place of the store and the one before it.
  private mutating func addGap(_ read: ReadStore.Read, before place: Int, _ store: ReadStore) {
    let gap = store.gap(read, before: place)
    guard hasQuality(read, before: place, store), !gap.replacement.contains(BaseCode.unknown),
      !MateOverlap.isTold(gap, of: read, store)
    else { return }
    let quality = min(read.mappingQuality, 40)
    for position in gap.interval.start - 1...max(gap.interval.start - 1, gap.interval.end) {
      doubt[locus.index(position)] += Int32(quality)
    }
    suggest(gap, quality)
  }

  /// Whether a base beside a gap counts; that of a mate may have gone to the other one.
  private func hasQuality(
    _ read: ReadStore.Read, before place: Int, _ store: ReadStore
  ) -> Bool {
    let (before, after) = (store.blocks[place - 1], store.blocks[place])
    return read.mate != nil || store.quality(read, before.offset + before.count - 1) > 0
      || store.quality(read, after.offset) > 0
  }

  private mutating func suggest(_ edit: Edit, _ quality: Int) {
    var weight = edits[edit] ?? Weight()
    weight.reads += 1
    weight.quality += quality
    edits[edit] = weight
  }
}
