import Foundation
import Genome
import TestSupport
import Testing

/// The sex of an exome, whose depth of X says what was captured, by single reads of X and Y.
@Suite(.enabled(if: ExternalTool.isInstalled("samtools"), "samtools is not installed"))
struct SexOfExomeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// 24 reads at each of 130 places of X, in half or all of which a base differs; SRY at `sry` reads, and
  /// `strays` of X elsewhere on Y.
  private func exome(
    heterozygous: Bool, sry: Int, strays: Int = 50, tag: String = "MD:Z:", isIndexed: Bool = true,
    y: String = "chrY"
  ) throws -> String {
    let locus = try ReadFiles.sam(
      [(Interval(49_251_441, 49_251_441), "A")], step: 5, flank: 300)
    var lines = locus.split(separator: "\n").map(String.init)
    let header = lines.lastIndex { $0.hasPrefix("@SQ") } ?? 0
    lines.insert("@SQ\tSN:\(y)\tLN:57227415", at: header + 1)
    for place in 0..<130 {
      for read in 0..<24 {
        let isChanged = !heterozygous || read.isMultiple(of: 2)
        lines.append(
          line("chrX", 60_000_000 + place * 1_000, isChanged ? "T" : "G", tag, isChanged))
      }
    }
    for read in 0..<(sry * 17) {
      lines.append(line(y, 2_786_900 + read * 700 / max(1, sry * 17), "G", tag, false))
    }
    lines += (0..<strays).map { line(y, 3_000_000 + $0 * 100, "G", tag, false, quality: 0) }
    let path = try ReadFiles.compressed(
      lines.joined(separator: "\n") + "\n", as: "exome.bam", in: folder)
    if isIndexed { try ExternalTool.run("samtools", ["index", path]) }
    return path
  }

  private func line(
    _ contig: String, _ position: Int, _ base: String, _ tag: String, _ isChanged: Bool,
    quality: Int = 60
  ) -> String {
    let sequence = String(repeating: "A", count: 20) + base + String(repeating: "A", count: 29)
    let qualities = String(repeating: "F", count: 50)
    return "r\t0\t\(contig)\t\(position)\t\(quality)\t50M\t*\t0\t0\t\(sequence)\t\(qualities)\t"
      + tag + (isChanged ? "20G29" : "50")
  }

  private func report(_ path: String, _ options: [String] = []) throws -> String {
    let run = try Program.annotate([path], options, to: folder)
    #expect(run.status == 0, "\(run.errors)")
    let json = try #require(
      FileManager.default.enumerator(atPath: folder.path("out"))?.compactMap { $0 as? String }
        .first { $0.hasSuffix(".foxp3.json") })
    return run.errors + (try String(contentsOfFile: folder.path("out/" + json), encoding: .utf8))
  }

  @Test func aMaleIsInferred() throws {
    let report = try report(exome(heterozygous: false, sry: 20))
    #expect(report.contains("One X and a Y: male."))
    #expect(report.contains(": positive\n"))
  }

  @Test func aFemaleIsInferred() throws {
    let report = try report(exome(heterozygous: true, sry: 0))
    #expect(report.contains("Two X, and no Y seen: female."))
  }

  /// A boy with two X whose Y was not captured, or was read too little.
  @Test(arguments: [(0, 0), (3, 50)])
  func noFemaleIsInferredWhereYMayNotBeSeen(_ sry: Int, _ strays: Int) throws {
    let report = try report(exome(heterozygous: true, sry: sry, strays: strays))
    #expect(report.contains("it may not be captured"))
    #expect(!report.contains(": female."))
  }

  @Test func yIsKnownByItsAccessionToo() throws {
    let report = try report(exome(heterozygous: true, sry: 20, y: "NC_000024.10"))
    #expect(report.contains("Two X and a Y: XXY"))
  }

  /// A sample that was swapped with a boy's.
  @Test func aDeclaredFemaleWithAYIsToldAndNoCarrier() throws {
    let report = try report(exome(heterozygous: false, sry: 20), ["--sex", "female"])
    #expect(report.contains("female, but one X and a Y"))
    #expect(report.contains(": uncertain\n"), "\(report.prefix(400))")
  }

  @Test func withoutTheTagNothingIsSaidOfX() throws {
    let report = try report(
      exome(heterozygous: false, sry: 20, tag: "XX:Z:"), ["--sex", "male"])
    #expect(report.contains("no tag MD"))
    #expect(report.contains("too little to check the declared sex"))
  }

  @Test func withoutAnIndexTheDeclaredSexStands() throws {
    let report = try report(
      exome(heterozygous: true, sry: 0, isIndexed: false), ["--sex", "male"])
    #expect(!report.contains("contradicts"))
    #expect(report.contains(": positive\n"))
  }
}
