import Flow
import Genome
import HTS
import Scan
import Testing

@testable import Calling

/// Alleles that reads show beside the genotype: a third one of two copies, a second one in a few cells.
@Suite struct DroppedHaplotypesTests {
  private static let start = 49_255_000
  private static let place = start + 50
  private let reads: AlignedReads

  init() throws { reads = try AlignedReads() }

  /// The bases of a read of 100, with others at offsets.
  private func bases(_ offsets: [Int]) -> String {
    (0..<100).map {
      let position = Self.start + $0
      return offsets.contains($0) ? reads.other(than: position) : reads.text(position, 1)
    }.joined()
  }

  private func records(
    _ texts: [(bases: String, cigar: String, count: Int)], copies: Int?, quality: String = "F"
  ) throws -> [ReadRecord] {
    var all = reads
    for (place, text) in texts.enumerated() {
      for number in 0..<text.count {
        all.add(
          "r\(place).\(number)", flags: number % 2 * 16, at: Self.start, text.cigar, text.bases,
          qualities: String(repeating: quality, count: text.bases.utf8.count))
      }
    }
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval,
      settings: CallingSettings(), kernel: .scalar)
    try all.forEach { caller.add($0, isInLocus: true) }
    return caller.calls(copies: copies, listsOthers: true).records
  }

  /// Reads with other bases at these offsets.
  private func records(
    _ groups: [([Int], Int)], copies: Int?, quality: String = "F"
  ) throws -> [ReadRecord] {
    try records(
      groups.map { (bases($0.0), "100M", $0.1) }, copies: copies, quality: quality)
  }

  private func record(_ position: Int, _ records: [ReadRecord]) throws -> ReadRecord {
    try #require(records.first { $0.interval.contains(position) })
  }

  /// Two of three sequences are called; the third one is a record of its own, whose reference is open.
  @Test(arguments: [-5, -3, -2, -1, 1, 2, 4, 6])
  func aThirdAlleleOfTwoCopies(_ distance: Int) throws {
    for (others, own) in [(11, 10), (16, 8), (18, 4)] {
      let found = try records(
        [([], 33 - others - own), ([50 + distance], others), ([50], own)], copies: 2)
      let record = try record(Self.place, found)
      #expect(!record.isReferenceBlock)
      #expect(record.reference == reads.text(Self.place, 1))
      #expect(record.alternates == [reads.other(than: Self.place), "<*>"])
      let call = try #require(record.calls.first)
      #expect(call.alleleDepths == [33 - own, own, 0])
      let isOpen = call.genotype?.text == "0/0" && call.genotypeQuality == 0
      #expect(isOpen || call.genotype?.carries(1) == true)
      let neighbour = try self.record(Self.place + distance, found)
      #expect(neighbour.calls.first?.genotype?.carries(1) == true)
    }
  }

  @Test func aThirdSequenceWhereTheSexIsUnknown() throws {
    let found = try records([([], 12), ([48], 11), ([50], 10)], copies: nil)
    #expect(try record(Self.place, found).calls.first?.genotype?.text == "0/0")
    #expect(try record(Self.place, found).quality == nil)
  }

  /// The mosaic of one copy is told of the other place only.
  @Test func aThirdAlleleOfOneCopy() throws {
    let found = try records([([], 9), ([48], 16), ([50], 8)], copies: 1)
    let record = try record(Self.place, found)
    #expect(record.calls.first?.genotype?.text == "0")
    #expect(record.calls.first?.genotypeQuality == 0)
    #expect(record.calls.first?.alleleDepths == [25, 8, 0])
    #expect(!record.fixedText.contains("MOSAIC"))
    #expect(try self.record(Self.place - 2, found).fixedText.contains("MOSAIC"))
  }

  /// At one place all are one record: the third allele is named there, with its reads.
  @Test func aThirdAlleleAtTheSamePlace() throws {
    let own = [reads.text(Self.place, 1), reads.other(than: Self.place)]
    let third = try #require(["A", "C", "G", "T"].first { !own.contains($0) })
    let text = reads.text(Self.start, 50) + third + reads.text(Self.place + 1, 49)
    let found = try records(
      [(bases([]), "100M", 12), (bases([50]), "100M", 11), (text, "100M", 6)], copies: 2)
    let record = try record(Self.place, found)
    #expect(record.alternates == [own[1], third, "<*>"])
    #expect(record.calls.first?.genotype?.text == "0/1")
    #expect(record.calls.first?.alleleDepths == [12, 11, 6, 0])
  }

  /// A deletion over the called place, whose reads are no reads of the reference.
  @Test func aThirdAlleleThatIsADeletion() throws {
    let deletion = reads.text(Self.start, 49) + reads.text(Self.start + 53, 47)
    let found = try records(
      [(bases([]), "100M", 12), (bases([50]), "100M", 11), (deletion, "49M4D47M", 9)], copies: 2)
    // Written as far to the left as it may stand.
    let record = try record(Self.place, found)
    #expect(record.interval == Interval(Self.start + 46, Self.start + 50))
    #expect(record.alternates.count == 3)
    #expect(record.calls.first?.alleleDepths == [12, 11, 9, 0])
  }

  /// More changes than genotypes are made of: the one with the fewest reads is not lost.
  @Test func oneOfManyChanges() throws {
    let many = [20, 26, 32, 38, 44, 56, 62, 68]
    let found = try records([([], 13), (many, 12), ([50], 8)], copies: 2)
    let record = try record(Self.place, found)
    #expect(record.alternates.first == reads.other(than: Self.place))
    #expect(record.calls.first?.alleleDepths.dropFirst().first == 8)
  }

  /// Single reads, weak ones and fewer than a mosaic's share are errors.
  @Test func errorsBesideACallLeaveTheBlockAsItIs() throws {
    let groups: [([([Int], Int)], String)] = [
      ([([], 16), ([48], 15), ([50], 2)], "F"), ([([], 40), ([48], 40), ([50], 4)], "F"),
      ([([], 15), ([48], 15), ([50], 3)], "0"),
    ]
    for (group, quality) in groups {
      let found = try records(group, copies: 2, quality: quality)
      let record = try record(Self.place, found)
      #expect(record.isReferenceBlock)
      #expect(try #require(record.calls.first?.genotypeQuality) >= 20)
    }
  }

  /// A read with a called deletion shows mismatches where its end is aligned without it.
  @Test func endsOfReadsInACalledDeletionAreNoAllele() throws {
    var all = reads
    for number in 0..<15 {
      let flags = number % 2 * 16
      let first = Self.start - 4 * number
      all.add("n\(number)", flags: flags, at: first, "100M", reads.text(first, 100))
      // The last ones end some bases behind the deletion, and are aligned through it.
      let kept = Self.start + 60 - first
      let text = reads.text(first, kept) + reads.text(Self.start + 64, 100)
      let cigar = number > 5 ? "\(kept)M4D\(100 - kept + 30)M" : "\(kept + 6)M"
      all.add(
        "d\(number)", flags: flags, at: first, cigar,
        String(text.prefix(number > 5 ? 130 : kept + 6)))
    }
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval,
      settings: CallingSettings(), kernel: .scalar)
    try all.forEach { caller.add($0, isInLocus: true) }
    let found = caller.calls(copies: 2, listsOthers: true).records
    let called = found.filter { !$0.isReferenceBlock }
    #expect(called.count == 1)
    #expect(called.first?.calls.first?.genotype?.text == "0/1")
    let around = Interval(Self.start + 50, Self.start + 75)
    for block in found where block.isReferenceBlock && block.interval.overlaps(around) {
      #expect(try #require(block.calls.first?.genotypeQuality) >= 20)
    }
  }
}
