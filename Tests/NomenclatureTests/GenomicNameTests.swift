import Genome
import Nomenclature
import TestSupport
import ReferenceBundle
import Testing

@Suite struct GenomicNameTests {
  /// FOXP3 lies on the minus strand: the 3' rule moves a `g.` name up and a `c.` name down.
  @Test func theThreePrimeRuleHoldsInBothDirections() throws {
    let gene = try Gene()
    let change = try gene.change("c.751_753del")
    #expect(gene.map.codingName(of: change) == "c.751_753del")
    #expect(gene.locus.vcfSpelling(of: change)?.position == 49_255_491)
    let right = change.rightAligned(on: gene.locus)
    #expect(right.start > change.start)
    #expect(
      gene.locus.genomicName(of: change)
        == "NC_000023.11:g.\(right.start)_\(right.interval.end)del")
  }

  @Test(arguments: [
    ("c.1189C>T", "g.49251441G>A"), ("c.1117_1118delinsGC", "g.49251692_49251693delinsGC"),
    ("c.227dup", "g.49257752dup"), ("c.1293_1294del", "g.49251336_49251337del"),
  ])
  func namesAsInClinVar(_ coding: String, _ genomic: String) throws {
    let gene = try Gene()
    #expect(gene.locus.genomicName(of: try gene.change(coding)) == "NC_000023.11:" + genomic)
  }

  @Test(arguments: Assembly.allCases)
  func namesOfMadeUpChangesAreReadBack(_ assembly: Assembly) throws {
    let locus = try Gene().bundle.locus(assembly)
    var random = RandomChanges(on: locus, seed: 31)
    let inner = Interval(locus.interval.start + 20, locus.interval.end - 20)
    for change in random.make(4000, in: inner) {
      let name = locus.genomicName(of: change)
      let bare = name.dropFirst(locus.accession.count + 1)
      let back = try HGVSReader.change(genomicName: String(bare), on: locus)
      #expect(back == change.leftAligned(on: locus), "\(name)")
    }
  }
}
