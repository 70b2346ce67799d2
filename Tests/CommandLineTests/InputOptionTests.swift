import Foundation
import TestSupport
import Testing

/// Options of `annotate` that change how a run goes or is told, and no result.
@Suite struct InputOptionTests {
  private let folder: TemporaryFolder
  private let input: String

  init() throws {
    folder = try TemporaryFolder()
    input = try folder.write("in.vcf", VariantText().text)
  }

  private func document(_ out: String, _ options: [String], _ input: String) throws -> Data {
    let run = try Program.run(
      ["annotate", input, "-o", folder.path(out), "--formats", "json", "--run-date", "2026-01-31"]
        + options)
    #expect(run.status == 0, "\(run.errors)")
    let file = try #require(folder.files(under: out).first { $0.hasSuffix(".json") })
    return try Data(contentsOf: URL(filePath: folder.path(out + "/" + file)))
  }

  @Test func theWholeFilesDigestIsThatOfSha256sum() throws {
    let told = try JSONSerialization.jsonObject(
      with: try document("a", ["--checksum-inputs"], input))
    let provenance = (told as? [String: Any])?["provenance"] as? [String: Any]
    let sum = try ExternalTool.run("sha256sum", [input])
    #expect(provenance?["fileDigest"] as? String == String(decoding: sum.prefix(64), as: UTF8.self))
    let plain = try JSONSerialization.jsonObject(with: try document("b", [], input))
    let other = (plain as? [String: Any])?["provenance"] as? [String: Any]
    #expect(other?["fileDigest"] is NSNull)
    let stream = try Program.run(
      ["annotate", "-", "-o", folder.path("c"), "--checksum-inputs"], standardInput: input)
    #expect(stream.status == 64)
    #expect(stream.errors.contains("can be read only once"), "\(stream.errors)")
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let packed = try folder.write("in.vcf.gz", try ExternalTool.run("bgzip", ["-c", input]))
    let one = try document("one", ["--threads", "1"], packed)
    #expect(try document("three", ["--threads", "3"], packed) == one)
  }

  /// The builds by the names that reference files of them have; another build's is refused by the header.
  @Test(
    arguments: [
      ("hg38", 0), ("GRCh38", 0), ("b38", 0), ("hg19", 65), ("hs37d5", 65), ("b37", 65),
      ("T2T", 64),
    ] as [(String, Int32)])
  func aBuildGoesByItsNames(name: String, status: Int32) throws {
    let run = try Program.annotate([input], ["--assembly", name, "--formats", "tsv"], to: folder)
    #expect(run.status == status, "\(run.errors)")
  }

  @Test func theRunIsToldAsJSONLines() throws {
    let run = try Program.run([
      "annotate", input, folder.path("none.vcf"), "-o", folder.path("out"), "--log-format", "json",
    ])
    let lines = run.errors.split(separator: "\n")
    let objects = try lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.contains { $0["conclusion"] != nil && $0["sample"] != nil })
    #expect(
      objects.contains {
        $0["level"] as? String == "error"
          && ($0["message"] as? String)?.contains("none.vcf") == true
      })
  }
}
