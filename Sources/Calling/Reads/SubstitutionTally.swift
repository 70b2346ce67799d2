public import HTS

/// Genotypes at substitutions, told by reads alone: MD says where a read differs from its reference,
/// and the reads over the place how many agree. Only what is plain counts; it is no calling, and tells
/// the sex.
///
/// Reads have to come in order of position, all of one contig. Mates that overlap count twice.
public struct SubstitutionTally: Sendable {
  public private(set) var heterozygous = 0
  public private(set) var homozygous = 0
  /// Reads left out because they have no MD.
  public private(set) var withoutMismatches = 0

  public var genotypes: Int { heterozygous + homozygous }

  /// Nearly certain places only: genes with copies elsewhere look heterozygous in everybody.
  /// bwa and minimap2 go up to 60, Bowtie 2 to 42.
  private static let minimumMappingQuality = 40
  /// At this depth and these shares an error of sequencing does not look like an allele.
  private static let minimumDepth: Int32 = 20
  private static let heterozygousShare = 0.3...0.7
  private static let homozygousShare = 0.9

  /// Longest reach of a read that is looked at, in bases of the reference.
  private static let reach = 1 << 14
  private static let ringSize = 1 << 15

  private let minimumBaseQuality: UInt8
  /// Good bases over each place from `front` on, by the place modulo the ring's size.
  private var depth = [Int32](repeating: 0, count: ringSize)
  /// Bases unlike the reference's, by place: how many of A, C, G and T.
  private var alternates: [Int: [Int32]] = [:]
  /// The first place that is not judged yet, 1-based.
  private var front = 0

  /// - Parameter minimumBaseQuality: of a base that counts, phred-scaled.
  public init(minimumBaseQuality: Int) {
    self.minimumBaseQuality = UInt8(clamping: minimumBaseQuality)
  }

  /// Takes a read in, and judges the places before it.
  public mutating func add(_ record: borrowing AlignmentRecord) {
    guard isUsed(record) else { return }
    guard let text = record.text("MD") else {
      withoutMismatches += 1
      return
    }
    guard let mismatches = MismatchOffsets.read(text) else { return }
    judge(before: record.position)
    count(record, mismatches)
  }

  /// Judges what is left.
  public mutating func finish() { judge(before: front + SubstitutionTally.ringSize) }

  private func isUsed(_ record: borrowing AlignmentRecord) -> Bool {
    record.flags.isDisjoint(with: .uncounted) && record.baseCount > 0
      && record.mappingQuality >= SubstitutionTally.minimumMappingQuality
      && record.tellsMappingQuality
      && record.position >= front && record.end - record.position < SubstitutionTally.reach
  }

  /// Counts a read's good bases along its CIGAR.
  private mutating func count(_ record: borrowing AlignmentRecord, _ mismatches: [Int]) {
    var left = mismatches[...]
    var place = (reference: record.position, read: 0, offset: 0)
    for index in 0..<record.cigarCount {
      let (length, operation) = record.cigar(index)
      switch operation {
      case .match, .equal, .different:
        countAligned(record, place, length, &left)
        place.reference += length
        place.read += length
        place.offset += length
      case .insertion, .softClip: place.read += length
      case .deletion:
        place.reference += length
        place.offset += length
      case .skip: place.reference += length
      case .hardClip, .padding, nil: break
      }
    }
  }

  private mutating func countAligned(
    _ record: borrowing AlignmentRecord, _ place: (reference: Int, read: Int, offset: Int),
    _ length: Int, _ mismatches: inout ArraySlice<Int>
  ) {
    let qualities = record.qualities
    let bases = record.packedBases
    for step in 0..<max(0, min(length, record.baseCount - place.read)) {
      let isMismatch = mismatches.first == place.offset + step
      if isMismatch { mismatches.removeFirst() }
      let at = place.read + step
      guard qualities[at] >= minimumBaseQuality else { continue }
      let base = BaseCode.packed(bases, at)
      guard base < BaseCode.unknown || base == BaseCode.equalsReference else { continue }
      let position = place.reference + step
      depth[position % SubstitutionTally.ringSize] += 1
      if isMismatch, base < BaseCode.unknown {
        alternates[position, default: [0, 0, 0, 0]][Int(base)] += 1
      }
    }
  }

  private mutating func judge(before position: Int) {
    guard position > front else { return }
    for place in alternates.keys where place < position {
      judge(depth[place % SubstitutionTally.ringSize], alternates[place]?.max() ?? 0)
      alternates[place] = nil
    }
    for place in front..<min(position, front + SubstitutionTally.ringSize) {
      depth[place % SubstitutionTally.ringSize] = 0
    }
    front = position
  }

  private mutating func judge(_ depth: Int32, _ alternate: Int32) {
    guard depth >= SubstitutionTally.minimumDepth else { return }
    let share = Double(alternate) / Double(depth)
    if SubstitutionTally.heterozygousShare.contains(share) { heterozygous += 1 }
    if share >= SubstitutionTally.homozygousShare { homozygous += 1 }
  }
}
