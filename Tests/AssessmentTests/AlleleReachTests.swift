import Flow
import Genome
import Testing

/// How far a junction of two places reaches that a symbol tells (CHR2, END2).
@Suite struct AlleleReachTests {
  private func reach(_ information: String, _ symbol: String = "<BND>") -> Interval {
    let columns = ["chrX", "49248600", ".", "A", symbol, ".", "PASS", information]
    return ReadRecord(
      number: 1, contig: "chrX", position: 49_248_600, end: 49_248_600, reference: "A",
      alternates: [symbol], structuralLengths: [-1], fixedText: columns.joined(separator: "\t")
    ).reach
  }

  /// SVLEN is -1 there, and END is POS.
  @Test(arguments: ["<BND>", "<CTX>", "<TRA>"])
  func theOtherPlaceCountsAndNoLength(symbol: String) {
    let both = "SVTYPE=BND;CHR2=chrX;END=49248600;END2=49255000;SVLEN=-1"
    #expect(reach(both, symbol) == Interval(49_248_600, 49_255_000))
    #expect(reach("SVTYPE=BND;CHR2=X;END=49240000", symbol) == Interval(49_240_000, 49_248_600))
    #expect(
      reach("SVTYPE=BND;CHR2=chr3;END2=49255000", symbol) == Interval(49_248_600, 49_248_600))
  }

  @Test func withoutAnotherPlaceItMayBeAnywhere() {
    #expect(reach("SVTYPE=BND;SVLEN=-1").contains(Interval(49_250_000, 49_260_000)))
  }

  /// CIEND is of the place there, and says nothing of the one here.
  @Test func ofATranslocationCIPOSAloneCounts() {
    let joined = reach("SVTYPE=BND;IMPRECISE;CIPOS=-1500,3000;CIEND=-9,9", "A[chr1:1000[")
    #expect(joined == Interval(49_247_100, 49_251_600))
    #expect(reach("SVTYPE=BND;IMPRECISE;CIEND=-9,9", "A[chr1:1000[") == ReadRecord.anywhere)
  }

  @Test(arguments: ["A[chrX:9223372036854775807[", "A[chrX:-9223372036854775807["])
  func whatIsNoPlaceIsAnywhere(_ alternate: String) {
    #expect(reach("SVTYPE=BND;IMPRECISE;CIPOS=-5,5", alternate) == ReadRecord.anywhere)
  }
}
