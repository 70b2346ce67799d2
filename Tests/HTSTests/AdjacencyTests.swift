import Genome
import HTS
import Testing

/// The mates of the breakends of VCF 4.5, sections 5.4.1 and 5.4.2: each of two records gives the other.
@Suite struct AdjacencyTests {
  private struct Breakend {
    let contig: String
    let position: Int
    let base: String
    let alternate: String

    init(_ contig: String, _ position: Int, _ base: String, _ alternate: String) {
      (self.contig, self.position, self.base, self.alternate) = (contig, position, base, alternate)
    }

    var adjacency: Adjacency? {
      Adjacency(alternate: alternate, contig: contig, position: position)
    }
  }

  private static let pairs = [
    (Breakend("2", 321_681, "G", "G]17:198982]"), Breakend("17", 198_982, "A", "A]2:321681]")),
    (Breakend("2", 321_682, "T", "]13:123456]T"), Breakend("13", 123_456, "C", "C[2:321682[")),
    (Breakend("13", 123_457, "A", "[17:198983[A"), Breakend("17", 198_983, "C", "[13:123457[C")),
    (
      Breakend("2", 321_682, "T", "]13:123456]AGTNNNNNCAT"),
      Breakend("13", 123_456, "C", "CAGTNNNNNCA[2:321682[")
    ),
    // Read from the other end, the bases between two ends of one direction are the other strand's.
    (Breakend("2", 100, "G", "GAAC]17:200]"), Breakend("17", 200, "A", "AGTT]2:100]")),
    (Breakend("<ctg1>", 329, "T", "]13:123456]T"), Breakend("13", 123_456, "C", "C[<ctg1>:329[")),
  ]

  @Test(arguments: Self.pairs.indices) func eachRecordGivesTheOther(_ index: Int) throws {
    let (one, other) = Self.pairs[index]
    let first = try #require(one.adjacency)
    let second = try #require(other.adjacency)
    #expect(first.mateAlternate(base: other.base) == other.alternate)
    #expect(second.mateAlternate(base: one.base) == one.alternate)
    #expect(first.ends == second.ends)
  }

  @Test(arguments: [
    "A", "<DEL>", "G.", ".G", "G[17[", "G[17:x[", "[17:1[", "G[17:1[G", "G[17:1]", "*",
  ])
  func anythingElseJoinsNothing(_ alternate: String) {
    #expect(Adjacency(alternate: alternate, contig: "2", position: 1) == nil)
  }

  /// What is turned round with the ends, and can't be told by turning, is left out.
  @Test(arguments: [
    ("PARID=p;CT=3to5;STRANDS=+-;CIRPOS=0,3", "a", "p", "PARID=a"),
    ("CHR2=X;POS2=500;END=1001;SVLEN=9", "a", "a", "CHR2=1;POS2=1000"),
    ("=;;FLAG", "a", "a", "=;FLAG"),
    (".", "a", "a", "."),
  ])
  func whatIsSaidOfEndsChangesSides(
    _ information: String, _ identifier: String, _ mate: String, _ turned: String
  ) throws {
    let line = "1\t1000\t\(identifier)\tG\tG[X:500[\t9\tPASS\t\(information)"
    let record = try VariantRecord(
      line: line.utf8.span, origin: RecordOrigin(file: "f", number: 1), columnCount: 8)
    #expect(
      record.mateLine(base: "A", contig: "chrX")
        == "chrX\t500\t\(mate)\tA\t]1:1000]A\t9\tPASS\t\(turned)")
  }

  @Test func aLongReferenceIsNotInserted() throws {
    let found = try #require(
      Adjacency(alternate: "GTAC[X:500[", contig: "1", position: 7, referenceCount: 2))
    #expect(found.mateAlternate(base: "A") == "]1:7]ACA")
  }

  @Test func theMateSaysOfItsOwnPlaceWhatTheRecordSaysOfIt() throws {
    let line =
      "1\t1000\tb1\tG\tG[X:500[\t9\tPASS\tSVTYPE=BND;MATEID=b2;CIPOS=0,3;END=1000;IMPRECISE;CHR2=X\tGT\t0/1"
    let record = try VariantRecord(
      line: line.utf8.span, origin: RecordOrigin(file: "f", number: 1), columnCount: 10)
    #expect(
      record.mateLine(base: "A", contig: "X")
        == "X\t500\tb2\tA\t]1:1000]A\t9\tPASS\tSVTYPE=BND;MATEID=b1;CIEND=0,3;IMPRECISE;CHR2=1\tGT\t0/1"
    )
  }
}
