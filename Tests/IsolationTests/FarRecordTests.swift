import Flow
import Genome
import HTS
import Isolation
import TestSupport
import Testing

/// Records outside the locus that may change it by what they join or leave open (VCF 4.5, sections 3 and 5.4).
@Suite struct FarRecordTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The locus is X:2000001-2001000.
  private static let header = TestLocus.header(
    ["ID=1,length=3000000", TestLocus.x37, "ID=Y,length=3000000"]
  ).replacing(
    "##INFO=<ID=NOTE",
    with: """
      ##INFO=<ID=SVTYPE,Number=1,Type=String,Description="Type">
      ##INFO=<ID=MATEID,Number=1,Type=String,Description="Mate">
      ##INFO=<ID=CHR2,Number=1,Type=String,Description="Other contig">
      ##INFO=<ID=POS2,Number=1,Type=Integer,Description="Other place">
      ##INFO=<ID=IMPRECISE,Number=0,Type=Flag,Description="Imprecise">
      ##INFO=<ID=CIPOS,Number=2,Type=Integer,Description="Range of POS">
      ##INFO=<ID=CIEND,Number=2,Type=Integer,Description="Range of END">
      ##INFO=<ID=NOTE
      """)
  private static let within = TestLocus.record(TestLocus.grch37, 500)

  private static func breakend(
    _ contig: String, _ position: Int, _ alternate: String, _ information: String = "SVTYPE=BND"
  ) -> String {
    TestLocus.plain(contig, position, "A", alternate, information: information)
  }

  private func isolated(
    _ records: [String], header: String = Self.header, elsewhere: Bool = true
  ) throws -> Isolated {
    try Isolated(
      try folder.write("far.vcf", header + records.map { $0 + "\n" }.joined()),
      TestLocus.request(elsewhere: elsewhere))
  }

  @Test(arguments: [
    breakend("X", 1_000_000, "A[X:2000500["), breakend("X", 1_000_000, "]X:2500000]A"),
    breakend("X", 2_400_000, "A]X:2001000]"), breakend("X", 2_400_000, "[X:5[A"),
    breakend("X", 1_000_000, "C,A[X:2500000["),
    breakend("X", 1_000_000, "<BND>", "SVTYPE=BND;CHR2=X;POS2=2000001;END=1000001"),
    breakend("X", 1_900_000, "<DEL>", "END=1950000;IMPRECISE;CIPOS=-9,9;CIEND=-9,60000"),
    breakend("X", 2_100_000, "<DUP>", "END=2950000;IMPRECISE;CIPOS=-99000,9;CIEND=-9,9"),
    breakend("X", 1_900_000, "<DEL>", "END=1950000;CIPOS=-9,9;CIEND=-9,60000"),
    breakend("X", 2_100_000, "<DUP>", "END=2950000;CIPOS=-99000,9"),
    // One end has a range, the other one is open.
    breakend("X", 2_100_000, "<DEL>", "END=2950000;IMPRECISE;CIPOS=-99000,9"),
    breakend("X", 1_900_000, "<DEL>", "END=1950000;IMPRECISE;CIEND=-9,60000"),
    breakend("X", 1_900_000, "<DEL>", "END=1950000;IMPRECISE;CIPOS=(-9,60000)"),
    breakend("X", 1_000_000, "<DEL>", "SVTYPE=DEL;IMPRECISE"),
    breakend("X", 1_000_000, "<DEL>", "SVTYPE=DEL"), breakend("X", 1_000_000, "<CN0>", "."),
    breakend("X", 1_000_000, "<DEL>", "SVTYPE=DEL;END=."),
    breakend("X", 1_000_000, "<INV>", "SVTYPE=INV;SVLEN=."),
  ])
  func aRecordOfXThatMayReachTheLocusIsHandedOver(_ record: String) throws {
    let found = try isolated([record, Self.within])
    #expect(found.locus == [Self.within, record])
    #expect(found.elsewhereOnX == [record])
    let notes = found.provenance.notes.filter { $0.hasSuffix("may reach the locus.") }
    #expect(notes.count == 1)
    #expect(try isolated([record, Self.within], elsewhere: false).locus == [Self.within])
  }

  @Test(arguments: [
    breakend("X", 1_000_000, "A[X:1999999["), breakend("X", 2_400_000, "A]X:2001001]"),
    breakend("X", 1_000_000, "A."), breakend("X", 1_000_000, "A[1:2000500["),
    breakend("X", 1_900_000, "<DEL>", "END=1950000;IMPRECISE;CIPOS=-9,9;CIEND=-9,50000"),
    breakend("X", 1_900_000, "<DEL>", "END=1950000;IMPRECISE"),
    breakend("X", 2_100_000, "<DEL>", "END=2950000;IMPRECISE;CIPOS=-98000,9"),
    breakend("X", 1_900_000, "<DEL>", "END=1950000;CIPOS=-9,9;CIEND=-9,50000"),
    breakend("X", 2_001_001, "<DEL>", "END=2950000;CIPOS=-9,9;CIEND=-9,9;HOMLEN=8"),
    breakend("X", 1_000_000, "<INS>"), breakend("X", 1_000_000, "C,<NON_REF>"),
    breakend("1", 1_000_000, "A[X:2001001["), breakend("1", 1_000_000, "A[Y:2000500["),
    breakend("1", 1_000_000, "A[1:2000500["),
    // Another build's X; no place; symbols that mark a place, and an end before POS.
    breakend("1", 1_000_000, "A[NC_X.38:2000500["),
    breakend("X", 1_000_000, "A[X:9223372036854775807["),
    breakend("1", 5, "A[X:-9223372036854775807["),
    breakend("X", 1000, "<ME:ALU>", "SVTYPE=ALU"), breakend("X", 1000, "<X>", "."),
    breakend("X", 3000, "<INV>", "SVTYPE=INV;END=2990"),
    breakend("X", 2_400_000, "<DEL>", "IMPRECISE;CIPOS=-5,5;CIEND=-5,5;END=9223372036854775807"),
    breakend(
      "X", 1000, "<BND>", "IMPRECISE;CIPOS=-5,5;CIEND=-5,5;CHR2=X;END2=9223372036854775807"),
    breakend("1", 1_000_000, "A[X:2003000[", "IMPRECISE;CIPOS=-9,9;CIEND=-1999,9"),
    breakend("1", 1001, "A[X:2147483647[", "IMPRECISE;CIPOS=-2147483647,2147483647"),
  ])
  func oneThatDoesNotIsNot(_ record: String) throws {
    let found = try isolated([record, Self.within])
    #expect(found.locus == [Self.within])
    #expect(found.provenance.notes.isEmpty)
  }

  /// With the base of the locus there for REF.
  @Test(arguments: ["1", "Y"])
  func aBreakendOfAnotherChromosomeIsListedAtItsOtherEnd(_ contig: String) throws {
    let far = Self.breakend(contig, 1_000_000, "AGG[X:2000500[", "SVTYPE=BND;MATEID=m")
    let base = TestLocus.grch37.bases(in: Interval(2_000_500, 2_000_500))?.text ?? ""
    let mate =
      "X\t2000500\tm\t\(base)\t]\(contig):1000000]GG\(base)\t.\t.\tSVTYPE=BND;MATEID=.\tGT\t0/1"
    for path in try everyForm([far, Self.within].sorted { $0 > $1 }) {
      let found = try Isolated(path, TestLocus.request(elsewhere: true))
      #expect(found.locus == [Self.within, mate], "\(path)")
      let note =
        "The record at \(contig):1000000 (`AGG[X:2000500[`) is listed at its other end, X:2000500."
      #expect(found.provenance.notes == [note], "\(path)")
      #expect(found.chromosomeY == (contig == "Y" ? [far] : []))
    }
  }

  /// As text, BGZF, with an index, BCF and ordinary gzip, each of which is another way.
  private func everyForm(_ records: [String]) throws -> [String] {
    let sorted = records.sorted { $0.split(separator: "\t")[0] < $1.split(separator: "\t")[0] }
    let plain = try folder.write("ways.vcf", Self.header + sorted.map { $0 + "\n" }.joined())
    guard ExternalTool.isInstalled("bcftools") else { return [plain] }
    let indexed = try folder.writeIndexed("ways.vcf.gz", header: Self.header, records: sorted)
    let binary = folder.path("ways.bcf")
    _ = try ExternalTool.run("bcftools", ["view", "--no-version", "-Ob", "-o", binary, plain])
    let gzip = folder.path("ways.gz.vcf")
    _ = try ExternalTool.run("/bin/sh", ["-c", "gzip -c '\(plain)' > '\(gzip)'"])
    return [plain, indexed, binary, gzip]
  }

  /// Its end lies in a range (CIEND, or CIPOS for both ends), which reaches into the locus.
  @Test(arguments: [
    "IMPRECISE;CIPOS=-9,9;CIEND=-2000,9", "IMPRECISE;CIPOS=-2000,9", "IMPRECISE;CIEND=-2000,9",
    "CIPOS=-9,9;CIEND=-2000,9", "CIPOS=-2000,9",
  ])
  func anOtherEndInARangeCounts(_ range: String) throws {
    let far = Self.breakend("1", 1_000_000, "A[X:2003000[", "SVTYPE=BND;\(range)")
    #expect(
      try isolated([far, Self.within]).locus.last?.hasPrefix("X\t2003000\t.\tN\t]1:1000000]N")
        == true)
  }

  /// What renames the contigs of records leaves ALT as it was: the record stands on the file's own X.
  @Test(arguments: ["X", "chrX", "NC_X.37"]) func theFilesOwnNameOfXIsUsed(_ name: String) throws {
    let far = Self.breakend("1", 1_000_000, "A[\(name):2000500[", "SVTYPE=BND;=")
    #expect(try isolated([far]).locus.map { $0.split(separator: "\t")[0] } == ["X"])
    let mate = Self.breakend("X", 2_000_500, "]chr1:1000000]C")
    if name != "NC_X.37" { #expect(try isolated([far, mate]).locus == [mate]) }
  }

  /// Another genotype or FILTER is another caller's word: neither is lost, in any order.
  @Test(arguments: [("0/1", "MinQUAL"), ("0/0", "."), ("./.", ".")])
  func recordsThatDisagreeAreBothListed(_ genotype: String, _ filter: String) throws {
    let carried = Self.breakend("X", 1_000_000, "A[X:2500000[")
    let other = carried.replacing("\t.\t.\t", with: "\t.\t\(filter)\t")
      .replacing("0/1", with: genotype)
    #expect(try isolated([carried, other]).locus == [carried, other])
    #expect(try isolated([other, carried]).locus == [other, carried])
  }

  @Test func oneAdjacencyIsListedOnce() throws {
    let pair = [
      Self.breakend("X", 1_000_000, "A[X:2500000["), Self.breakend("X", 2_500_000, "]X:1000000]A"),
    ]
    #expect(try isolated(pair).locus == [pair[0]])
    let mates = [
      Self.breakend("1", 1_000_000, "A[X:2000500["), Self.breakend("X", 2_000_500, "]1:1000000]C"),
    ]
    #expect(try isolated(mates).locus == [mates[1]])
    let turned = mates[0].replacing("0/1", with: "1|0")
    #expect(try isolated([turned, mates[1]]).locus == [mates[1]])
    // An inversion has two, and both count.
    let inversion = [
      Self.breakend("X", 1_000_000, "A]X:2500000]"), Self.breakend("X", 1_000_000, "[X:2500000[A"),
    ]
    #expect(try isolated(inversion).locus == inversion)
  }

  /// Contigs that the header does not declare, and files that declare nothing of structural changes, are
  /// not searched: most files of small variants.
  @Test func withoutDeclaredBreakendsOtherChromosomesAreNotRead() throws {
    let far = Self.breakend("1", 1_000_000, "A[X:2000500[", ".")
    let header = TestLocus.header(["ID=1,length=3000000", TestLocus.x37])
    #expect(try isolated([far, Self.within], header: header).locus == [Self.within])
  }
}
