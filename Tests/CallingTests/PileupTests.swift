import Genome
import TestSupport
import Testing

@testable import Calling

@Suite struct PileupTests {
  private let start = 49_255_000

  @Test func goodBasesAreCountedAndOthersAreNot() throws {
    var reads = try AlignedReads()
    let bases = reads.text(start, 20)
    reads.add("a", at: start, "20M", bases)
    // Phred 12 at the second base, 13 at the third.
    reads.add("b", at: start, "20M", bases, qualities: "F-." + String(repeating: "F", count: 17))
    let store = try reads.store()
    let pileup = Pileup(store, minimumQuality: 13)
    let first = store.locus.index(start)
    #expect(Array(pileup.depth[first..<first + 4]) == [2, 1, 2, 2])
    #expect(pileup.matches == pileup.depth)
    #expect(pileup.edits.isEmpty)
    #expect(pileup.mismatchShare == 0)
  }

  /// Whether a base is good is asked of the base; an unknown mapping quality is 20 whatever the profile lets count.
  @Test(arguments: [(10, 15, 1), (255, 25, 1), (0, 0, 0)])
  func basesOfReadsOfLowMappingQualityAreGood(
    _ mapping: Int, _ support: Int32, _ depth: Int32
  ) throws {
    var reads = try AlignedReads()
    reads.add(at: start, "20M", reads.text(start, 20), mapping: mapping)
    let store = try reads.store(CallingSettings(minimumMappingQuality: min(10, mapping)))
    let pileup = Pileup(store, minimumQuality: 13)
    let first = store.locus.index(start)
    #expect(pileup.depth[first] == depth)
    #expect(pileup.support[first] == support)
  }

  @Test func mismatchesInsertionsAndDeletionsAreSuggested() throws {
    var reads = try AlignedReads()
    let other = reads.other(than: start + 5)
    reads.add(at: start, "20M", reads.text(start, 5) + other + reads.text(start + 6, 14))
    reads.add("i", at: start, "10M2I10M", reads.text(start, 10) + "GG" + reads.text(start + 10, 10))
    reads.add("d", at: start, "10M3D10M", reads.text(start, 10) + reads.text(start + 13, 10))
    let pileup = Pileup(try reads.store(), minimumQuality: 13)
    let edits = pileup.edits.mapValues(\.reads)
    #expect(
      edits == [
        Edit(
          interval: Interval(start + 5, start + 5),
          replacement: other.utf8.map(BaseCode.of)): 1,
        Edit(interval: Interval(start + 10, start + 9), replacement: [2, 2]): 1,
        Edit(interval: Interval(start + 10, start + 12), replacement: []): 1,
      ])
  }

  /// An intron that a read of RNA skips is no deletion.
  @Test func aSkipIsNoDeletion() throws {
    var reads = try AlignedReads()
    reads.add(at: start, "20M500N20M", reads.text(start, 20) + reads.text(start + 520, 20))
    let store = try reads.store()
    let pileup = Pileup(store, minimumQuality: 13)
    #expect(pileup.edits.isEmpty)
    #expect(pileup.depth[store.locus.index(start + 100)] == 0)
    #expect(pileup.depth[store.locus.index(start + 520)] == 1)
  }

  @Test func bothMatesOverOneDeletionSuggestItOnce() throws {
    var reads = try AlignedReads()
    let bases = reads.text(start, 20) + reads.text(start + 23, 20)
    reads.add("p", flags: 0x63, at: start, "20M3D20M", bases, mate: start)
    reads.add("p", flags: 0x93, at: start, "20M3D20M", bases, mate: start)
    let pileup = Pileup(try reads.store(), minimumQuality: 13)
    #expect(pileup.edits.values.map(\.reads) == [1])
  }

  /// The deletion of one of four G: the forward mate ends in them and looks like the reference.
  @Test func aMateThatEndsInARepeatDoesNotHideADeletion() throws {
    let run = 49_257_715
    var reads = try AlignedReads()
    let mate = run - 18
    reads.add("p", flags: 0x63, at: run - 97, "100M", reads.text(run - 97, 100), mate: mate)
    reads.add(
      "p", flags: 0x93, at: mate, "18M1D82M", reads.text(mate, 18) + reads.text(run + 1, 82),
      mate: run - 97)
    let edits = Pileup(try reads.store(), minimumQuality: 13).edits.mapValues(\.reads)
    #expect(edits == [Edit(interval: Interval(run, run), replacement: []): 1])
  }

  /// Where both mates lie over the place and only the second shows a deletion, the first counts.
  @Test func aMateOverTheWholePlaceCountsForBoth() throws {
    var reads = try AlignedReads()
    reads.add("p", flags: 0x63, at: start, "100M", reads.text(start, 100), mate: start + 20)
    reads.add(
      "p", flags: 0x93, at: start + 20, "30M2D70M",
      reads.text(start + 20, 30) + reads.text(start + 52, 70), mate: start)
    #expect(Pileup(try reads.store(), minimumQuality: 13).edits.isEmpty)
  }

  /// The same reads by `samtools depth`: of every kind of flag, mapping and base quality.
  @Test(.enabled(if: ExternalTool.isInstalled("samtools"), "samtools is not installed"))
  func depthIsThatOfSamtools() throws {
    var generator = SeededGenerator(seed: 5)
    var reads = try AlignedReads()
    let flags = [0, 0, 16, 0, 16, 0x100, 0x200, 0x400, 0x800, 0]
    for number in 0..<400 {
      let place = start + 3 * number / 2
      let (cigar, count) = number % 7 == 0 ? ("5S20M4D30M2I43M", 100) : ("100M", 100)
      let qualities = (0..<count).map { _ in
        Character(UnicodeScalar(UInt8(33 + Int.random(in: 2...41, using: &generator))))
      }
      reads.add(
        "r\(number)", flags: flags[Int.random(in: 0..<10, using: &generator)], at: place, cigar,
        reads.text(place, count), qualities: String(qualities),
        mapping: [0, 13, 19, 20, 21, 60][Int.random(in: 0..<6, using: &generator)])
    }
    let folder = try TemporaryFolder()
    let path = try folder.write("reads.sam", reads.sam)
    let theirs = try ExternalTool.run("samtools", ["depth", "-q", "13", "-Q", "20", path])
    let lines = String(decoding: theirs, as: UTF8.self).split(separator: "\n")
    let store = try reads.store()
    let pileup = Pileup(store, minimumQuality: 13)
    var expected = [Int32](repeating: 0, count: pileup.depth.count)
    for line in lines {
      let fields = line.split(separator: "\t")
      let position = try #require(Int(fields[1]))
      expected[store.locus.index(position)] = try #require(Int32(fields[2]))
    }
    #expect(lines.count > 600)
    #expect(pileup.depth == expected)
  }
}
