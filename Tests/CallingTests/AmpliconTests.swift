import Flow
import Genome
import Scan
import Testing

@testable import Calling

/// Pairs of reads that all begin and end at the same two places.
@Suite struct AmpliconTests {
  /// The first of four G in exon 3.
  private let run = 49_257_715

  private func calls(_ reads: AlignedReads, copies: Int) throws -> SampleCalls {
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval,
      settings: CallingSettings(), kernel: .scalar)
    try reads.forEach { caller.add($0, isInLocus: true) }
    return caller.calls(copies: copies)
  }

  /// Forward mates end in the run whatever is deleted; `changed` reverse mates, which begin `before` bases before it,
  /// show the deletion of a G.
  private func pairs(changed: Int, others: Int, before: Int = 18) throws -> AlignedReads {
    var reads = try AlignedReads()
    let (first, second) = (run - 97, run - before)
    for number in 0..<changed + others {
      let isChanged = number < changed
      let bases =
        isChanged
        ? reads.text(second, before) + reads.text(run + 1, 100 - before)
        : reads.text(second, 100)
      let flags = number % 2 == 0 ? (0x63, 0x93) : (0xA3, 0x53)
      reads.add(
        "p\(number)", flags: flags.0, at: first, "100M", reads.text(first, 100), mate: second)
      reads.add(
        "p\(number)", flags: flags.1, at: second,
        isChanged ? "\(before)M1D\(100 - before)M" : "100M", bases,
        mate: first)
    }
    return reads
  }

  @Test(arguments: [18, 10, 8, 6], [(20, 0, 1, "1"), (20, 20, 2, "0/1")])
  func aDeletionInWhichOneMateEndsIsCalled(
    _ before: Int, _ sample: (changed: Int, others: Int, copies: Int, genotype: String)
  ) throws {
    let (changed, others, copies, genotype) = sample
    let reads = try pairs(changed: changed, others: others, before: before)
    let records = try calls(reads, copies: copies).records
    let found = try #require(records.first { $0.alternates != ["<*>"] })
    #expect(found.position == run - 1)
    #expect(found.alternates == ["A"])
    #expect(found.reference == "AG")
    #expect(found.filters == ["PASS"])
    #expect(found.calls.first?.genotype?.text == genotype)
    #expect(found.calls.first?.alleleDepths == [others, changed])
  }

  @Test func ofTheReferenceAloneNothingIsOpen() throws {
    let records = try calls(pairs(changed: 0, others: 20), copies: 1).records
    #expect(records.allSatisfy { $0.alternates == ["<*>"] })
    #expect(records.allSatisfy { $0.calls.first?.genotypeQuality == 99 })
  }

  /// An insertion of 18 bases in an amplicon of 190: both mates end in it, clipped by a few bases or none, and
  /// `others` are of the reference.
  private func insertion(changed: Int, others: Int) throws -> AlignedReads {
    var reads = try AlignedReads()
    let place = 49_258_455
    let (first, second) = (place - 95, place - 4)
    for number in 0..<changed + others {
      let isChanged = number < changed
      let flags = number % 2 == 0 ? (0x63, 0x93) : (0xA3, 0x53)
      let second = isChanged ? place + 1 : second
      reads.add(
        "p\(number)", flags: flags.0, at: first, isChanged ? "96M4S" : "100M",
        isChanged ? reads.text(first, 96) + "TGAC" : reads.text(first, 100), mate: second)
      reads.add(
        "p\(number)", flags: flags.1, at: second, isChanged ? "5S95M" : "100M",
        isChanged ? "CTCAG" + reads.text(second, 95) : reads.text(second, 100), mate: first)
    }
    return reads
  }

  @Test(arguments: [(20, 0, 1), (20, 20, 2)])
  func anInsertionInWhichBothMatesEndIsOpen(_ changed: Int, _ others: Int, _ copies: Int) throws {
    let found = try calls(insertion(changed: changed, others: others), copies: copies)
    #expect(found.clipped == [49_258_455])
    for position in [49_258_455, 49_258_456] {
      let block = found.records.first { $0.interval.contains(position) }
      #expect(block?.calls.first?.genotypeQuality == 0)
    }
  }

  /// Whether the primers of amplicons may be in the reads: not where they are clipped, nor in a genome.
  @Test(arguments: [("100M", 1, true), ("20S80M", 1, false), ("100M", 7, false)])
  func readsThatBeginAtFewPlaces(_ cigar: String, _ step: Int, _ areFew: Bool) throws {
    var reads = try AlignedReads()
    for number in 0..<240 {
      let place = run + (step == 1 ? 150 * (number % 4) : step * number)
      let aligned = cigar == "100M" ? place : place + 20
      reads.add("r\(number)", at: aligned, cigar, reads.text(place, 100))
    }
    #expect(try calls(reads, copies: 1).beginsAtFewPlaces == areFew)
  }

  /// Amplicons that meet within the run of G.
  @Test func whereAmpliconsMeetIsNamed() throws {
    var reads = try AlignedReads()
    for number in 0..<20 {
      reads.add("a\(number)", at: run - 78, "80M", reads.text(run - 78, 80))
      reads.add("b\(number)", at: run + 2, "80M", reads.text(run + 2, 80))
    }
    let open = try calls(reads, copies: 1).unspanned
    #expect(open.count == 1)
    #expect(open.first?.contains(Interval(run, run + 3)) == true)
    #expect(try calls(pairs(changed: 0, others: 20), copies: 1).unspanned.isEmpty)
  }
}
