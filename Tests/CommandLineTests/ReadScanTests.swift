import Foundation
import TestSupport
import Testing

/// `foxp3 scan` of reads writes what samtools gives for the locus, whichever way it goes there.
@Suite(.enabled(if: ExternalTool.isInstalled("samtools"), "samtools is not installed"))
struct ReadScanTests {
  let folder: TemporaryFolder
  private static let region = "chrX:49248436-49269825"

  init() throws { folder = try TemporaryFolder() }

  private static let header = [
    "@HD\tVN:1.6\tSO:coordinate", "@SQ\tSN:chr1\tLN:248956422", "@SQ\tSN:chrX\tLN:156040895",
    "@SQ\tSN:chrY\tLN:57227415", "@RG\tID:g\tSM:P1",
  ]

  private static let bases: [UInt8] = {
    var state: UInt64 = 11
    return (0..<100_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Array("ACGT".utf8)[Int(state >> 62)]
    }
  }()

  /// A read of 120 bases; its bases and qualities differ from read to read, so that blocks fill.
  private static func read(
    _ contig: String, _ position: Int, cigar: String = "120M", flag: Int = 0, name: String? = nil
  ) -> String {
    let start = position * 7 % 99_000
    let sequence = String(decoding: bases[start..<start + 120], as: UTF8.self)
    let quality = String(
      decoding: bases[start + 300..<start + 420].map { 35 + $0 / 2 }, as: UTF8.self)
    return [
      name ?? "r\(contig)\(position)", "\(flag)", contig, "\(position)", flag & 4 == 0 ? "60" : "0",
      flag & 4 == 0 ? cigar : "*", "*", "0", "0", sequence, quality, "RG:Z:g",
      "NM:i:\(position % 9)",
    ].joined(separator: "\t")
  }

  private static func reads(_ contig: String, _ range: StrideTo<Int>) -> [String] {
    range.map { read(contig, $0) }
  }

  private static let chromosome1 = reads("chr1", stride(from: 1000, to: 301_000, by: 100))
  /// Spliced over the locus, deleted into it, ending right before it; then reads in it, one that is
  /// not mapped beside its mate, the last base of the locus and the first behind it.
  private static let locus: [String] = {
    let before = [
      read("chrX", 48_900_000, cigar: "60M400000N60M"),
      read("chrX", 49_248_316), read("chrX", 49_248_317),
      read("chrX", 49_248_330, cigar: "50M60D70M"),
    ]
    let within = (0..<300).map {
      read("chrX", 49_248_500 + $0 * 50, flag: $0 % 50 == 0 ? 1024 : 16)
    }
    let mate = [read("chrX", 49_263_451, flag: 4, name: "lonely")]
    return before + within + mate + [read("chrX", 49_269_825), read("chrX", 49_269_826)]
  }()
  private static let chromosomeX =
    reads("chrX", stride(from: 47_000_000, to: 48_900_000, by: 1000)) + locus
    + reads("chrX", stride(from: 49_300_000, to: 51_000_000, by: 1000))
  private static let chromosomeY = reads("chrY", stride(from: 1000, to: 50_000, by: 100))
  private static let unplaced = ["u1\t4\t*\t0\t0\t*\t*\t0\t0\tACGT\tIIII"]
  private static let sorted = chromosome1 + chromosomeX + chromosomeY + unplaced

  /// SAM and, made of it by samtools without sorting, BAM.
  private func bam(_ reads: [String], header: [String] = header) throws -> String {
    let text = try folder.write("in.sam", (header + reads).joined(separator: "\n") + "\n")
    let path = folder.path("in.bam")
    let made = try ExternalTool.outcome("samtools", ["view", "--no-PG", "-b", "-o", path, text])
    try #require(made.status == 0, "\(made.errors)")
    return path
  }

  private func lines(_ path: String, _ more: [String] = []) throws -> [String] {
    try ExternalTool.outcome("samtools", ["view", path] + more).output
      .split(separator: "\n").map(String.init).sorted()
  }

  /// What a scan writes, and what it says.
  private func scanned(_ path: String, _ options: [String] = []) throws -> ([String], String) {
    let output = folder.path("out.bam")
    let run = try Program.run(["scan", path, "-o", output] + options)
    try #require(run.status == 0, "\(run.errors)")
    return (try lines(output), run.errors)
  }

  private static let expected = locus.filter {
    let position = Int($0.split(separator: "\t")[3]) ?? 0
    return position != 49_248_316 && position != 49_269_826
  }

  @Test func everyWayGivesWhatSamtoolsGives() throws {
    let path = try bam(Self.sorted)
    #expect(Self.expected.count == 305)
    let (whole, said) = try scanned(path)
    #expect(whole == Self.expected.sorted())
    #expect(said.contains("all \(Self.sorted.count) records") && said.contains("they are in order"))
    let (bisected, way) = try scanned(path, ["--profile", "research"])
    #expect(bisected == whole)
    #expect(way.contains("by bisect"))
    let (text, _) = try scanned(folder.path("in.sam"))
    #expect(text == whole)
    _ = try ExternalTool.outcome("samtools", ["index", path])
    let (indexed, byIndex) = try scanned(path)
    #expect(try indexed == lines(path, [Self.region]))
    #expect(indexed == whole)
    #expect(byIndex.contains("by index"))
    let (again, _) = try scanned(path, ["--full-scan"])
    #expect(again == whole)
  }

