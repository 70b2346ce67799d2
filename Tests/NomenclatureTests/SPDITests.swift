import Genome
import Nomenclature
import TestSupport
import ReferenceBundle
import Testing

/// NCBI's canonical form (Holmes 2020, doi 10.1093/bioinformatics/btz856): an ambiguous insertion or
/// deletion is written over all bases that it may replace.
@Suite struct SPDITests {
  @Test(arguments: [
    ("c.1189C>T", "NC_000023.11:49251440:G:A"),
    ("c.1117_1118delinsGC", "NC_000023.11:49251691:AA:GC"),
    ("c.751_753del", "NC_000023.11:49255491:CTCCT:CT"),
    ("c.1293_1294del", "NC_000023.11:49251335:AG:"),
  ])
  func canonicalForm(_ name: String, _ spdi: String) throws {
    let gene = try Gene()
    #expect(gene.locus.spdi(of: try gene.change(name)) == spdi)
  }

  @Test(arguments: Assembly.allCases)
  func isReadBackAndDoesNotDependOnTheSpelling(_ assembly: Assembly) throws {
    let locus = try Gene().bundle.locus(assembly)
    var random = RandomChanges(on: locus, seed: 41)
    let inner = Interval(locus.interval.start + 50, locus.interval.end - 50)
    for change in random.make(3000, in: inner) {
      let text = locus.spdi(of: change)
      #expect(locus.spdi(of: change.rightAligned(on: locus)) == text)
      #expect(locus.spdi(of: random.padded(change)) == text)
      let (found, back) = try SPDIReader.change(text, on: [locus])
      #expect(found.assembly == assembly)
      #expect(back == change.leftAligned(on: locus))
    }
  }

  /// Every base that the canonical form replaces is needed: its ends differ from its surroundings.
  @Test func theFormIsAsWideAsTheAmbiguity() throws {
    let locus = try Gene().locus
    var random = RandomChanges(on: locus, seed: 42)
    let inner = Interval(locus.interval.start + 50, locus.interval.end - 50)
    for change in random.make(2000, in: inner) {
      let wide = locus.fullyJustified(change)
      #expect(try wide.applied(to: locus) == change.applied(to: locus))
      #expect(wide.interval == change.shiftInterval(on: locus) || !change.trimmed().isPure)
    }
  }

  @Test func vcfSpellingHasTheBaseBefore() throws {
    let gene = try Gene()
    let spelling = try #require(gene.locus.vcfSpelling(of: try gene.change("c.751_753del")))
    #expect(spelling.position == 49_255_491)
    #expect(spelling.reference == "TCTC")
    #expect(spelling.alternate == "T")
    let start = gene.locus.interval.start
    let first = try #require(gene.locus.bases(in: Interval(start, start + 30)))
    let atTheEdge = SequenceChange(start: start, reference: first, alternate: BaseSequence())
    #expect(gene.locus.vcfSpelling(of: atTheEdge) == nil)
  }
}

extension SequenceChange {
  fileprivate var isPure: Bool { reference.isEmpty != alternate.isEmpty }
}
