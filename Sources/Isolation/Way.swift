import Flow
import Genome
import HTS

/// How the locus was reached, and what shows that nothing was missed.
struct Way {
  var name: String
  var proof: String
  /// Whether every record of the file was met.
  var isFullScan: Bool
  /// Whether every record of X was met; by a full scan it always was.
  var meetsAllOfX = false
  /// Whether the last line of plain text has no line end.
  var endsInsideLine = false
  /// Records of each contig that has any; `nil` where not every record was met.
  var recordsByContig: [ContigCount]?

  func with(_ counts: [ContigCount]) -> Way {
    var way = self
    way.recordsByContig = counts.filter { $0.records > 0 }
    return way
  }
}
