import Flow
import Genome
import Nomenclature
import Testing

@testable import Assessment

/// The transcript lies at 49,250,438-49,264,710: what starts beside it may reach into it.
@Suite struct OutsideGeneTests {
  private let outside = OutsideGene(
    map: TranscriptMap(transcript: Fixture.transcript, locus: Fixture.locus))

  private func record(
    _ position: Int, _ alternate: String, _ information: String, reference: String = "G",
    lengths: [Int?] = [], end: Int? = nil, contig: String = "chrX"
  ) -> ReadRecord {
    ReadRecord(
      number: 1, contig: contig, position: position, end: end ?? position, reference: reference,
      alternates: [alternate], structuralLengths: lengths,
      fixedText: "\(contig)\t\(position)\t.\t\(reference)\t\(alternate)\t.\tPASS\t\(information)")
  }

  private func side(_ record: ReadRecord) -> GeneSide? {
    outside.side(
      of: NormalisedVariant(
        assembly: .grch38, change: .notAssessable(.symbolic(record.alternates[0])),
        parts: [ReadVariant(record: record, alleleIndex: 1)]))
  }

  @Test(arguments: [
    // The other end lies in the gene, or behind it.
    (49_250_000, "G[chrX:49255001[", "SVTYPE=BND"), (49_250_000, "G[X:49255001[", "SVTYPE=BND"),
    (49_266_000, "]chrX:49255000]G", "SVTYPE=BND"), (49_250_000, "G[chrX:49268000[", "SVTYPE=BND"),
    // Where a single breakend goes is not known.
    (49_250_000, "G.", "SVTYPE=BND"), (49_266_000, ".G", "SVTYPE=BND"),
    // No end, none behind POS, or a length of nothing.
    (49_250_000, "<DEL>", "SVTYPE=DEL"), (49_250_000, "<INV>", "SVTYPE=INV"),
    (49_250_000, "<DEL>", "SVTYPE=DEL;END=49240000"), (49_250_000, "<CNV>", "END=49250000"),
    (49_266_000, "<DEL>", "SVTYPE=DEL;END=49260000"),
    // An end that may lie in the gene, or is not known at all.
    (49_250_000, "<DEL>", "IMPRECISE;END=49250200;CIPOS=-100,100;CIEND=-500,5000"),
    (49_250_000, "<DEL>", "IMPRECISE;END=49250200"),
    (49_266_000, "<DUP>", "IMPRECISE;END=49267000;CIPOS=-2000,10;CIEND=-10,10"),
    (49_250_000, "<INS>", "IMPRECISE;CIPOS=-10,500"),
    (49_250_000, "G[chr1:1000[", "IMPRECISE;CIPOS=-500,500"),
    (49_249_000, "G[chrX:49250000[", "IMPRECISE;CIPOS=-500,500"),
    // The same without IMPRECISE, and ranges that go further than any repeat that is told.
    (49_249_000, "<DEL>", "SVTYPE=DEL;END=49250200;CIPOS=-10,10;CIEND=-500,5000"),
    (49_220_000, "<DEL>", "SVTYPE=CNV;END=49249800;CIPOS=-339,339;CIEND=-845,845"),
    (49_265_000, "<DEL>", "SVTYPE=DEL;END=49269000;CIPOS=-800,500;CIEND=-10,10"),
    (49_249_000, "<DEL>", "END=49250200;CIPOS=-10,10;CIEND=-500,5000;HOMLEN=9"),
    (49_250_000, "<DEL>", "END=49250200;CIPOS=0,900;CIEND=0,900"),
    (49_265_000, "<DEL>", "END=49269000;CIPOS=-800,500"),
    (49_265_000, "<DUP>", "END=49269000;CIPOS=-800,500;CIEND=.,."),
    (49_250_000, "<DEL>", "END=49250200;CIEND=0,900"),
    (49_250_000, "<DEL>", "END=49250200;CIPOS=-10,10;CILEN=-900,900"),
    (49_250_000, "G[chr1:1000[", "SVTYPE=BND;CIPOS=-500,500"),
    (49_250_000, "G[chr1:1000[", "SVTYPE=BND;CIEND=-5,5"),
    // A range that can't be read.
    (49_250_000, "<DEL>", "END=49250200;CIPOS=20,-10;CIEND=0,0"),
    // CNVkit's brackets.
    (49_250_000, "<DEL>", "IMPRECISE;END=49250200;CIPOS=(0,100);CIEND=(-90,900)"),
    // Nothing but SVTYPE says that there is more than POS.
    (49_250_000, "N", "SVTYPE=DEL;END=49255000"), (49_250_000, "G", "SVTYPE=DEL;END=49255000"),
    (49_250_000, "<TRA>", "CHR2=chrX;END=49255000"),
  ])
  func mayReachTheGene(_ position: Int, _ alternate: String, _ information: String) {
    let record = record(position, alternate, information)
    #expect(side(record) == nil)
    #expect(!outside.isOutside(record))
  }

