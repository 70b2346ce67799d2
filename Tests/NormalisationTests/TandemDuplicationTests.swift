import Flow
import Genome
import Nomenclature
import Testing

/// A duplication is one, spelled in bases or by its ends, and its form goes by what it doubles.
@Suite struct TandemDuplicationTests {
  private let fixture: Fixture
  private let exons: [Interval]

  init() throws {
    fixture = try Fixture()
    exons = fixture.map.transcript.exons
  }

  /// By bases, and by the symbols that place the copy beside the original.
  private func forms(_ stretch: Interval, _ symbols: [String]) throws -> [NormalisedVariant.Change]
  {
    let anchor = stretch.start - 1
    let base = try #require(fixture.locus.bases(in: Interval(anchor, anchor))).text
    let bases = try #require(fixture.locus.bases(in: stretch)).text
    return [fixture.normalised(anchor, base, base + bases)]
      + symbols.map {
        fixture.normalised(anchor, base, $0, end: stretch.end, length: stretch.count)
      }
  }

  /// A whole exon, its end, the whole gene.
  @Test func overTheEndsOfExonsItIsItsStretch() throws {
    let exon = exons[9]
    let whole = fixture.map.transcript.extent
    for stretch in [
      Interval(exon.start - 100, exon.end + 90), Interval(exon.end - 20, exon.end + 60),
      Interval(whole.start - 300, whole.end + 200),
    ] {
      let wanted = StructuralChange(kind: .duplication, interval: stretch)
        .leftAligned(on: fixture.locus)
      #expect(
        try forms(stretch, ["<DUP:TANDEM>", "<DUP>"])
          == Array(repeating: .structural(wanted), count: 3))
    }
  }

  /// Within an exon or an intron it is the insertion that it is, with a protein name and its criteria.
  @Test func betweenThemItIsAnInsertion() throws {
    let exon = exons[9]
    for stretch in [
      Interval(exon.start + 10, exon.start + 70), Interval(exon.end + 200, exon.end + 300),
    ] {
      let forms = try forms(stretch, ["<DUP:TANDEM>"])
      let bases = try #require(fixture.locus.bases(in: stretch))
      let insertion = SequenceChange(
        start: stretch.end + 1, reference: BaseSequence(), alternate: bases)
      let wanted = NormalisedVariant.Change.sequence(insertion.leftAligned(on: fixture.locus))
      #expect(forms == [wanted, wanted])
    }
  }

  /// Below what a caller of depth can show, `<DUP>` stands in tandem; above it is known by its ends alone.
  @Test func smallOnesAreInsertionsWhereverTheyLie() throws {
    let exon = exons[9]
    let small = try forms(Interval(exon.end - 20, exon.end + 29), ["<DUP>", "<DUP:TANDEM>"])
    #expect(
      Set(small).count == 1 && small.allSatisfy { if case .sequence = $0 { true } else { false } })
    let large = try forms(Interval(exon.start + 10, exon.start + 70), ["<DUP>"])
    #expect(Set(large).count == 2)
  }

  /// Other bases than those beside it are an insertion, however long.
  @Test func anInsertionThatRepeatsNothingStaysOne() throws {
    let exon = exons[9]
    let base = try #require(fixture.locus.bases(in: Interval(exon.end, exon.end))).text
    let change = fixture.normalised(exon.end, base, base + String(repeating: "ACCGT", count: 20))
    if case .sequence = change {} else { Issue.record("\(change)") }
  }
}
