import Genome
import Nomenclature
import Testing

@Suite struct RepeatedDonorTests {
  /// Every duplication of some exon bases and two or more intron bases, at every donor.
  @Test func duplicationsAcrossDonorsRepeatThem() throws {
    let gene = try Gene()
    for (index, intron) in gene.map.transcript.introns.enumerated() {
      for inIntron in 2...12 {
        for inExon in 1...12 {
          let stretch = Interval(intron.end - inIntron + 1, intron.end + inExon)
          #expect(
            gene.map.repeatedDonor(by: try duplication(stretch, gene)) == index + 1,
            "exon \(index + 1), \(inExon) and \(inIntron) bases")
        }
      }
    }
  }

  @Test func theSecondOneReadsTheCopy() throws {
    let gene = try Gene()
    let long = try SequenceChange(49_256_749, "", "ACTTGAG").leftAligned(on: gene.locus)
    #expect(gene.map.proteinBehindSecondDonor(long)?.name == "p.(His217SerfsTer12)")
    let short = try SequenceChange(49_256_749, "", "ACT").leftAligned(on: gene.locus)
    #expect(gene.map.proteinBehindSecondDonor(short)?.name == "p.(His217Ter)")
  }

  @Test(arguments: [
    "c.210+1G>A", "c.647+3dup", "c.227del", "c.1189C>T", "c.208_210+2del", "c.210+1_210+2del",
  ])
  func otherChangesDoNot(_ name: String) throws {
    let gene = try Gene()
    #expect(gene.map.repeatedDonor(by: try gene.change(name)) == nil)
  }

  private func duplication(_ stretch: Interval, _ gene: Gene) throws -> SequenceChange {
    let bases = try #require(gene.locus.bases(in: stretch))
    return SequenceChange(
      start: stretch.end + 1, reference: BaseSequence(), alternate: bases
    ).leftAligned(on: gene.locus)
  }
}
