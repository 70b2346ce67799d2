import Genome
import HTS
import Scan

/// The reads over the locus, with the bases that lie in it, in flat arrays: memory is bounded by the
/// depth limit whatever the file holds. Reads are taken in one by one, then `finish` settles which are kept.
struct ReadStore: Sendable {
  /// Read bases aligned one by one to reference bases.
  struct Block: Sendable, Hashable {
    /// 1-based position of the first base.
    var position: Int
    /// Index of the first base within the read.
    var offset: Int
    var count: Int
    /// Reference bases between the block before and this one were skipped (`N`), not deleted.
    var followsSkip: Bool

    var end: Int { position + count - 1 }
  }

  struct Read: Sendable, Hashable {
    /// Places of its bases and qualities in the store.
    var bases: Range<Int>
    /// Places of its blocks in the store; never empty.
    var blocks: Range<Int>
    /// Place in the store of the mate that reads some of the same bases.
    var mate: Int? = nil
    var mappingQuality: Int
    /// Whether the file tells the mapping quality; where not, one that is just good enough stands for it.
    var tellsMappingQuality = true
    var isReverse: Bool
    /// Hash of the template's name.
    var template: UInt64
    var hasQualities: Bool
    /// Whether its mate may be among the reads, and whether it may be one that comes later.
    var isPaired: Bool
    var awaitsMate: Bool
  }

  let locus: LocusBases
  private let settings: CallingSettings
  private(set) var reads: [Read] = []
  private(set) var blocks: [Block] = []
  private(set) var bases: [UInt8] = []
  /// Phred-scaled; 0 where a base must not count.
  var qualities: [UInt8] = []
  private var thinning: Thinning
  /// Of the reads that were left out because so many are there.
  private var thinned: BaseCounts
  /// Of these and those kept; `nil` where none was left out.
  private(set) var everyRead: BaseCounts?
  /// Positions at which the reads kept don't show what all of them do.
  private(set) var unlikeAll: Set<Int> = []
  /// Reads held at which those too many are next looked for.
  private var nextSifting = 10_000
  private(set) var counts = ReadUse()
  /// Reads left out for their mapping quality over each base of the locus.
  private(set) var badlyMapped: [Int32]
  private(set) var depth: LocusDepth

  /// Stands for the qualities of a read that has none.
  static let assumedQuality: UInt8 = 20
  /// Clipped bases kept on each side at the most.
  private static let clipLimit = 400

  init(locus whole: Locus, settings: CallingSettings, kernel: ScanKernel) {
    locus = LocusBases(whole)
    self.settings = settings
    badlyMapped = Array(repeating: 0, count: locus.interval.count)
    depth = LocusDepth(locus.interval)
    thinned = BaseCounts(
      locus: whole, minimumBaseQuality: settings.minimumBaseQuality, kernel: kernel)
    thinning = Thinning(interval: locus.interval, limit: CallingSettings.depthLimit)
  }

  /// Takes a read in, or counts why it is not used.
  mutating func add(_ record: borrowing AlignmentRecord) {
    counts.seen += 1
    guard let reason = ReadUse.exclusion(of: record, settings) else {
      depth.add(record)
      return keep(record)
    }
    counts.leftOut[reason, default: 0] += 1
    let extent = Interval(record.position, record.end)
    guard reason == .lowMappingQuality, let inside = extent.intersection(locus.interval) else {
      return
    }
    depth.add(record)
    for index in locus.index(inside.start)...locus.index(inside.end) { badlyMapped[index] += 1 }
  }

  func firstBlock(_ read: Read) -> Block { blocks[read.blocks.lowerBound] }
  func lastBlock(_ read: Read) -> Block { blocks[read.blocks.upperBound - 1] }

  /// First to last aligned reference base within the locus.
  func extent(_ read: Read) -> Interval {
    Interval(firstBlock(read).position, lastBlock(read).end)
  }

  /// Bases before the first block, clipped or inserted there.
  func leadingClip(_ read: Read) -> Int { firstBlock(read).offset }

  /// Bases behind the last block.
  func trailingClip(_ read: Read) -> Int {
    let last = lastBlock(read)
    return read.bases.count - last.offset - last.count
  }

