import Flow
import Genome
import Scan
import Testing

@testable import Calling

/// Pairs of reads that are longer than their fragment and end in the adapter.
@Suite struct ReadThroughTests {
  private let start = 49_255_000
  private let reads: AlignedReads

  init() throws { reads = try AlignedReads() }

  /// Illumina's adapters, behind the forward mate and before the reverse one.
  private let behind = "AGATCGGAAGAGCACACGTCTGAACTCCAGTCA"
  private let before = "ACACTCTTTCCCTACACGACGCTCTTCCGATCT"

  private func add(
    _ number: Int, at places: (Int, Int), _ cigars: (String, String), _ bases: (String, String),
    to reads: inout AlignedReads
  ) {
    let flags = number % 2 == 0 ? (0x63, 0x93) : (0xA3, 0x53)
    reads.add("p\(number)", flags: flags.0, at: places.0, cigars.0, bases.0, mate: places.1)
    reads.add("p\(number)", flags: flags.1, at: places.1, cigars.1, bases.1, mate: places.0)
  }

  private func extents(_ reads: AlignedReads) throws -> [Interval] {
    let store = try reads.store()
    return store.reads.map(store.clippedExtent)
  }

  private func calls(_ reads: AlignedReads, copies: Int = 1) throws -> SampleCalls {
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval,
      settings: CallingSettings(), kernel: .scalar)
    try reads.forEach { caller.add($0, isInLocus: true) }
    return caller.calls(copies: copies)
  }

  /// What an aligner makes of five bases of adapter: an insertion, other bases, a clip.
  @Test(arguments: ["145M1I4M", "150M", "145M5S"])
  func anAdapterLaidOnTheReferenceIsNoVariant(_ cigar: String) throws {
    var reads = reads
    for number in 0..<20 {
      let whole = reads.text(start, 145)
      let tail =
        cigar == "145M1I4M" ? reads.other(than: start + 145) + reads.text(start + 145, 4) : "AGATC"
      add(
        number, at: (start, start), (cigar, "5S145M"), (whole + tail, "GATCT" + whole), to: &reads)
    }
    let found = try calls(reads)
    #expect(found.records.allSatisfy { $0.alternates == ["<*>"] })
    #expect(found.records.last?.end == start + 144)
    #expect(found.records.allSatisfy { $0.calls.first?.genotypeQuality == 99 })
  }

  /// On the reverse mate too, and with a mate that is clipped at its own beginning.
  @Test func bothMatesEndWhereTheFragmentDoes() throws {
    var reads = reads
    let whole = reads.text(start, 130)
    add(
      0, at: (start, start - 4), ("130M20S", "16S134M"),
      (whole + behind.prefix(20), before.suffix(20) + whole), to: &reads)
    add(
      1, at: (start + 10, start), ("10S140M", "20S120M10S"),
      (whole + behind.prefix(20), before.suffix(20) + whole), to: &reads)
    #expect(try extents(reads) == Array(repeating: Interval(start, start + 129), count: 4))
  }

  /// Amplicons of 130 bases side by side, with 20 bases of adapter.
  @Test func longClipsOfAnAdapterAreNoChange() throws {
    var reads = reads
    for (index, place) in [start, start + 120].enumerated() {
      for number in 0..<20 {
        let whole = reads.text(place, 130)
        add(
          100 * index + number, at: (place, place), ("130M20S", "20S130M"),
          (whole + behind.prefix(20), before.suffix(20) + whole), to: &reads)
      }
    }
    let found = try calls(reads)
    #expect(found.clipped.isEmpty)
    #expect(found.records.allSatisfy { $0.calls.first?.genotypeQuality == 99 })
  }

  /// The fragment is as long as its bases, not as the reference it lies on: changes near its end stay, whether an
  /// aligner shows or clips them.
  @Test(arguments: [
    (("120M4I10M16S", "16S120M4I10M"), "TGCA", 0), (("120M4I10M16S", "16S120M14S"), "TGCA", 0),
    (("120M6D10M20S", "20S120M6D10M"), "", 6), (("120M6D10M20S", "20S120M10S"), "", 6),
  ])
  func changesNearTheEndStay(
    _ cigars: (String, String), _ inserted: String, _ deleted: Int
  ) throws {
    var reads = reads
    let whole = reads.text(start, 120) + inserted + reads.text(start + 120 + deleted, 10)
    let tail = 150 - whole.utf8.count
    for number in 0..<20 {
      add(
        number, at: (start, start), cigars,
        (whole + behind.prefix(tail), before.suffix(tail) + whole), to: &reads)
    }
    let store = try reads.store()
    #expect(store.reads.allSatisfy { $0.bases.count == whole.utf8.count })
    let found = try calls(reads).records.filter { $0.alternates != ["<*>"] }
    #expect(found.count == 1)
    #expect(found.first?.reference.utf8.count == 1 + deleted)
    #expect(found.first?.alternates.first?.utf8.count == 1 + inserted.utf8.count)
  }

  /// Over the seam of a duplication mates lie turned away from each other, and what lies beyond is the reference.
  @Test func matesTurnedAwayFromEachOtherStay() throws {
    var reads = reads
    add(
      0, at: (start + 100, start), ("150M", "150M"),
      (reads.text(start + 100, 150), reads.text(start, 150)), to: &reads)
    #expect(
      try extents(reads) == [Interval(start + 100, start + 249), Interval(start, start + 149)])
  }

  /// A doubled stretch: the fragment is longer than the reference between its ends.
  @Test func matesOverADuplicationStay() throws {
    var reads = reads
    let molecule = reads.text(start, 110) + reads.text(start + 50, 50)
    add(
      0, at: (start, start + 50), ("110M40S", "100S50M"),
      (String(molecule.prefix(150)), String(molecule.suffix(150))), to: &reads)
    #expect(
      try extents(reads) == [Interval(start, start + 149), Interval(start - 50, start + 99)])
  }

  /// Reads of one strand, and of a fragment that is longer than they are.
  @Test func otherMatesStay() throws {
    var reads = reads
    let whole = reads.text(start, 150)
    reads.add("s", flags: 0x43, at: start, "145M5S", whole, mate: start)
    reads.add("s", flags: 0x83, at: start, "5S145M", whole, mate: start)
    add(
      0, at: (start, start + 30), ("150M", "150M"), (whole, reads.text(start + 30, 150)),
      to: &reads)
    #expect(
      try extents(reads) == [
        Interval(start, start + 149), Interval(start - 5, start + 144),
        Interval(start, start + 149), Interval(start + 30, start + 179),
      ])
  }
}
