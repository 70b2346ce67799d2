import Flow
import Genome
import Nomenclature
import Testing

/// A duplication spelled in bases is told by what it doubles, where that is more than a small insertion.
@Suite struct DoubledStretchTests {
  private let fixture: Fixture
  private let exons: [Interval]

  init() throws {
    fixture = try Fixture()
    exons = fixture.map.transcript.exons
  }

  private func doubling(_ stretch: Interval) throws -> SequenceChange {
    let bases = try #require(fixture.map.locus.bases(in: stretch))
    return SequenceChange(start: stretch.start, reference: BaseSequence(), alternate: bases)
      .leftAligned(on: fixture.map.locus)
  }

  /// A whole exon, one between parts of two, the whole gene: with the bases and the name of the insertion.
  @Test func overTheEndsOfExonsItIsItsStretch() throws {
    let whole = fixture.map.transcript.extent
    for stretch in [
      Interval(exons[9].start - 100, exons[9].end + 90),
      Interval(exons[9].end - 20, exons[7].start + 20),
      Interval(whole.start - 300, whole.end + 200),
    ] {
      let change = try doubling(stretch)
      #expect(fixture.map.doubledStretch(by: change)?.count == stretch.count)
      let found = fixture.annotated(change)
      let ends = fixture.annotated(.duplication, stretch.start, stretch.end)
      #expect(found.mane?.consequences == ends.mane?.consequences)
      #expect(found.notes == ends.notes && found.placement?.spdi != nil)
      #expect(found.otherPlacement != nil || stretch.contains(whole))
      #expect(
        found.mane?.codingName == fixture.map.codingName(of: change) || stretch.contains(whole))
    }
  }

  @Test func ofPartsOfExonsAndIntronsItIsAnInsertion() throws {
    for stretch in [
      Interval(exons[9].start + 10, exons[9].start + 70),
      Interval(exons[9].end + 200, exons[9].end + 300),
      Interval(exons[9].end - 20, exons[9].end + 60),
    ] {
      #expect(fixture.map.doubledStretch(by: try doubling(stretch)) == nil)
    }
  }

  /// A doubled intron leaves a donor before and an acceptor behind all that it adds.
  @Test(arguments: [2, 6]) func aWholeIntronTakesNoExon(_ index: Int) throws {
    let intron = Interval(exons[index + 1].end + 1, exons[index].start - 1)
    let found = fixture.annotated(try doubling(intron))
    #expect(found.mane?.proteinName == nil)
    #expect(found.mane?.consequences.contains(.frameshift) == false)
    #expect(found.mane?.decay == nil)
  }

  /// Two introns with the exon between them: the lowest place of the same bases may take a base of the next exon.
  @Test func exonsAreTakenWholeWhereOnePlaceDoesSo() throws {
    let stretch = Interval(exons[4].end + 1, exons[2].start - 1)
    let placed = try #require(fixture.map.doubledStretch(by: try doubling(stretch)))
    #expect(placed.contains(exons[3]))
    #expect(exons.allSatisfy { !$0.overlaps(placed) || placed.contains($0) })
  }

  @Test func whatRepeatsNothingIsAnInsertion() throws {
    let change = SequenceChange(
      start: exons[9].end + 1, reference: BaseSequence(),
      alternate: try #require(BaseSequence(String(repeating: "ACCGT", count: 20))))
    #expect(fixture.map.doubledStretch(by: change) == nil)
  }

  private func turning(_ stretch: Interval) throws -> SequenceChange {
    let bases = try #require(fixture.map.locus.bases(in: stretch))
    return SequenceChange(
      start: stretch.start, reference: bases, alternate: bases.reverseComplement
    ).trimmed()
  }

  /// Turned round with its ends in introns, over exons' ends, and the whole gene with what lies beside it.
  @Test func anInversionOverTheEndsOfExonsIsItsStretch() throws {
    let whole = fixture.map.transcript.extent
    for stretch in [
      Interval(exons[9].start - 100, exons[9].end + 90),
      Interval(exons[9].end - 20, exons[7].start + 20),
      Interval(whole.start - 300, whole.end + 200),
    ] {
      let change = try turning(stretch)
      let found = fixture.annotated(change)
      let ends = fixture.annotated(.inversion, change.interval.start, change.interval.end)
      #expect(found.mane?.consequences == ends.mane?.consequences)
      #expect(found.mane?.consequences.contains(.transcriptAblation) == false)
      #expect(found.notes == ends.notes && found.placement?.spdi != nil)
      #expect(found.mane?.proteinName == nil && found.mayActBeyondTerms)
    }
  }

  @Test func anInversionWithinAnExonIsReadByItsBases() throws {
    let stretch = Interval(exons[9].start + 10, exons[9].start + 70)
    #expect(fixture.map.invertedStretch(by: try turning(stretch)) == nil)
    #expect(fixture.annotated(try turning(stretch)).mane?.proteinName != nil)
  }
}
