import Genome
import HTS

/// What the reads around the locus tell of molecules that go on elsewhere: split alignments (SA) and
/// mates too far apart or turned away from each other.
struct JunctionEvidence: Sendable {
  /// Mates around a junction, by their inner ends.
  struct Pair: Sendable, Hashable {
    var left: Int
    var right: Int
    /// The mates point away from each other, as over the seam of a tandem duplication.
    var isEverted: Bool
  }

  /// Reads by the junction that their two alignments show.
  private(set) var splits: [Junction: Int] = [:]
  private(set) var pairs: [Pair] = []
  /// Reads by the two places between which they are turned over: the molecule goes on from one along the
  /// other strand, and away from the other.
  private(set) var turns: [Interval: Int] = [:]
  /// The contig both pieces have to lie on, as the file names it.
  private let contig: String
  private let minimumMappingQuality: Int
  /// Lengths of templates whose mates lie as they should.
  private var lengths: [Int: Int] = [:]
  private var lengthCount = 0

  /// Mates nearer than this are never too far apart.
  private static let nearest = 500
  /// Clipped bases of a split alignment at least.
  private static let minimumClip = 15
  private static let pairLimit = 100_000

  init(contig: String, minimumMappingQuality: Int) {
    self.contig = contig
    self.minimumMappingQuality = minimumMappingQuality
  }

  /// Takes in a read's SA tag and its mate, if it is a primary alignment of enough mapping quality.
  mutating func add(_ record: borrowing AlignmentRecord) {
    guard record.flags.isDisjoint(with: .uncounted),
      record.mappingQuality >= minimumMappingQuality, record.cigarCount > 0
    else { return }
    addSplit(record)
    addTurns(record)
    addPair(record)
  }

  /// The template length that all but one in a thousand good pairs stay under.
  var longestTemplate: Int {
    var rest = lengthCount / 1_000
    for length in lengths.keys.sorted(by: >) {
      rest -= lengths[length] ?? 0
      if rest < 0 { return max(length, Self.nearest) }
    }
    return Self.nearest
  }

  /// Pairs that are too far apart, or everted.
  var discordantPairs: [Pair] {
    let longest = longestTemplate
    return pairs.filter { $0.isEverted || $0.right - $0.left > longest }
  }

  private mutating func addPair(_ record: borrowing AlignmentRecord) {
    let flags = record.flags
    guard flags.contains(.paired), !flags.contains(.mateUnmapped),
      record.contig == record.mateContig, record.position <= record.matePosition,
      flags.contains(.reverse) != flags.contains(.mateReverse)
    else { return }
    let length = Int(clamping: record.templateLength.magnitude)
    let isEverted = flags.contains(.reverse) && record.matePosition > record.end
    if !isEverted {
      lengths[min(length, 5_000), default: 0] += 1
      lengthCount += 1
    }
    let isFar = length > Self.nearest
    guard isFar || isEverted, pairs.count < Self.pairLimit else { return }
    pairs.append(
      isEverted
        ? Pair(left: record.position, right: record.matePosition, isEverted: true)
        : Pair(left: record.end, right: record.matePosition, isEverted: false))
  }

  /// Places of one read that lie this close are one.
  private static let sameTurn = 30

  /// Pieces of a primary alignment's read on the other strand.
  private mutating func addTurns(_ record: borrowing AlignmentRecord) {
    guard let text = record.text("SA") else { return }
    let own = SplitAlignment(record)
    var found: [Interval] = []
    for entry in text.split(separator: ";") {
      guard let other = piece(entry, ofOtherStrand: true, record),
        let turn = SplitAlignment.turn(own, other, minimumClip: Self.minimumClip),
        !found.contains(where: {
          abs($0.start - turn.start) <= Self.sameTurn && abs($0.end - turn.end) <= Self.sameTurn
        })
      else { continue }
      found.append(turn)
      turns[turn, default: 0] += 1
    }
  }

  /// An entry of `SA`, `rname,pos,strand,CIGAR,mapQ,NM` (SAM tags), on the same contig and well mapped.
  private func piece(
    _ entry: Substring, ofOtherStrand isTurned: Bool, _ record: borrowing AlignmentRecord
  ) -> SplitAlignment? {
    let parts = entry.split(separator: ",")
    guard parts.count == 6, parts[0] == contig, let position = Int(parts[1]),
      (1...SplitAlignment.longest).contains(position), let quality = Int(parts[4]),
      quality >= minimumMappingQuality,
      ((parts[2] == "-") != record.flags.contains(.reverse)) == isTurned
    else { return nil }
    return SplitAlignment(position: position, cigar: parts[3])
  }

  /// The other alignment's first entry.
  private mutating func addSplit(_ record: borrowing AlignmentRecord) {
    let ends = [record.cigar(0).operation, record.cigar(record.cigarCount - 1).operation]
    guard ends.contains(.softClip), let text = record.text("SA"),
      let first = text.split(separator: ";").first,
      let other = piece(first, ofOtherStrand: false, record)
    else { return }
    let own = SplitAlignment(record)
    guard let junction = SplitAlignment.junction(own, other, minimumClip: Self.minimumClip) else {
      return
    }
    splits[junction, default: 0] += 1
  }
}
