import Foundation
import Genome
import HTS
import TestSupport
import Testing

/// Every way in which a file can be of no use has its code, names the file, and never gives a
/// shorter answer.
@Suite struct BadFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func code(_ path: String) -> HTSError.Code? {
    let error = #expect(throws: HTSError.self) { _ = try VariantText.lines(of: path) }
    #expect(error?.description.hasPrefix(path) == true)
    return error?.code
  }

  private func compressed(_ count: Int = 4000) throws -> [UInt8] {
    _ = try folder.writeIndexed(
      "whole.vcf.gz", header: VariantText.header(),
      records: (1...count).map {
        VariantText.record("X", $0, information: "END=\($0 + $0 * 7919 % 65_521)")
      })
    return try folder.bytes("whole.vcf.gz")
  }

  @Test func missing() { #expect(code(folder.path("none.vcf")) == .notFound) }

  @Test func belowAFile() throws {
    #expect(code(try folder.write("f", "x") + "/x.vcf") == .notFound)
  }

  @Test func directory() { #expect(code(folder.path) == .isDirectory) }

  @Test func empty() throws {
    #expect(code(try folder.write("e.vcf", "")) == .empty)
    let endBlock = try compressed().suffix(28)
    #expect(code(try folder.write("e.vcf.gz", Array(endBlock))) == .empty)
  }

  @Test func garbage() throws {
    #expect(code(try folder.write("g.vcf", "hello\nworld\n")) == .noHeader)
    #expect(
      code(try folder.write("b.vcf", (0..<2000).map { UInt8($0 * 37 % 251) })) == .notVariants)
    #expect(code(try folder.write("f.fa", ">x\nACGT\n")) == .notVariants)
  }

  @Test func recordsWithoutHeader() throws {
    #expect(code(try folder.write("r.vcf", VariantText.record() + "\n")) == .noHeader)
  }

  @Test func headerThatStops() throws {
    let lines = VariantText.header().split(separator: "\n").dropLast()
    #expect(code(try folder.write("h.vcf", lines.joined(separator: "\n") + "\n")) == .noHeader)
    let spaces = VariantText.header().replacingOccurrences(of: "\t", with: " ")
    #expect(code(try folder.write("s.vcf", spaces)) == .noHeader)
  }

  @Test func olderVersion() throws {
    let text = VariantText.header(version: "VCFv3.3")
    #expect(code(try folder.write("o.vcf", text)) == .unsupportedVersion)
  }

  @Test func twoSamplesOfOneName() throws {
    let text = VariantText.header(samples: ["A", "A"])
    #expect(code(try folder.write("t.vcf", text)) == .malformed)
  }

  @Test func aHeaderAmongTheRecords() throws {
    let text = VariantText.header() + VariantText.record() + "\n"
    #expect(code(try folder.write("joined.vcf", text + text)) == .malformed)
  }

  @Test func everyCutOfABlockGzipFileIsFound() throws {
    let whole = try compressed()
    for cut in [1, 27, 28, 29, 500, whole.count / 3, whole.count / 2, whole.count - 200] {
      let path = try folder.write("cut.vcf.gz", Array(whole.dropLast(cut)))
      #expect(code(path) == .truncated, "cut by \(cut)")
    }
  }

  @Test func everyFlippedBitIsFoundOrLeavesTheTextAlone() throws {
    let whole = try compressed(300)
    let path = try folder.write("whole.gz", whole)
    let expected = try VariantText.lines(of: path)
    for offset in stride(from: 20, to: whole.count - 28, by: 61) {
      var bytes = whole
      bytes[offset] ^= 0x10
      let flipped = try folder.write("flipped.vcf.gz", bytes)
      if let lines = try? VariantText.lines(of: flipped) {
        #expect(lines == expected, "byte \(offset)")
      }
    }
  }

  @Test(.enabled(if: FileSystemUser.canBeChanged))
  func unreadable() throws {
    let path = try folder.write("u.vcf", VariantText.header())
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let error = FileSystemUser.asNobody {
      #expect(throws: HTSError.self) { _ = try VariantFile.open(path) }
    }
    #expect(error?.code == .notReadable)
  }

  @Test(.enabled(if: ExternalTool.isInstalled("bcftools"), "bcftools is not installed"))
  func cutAndDamagedBinaryFiles() throws {
    _ = try compressed()
    let target = folder.path("x.bcf")
    try ExternalTool.run(
      "bcftools", ["view", "--no-version", "-Ou", "-o", target, folder.path("whole.vcf.gz")])
    let whole = try folder.bytes("x.bcf")
    let cut = try folder.write("cut.bcf", Array(whole.dropLast(whole.count / 2 + 3)))
    #expect(code(cut) == .truncated)
    var damaged = whole
    for offset in (damaged.count - 200)..<(damaged.count - 150) { damaged[offset] = 0xFF }
    _ = try folder.write("damaged.bcf", damaged)
    #expect(throws: HTSError.self) { _ = try VariantText.lines(of: folder.path("damaged.bcf")) }
  }
}
