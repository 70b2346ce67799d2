import Flow
import Genome
import Scan
import Testing

@testable import Calling

/// Reads whose CIGAR says which bases are the reference's (`=`, `X`), as pbmm2 and `minimap2 --eqx` write it, are
/// called as those whose CIGAR says `M`.
@Suite struct SpelledCigarTests {
  private static let place = 49_255_500
  private let reads: AlignedReads

  init() throws { reads = try AlignedReads() }

  /// The bases of a read of 150 over `place`, another one there where it has the variant.
  private func line(_ start: Int, hasVariant: Bool) -> (bases: String, cigar: String) {
    let before = Self.place - start
    let base =
      hasVariant ? reads.other(than: Self.place) : reads.text(Self.place, 1)
    return (
      reads.text(start, before) + base + reads.text(Self.place + 1, 149 - before),
      hasVariant ? "\(before)=1X\(149 - before)=" : "150="
    )
  }

  private func calls(of variants: Int, spelled isSpelled: Bool, copies: Int) throws -> SampleCalls {
    var all = reads
    for number in 0..<20 {
      let start = Self.place - 75 + number
      let line = line(start, hasVariant: number < variants)
      all.add(
        "r\(number)", flags: number % 2 * 16, at: start, isSpelled ? line.cigar : "150M", line.bases
      )
    }
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval,
      settings: CallingSettings(), kernel: .scalar)
    try all.forEach { caller.add($0, isInLocus: true) }
    return caller.calls(copies: copies)
  }

  @Test(arguments: [0, 1, 2, 10, 20], [1, 2])
  func areCalledAlike(_ variants: Int, _ copies: Int) throws {
    let plain = try calls(of: variants, spelled: false, copies: copies)
    let spelled = try calls(of: variants, spelled: true, copies: copies)
    #expect(plain.records == spelled.records)
    #expect(plain.unspanned == spelled.unspanned)
    #expect(plain.clipped == spelled.clipped)
    #expect(plain.depth == spelled.depth)
  }

  /// One wrong base of twenty leaves a girl's place reference.
  @Test func aReadingErrorLeavesThePlaceReference() throws {
    let records = try calls(of: 1, spelled: true, copies: 2).records
    let record = try #require(records.first { $0.interval.contains(Self.place) })
    #expect(record.isReferenceBlock)
    #expect(record.calls.first?.genotypeQuality ?? 0 >= 20)
  }
}
