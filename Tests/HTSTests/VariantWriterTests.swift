import Genome
import HTS
import TestSupport
import Testing

@Suite struct VariantWriterTests {
  let folder: TemporaryFolder
  private let records = (1...5000).map { VariantText.record("X", $0 * 3) }

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String, _ records: [String]) throws -> String {
    try folder.writeIndexed(name, header: VariantText.header(), records: records)
  }

  @Test func theSameTextGivesTheSameBytes() throws {
    _ = try write("a.gz", records)
    _ = try write("b.gz", records)
    #expect(try folder.bytes("a.gz") == folder.bytes("b.gz"))
    #expect(try folder.bytes("a.gz.tbi") == folder.bytes("b.gz.tbi"))
  }

  @Test func noRecordsAtAll() throws {
    let path = try write("none.gz", [])
    #expect(try VariantText.lines(of: path).isEmpty)
    var file = try VariantFile.open(path)
    #expect(file.loadIndex() == .ready(name: "none.gz.tbi"))
  }

  @Test func unsortedRecordsCantBeIndexed() {
    let error = #expect(throws: HTSError.self) { try write("u.gz", records.reversed()) }
    #expect(error?.code == .writeFailed)
  }

  @Test(.enabled(if: ExternalTool.isInstalled("tabix"), "tabix is not installed"))
  func tabixReadsTheIndex() throws {
    let path = try write("x.vcf.gz", records)
    let found = try ExternalTool.run("tabix", [path, "X:300-310"])
    #expect(
      String(decoding: found, as: UTF8.self).split(separator: "\n").map(String.init)
        == Array(records[99...102]))
  }
}
