import Assessment
import HTS
import Testing

@testable import Pipelines

@Suite struct ChromosomeReadsTests {
  /// Reads per base by contig: 100 on each contig of 1,000 bases, but for those named otherwise.
  private func reads(_ counts: [(name: String, reads: Int)]) -> ChromosomeReads {
    let header = AlignmentHeader(
      text: counts.map { "@SQ\tSN:\($0.name)\tLN:1000\n" }.joined())
    return ChromosomeReads(header, counts.map(\.reads))
  }

  @Test(arguments: [
    ("1", "X", "Y"), ("chr1", "chrX", "chrY"), ("chr22", "chr23", "chr24"), ("22", "23", "24"),
    ("NC_000001.10", "NC_000023.10", "NC_000024.9"),
    ("NC_000022.11", "NC_000023.11", "NC_000024.10"),
  ])
  func namesOfAllStylesAreKnown(_ autosome: String, _ x: String, _ y: String) throws {
    let depth = try #require(reads([(autosome, 200), (x, 100), (y, 50)]).depth)
    #expect(depth.ofX == 0.5)
    #expect(depth.ofY == 0.25)
    #expect(depth.autosomalReads == 200)
  }

  @Test(arguments: [
    "chrM", "MT", "chrUn_KI270742v1", "chr1_KI270706v1_random", "chr1_alt", "HLA-A*01:01:01:01",
    "chrEBV", "hs37d5", "GL000191.1", "NC_012920.1", "chr0", "chr25", "", "chr",
  ])
  func otherContigsDoNotCount(_ name: String) throws {
    #expect(reads([(name, 500), ("chrX", 100), ("chrY", 50)]).depth == nil)
    let depth = try #require(
      reads([("chr1", 200), (name, 500), ("chrX", 100), ("chrY", 0)]).depth)
    #expect(depth.autosomalReads == 200)
    #expect(depth.ofX == 0.5)
    #expect(depth.ofY == 0)
  }

  /// Autosomes that were cut out of the file are not compared with: a boy's X would look like two.
  @Test func autosomesWithoutReadsDoNotCount() throws {
    let others = (1...19).map { (name: "chr\($0)", reads: 0) }
    let cut = try #require(reads(others + [("chr20", 200), ("chrX", 100), ("chrY", 50)]).depth)
    #expect(cut.ofX == 0.5)
    #expect(cut.evenAutosomes == 1)
    #expect(!cut.isOfWholeGenome)
  }

  @Test func onlyAutosomesThatAreReadEvenlyCount() throws {
    let sex: [(name: String, reads: Int)] = [("chrX", 100), ("chrY", 50)]
    func depth(_ counts: [Int]) throws -> SexChromosomeDepth {
      let autosomes = counts.enumerated().map { (name: "chr\($0 + 1)", reads: $1) }
      return try #require(reads(autosomes + sex).depth)
    }
    let genome = try depth(Array(repeating: 200, count: 20) + [130, 300])
    #expect(genome.evenAutosomes == 22)
    #expect(genome.isOfWholeGenome)
    // A trisomy, and one that lost most of its reads.
    let odd = try depth(Array(repeating: 200, count: 20) + [20, 400])
    #expect(odd.evenAutosomes == 20)
    #expect(odd.ofX == 0.5)
    #expect(odd.autosomalReads == 4_000)
    // Some genes of each.
    let genes = try depth((0..<22).map { 10 + $0 * $0 * 20 })
    #expect(!genes.isOfWholeGenome)
    #expect(genes.evenAutosomes == 0)
  }

  @Test func withoutReadsOnAutosomesOrWithoutXOrYNothingIsTold() {
    #expect(reads([("chr1", 0), ("chrX", 100), ("chrY", 50)]).depth == nil)
    #expect(reads([("chr1", 200), ("chrX", 100)]).depth == nil)
    #expect(reads([("chr1", 200), ("chrY", 100)]).depth == nil)
    #expect(reads([]).depth == nil)
  }

  /// Chromosomes of other lengths: reads are counted per base.
  @Test func lengthsAreTakenIntoAccount() throws {
    let header = AlignmentHeader(
      text: "@SQ\tSN:1\tLN:2000\n@SQ\tSN:2\tLN:1000\n@SQ\tSN:X\tLN:500\n@SQ\tSN:Y\tLN:200\n")
    let depth = try #require(ChromosomeReads(header, [400, 200, 100, 10]).depth)
    #expect(depth.ofX == 1)
    #expect(depth.ofY == 0.25)
  }
}
