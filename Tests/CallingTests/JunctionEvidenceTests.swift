import Genome
import Testing

@testable import Calling

/// Split alignments (`SA`) and mates, as a file may have them.
@Suite struct JunctionEvidenceTests {
  private let start = 49_255_000

  private func evidence(
    _ tags: String, flags: Int = 0, mate: Int? = nil, length: String = "0"
  ) throws -> JunctionEvidence {
    var reads = try AlignedReads()
    let bases = reads.text(start, 75) + reads.text(start + 3_000, 75)
    reads.add(flags: flags, at: start, "75M75S", bases, mate: mate, length: length, tags: tags)
    var evidence = JunctionEvidence(contig: "chrX", minimumMappingQuality: 20)
    try reads.forEach { evidence.add($0) }
    return evidence
  }

  @Test func twoPiecesOfAReadAreAJunction() throws {
    let found = try evidence("SA:Z:chrX,\(start + 3_000),+,75S75M,60,0;")
    #expect(found.splits == [Junction(left: start + 74, right: start + 3_000): 1])
  }

  /// A piece on another chromosome, of low mapping quality, on the other strand: no deletion.
  @Test(arguments: [
    "chr1,49258000,+,75S75M,60,0;", "X,49258000,+,75S75M,60,0;", "chrX,49258000,+,75S75M,19,0;",
    "chrX,49258000,-,75S75M,60,0;",
  ])
  func otherPiecesAreNone(_ entry: String) throws {
    #expect(try evidence("SA:Z:" + entry).splits.isEmpty)
  }

  /// Behind its first half the read goes on along the other strand: 75 bases back from the other end.
  @Test func aPieceOnTheOtherStrandIsATurn() throws {
    let found = try evidence("SA:Z:chrX,\(start + 3_000),-,75M75S,60,0;")
    #expect(found.turns == [Interval(start + 74, start + 3_074): 1])
    #expect(try evidence("SA:Z:chrX,\(start + 3_000),+,75S75M,60,0;").turns.isEmpty)
    #expect(try evidence("SA:Z:chrX,\(start + 3_000),-,75M75S,19,0;").turns.isEmpty)
  }

  @Test(arguments: [
    "", ";;;,,,", "chrX", "chrX,0,+,75S75M,60,0;", "chrX,9223372036854775807,+,75S75M,60,0;",
    "chrX,-9223372036854775808,+,75S75M,60,0;", "chrX,9223372036854775000,+,70S80M,60,0;",
    "chrX,49258000,+,75S75M,9223372036854775808,0;", "chrX,49258000,+,*,60,0;",
  ])
  func damagedTagsAreNone(_ entry: String) throws {
    #expect(try evidence("SA:Z:" + entry).splits.isEmpty)
  }

  @Test(arguments: [
    "9223372036854775807M", "75S9223372036854775807D75M",
    "9223372036854775807S9223372036854775807M",
  ])
  func lengthsBeyondAllBoundsDoNotTrap(_ cigar: String) throws {
    _ = try evidence("SA:Z:chrX,2147483647,+,\(cigar),60,0;")
  }

  @Test(arguments: ["2147483647", "-2147483648", "0"])
  func extremeTemplatesDoNotTrap(_ length: String) throws {
    let found = try evidence("NM:i:0", flags: 0x61, mate: 2_147_483_647, length: length)
    #expect(found.longestTemplate >= 500)
  }

  /// Both ends lie beyond the locus, whose reads alone are kept: what goes on as the reference does is
  /// not known, and no read of it is no sign that every copy has the deletion.
  @Test func aDeletionOfTheWholeLocusIsNotTakenForHomozygous() throws {
    var reads = try AlignedReads()
    let (left, right) = (reads.locus.interval.start - 5_000, reads.locus.interval.end + 5_000)
    let bases = String(repeating: "ACGTT", count: 20)
    for number in 0..<8 {
      reads.add(
        "r\(number)", at: left - 59, "60M40S", bases, tags: "SA:Z:chrX,\(right),+,60S40M,60,0;")
    }
    var evidence = JunctionEvidence(contig: "chrX", minimumMappingQuality: 20)
    try reads.forEach { evidence.add($0) }
    for (copies, genotype) in [(1, [1]), (2, [0, 1])] {
      let calls = StructuralCaller(
        store: try reads.store(), evidence: evidence, segments: nil, copies: copies
      ).calls([:])
      #expect(calls.map(\.genotype) == [genotype])
      #expect(calls.first?.splitReads == 8)
    }
  }

  /// As many reads over the seam as over the ends: every copy has it. Half as many: one of two, or a
  /// part of the cells of a male. In between it is open.
  @Test(arguments: [
    (2, 20, [1, 1], true), (2, 10, [0, 1], true), (1, 20, [1], true), (1, 5, [0, 1], false),
    (2, 15, [0, 1], false),
  ])
  func copiesOfADuplication(
    _ copies: Int, _ seam: Int, _ genotype: [Int], _ isSure: Bool
  ) throws {
    var reads = try AlignedReads()
    let junction = Junction(left: start + 299, right: start).leftmost(on: reads.bases)
    for number in 0..<20 {
      for place in [junction.left, junction.right] {
        reads.add("r\(place).\(number)", at: place - 49, "100M", reads.text(place - 49, 100))
      }
    }
    let calls = StructuralCaller(
      store: try reads.store(),
      evidence: JunctionEvidence(contig: "chrX", minimumMappingQuality: 20), segments: nil,
      copies: copies
    ).calls([junction: seam])
    #expect(calls.map(\.genotype) == [genotype])
    #expect(calls.allSatisfy { ($0.quality >= 20) == isSure })
  }

