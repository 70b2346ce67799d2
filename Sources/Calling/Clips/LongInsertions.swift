import Genome

/// Long insertions in the reads' own alignments, whatever their bases: each long read spells one otherwise,
/// and puts a copy of a stretch anywhere over its length.
struct LongInsertions {
  /// Inserted bases from which on an insertion counts.
  private static let shortest = 20
  /// Lengths of one insertion differ by this share of it, or by a few bases.
  private static let lengthShare = 0.1
  private static let lengthBases = 3
  /// Bases in a row that stand beside an insertion too, and the share of its bases that such make up from
  /// which on it is a copy.
  private static let word = 12
  private static let copyShare = 0.3

  /// Insertions of one length that may be the same.
  struct Group {
    var length: Int
    /// Reads by the base before the insertion, 1-based.
    var places: [Int: Int]
    /// The bases beside which it may stand: of a copy the whole stretch that stands twice.
    var stretch: Interval

    var reads: Int { places.values.reduce(0, +) }
  }

  private(set) var groups: [Group] = []

  init(_ store: ReadStore) {
    for read in store.reads {
      for index in read.blocks.dropFirst() {
        let (before, after) = (store.blocks[index - 1], store.blocks[index])
        let first = before.offset + before.count
        guard after.offset - first >= Self.shortest else { continue }
        let bases = (first..<after.offset).map { store.code(read, $0) }
        add(bases, at: before.end, Self.stretch(bases, at: before.end, store.locus))
      }
    }
  }

  private mutating func add(_ bases: [UInt8], at place: Int, _ stretch: Interval) {
    let same = groups.firstIndex { group in
      let tolerance = max(Self.lengthBases, Int(Self.lengthShare * Double(group.length)))
      return abs(group.length - bases.count) <= tolerance
        && place >= group.stretch.start - tolerance && place <= group.stretch.end + tolerance
    }
    guard let same else {
      groups.append(Group(length: bases.count, places: [place: 1], stretch: stretch))
      return
    }
    groups[same].places[place, default: 0] += 1
    let known = groups[same].stretch
    groups[same].stretch = Interval(
      min(known.start, stretch.start), max(known.end, stretch.end))
  }

  /// From the base before the first place where an insertion can stand to the base behind the last.
  private static func stretch(_ bases: [UInt8], at place: Int, _ locus: LocusBases) -> Interval {
    let single = Interval(place, place + 1)
    let around = Interval(place - bases.count, place + 1 + bases.count)
    guard let inside = around.intersection(locus.interval), bases.count >= word else {
      return single
    }
    let codes = Array(locus.codes(in: inside))
    let words = Set((0...(bases.count - word)).map { Array(bases[$0..<$0 + word]) })
    let shared = codes.indices.dropLast(word - 1).filter {
      words.contains(Array(codes[$0..<$0 + word]))
    }
    guard let first = shared.first, let last = shared.last,
      Double(shared.count) >= copyShare * Double(bases.count)
    else { return single }
    return Interval(
      min(place, inside.start + first - 1), max(place + 1, inside.start + last + word))
  }
}