  /// The extent with the clipped bases laid beside it as if they were aligned.
  func clippedExtent(_ read: Read) -> Interval {
    let extent = extent(read)
    return Interval(extent.start - leadingClip(read), extent.end + trailingClip(read))
  }

  func code(_ read: Read, _ offset: Int) -> UInt8 { bases[read.bases.lowerBound + offset] }
  func quality(_ read: Read, _ offset: Int) -> UInt8 { qualities[read.bases.lowerBound + offset] }

  /// The mate that reads some of the same bases.
  func mate(_ read: Read) -> Read? { read.mate.map { reads[$0] } }

  /// Whether a read is the one of two mates that came first: it counts where both tell the same.
  func isFirst(_ read: Read) -> Bool {
    mate(read).map { read.bases.lowerBound < $0.bases.lowerBound } ?? true
  }

  /// Keeps of the reads at two places that they are mates over the same bases.
  mutating func join(_ first: Int, _ second: Int) {
    reads[first].mate = second
    reads[second].mate = first
  }

  /// Leaves a read its bases at these offsets alone, if some of them are aligned.
  mutating func cut(_ place: Int, to kept: Range<Int>) {
    let read = reads[place]
    let own = read.blocks.filter {
      blocks[$0].offset < kept.upperBound && blocks[$0].offset + blocks[$0].count > kept.lowerBound
    }
    guard let first = own.first, let last = own.last else { return }
    for index in own {
      let block = blocks[index]
      let inside = (block.offset..<block.offset + block.count).clamped(to: kept)
      blocks[index].position += inside.lowerBound - block.offset
      blocks[index].offset = inside.lowerBound - kept.lowerBound
      blocks[index].count = inside.count
    }
    reads[place].blocks = first..<last + 1
    let start = read.bases.lowerBound
    reads[place].bases = start + kept.lowerBound..<start + kept.upperBound
  }

  /// The block that holds a reference position.
  func block(_ read: Read, at position: Int) -> Block? {
    for index in read.blocks {
      let block = blocks[index]
      if block.position > position { return nil }
      if block.end >= position { return block }
    }
    return nil
  }

  private mutating func keep(_ record: borrowing AlignmentRecord) {
    let layout = AlignmentLayout(record, within: locus.interval, clipLimit: Self.clipLimit)
    guard let first = layout.blocks.first, let last = layout.blocks.last else {
      counts.leftOut[.noBaseInLocus, default: 0] += 1
      return
    }
    counts.spliced += ReadUse.isSpliced(record) ? 1 : 0
    let template = template(of: record)
    let extent = Interval(first.position, last.end)
    thinning.meet(extent)
    guard thinning.keeps(template, over: extent) else {
      counts.thinned += 1
      thinned.add(record, layout.blocks)
      return
    }
    append(record, layout, template)
    if reads.count >= nextSifting { sift() }
  }

  /// Settles which reads are kept, and merges their mates. No read is taken in after it.
  mutating func finish() {
    sift()
    counts.used = reads.count
    counts.withoutQualities = reads.count { !$0.hasQualities }
    compareWithThinned()
    mergeMates()
  }

  /// Leaves those out that are too many by now. It costs as much as all that is held, and is done again when
  /// that has doubled.
  private mutating func sift() {
    let stays = reads.map { thinning.keeps($0.template, over: extent($0)) }
    if stays.contains(false) {
      let held = (reads: reads, blocks: blocks, bases: bases, qualities: qualities)
      (reads, blocks, bases, qualities) = ([], [], [], [])
      for (read, stays) in zip(held.reads, stays) {
        let own = held.blocks[read.blocks]
        if stays {
          take(read, own, held.bases[read.bases], held.qualities[read.bases])
        } else {
          counts.thinned += 1
          thinned.add(own, held.bases, held.qualities, from: read.bases.lowerBound, locus)
        }
      }
    }
    nextSifting = max(nextSifting, 2 * reads.count)
  }

  private mutating func take(
    _ read: Read, _ own: ArraySlice<Block>, _ codes: ArraySlice<UInt8>, _ values: ArraySlice<UInt8>
  ) {
    var read = read
    read.bases = bases.count..<bases.count + codes.count
    read.blocks = blocks.count..<blocks.count + own.count
    bases += codes
    qualities += values
    blocks += own
    reads.append(read)
  }

