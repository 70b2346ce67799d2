import Flow
import Genome
import Nomenclature
import Testing

@testable import Annotation

/// By its terms each of them is a base in an intron or an untranslated region.
@Suite struct EffectBeyondTermsTests {
  private let fixture: Fixture
  private let exons: [Interval]

  init() throws {
    fixture = try Fixture()
    exons = fixture.map.transcript.exons
  }

  @Test(arguments: ["c.*876A>G", "c.*874_*879del", "c.*872_*873del", "c.*875_*876insC"])
  func aChangeOfThePolyadenylationSignal(_ name: String) throws {
    let found = try fixture.annotated(name)
    #expect(found.mane?.impact == .modifier)
    #expect(found.mayActBeyondTerms && !found.isOfNoKnownEffect)
  }

  /// c.*872_*873insC stands before the signal's first base.
  @Test(arguments: ["c.*860del", "c.*872_*873insC", "c.210+90del", "c.-23+500del"])
  func aSmallChangeBesideIt(_ name: String) throws {
    let found = try fixture.annotated(name)
    #expect(!found.mayActBeyondTerms && found.isOfNoKnownEffect)
  }

  @Test func aDonorThatStandsTwice() throws {
    let found = try fixture.annotated("c.640_647+12dup")
    #expect(found.mane?.impact == .modifier)
    #expect(found.mayActBeyondTerms && !found.isOfNoKnownEffect)
  }

  /// Spelled in bases, the copy of a part of an exon lies in the intron behind it.
  @Test func aDoubledPartOfAnExonWithItsDonor() throws {
    let stretch = Interval(exons[5].start - 40, exons[5].start + 49)
    let bases = try #require(fixture.locus.bases(in: stretch))
    let found = fixture.annotated(
      SequenceChange(start: stretch.start, reference: BaseSequence(), alternate: bases)
        .leftAligned(on: fixture.locus))
    #expect(found.mane?.impact == .modifier && found.mayActBeyondTerms)
  }

  @Test func manyBasesWithAPartOfTheFirstOrLastExon() throws {
    #expect(fixture.annotated(.deletion, exons[0].start + 30, exons[0].end + 90).mayActBeyondTerms)
    #expect(
      fixture.annotated(.inversion, exons[11].start - 20_000, exons[11].start + 900)
        .mayActBeyondTerms)
    let intron = fixture.map.transcript.introns[0]
    #expect(
      !fixture.annotated(.deletion, intron.start + 100, intron.end - 100).mayActBeyondTerms)
  }
}
