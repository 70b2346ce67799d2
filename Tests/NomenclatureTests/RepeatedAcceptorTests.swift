import Genome
import Nomenclature
import Testing

@Suite struct RepeatedAcceptorTests {
  /// Every duplication of some intron bases and some exon bases, at every acceptor.
  @Test func duplicationsAcrossAcceptorsRepeatThem() throws {
    let gene = try Gene()
    for intron in gene.map.transcript.introns {
      for inIntron in 2...30 {
        for inExon in 1...30 where inIntron >= 17 || inIntron + inExon < 17 {
          let stretch = Interval(intron.start - inExon, intron.start + inIntron - 1)
          #expect(gene.map.repeatsAcceptor(try duplication(stretch, gene)))
        }
      }
    }
  }

  /// An AG far behind the pyrimidines is none that is used.
  @Test func anAGWithoutItsPyrimidinesIsNoAcceptor() throws {
    let gene = try Gene()
    for intron in gene.map.transcript.introns {
      let stretch = Interval(intron.start - 30, intron.start + 2)
      #expect(!gene.map.repeatsAcceptor(try duplication(stretch, gene)))
    }
    #expect(!gene.map.repeatsAcceptor(try gene.change("c.817_956dup")))
  }

  /// What is copied within the exon, or without the whole AG, leaves no second acceptor, unless the
  /// copy happens to stand behind an AG.
  @Test func duplicationsWithoutTheAcceptorDoNot() throws {
    let gene = try Gene()
    for exon in gene.map.transcript.exons.dropFirst() {
      let middle = exon.end - exon.count / 2
      #expect(!gene.map.repeatsAcceptor(try duplication(Interval(middle, middle + 6), gene)))
    }
    let position = try #require(gene.map.genomicPosition(of: CodingPosition(211)))
    #expect(
      !gene.map.repeatsAcceptor(try duplication(Interval(position - 5, position), gene)))
  }

  @Test(arguments: ["c.210+1G>A", "c.211-2A>G", "c.208_210+3dup", "c.227del", "c.1189C>T"])
  func otherChangesDoNot(_ name: String) throws {
    let gene = try Gene()
    #expect(!gene.map.repeatsAcceptor(try gene.change(name)))
  }

  private func duplication(_ stretch: Interval, _ gene: Gene) throws -> SequenceChange {
    let bases = try #require(gene.locus.bases(in: stretch))
    return SequenceChange(
      start: stretch.end + 1, reference: BaseSequence(), alternate: bases
    ).leftAligned(on: gene.locus)
  }
}
