import Foundation
import Genome
import TestSupport
import Testing

/// Depth and mapping quality per base (`--formats depth`), beside samtools.
@Suite(.enabled(if: ExternalTool.isInstalled("samtools"), "samtools is not installed"))
struct DepthFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Reads of all kinds: some of low mapping quality, duplicates, secondary ones, gaps.
  private func reads() throws -> String {
    var number = 0
    let sam = ReadFiles.edited(try ReadFiles.sam(step: 10)) { fields in
      number += 1
      fields[4] = "\([60, 60, 30, 5, 0, 255][number % 6])"
      if number.isMultiple(of: 11) { fields[1] = "1024" }
      if number.isMultiple(of: 13) { fields[1] = "256" }
      if number.isMultiple(of: 17) { fields[1] = "512" }
      guard number.isMultiple(of: 7), fields[5] == "150M" else { return }
      fields[5] = ["70M10D80M", "70M500N80M", "5S145M", "60M5I85M"][number / 7 % 4]
    }
    return try ReadFiles.compressed(sam, as: "reads.bam", in: folder)
  }

  private struct Row: Equatable {
    var position: Int
    var reads: Int
    var good: Int
    var quality: String
  }

  private func rows() throws -> [Row] {
    let text = String(decoding: try folder.bytes("out/made/made.foxp3.depth.bed"), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.first == "#chrom\tstart\tend\treads\tgood\tmapping_quality")
    return try lines.dropFirst().flatMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      #expect(fields.count == 6 && fields[0] == "chrX")
      let (start, end) = (try #require(Int(fields[1])), try #require(Int(fields[2])))
      let (reads, good) = (try #require(Int(fields[3])), try #require(Int(fields[4])))
      return ((start + 1)...end).map {
        Row(position: $0, reads: reads, good: good, quality: fields[5])
      }
    }
  }

  @Test func depthIsThatOfSamtools() throws {
    let path = try reads()
    let run = try Program.annotate([path], ["--formats", "depth", "--sex", "male"], to: folder)
    #expect(run.status == 0, "\(run.errors)")
    let rows = try rows()
    let locus = try ReadFiles.locusInterval()
    #expect(rows.map(\.position) == Array(locus.start...locus.end))
    try ExternalTool.run("samtools", ["index", path])
    let region = "chrX:\(locus.start)-\(locus.end)"
    let depth = String(
      decoding: try ExternalTool.run("samtools", ["depth", "-a", "-r", region, path]),
      as: UTF8.self
    ).split(separator: "\n").map { Int($0.split(separator: "\t")[2]) ?? -1 }
    #expect(rows.map(\.reads) == depth)
    // Bases of quality 13 and more of reads of mapping quality 20 and more.
    let good = String(
      decoding: try ExternalTool.run(
        "samtools", ["depth", "-a", "-s", "-Q", "20", "-q", "13", "-r", region, path]),
      as: UTF8.self
    ).split(separator: "\n").map { Int($0.split(separator: "\t")[2]) ?? -1 }
    #expect(rows.map(\.good) == good)
    // samtools coverage counts 255 as a quality; where it is left out the mean is of the others.
    #expect(rows.allSatisfy { $0.quality == "." || (0...60).contains(Int($0.quality) ?? -1) })
    #expect(rows.contains { $0.reads > $0.good && (Int($0.quality) ?? 60) < 40 })
  }

  @Test func aVariantFileHasNone() throws {
    let path = try folder.write("in.vcf", VariantText().text)
    let run = try Program.annotate([path], ["--formats", "depth,tsv"], to: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.files(under: "out").allSatisfy { !$0.hasSuffix(".depth.bed") })
    #expect(folder.files(under: "out").contains { $0.hasSuffix(".tsv") })
  }
}
