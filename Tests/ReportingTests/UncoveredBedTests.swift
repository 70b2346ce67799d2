import Flow
import Genome
import Testing

@testable import Reporting

@Suite struct UncoveredBedTests {
  @Test func gapsAndOpenPlacesByPositionFromZero() {
    var result = Fixture.negativeMale
    result.exons = [
      ExonCoverage(
        exon: 12, interval: Interval(100, 200), provenBases: 81, minimumDepth: 9,
        gaps: [Interval(150, 169)])
    ]
    result.ledger = [
      LedgerEntry(
        kind: .knownVariant, identifier: "FX0002", name: "c.2", clinicalClass: .pathogenic,
        interval: Interval(90, 90), state: .notLookedAt(reason: "no record covers it")),
      LedgerEntry(
        kind: .knownVariant, identifier: "FX0001", name: "c.1", clinicalClass: .pathogenic,
        interval: Interval(120, 120), state: .referenceSeen(depth: 12)),
      LedgerEntry(
        kind: .exon, identifier: "exon 12", name: "exon 12", clinicalClass: nil,
        interval: Interval(100, 200), state: .uncertain(reason: "low depth")),
    ]
    let contig = result.provenance.contig
    #expect(
      UncoveredBed.text(result) == "\(contig)\t89\t90\tFX0002\n\(contig)\t149\t169\texon_12\n")
  }

  @Test func nothingWhereAllWasRead() {
    var result = Fixture.negativeMale
    result.exons = []
    result.ledger = []
    #expect(UncoveredBed.text(result).isEmpty)
  }

  /// 1 to 255 printable ASCII characters without blanks.
  @Test(arguments: [
    ("FX\t01\n<b>", "FX_01_<b>"), ("é\u{202E}x", "__x"), ("", "_"),
    (String(repeating: "n", count: 10_240), String(repeating: "n", count: 255)),
  ])
  func namesAreWords(identifier: String, name: String) {
    #expect(
      UncoveredBed.lines([(Interval(11, 12), identifier)], contig: "chrX")
        == "chrX\t10\t12\t\(name)\n")
  }
}
