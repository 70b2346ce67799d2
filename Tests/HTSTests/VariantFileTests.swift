import Foundation
import Genome
import HTS
import TestSupport
import Testing

/// Every container of the same records reads the same.
@Suite struct VariantFileTests {
  let folder: TemporaryFolder
  private let records = (1...3000).map {
    VariantText.record("X", $0 * 10, information: "END=\($0 * 10)", samples: ["0|1", "./."])
  }

  init() throws { folder = try TemporaryFolder() }

  private var text: String {
    VariantText.header() + records.map { $0 + "\n" }.joined()
  }

  private func compressed() throws -> String {
    try folder.writeIndexed("x.vcf.gz", header: VariantText.header(), records: records)
  }

  @Test func plainText() throws {
    let path = try folder.write("any.name", text)
    #expect(try VariantText.lines(of: path) == records)
    let file = try VariantFile.open(path)
    #expect(file.header.text == VariantText.header())
    #expect(file.header.samples == ["A", "B"])
    #expect(file.header.contigs == [VariantHeader.Contig(name: "X", length: 1_000_000)])
    #expect(file.format.description(version: file.header.version) == "VCFv4.2 (plain)")
    #expect(file.size == text.utf8.count)
  }

  @Test func blockGzip() throws {
    let path = try compressed()
    #expect(try VariantText.lines(of: path) == records)
    let file = try VariantFile.open(path)
    #expect(file.format.compression == .bgzf)
  }

  @Test func lineEndsOfOtherSystemsAndAMissingLastOne() throws {
    let path = try folder.write("dos.vcf", text.replacingOccurrences(of: "\n", with: "\r\n"))
    #expect(try VariantText.lines(of: path) == records)
    let cut = try folder.write("cut.vcf", String(text.dropLast()))
    #expect(try VariantText.lines(of: cut) == records)
  }

  @Test(arguments: [("\n", false), ("\r\n", false), ("", true)])
  func aLastLineWithoutItsEnd(_ end: String, _ isInside: Bool) throws {
    let path = try folder.write("x.vcf", VariantText.header() + VariantText.record() + end)
    var file = try VariantFile.open(path)
    while try file.next() {}
    #expect(file.endsInsideLine == isInside)
  }

  @Test(.enabled(if: ExternalTool.isInstalled("bcftools"), "bcftools is not installed"))
  func binary() throws {
    let path = try compressed()
    for (name, mode) in [("x.bcf", "-Ob"), ("u.bcf", "-Ou"), ("x.gz", "-Oz")] {
      let target = folder.path(name)
      try ExternalTool.run("bcftools", ["view", "--no-version", mode, "-o", target, path])
      #expect(try VariantText.lines(of: target) == records, "\(name)")
      let file = try VariantFile.open(target)
      #expect(file.format.isBinary == name.hasSuffix("bcf"))
      #expect(file.header.samples == ["A", "B"])
    }
  }

  @Test(.enabled(if: ExternalTool.isInstalled("gzip"), "gzip is not installed"))
  func plainGzip() throws {
    let path = try folder.write("x.vcf", text)
    let bytes = try ExternalTool.run("gzip", ["-c", path])
    let target = try folder.write("y.vcf", bytes)
    #expect(try VariantText.lines(of: target) == records)
    for cut in [1, 8, 9, bytes.count / 2] {
      let short = try folder.write("cut", Array(bytes.dropLast(cut)))
      #expect(throws: HTSError.self) { try VariantText.lines(of: short) }
    }
  }

  @Test func anIndexFindsWhatAFullReadFinds() throws {
    var file = try VariantFile.open(try compressed())
    #expect(file.loadIndex() == .ready(name: "x.vcf.gz.tbi"))
    for interval in [
      Interval(1, 9), Interval(10, 10), Interval(15_000, 15_105), Interval(29_999, 99_999),
    ] {
      try file.startQuery(contig: "X", interval)
      var positions: [Int] = []
      while try file.next() {
        let record = try VariantRecord(
          line: file.currentLine, origin: file.currentOrigin, columnCount: 11)
        positions.append(record.position)
      }
      #expect(positions == (1...3000).map { $0 * 10 }.filter { interval.contains($0) })
    }
    #expect(file.indexed(["Y", "X", "chrX"]) == ["X"])
    let error = #expect(throws: HTSError.self) {
      try file.startQuery(contig: "Y", Interval(1, 10))
    }
    #expect(error?.code == .badIndex)
  }

  @Test(.enabled(if: ExternalTool.isInstalled("bcftools"), "bcftools is not installed"))
  func anIndexOfABinaryFile() throws {
    let target = folder.path("x.bcf")
    try ExternalTool.run(
      "bcftools", ["view", "--no-version", "-Ob", "-o", target, try compressed()])
    try ExternalTool.run("bcftools", ["index", target])
    var file = try VariantFile.open(target)
    #expect(file.loadIndex() == .ready(name: "x.bcf.csi"))
    try file.startQuery(contig: "X", Interval(200, 230))
    var lines: [String] = []
    while try file.next() {
      try file.printRecord()
      let record = try VariantRecord(
        line: file.currentLine, origin: file.currentOrigin, columnCount: 11)
      lines.append(record.lineText)
    }
    #expect(lines == Array(records[19...22]))
  }

  @Test func anIndexOlderThanTheFileIsSaid() throws {
    let path = try compressed()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: path + ".tbi")
    var file = try VariantFile.open(path)
    #expect(file.loadIndex() == .older(name: "x.vcf.gz.tbi"))
  }

  @Test func anIndexThatIsNoneIsSaid() throws {
    let path = try compressed()
    _ = try folder.write("x.vcf.gz.tbi", "not an index")
    var file = try VariantFile.open(path)
    #expect(file.loadIndex() == .unreadable(name: "x.vcf.gz.tbi"))
  }

  @Test func anIndexOfAnotherFileIsSaid() throws {
    let path = try compressed()
    let index = try folder.bytes("x.vcf.gz.tbi")
    for count in [1, 500, 1500, 2999] {
      _ = try folder.writeIndexed(
        "x.vcf.gz", header: VariantText.header(), records: Array(records.prefix(count)))
      #expect(try state(path) == .ready(name: "x.vcf.gz.tbi"))
      _ = try folder.write("x.vcf.gz.tbi", index)
      #expect(try state(path) == .foreign(name: "x.vcf.gz.tbi"), "\(count) records")
    }
  }

  private func state(_ path: String) throws -> IndexState {
    var file = try VariantFile.open(path)
    return file.loadIndex()
  }

  @Test func withoutAnIndexThereIsNone() throws {
    var file = try VariantFile.open(try folder.write("x.vcf", text))
    #expect(file.loadIndex() == IndexState.none)
  }
}
