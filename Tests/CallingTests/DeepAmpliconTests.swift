import Flow
import Genome
import HTS
import Scan
import Testing

@testable import Calling

/// More reads than are kept, of amplicons: all begin at a few places.
@Suite struct DeepAmpliconTests {
  private let start = 49_255_000
  private let reads: AlignedReads
  private let place: Int

  init() throws {
    reads = try AlignedReads()
    place = start + 130
  }

  /// A read of 100 bases, with another base at the place in `changed` of ten.
  private func add(
    _ count: Int, at start: Int, _ name: String, flags: Int = 0, changed: Int,
    to all: inout AlignedReads
  ) {
    let reference = reads.text(start, 100)
    let other =
      reads.text(start, place - start) + reads.other(than: place)
      + reads.text(place + 1, start + 99 - place)
    for number in 0..<count {
      all.add(
        "\(name)\(number)", flags: flags, at: start, "100M",
        number % 10 < changed ? other : reference)
    }
  }

  /// Reads of 100 bases that don't reach the place.
  private func addReference(
    _ count: Int, at start: Int, _ name: String, to all: inout AlignedReads
  ) {
    let reference = reads.text(start, 100)
    for number in 0..<count { all.add("\(name)\(number)", at: start, "100M", reference) }
  }

  private func records(_ all: AlignedReads) throws -> [ReadRecord] {
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval,
      settings: CallingSettings(), kernel: .scalar)
    try all.forEach { caller.add($0, isInLocus: true) }
    return caller.calls(copies: 1, listsOthers: true).records
  }

  private func record(_ records: [ReadRecord]) throws -> ReadRecord {
    try #require(records.first { $0.interval.contains(Interval(place, place)) })
  }

  /// One amplicon read from both ends; only the reverse reads, which come last, reach the place.
  @Test func whatOnlyTheLaterReadsReachIsCalled() throws {
    var all = reads
    addReference(4_000, at: start, "f", to: &all)
    add(4_000, at: start + 80, "r", flags: 16, changed: 10, to: &all)
    let record = try record(try records(all))
    #expect(record.alternates.first == reads.other(than: place))
    #expect(record.calls.first?.genotype?.text == "1")
    let kept = try #require(record.calls.first?.alleleDepths[1])
    #expect((800...1_200).contains(kept))
  }

  /// Of two amplicons over the place only the later one's reads show the change, as where the first one's
  /// primer covers it.
  @Test func anAlleleOfTheLaterAmpliconIsSeen() throws {
    var all = reads
    add(3_000, at: start + 60, "a", changed: 0, to: &all)
    add(3_000, at: start + 100, "b", flags: 16, changed: 10, to: &all)
    let record = try record(try records(all))
    #expect(record.alternates.first == reads.other(than: place))
    #expect(record.calls.first?.genotype?.text == "0/1")
    #expect(record.fixedText.contains("MOSAIC=0.5"))
  }

  /// Of the second amplicon, which reaches a shallow place, twice as many reads are kept as of the first, which
  /// does not: the share is still that of all reads.
  @Test func ampliconsThinnedUnequallyAreCalledByOneRate() throws {
    var all = reads
    add(3_000, at: start + 60, "a", changed: 0, to: &all)
    add(3_000, at: start + 70, "b", changed: 10, to: &all)
    addReference(3_000, at: start - 20, "c", to: &all)
    let records = try records(all)
    let record = try record(records)
    #expect(record.calls.first?.genotype?.text == "0/1")
    #expect(record.filters == ["PASS"])
    let share = try #require(record.fixedText.split(separator: "MOSAIC=").last?.prefix(4))
    #expect((0.4...0.6).contains(try #require(Double(share))))
    let keys = try #require(record.formatText).split(separator: ":")
    let total = try #require(keys.firstIndex { $0 == "TAD" })
    #expect(record.calls[0].text.split(separator: ":")[total] == "3000,3000,0")
  }

  /// The shallow amplicon's reads are all kept, and show the change in half of the reads kept: it is in a part of
  /// all that is too small for a call, and the place stays open.
  @Test func aShareThatThinningChangedLeavesThePlaceOpen() throws {
    var all = reads
    add(20_000, at: start + 60, "a", changed: 0, to: &all)
    add(900, at: start + 100, "b", flags: 16, changed: 10, to: &all)
    #expect(try all.store().unlikeAll.contains(place))
    let record = try record(try records(all))
    #expect(record.calls.first?.genotype?.text == "0")
    #expect(record.calls.first?.genotypeQuality == 0)
  }

  @Test func mateOverlapsAndCountsAreOfTheReadsKept() throws {
    var all = reads
    let (first, second) = (reads.text(start, 100), reads.text(start + 50, 100))
    for number in 0..<8_000 {
      all.add("p\(number)", flags: 0x63, at: start, "100M", first, mate: start + 50)
      all.add("p\(number)", flags: 0x93, at: start + 50, "100M", second, mate: start)
    }
    let store = try all.store()
    #expect(store.counts.used == store.reads.count)
    #expect(store.counts.used + store.counts.thinned == 16_000)
    #expect((1_600...2_400).contains(store.counts.used))
    #expect(store.counts.overlappingMates == store.counts.used / 2)
    #expect(
      store.reads.allSatisfy { read in
        store.bases[read.bases].elementsEqual(
          store.locus.codes(in: store.extent(read)))
      })
    #expect(store.unlikeAll.isEmpty)
  }

  /// `*` is no name: each read is a template of its own.
  @Test func readsWithoutANameAreThinnedToo() throws {
    var all = reads
    let text = reads.text(start, 100)
    for _ in 0..<4_000 { all.add("*", at: start, "100M", text) }
    var store = try all.store()
    store.finish()
    #expect((800...1_200).contains(store.reads.count))
  }
}