  @Test func cramIsWrittenAsBam() throws {
    let cram = folder.path("in.cram")
    let made = try ExternalTool.outcome(
      "samtools",
      [
        "view", "--no-PG", "-C", "--output-fmt-option", "no_ref=1", "-o", cram,
        try bam(Self.sorted),
      ])
    try #require(made.status == 0, "\(made.errors)")
    let (found, _) = try scanned(cram)
    #expect(found.count == Self.expected.count)
    #expect(
      try found
        == lines(cram).filter { line in
          Self.expected.contains {
            $0.hasPrefix(
              line.split(separator: "\t").prefix(4).joined(separator: "\t") + "\t")
          }
        })
  }

  @Test func readsFromStandardInputToStandardOutput() throws {
    let path = try bam(Self.sorted)
    let run = try Program.run(["scan", "-", "--quiet", "-O", "u"], standardInput: path)
    #expect(run.status == 0 && run.errors.isEmpty)
    let output = try folder.write("piped.bam", run.bytes)
    #expect(try lines(output) == Self.expected.sorted())
    let header = try ExternalTool.outcome("samtools", ["view", "-H", output]).output
    #expect(header.contains("@CO\tfoxp3_scan=version "))
    #expect(header.contains("the reads over \(Self.region)"))
  }

  /// A file that is not what its header says: nothing may be lost where it is allowed to bisect.
  @Test func disorderIsReadWhole() throws {
    var numbers = SystemRandomNumberGenerator()
    let mixed = Self.chromosome1 + Self.chromosomeX + Self.chromosomeY
    for (reads, what) in [
      (mixed + mixed, "twice"), (mixed.reversed(), "reversed"),
      (mixed.shuffled(using: &numbers), "shuffled"),
      (Self.locus + mixed, "the locus again in front"),
      (Self.chromosomeX + Self.chromosome1 + Self.chromosomeX, "X in two parts"),
      (Self.chromosome1 + Self.locus, "nothing behind the locus"),
    ] {
      let path = try bam(reads)
      let (bisected, said) = try scanned(path, ["--profile", "research"])
      let (whole, _) = try scanned(path, ["--full-scan"])
      #expect(bisected == whole, "\(what)")
      #expect(said.contains("instead of bisected"), "\(what)")
    }
    let first = try scanned(
      try bam(Self.chromosomeX + Self.chromosome1), ["--profile", "research"])
    #expect(first.0 == Self.expected.sorted() && first.1.contains("by bisect"))
  }

  @Test func collatedReadsAreReadWhole() throws {
    let path = try bam(Self.sorted)
    let collated = folder.path("collated.bam")
    _ = try ExternalTool.outcome("samtools", ["collate", "-o", collated, path])
    let (found, said) = try scanned(collated, ["--profile", "research"])
    #expect(found == Self.expected.sorted())
    #expect(said.contains("SO:coordinate"))
    let named = try scanned(collated)
    #expect(named.0 == found && named.1.contains("they are not in order"))
  }

  /// What the proof's sentence says can be missed, and only where the profile allows it.
  @Test func oneReadOutOfPlaceIsSeenByAFullScanAlone() throws {
    let stray = Self.locus[150]
    let reads =
      Self.chromosome1.prefix(30) + [stray] + Self.chromosome1.dropFirst(30)
      + Self.chromosomeX.filter { $0 != stray }
    let path = try bam(Array(reads))
    let (bisected, _) = try scanned(path, ["--profile", "research"])
    #expect(bisected == Self.expected.filter { $0 != stray }.sorted())
    let (whole, said) = try scanned(path)
    #expect(whole == Self.expected.sorted())
    #expect(said.contains("they are not in order"))
  }

  /// Records that lie across blocks, as no writer of BAM but a text tool makes them.
  @Test(.enabled(if: ExternalTool.isInstalled("bgzip"), "bgzip is not installed"))
  func readsAcrossBlocks() throws {
    let bytes = try ExternalTool.run("bgzip", ["-dc", try bam(Self.sorted)])
    let plain = try folder.write("plain", bytes)
    let path = try folder.write("across.bam", try ExternalTool.run("bgzip", ["-c", plain]))
    for options in [["--profile", "research"], ["--full-scan"]] {
      #expect(try scanned(path, options).0 == Self.expected.sorted())
    }
    #expect(try scanned(path, ["--profile", "research"]).1.contains("by bisect"))
  }

  @Test func wrongUseAndDamageWriteNothing() throws {
    let path = try bam(Self.sorted)
    let output = folder.path("none.bam")
    for type in ["v", "z"] {
      let run = try Program.run(["scan", path, "-O", type, "-o", output])
      #expect(run.status == 64 && run.errors.contains("-O b or u"))
    }
    var bytes = try folder.bytes("in.bam")
    bytes[bytes.count / 2] ^= 0x55
    let damaged = try folder.write("damaged.bam", bytes)
    let run = try Program.run(["scan", damaged, "-o", output])
    #expect(run.status == 74 && run.errors.contains("byte "), "\(run.errors)")
    let cut = try folder.write("cut.bam", Array(bytes.prefix(bytes.count / 3)))
    let second = try Program.run(["scan", cut])
    #expect(second.status == 74 && second.bytes.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: output))
  }
}
