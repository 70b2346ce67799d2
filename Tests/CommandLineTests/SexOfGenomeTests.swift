import Foundation
import Genome
import TestSupport
import Testing

/// The sex of a genome, whose index tells the number of reads on each contig.
@Suite(.enabled(if: ExternalTool.isInstalled("samtools"), "samtools is not installed"))
struct SexOfGenomeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func errors(x: Double, y: Double, empty: [String], _ options: [String]) throws -> String {
    let locus = try ReadFiles.sam(
      [(Interval(49_251_441, 49_251_441), "A")], step: 5, flank: 15_000)
    let sam = MadeChromosomes.adding(to: locus, x: x, y: y, empty: empty)
    let path = try ReadFiles.compressed(sam, as: "unsorted.bam", in: folder)
    let sorted = folder.path("genome.bam")
    try ExternalTool.run("samtools", ["sort", "-o", sorted, path])
    try ExternalTool.run("samtools", ["index", sorted])
    let run = try Program.annotate([sorted], options, to: folder)
    #expect(run.status == 0 && run.errors.contains("(by index)"), "\(run.errors)")
    return run.errors
  }

  /// Contigs without reads, of which an index tells nothing, as every exome's and genome's file has
  /// some: HLA alleles, decoys, unplaced ones.
  private static let empty =
    ["HLA-A*01:01:01:01", "HLA-DRB1*15:01:01:01", "chrEBV", "chrM"]
    + (0..<500).map { "chrUn_JTFH0100\($0)v1_decoy" } + ["chr1_KI270706v1_random"]

  @Test(arguments: [[], empty])
  func aDeclaredFemaleWithOneXIsContradicted(empty: [String]) throws {
    let errors = try errors(x: 0.5, y: 0.25, empty: empty, ["--sex", "female"])
    #expect(errors.contains(": uncertain\n"), "\(errors)")
  }

  @Test func aMaleIsInferred() throws {
    let errors = try errors(x: 0.5, y: 0.25, empty: Self.empty, [])
    #expect(errors.contains(": positive\n"), "\(errors)")
  }
}