  /// Reads of an inserted sequence that stands in an intron too look split; the depth there is the usual.
  @Test(arguments: [(1.0, true), (1.15, true), (0.5, false), (0.7, false), (0.0, false)])
  func depthDisagreesWithADeletion(_ ratio: Double, _ isFiltered: Bool) throws {
    let reads = try AlignedReads()
    let junction = Junction(left: start, right: start + 479)
    let window = Interval(reads.locus.interval.start - 50_000, reads.locus.interval.end + 50_000)
    let empty = DepthProfile(window: window, minimumMappingQuality: 20)
    let profile = DepthProfile(
      window: window,
      starts: empty.starts.indices.map {
        junction.interval.overlaps(empty.interval(ofBin: $0)) ? Int(50 * ratio) : 50
      }, readLength: 150)
    let segments = DepthSegments(
      profile, try DepthBaseline(profile, outside: reads.locus.interval))
    let calls = StructuralCaller(
      store: try reads.store(),
      evidence: JunctionEvidence(contig: "chrX", minimumMappingQuality: 20), segments: segments,
      copies: 1
    ).calls([junction: 8]).filter(\.isPrecise)
    #expect(calls.map { $0.filters.contains(.depthDisagrees) } == [isFiltered])
  }

  private func segments(
    _ reads: AlignedReads, ratio: Double, in stretch: Interval
  ) throws -> DepthSegments {
    let window = Interval(reads.locus.interval.start - 50_000, reads.locus.interval.end + 50_000)
    let empty = DepthProfile(window: window, minimumMappingQuality: 20)
    let profile = DepthProfile(
      window: window,
      starts: empty.starts.indices.map {
        stretch.contains(empty.interval(ofBin: $0)) ? Int(50 * ratio) : 50
      }, readLength: 150)
    return DepthSegments(profile, try DepthBaseline(profile, outside: reads.locus.interval))
  }

  /// A few chimeric reads over the locus are no reason to pass over what the depth shows within: only a change of its
  /// kind, with the depth of one, is.
  @Test(arguments: [(0.5, true), (0.5, false), (1.5, true)])
  func depthCallsStandBesideJunctionsThatDoNotExplainThem(
    _ ratio: Double, _ isDeletion: Bool
  ) throws {
    let reads = try AlignedReads()
    let stretch = Interval(start, start + 4_999)
    let (low, high) = (start - 3_000, start + 8_500)
    let junction =
      isDeletion ? Junction(left: low, right: high) : Junction(left: high, right: low)
    let calls = StructuralCaller(
      store: try reads.store(),
      evidence: JunctionEvidence(contig: "chrX", minimumMappingQuality: 20),
      segments: try segments(reads, ratio: ratio, in: stretch), copies: 2
    ).calls([junction: 3])
    let byDepth = calls.filter { !$0.isPrecise }
    #expect(byDepth.map(\.isDeletion) == [ratio < 1])
    #expect(byDepth.allSatisfy { $0.filters.isEmpty && stretch.overlaps($0.interval) })
  }

  @Test func aJunctionWithTheDepthOfItsChangeStandsAlone() throws {
    let reads = try AlignedReads()
    let stretch = Interval(start, start + 4_999)
    let calls = StructuralCaller(
      store: try reads.store(),
      evidence: JunctionEvidence(contig: "chrX", minimumMappingQuality: 20),
      segments: try segments(reads, ratio: 0.5, in: stretch), copies: 2
    ).calls([Junction(left: start - 1, right: stretch.end + 1): 8])
    #expect(calls.map(\.isPrecise) == [true])
  }

  /// Of a long one the depth says more than a dozen reads.
  @Test(arguments: [(1, 2.0, [1]), (1, 1.5, [0, 1]), (2, 2.0, [1, 1]), (2, 1.5, [0, 1])])
  func depthTellsTheCopiesOfALongDuplication(
    _ copies: Int, _ ratio: Double, _ genotype: [Int]
  ) throws {
    var reads = try AlignedReads()
    let junction = Junction(left: start + 5_000, right: start).leftmost(on: reads.bases)
    for number in 0..<12 {
      for place in [junction.left, junction.right] {
        reads.add("r\(place).\(number)", at: place - 49, "100M", reads.text(place - 49, 100))
      }
    }
    let segments = try segments(reads, ratio: ratio, in: junction.interval)
    let calls = StructuralCaller(
      store: try reads.store(),
      evidence: JunctionEvidence(contig: "chrX", minimumMappingQuality: 20), segments: segments,
      copies: copies
    ).calls([junction: 8])
    #expect(calls.map(\.genotype) == [genotype])
    #expect(calls.allSatisfy { $0.quality >= 20 })
  }
}