  @Test(arguments: [
    (49_250_000, "G[chr1:49255001[", "SVTYPE=BND"), (49_250_000, "G[chrX:49249000[", "SVTYPE=BND"),
    (49_250_000, "G]<contig1>:100]", "SVTYPE=BND"),
    (49_250_000, "<DEL>", "SVTYPE=DEL;END=49250200"), (49_250_000, "<INS>", "SVTYPE=INS"),
    (49_250_000, "<DEL>", "IMPRECISE;END=49250200;CIPOS=-100,100;CIEND=-100,100"),
    // Exact in a repeat, as Manta, DELLY and GRIDSS write it.
    (49_250_000, "<DEL>", "END=49250200;CIPOS=0,900;CIEND=0,900;HOMLEN=900"),
    (49_250_000, "<DEL>", "END=49250437;CIPOS=0,5;HOMLEN=5;HOMSEQ=TTCCA"),
    (49_250_000, "<DEL>", "PRECISE;END=49250437;HOMLEN=9;CIPOS=-10,10;CIEND=-10,10"),
    (49_250_000, "<DEL>", "PRECISE;END=49250437;HOMLEN=0;CIPOS=-1,1;CIEND=-1,1"),
    (49_250_436, "G[chr1:1000[", "SVTYPE=BND;CIPOS=-2,4;HOMLEN=.;HOMSEQ=ACGTAC"),
    (49_250_000, "<DEL>", "END=49250200;CIPOS=.;CIEND=.,."),
    (49_250_000, "<DEL>", "END=49250437;CIPOS=-0,0;CILEN=0,0"),
    (49_250_000, "<DEL>", "END=49250200;CIPOS=-100,100"),
    (49_250_000, "<TRA>", "CHR2=chr7;END=49255000"), (49_250_000, "A", "END=49255000"),
    (49_250_000, "N", "END=49255000"), (49_250_000, "*", "SVTYPE=DEL"),
  ])
  func liesBeyondTheThreePrimeEnd(_ position: Int, _ alternate: String, _ information: String) {
    let record = record(position, alternate, information)
    #expect(side(record) == .downstream)
    #expect(outside.isOutside(record))
  }

  @Test(arguments: [
    (49_266_000, "<DEL>", "SVTYPE=DEL"), (49_266_000, "G[chrX:49268000[", "SVTYPE=BND"),
    (49_266_000, "]chr2:49255000]G", "SVTYPE=BND"),
  ])
  func liesUpstream(_ position: Int, _ alternate: String, _ information: String) {
    #expect(side(record(position, alternate, information)) == .upstream)
  }

  @Test func aLengthTellsTheEnd() {
    #expect(
      side(record(49_250_000, "<DEL>", "SVLEN=-200", lengths: [-200], end: 49_250_200)) != nil)
    #expect(
      side(record(49_250_000, "<DEL>", "SVLEN=-900", lengths: [-900], end: 49_250_900)) == nil)
    #expect(side(record(49_250_000, "<DEL>", "SVLEN=0", lengths: [0])) == nil)
  }

  /// Of several alternates one that reaches into the gene is enough for the record.
  @Test func everyAlternateCounts() {
    var record = record(49_250_000, "A", "SVTYPE=BND")
    #expect(outside.isOutside(record))
    record.alternates.append("G[chrX:49255001[")
    #expect(!outside.isOutside(record))
  }

  @Test func aStructuralChangeCountsByTheMostThatItMayTake() {
    func side(_ precision: StructuralChange.Precision) -> GeneSide? {
      outside.side(
        of: NormalisedVariant(
          assembly: .grch38,
          change: .structural(
            StructuralChange(
              kind: .deletion, interval: Interval(49_250_001, 49_250_200), precision: precision))))
    }
    let first = Interval(49_249_901, 49_250_101)
    #expect(side(.exact) == .downstream)
    #expect(side(.within(first: first, last: Interval(49_249_700, 49_255_200))) == nil)
    #expect(side(.within(first: first, last: Interval(49_250_100, 49_250_300))) == .downstream)
    #expect(side(.unknown) == nil)
  }
}
