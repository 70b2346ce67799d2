import Flow
import Foundation
import Genome
import HTS
import Isolation
import TestSupport
import Testing

/// Whichever way is taken, the same records come out, and the way is told.
@Suite struct WayTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let before = (1...500).map { TestLocus.plain("X", $0 * 1000, "A", "C") }
  /// Starts far before the locus and ends in it by END, by SVLEN, by REF, and just not.
  private static let reaching = [
    TestLocus.plain("X", 900_000, "A", "<DEL>", information: "END=2000001"),
    TestLocus.plain("X", 1_500_000, "A", "<DEL>", information: "SVLEN=-600000"),
    TestLocus.plain("X", 1_999_990, "A", "<DEL>", information: "END=2000000"),
    TestLocus.plain("X", 1_999_999, "ACT", "A"),
  ]
  private static let within = [0, 500, 999].map { TestLocus.record(TestLocus.grch37, $0) }
  private static let after = (1...500).map { TestLocus.plain("X", 2_300_000 + $0, "A", "C") }
  private static let records =
    ["1\t5\t.\tA\tC\t.\t.\t.\tGT\t0/1"] + before + reaching + within + after
    + ["Y\t5\t.\tA\tC\t.\t.\t.\tGT\t1"]
  private static let expected = [reaching[0], reaching[1], reaching[3]] + within
  private static let header = TestLocus.header(
    ["ID=1,length=100", TestLocus.x37, "ID=Y,length=100"])

  private func compressed(_ records: [String] = Self.records) throws -> String {
    try folder.writeIndexed("x.vcf.gz", header: Self.header, records: records)
  }

  @Test func theIndexAndTheFullScanAgree() throws {
    let path = try compressed()
    let indexed = try Isolated(path, TestLocus.request(bisect: true))
    let scanned = try Isolated(path, TestLocus.request(fullScan: true))
    #expect(indexed.locus == Self.expected)
    #expect(scanned.locus == Self.expected)
    #expect(indexed.provenance.way == "index")
    #expect(indexed.provenance.wayProof.contains("from the first base of chromosome X"))
    #expect(indexed.provenance.recordsOnChromosome == nil)
    #expect(scanned.provenance.way == "full scan")
    #expect(scanned.provenance.recordsRead == Self.records.count)
    #expect(scanned.provenance.recordsOnChromosome == Self.records.count - 2)
    #expect(indexed.provenance.contentDigest == scanned.provenance.contentDigest)
  }

  /// By the scanner, by hops, and record by record: what bcftools counts from the index it makes.
  @Test(.enabled(if: ExternalTool.isInstalled("bcftools"), "bcftools is not installed"))
  func recordsOfEachContigAreCounted() throws {
    let path = try compressed()
    let counts = try ExternalTool.run("bcftools", ["index", "--stats", path])
    let told = String(decoding: counts, as: UTF8.self).split(separator: "\n").map {
      let columns = $0.split(separator: "\t")
      return ContigCount(name: String(columns[0]), records: Int(columns[2]) ?? -1)
    }
    let plain = try folder.write(
      "counted.vcf", Self.header + Self.records.map { $0 + "\n" }.joined())
    let binary = folder.path("counted.bcf")
    _ = try ExternalTool.run("bcftools", ["view", "-Ob", "-o", binary, path])
    let gzip = folder.path("counted.gz.vcf")
    _ = try ExternalTool.run("/bin/sh", ["-c", "gzip -c '\(plain)' > '\(gzip)'"])
    for file in [path, plain, binary, gzip] {
      let isolated = try Isolated(file, TestLocus.request(fullScan: true))
      #expect(isolated.provenance.recordsByContig == told, "\(file)")
    }
    let indexed = try Isolated(path, TestLocus.request(bisect: true))
    #expect(indexed.provenance.recordsByContig == nil)
  }

  /// Files put together by hand: the header declares X, the records stand on another name of it.
  @Test(arguments: ["chrX", "NC_X.37"])
  func everyNameOfXIsLookedFor(_ name: String) throws {
    let renamed = Self.records.map { $0.hasPrefix("X\t") ? name + $0.dropFirst() : $0 }
    let path = try folder.write("other.vcf", Self.header + renamed.map { $0 + "\n" }.joined())
    let isolated = try Isolated(path, TestLocus.request())
    #expect(isolated.locus == Self.expected.map { name + $0.dropFirst() })
    #expect(isolated.provenance.recordsByContig?[1].name == name)
  }

  @Test func contigsInPartsAreTold() throws {
    let parts = Self.records + ["X\t2400000\t.\tA\tC\t.\t.\t.\tGT\t0/1"]
    for (records, words) in [(Self.records, "stand together"), (parts, "stand apart")] {
      let path = try folder.write("parts.vcf", Self.header + records.map { $0 + "\n" }.joined())
      let isolated = try Isolated(path, TestLocus.request())
      #expect(isolated.provenance.wayProof.contains(words))
    }
  }

  /// Whether the scanner reads the lines or, of ordinary gzip and of streams, htslib.
  @Test(
    arguments: [
      "X 2000100 . A C", "\t2000100\tA", "X2000100", " X\t2000100\tA", "\u{1}X\t2000100\tA",
    ],
    [false, true])
  func aLineWithoutAContigEndsTheRun(_ line: String, isGzip: Bool) throws {
    var path = try folder.write(
      "blanks.vcf",
      Self.header + (Self.records + [line, Self.records[0]]).map { $0 + "\n" }.joined())
    if isGzip {
      try ExternalTool.run("gzip", ["-f", path])
      path += ".gz"
    }
    let error = #expect(throws: IsolationError.self) {
      try Isolated(path, TestLocus.request())
    }
    #expect(error?.message.contains("record \(Self.records.count + 1)") == true)
    #expect(error?.message.contains("does not begin with a contig's name and a tab") == true)
  }

  private static let lengthLine = "##INFO=<ID=SVLEN,Number=1,Type=Integer,Description=\"Length\">"

  /// Further before the locus than an index is asked for, and a deletion by SVLEN into it.
  private static let withFar: (record: String, records: [String]) = {
    let start = TestLocus.grch37.interval.start - 1_200_000
    let far = "X\t\(start)\t.\tN\t<DEL>\t.\t.\tSVLEN=-1300000\tGT\t0/1"
    let behind = Self.records.firstIndex {
      $0.hasPrefix("X\t") && (Int($0.split(separator: "\t")[1]) ?? 0) > start
    }
    return (far, records[..<(behind ?? 0)] + [far] + records[(behind ?? 0)...])
  }()

  /// An index knows no SVLEN and no LEN: where the header has them, X is read from its first base.
  @Test(arguments: [
    lengthLine, "##INFO=<Number=1,ID=SVLEN,Type=Integer,Description=\"Length\">",
    "##INFO=< Number=1, Description=\"ID=END\", ID=SVLEN, Type=Integer>",
    "##FORMAT=<Number=1,ID=LEN,Type=Integer,Description=\"Length\">",
  ])
  func aHeaderWithALengthIsReadFromTheFirstBase(_ line: String) throws {
    let header = Self.header.replacingOccurrences(of: Self.lengthLine, with: line)
    let path = try folder.writeIndexed("x.vcf.gz", header: header, records: Self.withFar.records)
    let isolated = try Isolated(path, TestLocus.request())
    #expect(isolated.locus == [Self.withFar.record] + Self.expected)
    #expect(isolated.provenance.way == "index")
  }

  @Test(.enabled(if: ExternalTool.isInstalled("bcftools"), "bcftools is not installed"))
  func theSameOfABinaryFile() throws {
    let header = Self.header.replacingOccurrences(
      of: Self.lengthLine, with: "##INFO=<Number=1,ID=SVLEN,Type=Integer,Description=\"Length\">")
    let text = try folder.writeIndexed("x.vcf.gz", header: header, records: Self.withFar.records)
    let path = folder.path("x.bcf")
    try ExternalTool.run("bcftools", ["view", "--no-version", "-Ob", "-o", path, text])
    try ExternalTool.run("bcftools", ["index", path])
    let isolated = try Isolated(path, TestLocus.request())
    #expect(isolated.locus.count == Self.expected.count + 1)
    #expect(isolated.provenance.way == "index")
  }

  /// What the table of docs/performance.md says an index can miss, and that it says so; where all of X
  /// is wanted, nothing is missed.
  @Test func aLengthThatNothingDeclaresIsMissedByAnIndexAlone() throws {
    let header = Self.header.replacingOccurrences(of: Self.lengthLine + "\n", with: "")
    let path = try folder.writeIndexed("x.vcf.gz", header: header, records: Self.withFar.records)
    let isolated = try Isolated(path, TestLocus.request())
    #expect(isolated.locus == Self.expected)
    #expect(isolated.provenance.wayProof.contains("further away"))
    for isFullScan in [false, true] {
      let whole = try Isolated(path, TestLocus.request(fullScan: isFullScan, elsewhere: true))
      #expect(whole.locus == [Self.withFar.record] + Self.expected)
    }
  }

  /// The same records elsewhere, whichever way: what tells the sex must not hang on an index.
  @Test func anIndexGivesAllOfXAndY() throws {
    let many = (1...25_000).map { TestLocus.plain("Y", $0, "A", ".") }
    let path = try compressed(Array(Self.records.dropLast()) + many)
    let indexed = try Isolated(path, TestLocus.request(elsewhere: true))
    let scanned = try Isolated(path, TestLocus.request(fullScan: true, elsewhere: true))
    #expect(indexed.provenance.way == "index")
    #expect(indexed.provenance.wayProof.contains("every record of chromosomes X and Y (26007)"))
    #expect(indexed.locus == scanned.locus)
    #expect(indexed.elsewhereOnX == scanned.elsewhereOnX)
    #expect(indexed.chromosomeY == many)
    #expect(scanned.chromosomeY == many)
    #expect(
      indexed.provenance.recordsOnChromosome == scanned.provenance.recordsOnChromosome)
    #expect(indexed.provenance.contentDigest == scanned.provenance.contentDigest)
  }

  /// The header declares `X`, and records stand on another name of it, alone or beside it.
  @Test(arguments: ["chrX", "NC_X.37"], [false, true])
  func anIndexIsAskedForEveryNameOfX(_ name: String, elsewhere: Bool) throws {
    let renamed = Self.records.filter { $0.hasPrefix("X\t") }.map { name + $0.dropFirst() }
    let others = Self.expected.map { name + $0.dropFirst() }
    for (records, expected) in [
      (renamed, others), (Self.records.dropLast() + renamed, Self.expected + others),
    ] {
      let path = try compressed(Array(records))
      for isFullScan in [false, true] {
        let isolated = try Isolated(
          path, TestLocus.request(fullScan: isFullScan, elsewhere: elsewhere))
        #expect(isolated.locus == expected)
        #expect(isolated.provenance.way == (isFullScan ? "full scan" : "index"))
      }
    }
  }

  @Test(.enabled(if: ExternalTool.isInstalled("sha256sum"), "sha256sum is not installed"))
  func theDigestIsThatOfHeaderAndRecords() throws {
    let text = Self.header + Self.expected.map { $0 + "\n" }.joined()
    let printed = try ExternalTool.run("sha256sum", [try folder.write("isolated", text)])
    let digest = String(decoding: printed.prefix(64), as: UTF8.self)
    #expect(try Isolated(try compressed(), TestLocus.request()).provenance.contentDigest == digest)
  }

  @Test func plainTextIsReadToItsEnd() throws {
    let path = try folder.write(
      "x.vcf", Self.header + Self.records.map { $0 + "\n" }.joined())
    let isolated = try Isolated(path, TestLocus.request())
    #expect(isolated.locus == Self.expected)
    #expect(isolated.provenance.format == "VCFv4.2 (plain)")
    #expect(isolated.provenance.inputName == "x.vcf")
  }

  @Test(.enabled(if: ExternalTool.isInstalled("bcftools"), "bcftools is not installed"))
  func binaryGivesTheSame() throws {
    let path = folder.path("x.bcf")
    try ExternalTool.run("bcftools", ["view", "--no-version", "-Ob", "-o", path, try compressed()])
    #expect(try Isolated(path, TestLocus.request()).locus == Self.expected)
    try ExternalTool.run("bcftools", ["index", path])
    let indexed = try Isolated(path, TestLocus.request(bisect: true))
    #expect(indexed.locus == Self.expected)
    #expect(indexed.provenance.way == "index")
    #expect(indexed.provenance.format == "BCF of VCFv4.2 (BGZF)")
  }

  @Test func unsortedRecordsAreAllFound() throws {
    let path = try folder.write(
      "u.vcf", Self.header + Self.records.reversed().map { $0 + "\n" }.joined())
    #expect(try Isolated(path, TestLocus.request()).locus == Self.expected.reversed())
  }

  /// Lines that are told apart by their bytes alone, before they are parsed, and those in doubt.
  @Test func recordsFarAwayThatMayReachAreParsed() throws {
    let far = [
      TestLocus.plain("X", 10, "A", "<DEL>", information: "DP=3;END=2000000;AN=2"),
      TestLocus.plain("X", 20, "A", "<DEL>", information: "DP=3;END=2000001"),
      TestLocus.plain("X", 30, "A", "<DEL>", information: "XEND=9;SVLEN=-2500000"),
      TestLocus.plain("X", 40, "A", "<DEL>", information: "MYEND=2000500"),
      TestLocus.plain("X", 50, "A", "<*>", information: "END=10")
        .replacingOccurrences(of: "GT\t0/1", with: "GT:LEN\t0/0:2500000"),
      TestLocus.plain("X", 1_999_000, String(repeating: "A", count: 1002), "A"),
      TestLocus.plain("X", 2_200_000, "A", "C", information: "END=many"),
    ]
    let path = try folder.write("x.vcf", Self.header + far.map { $0 + "\n" }.joined())
    let isolated = try Isolated(path, TestLocus.request())
    #expect(isolated.locus == [far[1], far[2], far[4], far[5]])
    #expect(isolated.provenance.recordsOnChromosome == far.count)
  }

  @Test func anOlderIndexIsLeftAside() throws {
    let path = try compressed()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: path + ".tbi")
    let isolated = try Isolated(path, TestLocus.request())
    #expect(isolated.provenance.way == "full scan")
    #expect(isolated.provenance.notes.contains { $0.contains("older than the file") })
    #expect(isolated.locus == Self.expected)
  }

  @Test func anotherFilesIndexDoesNotHideRecords() throws {
    for strangers in [
      [Self.records[0]], Self.before, Array(Self.records.suffix(100)),
      Array(Self.records.dropLast()),
    ] {
      let other = try folder.writeIndexed("other.gz", header: Self.header, records: strangers)
      let path = try compressed()
      try FileManager.default.removeItem(atPath: path + ".tbi")
      try FileManager.default.copyItem(atPath: other + ".tbi", toPath: path + ".tbi")
      let isolated = try Isolated(path, TestLocus.request())
      #expect(isolated.locus == Self.expected)
      #expect(isolated.provenance.way == "full scan")
      #expect(isolated.provenance.notes.contains { $0.contains("is of another file") })
    }
  }

  @Test func recordsElsewhereAreGivenWhereWanted() throws {
    let path = try compressed()
    let isolated = try Isolated(path, TestLocus.request(fullScan: true, elsewhere: true))
    #expect(isolated.locus == Self.expected)
    #expect(isolated.elsewhereOnX == Self.before + [Self.reaching[2]] + Self.after)
    #expect(isolated.chromosomeY == [Self.records[Self.records.count - 1]])
    #expect(try Isolated(path, TestLocus.request(fullScan: true)).elsewhereOnX.isEmpty)
  }

  @Test func theOtherBuildsLocusIsElsewhereOnceTheBuildIsProven() throws {
    let stranger = TestLocus.plain("X", TestLocus.grch38.interval.start + 2, "N", "A")
    let text =
      TestLocus.header([])
      + ([2, 3, 4, 9].map { TestLocus.record(TestLocus.grch37, $0) } + [stranger])
      .map { $0 + "\n" }.joined()
    let isolated = try Isolated(
      try folder.write("x.vcf", text), TestLocus.request(elsewhere: true))
    #expect(isolated.locus.count == 4)
    #expect(isolated.elsewhereOnX == [stranger])
  }

  @Test func nothingInTheLocusIsSaid() throws {
    let without = try Isolated(try compressed(Self.before), TestLocus.request())
    #expect(without.provenance.recordsInLocus == 0)
    #expect(without.provenance.way == "full scan")
    #expect(
      without.provenance.notes.contains { $0.contains("None of the 500 records on chromosome X") })
    let none = try Isolated(try compressed([Self.records[0]]), TestLocus.request())
    #expect(
      none.provenance.notes.contains { $0.contains("None of the 1 records is on chromosome X") })
  }
}