  /// Share of the reads like this one that are kept, 0 to 1.
  func keptShare(_ read: Read) -> Double { thinning.rate(over: extent(read)) }

  private mutating func compareWithThinned() {
    guard !thinned.isEmpty else { return }
    var kept = thinned.emptied
    for read in reads {
      kept.add(blocks[read.blocks], bases, qualities, from: read.bases.lowerBound, locus)
    }
    unlikeAll = kept.positionsUnlike(thinned)
    everyRead = kept.adding(thinned)
  }

  private mutating func append(
    _ record: borrowing AlignmentRecord, _ layout: AlignmentLayout, _ template: UInt64
  ) {
    let start = bases.count
    let packed = record.packedBases
    let given = record.qualities
    let hasQualities = given.count > 0 && given[0] != 255
    for offset in layout.bases {
      bases.append(BaseCode.packed(packed, offset))
      qualities.append(hasQualities ? min(given[offset], 93) : Self.assumedQuality)
    }
    let shift = layout.bases.lowerBound
    let firstBlock = blocks.count
    for var block in layout.blocks {
      block.offset -= shift
      blocks.append(block)
    }
    let read = Read(
      bases: start..<bases.count, blocks: firstBlock..<blocks.count,
      mappingQuality: record.tellsMappingQuality
        ? record.mappingQuality : max(Self.assumedMapping, settings.minimumMappingQuality),
      tellsMappingQuality: record.tellsMappingQuality,
      isReverse: record.flags.contains(.reverse), template: template, hasQualities: hasQualities,
      isPaired: Self.isPaired(record),
      awaitsMate: abs(record.matePosition - record.position) <= record.baseCount + 1_000)
    resolveEquals(read)
    reads.append(read)
  }

  /// Stands for a MAPQ that is not available, or the lowest that is used where that is higher.
  private static let assumedMapping = 20

  /// `=` in the bases stands for the reference base it is aligned to.
  private mutating func resolveEquals(_ read: Read) {
    guard bases[read.bases].contains(BaseCode.equalsReference) else { return }
    for index in read.blocks {
      let block = blocks[index]
      for step in 0..<block.count {
        let place = read.bases.lowerBound + block.offset + step
        if bases[place] == BaseCode.equalsReference {
          bases[place] = locus.code(at: block.position + step) ?? BaseCode.unknown
        }
      }
    }
    for place in read.bases where bases[place] == BaseCode.equalsReference {
      bases[place] = BaseCode.unknown
    }
  }

  /// Reads without a name (`*`) have no mates; by their number each is a template of its own.
  private func template(of record: borrowing AlignmentRecord) -> UInt64 {
    Self.isNamed(record)
      ? TemplateName.hash(record.name)
      : UInt64(reads.count + counts.thinned) &* 0x9E37_79B9_7F4A_7C15
  }

  private static func isNamed(_ record: borrowing AlignmentRecord) -> Bool {
    record.name.count != 1 || record.name[0] != UInt8(ascii: "*")
  }

  /// A supplementary alignment is another piece of the same read, not its mate.
  private static func isPaired(_ record: borrowing AlignmentRecord) -> Bool {
    isNamed(record) && record.flags.contains(.paired)
      && record.flags.isDisjoint(with: [.mateUnmapped, .supplementary])
      && record.contig == record.mateContig
  }

  /// Where both mates of a template cover a base, it counts once; what they have beyond the template does not.
  private mutating func mergeMates() {
    var waiting: [UInt64: Int] = [:]
    for place in reads.indices where reads[place].isPaired {
      if let mate = waiting.removeValue(forKey: reads[place].template) {
        ReadThrough.cut(&self, mate, place)
        if MateOverlap.resolve(&self, mate, place) { counts.overlappingMates += 1 }
      } else if reads[place].awaitsMate {
        waiting[reads[place].template] = place
      }
    }
  }
}

/// A template's name as a number: FNV-1a (draft-eastlake-fnv), 64 bits.
enum TemplateName {
  static func hash(_ name: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in name.indices { hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01B3 }
    return hash
  }
}
