import Flow
import Genome
import Scan
import Testing

@testable import Calling

/// On how many copies a duplication stands is told by the molecules read over its seam and its ends.
@Suite struct DuplicationCopiesTests {
  private let start = 49_255_450
  private let size = 300

  /// Fragments of 100 bases from each `step`th base of a haplotype; by both mates, or by one read.
  private func add(
    _ molecule: String, from left: Int, every step: Int, seam: Int?, isPaired: Bool,
    to reads: inout AlignedReads
  ) {
    let all = Array(molecule.utf8)
    for offset in stride(from: 0, through: all.count - 100, by: step) {
      let bases = String(decoding: all[offset..<offset + 100], as: UTF8.self)
      let first = seam.map { min(100, max(0, $0 - offset)) } ?? 100
      let (position, cigar) =
        first == 100
        ? (left + offset, "100M")
        : first == 0
          ? (left + offset - size, "100M")
          : first >= 50
            ? (left + offset, "\(first)M\(100 - first)S")
            : (left + (seam ?? 0) - size, "\(first)S\(100 - first)M")
      let name = "\(seam ?? 0).\(offset)"
      if isPaired {
        for flags in [0x63, 0x93] {
          reads.add(name, flags: flags, at: position, cigar, bases, mate: position)
        }
      } else {
        reads.add(name, flags: offset % 8 == 0 ? 0 : 16, at: position, cigar, bases)
      }
    }
  }

  private func call(isPaired: Bool) throws -> SampleCall {
    var reads = try AlignedReads()
    let left = start - 400
    let reference = reads.text(left, 1_100)
    let end = 400 + size
    let doubled =
      String(reference.prefix(end)) + reads.text(start, size) + String(reference.dropFirst(end))
    // So many of the doubled haplotype that one copy and both fit alike.
    add(reference, from: left, every: 8, seam: nil, isPaired: isPaired, to: &reads)
    add(doubled, from: left, every: 4, seam: end, isPaired: isPaired, to: &reads)
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval,
      settings: CallingSettings(), kernel: .scalar)
    try reads.forEach { caller.add($0, isInLocus: true) }
    let found = caller.calls(copies: 2).records.first { record in
      record.alternates.contains { $0.hasPrefix("<DUP") || $0.utf8.count > size }
    }
    return try #require(found?.calls.first)
  }

  @Test func matesThatReadOneMoleculeCountOnce() throws {
    let (single, paired) = (try call(isPaired: false), try call(isPaired: true))
    #expect(single.genotypeQuality ?? 99 < 10)
    #expect(paired.genotype == single.genotype)
    #expect(paired.genotypeQuality == single.genotypeQuality)
  }
}
