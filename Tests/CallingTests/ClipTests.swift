import Flow
import Genome
import Nomenclature
import Scan
import Testing

@testable import Calling

/// Changes that are in the reads' clipped ends only, as aligners leave them when a change is long.
@Suite struct ClipTests {
  private let start = 49_255_000

  /// Reads of 100 bases, one from each third base of a molecule that leaves the reference behind
  /// `left`, has `inserted`, and goes on at `right`; each is aligned by its longer piece alone.
  private func reads(left: Int, inserted: String, right: Int) throws -> AlignedReads {
    var reads = try AlignedReads()
    let before = reads.text(left - 199, 200)
    let behind = reads.text(right, 200)
    let molecule = Array((before + inserted + behind).utf8)
    let length = 100
    for offset in stride(from: 0, through: molecule.count - length, by: 3) {
      let bases = String(decoding: molecule[offset..<offset + length], as: UTF8.self)
      let first = min(length, max(0, 200 - offset))
      let rest = min(length, max(0, offset + length - 200 - inserted.utf8.count))
      if first >= rest, first >= 20 {
        let clip = length - first
        reads.add(
          "r\(offset)", flags: offset % 2 == 0 ? 0 : 16, at: left - 199 + offset,
          clip == 0 ? "\(length)M" : "\(first)M\(clip)S", bases)
      } else if rest >= 20 {
        let clip = length - rest
        let place = right + max(0, offset - 200 - inserted.utf8.count)
        reads.add(
          "r\(offset)", flags: offset % 2 == 0 ? 0 : 16, at: place,
          clip == 0 ? "\(length)M" : "\(clip)S\(rest)M", bases)
      }
    }
    return reads
  }

  private func junctions(_ reads: AlignedReads) throws -> [Junction] {
    let store = try reads.store()
    let resolver = ClipResolver(locus: store.locus)
    return ClipConsensus.all(store, minimumReads: 2).compactMap {
      resolver.junction($0) { _ in true }
    }
  }

  private let new = "TACGGATCCTTAGCAATGCCGTATTCGAGCTAACGTTGGACCATGCATCA"

  @Test func clipsAgreeOnTheBasesBehindThem() throws {
    let store = try reads(left: start, inserted: new, right: start + 1).store()
    let clips = ClipConsensus.all(store, minimumReads: 2)
    let behind = try #require(clips.first { $0.side == .behind })
    let before = try #require(clips.first { $0.side == .before })
    #expect(behind.position == start)
    #expect(before.position == start + 1)
    let expected = Array(new.utf8).map(BaseCode.of)
    #expect(Array(behind.bases.prefix(40)) == Array(expected.prefix(40)))
    #expect(Array(before.bases.suffix(40)) == Array(expected.suffix(40)))
  }

  @Test func aDeletionOfFiftyBases() throws {
    let found = try junctions(reads(left: start, inserted: "", right: start + 51))
    let bases = try AlignedReads().bases
    let expected = Junction(left: start, right: start + 51).leftmost(on: bases)
    #expect(!found.isEmpty)
    #expect(Set(found) == [expected])
  }

  @Test func anInsertionOfFiftyBases() throws {
    let reads = try reads(left: start, inserted: new, right: start + 1)
    let store = try reads.store()
    let clips = ClipConsensus.all(store, minimumReads: 2)
    let resolver = ClipResolver(locus: store.locus)
    let single = clips.compactMap { resolver.junction($0) { _ in true } }
    let behind = try #require(clips.first { $0.side == .behind })
    let before = try #require(clips.first { $0.side == .before })
    let joined = resolver.junction(behind, before)
    let expected = Array(new.utf8).map(BaseCode.of)
    #expect((single + [joined].compactMap { $0 }).contains { $0.inserted == expected })
  }

