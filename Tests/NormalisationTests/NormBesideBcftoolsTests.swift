import Flow
import Foundation
import Genome
import Nomenclature
import TestSupport
import Testing

/// `bcftools norm -f` beside our own normal spelling, on made-up alleles. The FASTA holds the locus
/// alone, so its positions are shifted.
@Suite struct NormBesideBcftoolsTests {
  private static let isHere = ExternalTool.isInstalled("bcftools")

  @Test(.enabled(if: isHere)) func bothMoveAllelesToTheSamePlace() throws {
    let fixture = try Fixture()
    let locus = fixture.locus
    let folder = try TemporaryFolder()
    let reference = try folder.write("locus.fa", ">X\n\(locus.sequence.text)\n")
    let given = spellings(locus)
    let shift = locus.interval.start - 1
    let lines = given.enumerated().map { index, change in
      "X\t\(change.start - shift)\tv\(index)\t\(change.reference)\t\(change.alternate)\t.\t.\t."
    }
    let header =
      "##fileformat=VCFv4.2\n##contig=<ID=X,length=\(locus.sequence.count)>\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    let input = try folder.write("in.vcf", header + lines.joined(separator: "\n") + "\n")
    let output = try ExternalTool.run(
      "bcftools", ["norm", "--no-version", "-c", "e", "-f", reference, input])
    var compared = 0
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      let index = try #require(Int(fields[2].dropFirst()))
      let ours = try #require(locus.vcfSpelling(of: given[index]))
      compared += 1
      #expect(
        "\(ours.position - shift) \(ours.reference) \(ours.alternate)"
          == "\(fields[1]) \(fields[3]) \(fields[4])")
    }
    #expect(compared == given.count)
  }

  /// Padded, so that neither allele is empty, and in both directions of a shift.
  private func spellings(_ locus: Locus) -> [SequenceChange] {
    var random = RandomChanges(on: locus, seed: 71)
    let inner = Interval(locus.interval.start + 100, locus.interval.end - 100)
    return random.make(1500, in: inner).flatMap { change in
      [random.padded(change), random.padded(change.rightAligned(on: locus))]
    }.filter { !$0.reference.isEmpty && !$0.alternate.isEmpty }
  }
}
