import Genome
import Nomenclature
import ReferenceBundle
import Testing

@Suite struct HGVSReaderTests {
  @Test func namesAreReadWithAndWithoutTheirPrefix() throws {
    let gene = try Gene()
    let change = try SequenceChange(49_251_441, "G", "A")
    #expect(try gene.change("c.1189C>T") == change)
    #expect(try gene.change("1189C>T") == change)
    #expect(try HGVSReader.change(genomicName: "g.49251441G>A", on: gene.locus) == change)
    #expect(
      try HGVSReader.change(genomicName: "g.49107902G>A", on: gene.bundle.locus(.grch37)).start
        == 49_107_902)
  }

  @Test func anIntronMayBeCountedFromEitherSide() throws {
    let gene = try Gene()
    let intron = gene.map.transcript.introns[1]
    for offset in [1, 10, intron.count / 2 + 5, intron.count] {
      let fromDonor = "c.210+\(offset)del"
      let fromAcceptor = "c.211-\(intron.count - offset + 1)del"
      #expect(try gene.change(fromDonor) == gene.change(fromAcceptor))
    }
  }

  @Test(arguments: [
    "c.1297A>G", "c.-189G>A", "c.*899A>G", "c.0A>G", "c.209+1G>A", "c.210-1G>A", "c.210+528G>A",
    "c.753_751del", "c.", "c.1189", "c.1189_", "c.A>G", "c.(1_2)del", "c.99999999999A>G",
    "c.1+0A>G",
    "c.1189C>T;1190G>A", "c.[1189C>T]", "c.1189C>T ", "c.１１８９C>T",
  ])
  func placesThatDoNotExistAndGarbageAreRefused(_ name: String) throws {
    let gene = try Gene()
    let error = try #require(throws: NameError.self) { try gene.change(name) }
    #expect(error.name == name)
    #expect(!error.cause.isEmpty)
  }
}
