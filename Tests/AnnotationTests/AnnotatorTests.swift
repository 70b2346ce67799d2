import Flow
import Genome
import Nomenclature
import ReferenceBundle
import Testing

@testable import Annotation

@Suite struct AnnotatorTests {
  /// Exon 3 (c.211-315) is not on NM_001114377.2: what stands there is intronic for it.
  @Test func eachTranscriptHasItsOwnAnswer() throws {
    let found = try Fixture().annotated("c.227del")
    try #require(found.transcripts.count == 2)
    #expect(found.transcripts[0].transcript == "NM_014009.4")
    #expect(found.transcripts[0].isManeSelect)
    #expect(found.transcripts[0].proteinName == "p.(Leu76GlnfsTer53)")
    #expect(found.transcripts[1].transcript == "NM_001114377.2")
    #expect(found.transcripts[1].consequences == [.intron])
    #expect(found.transcripts[1].proteinName == nil)
    #expect(found.transcripts[1].codingName?.hasPrefix("c.211-") == true)
    #expect(found.transcripts[1].regions.isEmpty)
  }

  @Test(arguments: [
    ("c.1189C>T", ["forkhead"]), ("c.751_753del", ["leucine zipper"]),
    ("c.597C>A", ["C2H2 zinc finger"]), ("c.210+1G>A", []), ("c.*876A>G", []),
  ])
  func proteinRegionsAreNamed(_ name: String, _ regions: [String]) throws {
    #expect(try Fixture().annotated(name).mane?.regions == regions)
  }

  @Test func bothBuildsAreGiven() throws {
    let found = try Fixture().annotated("c.1189C>T")
    #expect(found.placement?.position == 49_251_441)
    #expect(found.otherPlacement?.position == 49_107_902)
    #expect(found.placement?.genomicName == "NC_000023.11:g.49251441G>A")
    #expect(found.otherPlacement?.genomicName == "NC_000023.10:g.49107902G>A")
    #expect(found.notes.isEmpty)
  }

  @Test(arguments: [(1, "upstream", 1), (1000, "upstream", 1000), (-1, "downstream", 1)])
  func beyondTheTranscriptTheDistanceIsSaid(
    _ offset: Int, _ side: String, _ bases: Int
  ) throws {
    let fixture = try Fixture()
    let extent = fixture.map.transcript.extent
    let position = offset > 0 ? extent.end + offset : extent.start + offset
    let reference = try #require(fixture.locus.bases(in: Interval(position, position)))
    let alternate = BaseSequence([reference.text == "A" ? 0x43 : 0x41])
    let found = fixture.annotated(
      SequenceChange(start: position, reference: reference, alternate: alternate))
    #expect(found.notes == ["\(bases) bases \(side) of NM_014009.4"])
    #expect(found.mane?.codingName == nil)
    #expect(found.mane?.exon == nil)
    #expect(found.mane?.spliceDistance == nil)
  }

  @Test func whatCanNotBeAssessedHasNoNames() throws {
    let fixture = try Fixture()
    let found = fixture.annotator.annotate(
      NormalisedVariant(assembly: .grch38, change: .notAssessable(.spanningDeletion)))
    #expect(found.transcripts.isEmpty)
    #expect(found.placement == nil)
    #expect(found.vrsIdentifier == nil)
  }

  /// A GRCh37 file's variant has the same names, and the same VRS identifier.
  @Test func theBuildOfTheInputDoesNotMatter() throws {
    let fixture = try Fixture()
    let newer = try fixture.annotated("c.751_753del")
    let change = try #require(
      fixture.bundle.alignment.change(try fixture.change("c.751_753del"), from: .grch38))
    let older = fixture.annotator.annotate(
      NormalisedVariant(assembly: .grch37, change: .sequence(change)))
    #expect(older.placement == newer.otherPlacement)
    #expect(older.otherPlacement == newer.placement)
    #expect(older.vrsIdentifier == newer.vrsIdentifier)
    #expect(older.transcripts == newer.transcripts)
  }
}
