import Flow
import Genome
import HTS
import Isolation
import TestSupport
import Testing

/// Where bisecting is allowed, it gives what a full scan gives, whatever the order of the file; the
/// one thing it can't see is pinned here too.
@Suite(
  .enabled(
    if: ExternalTool.isInstalled("bgzip") && ExternalTool.isInstalled("bcftools"),
    "bgzip or bcftools is not installed"))
struct BisectTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Some 60 records fill a block.
  private static let padding = "NOTE=" + String(repeating: "N", count: 1000)

  private static func contig(_ name: String, from start: Int, count: Int) -> [String] {
    (0..<count).map {
      TestLocus.plain(name, start + $0 * 1000, "A", "C", information: padding)
    }
  }

  private static let chromosome1 = contig("1", from: 1, count: 600)
  private static let chromosomeY = contig("Y", from: 1, count: 300)
  private static let reaching = TestLocus.plain(
    "X", 1_100_000, "A", "<DEL>", information: "SVLEN=-950000")
  private static let within = (0..<100).map { TestLocus.record(TestLocus.grch37, $0 * 9) }
  private static let chromosomeX =
    contig("X", from: 1000, count: 1000) + [reaching] + contig("X", from: 1_100_500, count: 800)
    + within + contig("X", from: 2_200_000, count: 400)
  private static let sorted = chromosome1 + chromosomeX + chromosomeY
  private static let expected = [reaching] + within
  private static let contigs = ["ID=1,length=9", TestLocus.x37, "ID=Y,length=9"]

  /// The formats that are bisected.
  enum Format: String, CaseIterable {
    case vcf = "x.vcf.gz"
    case bcf = "x.bcf"
  }

  private func compressed(
    _ records: [String], contigs: [String] = contigs, as format: Format = .vcf
  ) throws -> String {
    let text = TestLocus.header(contigs) + records.map { $0 + "\n" }.joined()
    let plain = try folder.write("x.vcf", text)
    guard format == .bcf else {
      return try folder.write("x.vcf.gz", try ExternalTool.run("bgzip", ["-c", plain]))
    }
    let path = folder.path(format.rawValue)
    let made = try ExternalTool.outcome(
      "bcftools", ["view", "--no-version", "-Ob", "-o", path, plain])
    try #require(made.status == 0, "\(made.errors)")
    return path
  }

  private func bisected(
    _ records: [String], contigs: [String] = contigs, as format: Format = .vcf
  ) throws -> Isolated {
    try Isolated(
      try compressed(records, contigs: contigs, as: format), TestLocus.request(bisect: true))
  }

  @Test(arguments: Format.allCases)
  func anOrderedFileIsBisected(_ format: Format) throws {
    let isolated = try bisected(Self.sorted, as: format)
    #expect(isolated.locus == Self.expected)
    #expect(isolated.provenance.way == "bisect")
    #expect(isolated.provenance.wayProof.contains("stand in order"))
    #expect(isolated.provenance.recordsOnChromosome == nil)
    #expect(isolated.provenance.recordsRead < 1100)
    let scanned = try Isolated(folder.path(format.rawValue), TestLocus.request())
    #expect(scanned.provenance.way == "full scan")
    #expect(scanned.provenance.recordsRead == Self.sorted.count)
    #expect(scanned.provenance.contentDigest == isolated.provenance.contentDigest)
  }

  /// The order of the contigs is the file's own, not the header's.
  @Test(arguments: Format.allCases)
  func contigsInAnyOrder(_ format: Format) throws {
    for records in [
      Self.chromosomeX + Self.chromosome1 + Self.chromosomeY,
      Self.chromosome1 + Self.chromosomeY + Self.chromosomeX,
    ] {
      let isolated = try bisected(records, as: format)
      #expect(isolated.locus == Self.expected)
      #expect(isolated.provenance.way == "bisect")
    }
  }

  @Test func withoutContigLines() throws {
    let isolated = try bisected(Self.sorted, contigs: [])
    #expect(isolated.locus == Self.expected)
    #expect(isolated.provenance.way == "bisect")
  }

  /// A second name of X that the header does not declare, with a record of the locus on it.
  @Test func anotherNameOfXIsReadWhole() throws {
    let records = Self.sorted + Self.contig("NC_X.37", from: 1_990_500, count: 200)
    let path = try compressed(records)
    let bisected = try Isolated(path, TestLocus.request(bisect: true))
    #expect(bisected.provenance.way == "full scan")
    #expect(bisected.locus.count == Self.expected.count + 1)
    #expect(bisected.locus == (try Isolated(path, TestLocus.request(fullScan: true))).locus)
  }

  @Test(arguments: Format.allCases)
  func disorderIsReadWhole(_ format: Format) throws {
    var numbers = SystemRandomNumberGenerator()
    let moved = Self.chromosomeX[900..<1100]
    let rest = Self.chromosomeX[..<900] + Self.chromosomeX[1100...]
    for (records, what) in [
      (Self.sorted + Self.sorted, "twice"), (Self.sorted.reversed(), "reversed"),
      (Self.sorted.shuffled(using: &numbers), "shuffled"),
      (Self.within + Self.sorted, "the locus again in front"),
      (Self.chromosome1 + Self.chromosomeX.reversed(), "X reversed"),
      (Self.chromosomeX + Self.chromosome1 + Self.chromosomeX, "X in two parts"),
      (Self.chromosome1 + moved + rest, "a stretch of X in front"),
      (Array(rest + moved), "a stretch of X at the end"),
    ] {
      let path = try compressed(records, as: format)
      let bisected = try Isolated(path, TestLocus.request(bisect: true))
      let scanned = try Isolated(path, TestLocus.request(fullScan: true))
      #expect(bisected.provenance.way == "full scan", "\(what)")
      #expect(bisected.locus == scanned.locus, "\(what)")
      #expect(bisected.provenance.notes.contains { $0.contains("instead of bisected") })
    }
  }

  @Test(arguments: Format.allCases)
  func nothingInTheLocusOrBesideItIsReadWhole(_ format: Format) throws {
    let beside = Self.chromosomeX.filter { !Self.expected.contains($0) }
    for records in [
      Self.chromosome1 + beside + Self.chromosomeY, Self.chromosome1 + Self.within,
      Self.chromosome1, Self.within,
    ] {
      let isolated = try bisected(records, as: format)
      #expect(isolated.provenance.way == "full scan")
      #expect(isolated.locus == records.filter { Self.expected.contains($0) })
    }
  }

  /// What the proof's sentence says can be missed, and only where the profile allows it.
  @Test(arguments: [1, 50], Format.allCases)
  func fewRecordsOutOfPlaceAreSeenByAFullScanAlone(_ count: Int, _ format: Format) throws {
    let strayed = Array(Self.within.prefix(count))
    let others = Self.expected.filter { !strayed.contains($0) }
    let records =
      Self.sorted.prefix(300) + strayed
      + Self.sorted.dropFirst(300).filter { !strayed.contains($0) }
    let isolated = try bisected(Array(records), as: format)
    #expect(isolated.provenance.way == "bisect")
    #expect(isolated.provenance.wayProof.contains("less than a block"))
    #expect(isolated.locus == others)
    let scanned = try Isolated(folder.path(format.rawValue), TestLocus.request())
    #expect(scanned.locus == strayed + others)
  }

  @Test func aDamagedBlockIsAnError() throws {
    let path = try compressed(Self.sorted)
    var bytes = try folder.bytes("x.vcf.gz")
    // The magic number of the block that starts first after the middle.
    let start = bytes.indices.dropFirst(bytes.count / 2).first {
      bytes[$0...].starts(with: [0x1F, 0x8B, 0x08, 0x04])
    }
    bytes[try #require(start)] = 0
    _ = try folder.write("x.vcf.gz", bytes)
    let error = #expect(throws: IsolationError.self) {
      _ = try Isolated(path, TestLocus.request(bisect: true))
    }
    #expect(error?.code == .readError)
    #expect(error?.message.contains("byte \(start ?? 0)") == true)
  }

  @Test func whatCannotBeBisectedIsRead() throws {
    let text = TestLocus.header(Self.contigs) + Self.sorted.map { $0 + "\n" }.joined()
    let isolated = try Isolated(
      try folder.write("x.vcf", text), TestLocus.request(bisect: true))
    #expect(isolated.locus == Self.expected)
    #expect(isolated.provenance.way == "full scan")
  }
}
