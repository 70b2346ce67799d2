import Flow
import Genome
import Testing

@testable import Classification

/// PM4, and BP3 beside it.
@Suite struct LengthChangeTests {
  @Test(arguments: [
    ("c.751_753del", true), ("c.1293_1294del", true), ("c.1294T>C", true), ("c.227del", false),
    ("c.1189C>T", false), ("c.210+1G>A", false), ("c.1291_1293dup", true),
    // Codons come in, but behind a stop where the protein ends as before.
    ("c.1294_1295insA", false), ("c.1294_1295insAGGGGC", false),
    ("c.1292_1293insATAATTATCGTG", false), ("c.1292_1294delinsATTAGCA", false),
    // A codon more, and a stop before the old one: as many residues as before.
    ("c.1285_1295delinsGAGGGCGGGTAACC", false),
    // The stop is lost, and the first codon read behind it is another one.
    ("c.1218_*14del", false), ("c.1238_*895delinsGAA", false),
  ])
  func inFrameOrBeyondTheStop(name: String, isMet: Bool) throws {
    let bench = try Bench(isTableOn: false)
    #expect((try bench.result(.pm4, of: name).strength == .moderate) == isMet, "\(name)")
    #expect(try bench.result(.bp3, of: name).outcome == .notMet)
  }

  /// A codon more or less, and the second of those that come in is a stop: a loss, of which PVS1 speaks, and no residue
  /// won or lost in frame.
  @Test(arguments: ["c.1189_1191delinsGAATAA", "c.1189_1197delinsGAATAA"])
  func aStopAmongTheCodonsIsNoChangeOfLength(name: String) throws {
    let result = try Bench(isTableOn: false).result(.pm4, of: name)
    #expect(result.fact == "The protein's length does not change in frame.", "\(result.fact)")
    #expect(result.caveats.isEmpty)
  }
}