  /// The clips are longer than the insertion, by less than an anchor or on one side only, or end in it.
  @Test(arguments: [(70, 80, 84), (70, 84, 60), (70, 60, 84), (70, 50, 50), (70, 70, 70)])
  func twoClipsOfOneInsertion(_ size: Int, _ behind: Int, _ before: Int) throws {
    let bases = try AlignedReads().bases
    let inserted = Array(Array(repeating: Array(new.utf8), count: 2).joined().prefix(size))
      .map(BaseCode.of)
    let first = inserted + bases.codes(in: Interval(start + 1, start + 100))
    let second = Array(bases.codes(in: Interval(start - 99, start))) + inserted
    let junction = ClipResolver(locus: bases).junction(
      ClipConsensus(
        side: .behind, position: start, bases: Array(first.prefix(behind)), reads: 9),
      ClipConsensus(
        side: .before, position: start + 1, bases: Array(second.suffix(before)), reads: 9))
    let expected = Junction(left: start, right: start + 1, inserted: inserted).leftmost(on: bases)
    #expect(junction == expected)
  }

  private func calls(_ reads: AlignedReads, copies: Int = 1) throws -> SampleCalls {
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval,
      settings: CallingSettings(), kernel: .scalar)
    try reads.forEach { caller.add($0, isInLocus: true) }
    return caller.calls(copies: copies)
  }

  /// What the reads go on with stands nowhere in the locus and is longer than they are: the place is
  /// not reference, whatever lies there.
  @Test func clipsThatNothingExplainsLeaveTheirPlaceOpen() throws {
    var state: UInt64 = 7
    let far = String(
      (0..<400).map { _ -> Character in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Array("ACGT")[Int(state >> 62)]
      })
    let calls = try calls(reads(left: start, inserted: far, right: start + 1))
    #expect(calls.clipped.contains(start))
    for position in [start, start + 1] {
      let block = calls.records.first { $0.interval.contains(position) }
      #expect(block?.calls.first?.genotypeQuality == 0)
    }
    #expect(!calls.copyNumber.isAssessed)
  }

  /// A long insertion whose bases resemble a stretch of an intron, as of one mobile element beside another:
  /// no read leaves that stretch, so that nothing between is gone or doubled.
  @Test func whatIsSeenFromOneSideAloneIsNoChange() throws {
    let base = try AlignedReads()
    let inserted = String(new.prefix(30)) + base.text(start + 700, 120) + new + new
    let calls = try calls(reads(left: start, inserted: inserted, right: start + 1))
    #expect(calls.records.allSatisfy { $0.alternates == ["<*>"] })
    #expect(calls.clipped.contains(start))
  }

  /// Clipped reads, some with another base beside their clip: what they go on with is of elsewhere, and
  /// tells nothing of the bases here.
  @Test func readsThatGoOnElsewhereAreNoMosaic() throws {
    var reads = try AlignedReads()
    let other = reads.other(than: start + 47)
    for number in 0..<8 {
      let strand = number % 2 == 0 ? 0 : 16
      reads.add("o\(number)", flags: strand, at: start, "100M", reads.text(start, 100))
      let head = reads.text(start, 47) + (number < 4 ? other : reads.text(start + 47, 1))
      reads.add(
        "c\(number)", flags: strand, at: start, "50M50S", head + reads.text(start + 48, 2) + new)
    }
    let found = try calls(reads)
    #expect(found.records.allSatisfy { $0.alternates == ["<*>"] || $0.filters != ["PASS"] })
    #expect(found.clipped == [start + 49])
    #expect(
      found.records.filter { $0.interval.contains(start + 47) }
        .allSatisfy { $0.calls.first?.genotypeQuality == 0 })
  }

  /// A mapping quality that the file does not tell (255) is no low one.
  @Test(arguments: [(255, ["PASS"]), (20, ["LowMapQ"])])
  func mappingQualities(_ mapping: Int, _ filters: [String]) throws {
    var reads = try AlignedReads()
    let bases = reads.text(start, 50) + reads.other(than: start + 50) + reads.text(start + 51, 49)
    for number in 0..<10 {
      reads.add(
        "r\(number)", flags: number % 2 == 0 ? 0 : 16, at: start, "100M", bases, mapping: mapping)
    }
    #expect(try calls(reads).records.first { $0.alternates != ["<*>"] }?.filters == filters)
  }

  @Test func calledInsertionsExplainTheirClips() throws {
    let calls = try calls(reads(left: start, inserted: new, right: start + 1))
    #expect(calls.clipped.isEmpty)
    #expect(calls.records.contains { $0.alternates[0].utf8.count == new.utf8.count + 1 })
  }

  /// Reads of 100 bases span neither copy of 95 with the bases that would show the seam.
  @Test func duplicationsAsLongAsTheReads() throws {
    let size = 95
    let reads = try reads(left: start, inserted: "", right: start - size + 1)
    let calls = try calls(reads)
    let found = try #require(
      calls.records.first { $0.alternates[0].utf8.count == size + 1 && $0.filters == ["PASS"] })
    let copied = reads.text(found.position - size + 1, size)
    #expect(found.alternates[0] == reads.text(found.position, 1) + copied)
    #expect(calls.clipped.isEmpty)
  }

  /// Both clips of a duplication show it by themselves: they are not two halves of an insertion
  /// between its copies.
  @Test(arguments: [36, 42, 48, 54, 60, 66, 72, 78, 84, 90])
  func duplicationsAreNotDoubled(_ size: Int) throws {
    let reads = try reads(left: start, inserted: "", right: start - size + 1)
    let sizes = try calls(reads).records.filter { $0.alternates != ["<*>"] }.map {
      $0.alternates[0].utf8.count - $0.reference.utf8.count
    }
    #expect(sizes == [size])
  }

  /// Bases put in between are part of the change.
  @Test func aLongDeletionWithNewBases() throws {
    let inserted = String(new.prefix(25))
    let reads = try reads(left: start, inserted: inserted, right: start + 201)
    let calls = try calls(reads)
    let found = try #require(calls.records.first { $0.reference.utf8.count > 190 })
    let (first, last) = (start - 60, start + 260)
    let behind = found.position + found.reference.utf8.count
    let changed =
      reads.text(first, found.position - first) + found.alternates[0]
      + reads.text(behind, last - behind)
    #expect(
      changed == reads.text(first, 61) + inserted + reads.text(start + 201, last - start - 201))
  }

  @Test func aTandemDuplicationOfSixtyBases() throws {
    // Behind the sixtieth base its first one follows again.
    let found = try junctions(reads(left: start + 59, inserted: "", right: start))
    let bases = try AlignedReads().bases
    let expected = Junction(left: start + 59, right: start).leftmost(on: bases)
    #expect(expected.kind == .duplication)
    #expect(expected.interval.count == 60)
    #expect(Set(found) == [expected])
  }

  @Test func aDeletionWithNewBasesBetween() throws {
    let inserted = "GATTACAGATTA"
    let found = try junctions(reads(left: start, inserted: inserted, right: start + 80))
    let edit = try #require(found.first?.edit(on: try AlignedReads().bases))
    #expect(Set(found).count == 1)
    #expect(edit.replacement.count - edit.interval.count == 12 - 79)
  }

  /// Ends of other sequence, each of its own: no change is made of them.
  @Test func clipsThatDoNotAgreeAreNoConsensus() throws {
    var reads = try AlignedReads()
    let ends = ["ACGTTGCATTGACGGATCCA", "TTGACCATGGACCTAACGTG", "GGGATATCCCAATTTGCGCG"]
    for (number, end) in ends.enumerated() {
      reads.add("r\(number)", at: start, "50M20S", reads.text(start, 50) + end)
    }
    #expect(ClipConsensus.all(try reads.store(), minimumReads: 2).isEmpty)
  }

  @Test func aSingleReadOrAShortEndIsNoConsensus() throws {
    var reads = try AlignedReads()
    reads.add("a", at: start, "50M20S", reads.text(start, 50) + "ACGTTGCATTGACGGATCCA")
    reads.add("b", at: start, "45M5S", reads.text(start, 45) + "ACGTT")
    reads.add("c", at: start, "45M5S", reads.text(start, 45) + "ACGTT")
    #expect(ClipConsensus.all(try reads.store(), minimumReads: 2).isEmpty)
  }

  /// Sequence that is not in the locus joins nowhere.
  @Test func foreignSequenceIsNoJunction() throws {
    var reads = try AlignedReads()
    for number in 0..<6 {
      reads.add(
        "r\(number)", at: start + number, "\(50 - number)M50S",
        reads.text(start + number, 50 - number) + new)
    }
    #expect(try junctions(reads).isEmpty)
  }
}
