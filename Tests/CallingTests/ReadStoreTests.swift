import Flow
import Genome
import Scan
import Testing

@testable import Calling

@Suite struct ReadStoreTests {
  private let start = 49_255_000

  /// What stands between turned over is aligned to the reference all the same.
  @Test(arguments: [
    ("-", 0x800, 0), ("+", 0x800, 1), ("+", 0x810, 0), ("-", 0x810, 1), ("-", 0, 1),
  ])
  func piecesThatAreTurnedOverShowNoReference(_ main: String, _ flags: Int, _ used: Int) throws {
    var reads = try AlignedReads()
    reads.add(
      flags: flags, at: start, "50M50H", reads.text(start, 50),
      tags: "SA:Z:chrX,\(start + 3_000),\(main),50M50S,60,0;")
    #expect(try reads.store().counts.used == used)
  }

  @Test func eachReasonToLeaveAReadOutIsCounted() throws {
    var reads = try AlignedReads()
    let bases = reads.text(start, 50)
    for (name, flags, mapping) in [
      ("used", 0, 60), ("secondary", 0x100, 60), ("failed", 0x200, 60), ("duplicate", 0x400, 60),
      ("low", 0, 19), ("at the limit", 0, 20), ("unknown", 0, 255), ("supplementary", 0x800, 60),
    ] {
      reads.add(
        name.replacing(" ", with: "_"), flags: flags, at: start, "50M", bases, mapping: mapping)
    }
    reads.add("empty", at: start, "50M", "*")
    reads.add("spanning", at: start - 20_000, "50M50000N50M", bases + bases)
    let counts = try reads.store().counts
    #expect(counts.seen == 10)
    #expect(counts.used == 4)
    #expect(
      counts.leftOut == [
        .secondary: 1, .failedQuality: 1, .duplicate: 1, .lowMappingQuality: 1, .withoutBases: 1,
        .noBaseInLocus: 1,
      ])
    #expect(counts.sentence.contains("4 of 10 reads over the locus were used"))
    #expect(counts.sentence.contains("1 duplicates"))
  }

  /// `=` is the reference base where it is aligned, and nothing where it is inserted or clipped.
  @Test func equalSignsStandForTheReference() throws {
    var reads = try AlignedReads()
    let equals = String(repeating: "=", count: 10)
    reads.add(at: start, "2S10M1I10M", "==" + equals + "=" + equals)
    let store = try reads.store()
    let expected =
      [4, 4] + Array(store.locus.codes(in: Interval(start, start + 9))) + [4]
      + Array(store.locus.codes(in: Interval(start + 10, start + 19)))
    #expect(store.bases == expected)
  }

  /// One of ten reads and more: they are of RNA, whose reference proves nothing.
  @Test(arguments: [(2, "100N", true), (1, "100N", false), (20, "40N", false)])
  func readsThatSkipIntronsAreOfRNA(_ count: Int, _ skip: String, _ areSpliced: Bool) throws {
    var reads = try AlignedReads()
    let next = start + 50 + (Int(skip.dropLast()) ?? 0)
    for number in 0..<20 {
      reads.add(
        "r\(number)", at: start, number < count ? "50M\(skip)50M" : "100M",
        number < count
          ? reads.text(start, 50) + reads.text(next, 50) : reads.text(start, 100))
    }
    #expect(try reads.store().counts.areSpliced == areSpliced)
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval,
      settings: CallingSettings(), kernel: .scalar)
    try reads.forEach { caller.add($0, isInLocus: true) }
    let quality = caller.calls(copies: 1).records.first?.calls.first?.genotypeQuality
    #expect(quality == (areSpliced ? 0 : 99))
  }

  @Test func readsWithoutQualitiesAreCountedAndGetTwenty() throws {
    var reads = try AlignedReads()
    reads.add(at: start, "50M", reads.text(start, 50), qualities: "*")
    let store = try reads.store()
    #expect(store.counts.withoutQualities == 1)
    #expect(store.qualities.allSatisfy { $0 == 20 })
  }

  /// 20 of 50 bases lie on both mates.
  @Test func overlappingMatesCountOnce() throws {
    var reads = try AlignedReads()
    reads.add("p", flags: 0x63, at: start, "50M", reads.text(start, 50), mate: start + 30)
    reads.add("p", flags: 0x93, at: start + 30, "50M", reads.text(start + 30, 50), mate: start)
    let store = try reads.store()
    #expect(store.counts.overlappingMates == 1)
    let pileup = Pileup(store, minimumQuality: 13)
    let first = store.locus.index(start)
    #expect(pileup.depth[first..<first + 80].allSatisfy { $0 == 1 })
    #expect(store.qualities.filter { $0 == 0 }.count == 20)
    #expect(store.qualities.filter { $0 == 60 }.count == 20)
  }

  @Test func theBetterOfTwoDifferentBasesStaysWithTheDifference() throws {
    var reads = try AlignedReads()
    let bases = reads.text(start, 50)
    let wrong = bases.dropLast() + reads.other(than: start + 49)
    reads.add("p", flags: 0x63, at: start, "50M", bases, mate: start)
    reads.add(
      "p", flags: 0x93, at: start, "50M", String(wrong),
      qualities: String(repeating: "F", count: 49) + "+", mate: start)
    let store = try reads.store()
    #expect(store.qualities[49] == 37 - 10)
    #expect(store.qualities[99] == 0)
  }

  /// The second alignment of a read is not its mate: the mates still count once.
  @Test func aSupplementaryAlignmentIsNoMate() throws {
    var reads = try AlignedReads()
    let bases = reads.text(start, 50)
    reads.add("p", flags: 0x63, at: start, "50M", bases, mate: start + 30)
    reads.add(
      "p", flags: 0x863, at: start + 10, "20S30M",
      reads.text(start, 20) + reads.text(start + 10, 30), mate: start + 30)
    reads.add("p", flags: 0x93, at: start + 30, "50M", reads.text(start + 30, 50), mate: start)
    let store = try reads.store()
    #expect(store.counts.overlappingMates == 1)
    #expect(store.quality(store.reads[1], 20) == 37)
    #expect(store.quality(store.reads[0], 49) + store.quality(store.reads[2], 19) == 60)
  }

  @Test func strangersOfOneNameAreNoMates() throws {
    var reads = try AlignedReads()
    reads.add("p", at: start, "50M", reads.text(start, 50))
    reads.add("p", at: start, "50M", reads.text(start, 50))
    let store = try reads.store()
    #expect(store.counts.overlappingMates == 0)
    #expect(Pileup(store, minimumQuality: 13).depth[store.locus.index(start)] == 2)
  }
}
