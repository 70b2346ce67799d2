import Flow
import Genome
import Nomenclature
import Testing

@testable import Annotation

@Suite struct StructuralRuleTests {
  private func terms(
    _ kind: StructuralChange.Kind, _ start: Int, _ end: Int
  ) throws -> Set<ConsequenceTerm> {
    Set(try Fixture().annotated(kind, start, end).mane?.consequences ?? [])
  }

  @Test func theWholeTranscriptIsAblationOrAmplification() throws {
    let extent = try Fixture().map.transcript.extent
    #expect(try terms(.deletion, extent.start, extent.end) == [.transcriptAblation])
    #expect(
      try terms(.duplication, extent.start - 10, extent.end + 10) == [.transcriptAmplification])
  }

  /// The Torgerson deletion's kind: exon 1 and its donor are gone.
  @Test func aDeletedExonTakesItsSpliceSites() throws {
    let fixture = try Fixture()
    let exon = fixture.map.transcript.exons[0]
    let found = fixture.annotated(.deletion, exon.start - 50, exon.end + 500)
    let terms = Set(try #require(found.mane).consequences)
    #expect(terms.isSuperset(of: [.featureTruncation, .spliceDonor, .fivePrimeUTR, .intron]))
    #expect(!terms.contains(.codingSequence))
    #expect(found.notes == ["removes exon 1 of 12 (NM_014009.4)"])
    #expect(found.mane?.exon == "1/12")
    #expect(found.mane?.wholeExons == [1])
    let part = fixture.annotated(.deletion, exon.start - 50, exon.end - 1)
    #expect(part.mane?.exon == "1/12" && part.mane?.wholeExons == [])
  }

  @Test func aDuplicatedExonKeepsItsSpliceSites() throws {
    let fixture = try Fixture()
    let exons = fixture.map.transcript.exons
    let found = fixture.annotated(.duplication, exons[3].start - 20, exons[2].end + 20)
    let terms = Set(try #require(found.mane).consequences)
    #expect(terms.isSuperset(of: [.featureElongation, .codingSequence]))
    #expect(terms.isDisjoint(with: [.spliceDonor, .spliceAcceptor]))
    #expect(found.notes == ["duplicates exons 3-4 of 12 (NM_014009.4)"])
  }

  @Test func anInversionWithinAnIntron() throws {
    let fixture = try Fixture()
    let intron = fixture.map.transcript.introns[0]
    let found = fixture.annotated(.inversion, intron.start + 100, intron.end - 100)
    #expect(found.mane?.consequences == [.intron])
    #expect(found.notes == ["inverts no whole exon of NM_014009.4"])
    #expect(found.placement?.alternate == "<INV>")
    #expect(found.placement?.spdi == nil)
  }

  @Test func beyondTheGeneItIsUpOrDownstream() throws {
    let extent = try Fixture().map.transcript.extent
    #expect(try terms(.deletion, extent.end + 1, extent.end + 900) == [.upstreamGene])
    #expect(try terms(.deletion, extent.start - 900, extent.start - 1) == [.downstreamGene])
    #expect(try terms(.deletion, extent.end + 5001, extent.end + 5900) == [.intergenic])
  }

  /// HGVS places a duplication at the chromosome's last place that gives the same bases, and `c.` at the
  /// transcript's, which is the chromosome's first.
  @Test func aDuplicationInARepeatIsNamedByHGVSRule() throws {
    let fixture = try Fixture()
    let locus = fixture.map.locus
    let start = try #require(
      (49_250_500..<49_264_000).first { first in
        (0...2).allSatisfy { locus.base(at: first + $0) == locus.base(at: first + 300 + $0) }
          && locus.base(at: first + 3) != locus.base(at: first + 303)
          && locus.base(at: first - 1) != locus.base(at: first + 299)
      })
    let found = fixture.annotated(.duplication, start, start + 299)
    #expect(
      found.placement?.genomicName == "NC_000023.11:g.\(start + 3)_\(start + 302)dup")
    #expect(found.placement?.position == start - 1)
  }
}
