import Genome
import Testing

@testable import Isolation

/// No record is passed over that may touch the stretch.
@Suite struct QuickReachTests {
  @Test(arguments: [
    ("X\t900\t.\tA\tC\t.\t.\tDP=3\tGT\t0/1", false),
    ("X\t990\t.\tACGTACGTACGTACGT\tC\t.\t.\tDP=3\tGT\t0/1", true),
    ("X\t500\t.\tA\t<DEL>\t.\t.\tEND=999;DP=3\tGT\t0/1", false),
    ("X\t500\t.\tA\t<DEL>\t.\t.\tDP=3;END=1000\tGT\t0/1", true),
    ("X\t500\t.\tA\t<DEL>\t.\t.\tEND=x\tGT\t0/1", true),
    ("X\t500\t.\tA\t<DEL>\t.\t.\tSVLEN=-600\tGT\t0/1", true),
    ("X\t500\t.\tA\t<*>\t.\t.\t.\tGT:LEN\t0/0:600", true),
    ("X\t500\t.\tA\tC\t.\t.\tCIEND=9,9;BEND=2000\tGT\t0/1", false),
    ("X\t500\t.\tA\tC\t.\t.\tMLEN=9\tGT\t0/1", false),
    ("X\t2001\t.\tA\tC\t.\t.\tEND=3000\tGT\t0/1", false),
    ("X\tx\t.\tA\tC\t.\t.\t.\tGT\t0/1", true),
  ])
  func linesBeforeTheStretch(_ line: String, _ mayTouch: Bool) {
    let bytes = Array(line.utf8)
    #expect(QuickReach.mayTouch(Interval(1000, 2000), bytes.span) == mayTouch)
  }
}
