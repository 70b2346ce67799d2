import Foundation
import TestSupport
import Testing

/// Files of `foxp3 call` that bcftools put together: each sample keeps what was said of its own reads.
@Suite struct MergedCallsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func called(_ sample: String, step: Int) throws -> String {
    let reads = try folder.write("\(sample).sam", try ReadFiles.sam(step: step, sample: sample))
    let path = folder.path("\(sample).vcf.gz")
    let run = try Program.run(
      ["call", reads, "--sex", "male", "--gvcf", "-O", "z", "-o", path])
    try #require(run.status == 0, "\(run.errors)")
    try ExternalTool.run("bcftools", ["index", path])
    return path
  }

  private func notes(of sample: String) throws -> [String] {
    let bytes = try folder.bytes("out/\(sample)/\(sample).foxp3.json")
    let document = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let provenance = document?["provenance"] as? [String: Any]
    return try #require(provenance?["notes"] as? [String])
      .filter { $0.contains("reads over the locus were used") }
  }

  /// Whose note is which is not told where two samples had one name: it stays in the file of either.
  @Test func notesOfTwoSamplesOfOneNameStay() throws {
    let first = try called("son", step: 10)
    try FileManager.default.moveItem(atPath: first, toPath: folder.path("first.vcf.gz"))
    try FileManager.default.moveItem(
      atPath: first + ".csi", toPath: folder.path("first.vcf.gz.csi"))
    let merged = folder.path("merged.vcf")
    try ExternalTool.run(
      "bcftools",
      [
        "merge", "--force-samples", "-o", merged, folder.path("first.vcf.gz"),
        try called("son", step: 15),
      ])
    let run = try Program.annotate([merged], ["--formats", "vcf"], to: folder)
    try #require(run.status == 0, "\(run.errors)")
    let source = Set(
      String(decoding: try folder.bytes("merged.vcf"), as: UTF8.self).split(separator: "\n")
        .filter { $0.contains("foxp3_call_note") })
    try #require(source.count { $0.contains("Sample=\"son\"") } > 1)
    for sample in ["son", "2:son"] {
      let file = try #require(
        folder.files(under: "out").first {
          $0.hasPrefix(sample.replacing(":", with: "_")) && $0.hasSuffix(".vcf.gz")
        })
      let written = try ExternalTool.run("bcftools", ["view", "-h", folder.path("out/\(file)")])
      let lines = String(decoding: written, as: UTF8.self).split(separator: "\n")
      #expect(Set(lines.filter { $0.contains("foxp3_call_note") }) == source, "\(file)")
    }
  }

  @Test func eachSampleHasItsOwnNotes() throws {
    let files = [try called("dad", step: 10), try called("son", step: 15)]
    var alone: [String: [String]] = [:]
    for (file, sample) in zip(files, ["dad", "son"]) {
      let run = try Program.annotate([file], ["--sex", "male", "--formats", "json"], to: folder)
      try #require(run.status == 0, "\(run.errors)")
      alone[sample] = try notes(of: sample)
      #expect(alone[sample]?.count == 1)
    }
    #expect(alone["dad"] != alone["son"])
    let merged = folder.path("merged.vcf")
    try ExternalTool.run("bcftools", ["merge", "-o", merged] + files)
    let run = try Program.annotate([merged], ["--formats", "vcf,json"], to: folder)
    try #require(run.status == 0, "\(run.errors)")
    for sample in ["dad", "son"] {
      #expect(try notes(of: sample) == alone[sample])
      let written = try ExternalTool.run(
        "bcftools", ["view", "-h", folder.path("out/\(sample)/\(sample).foxp3.vcf.gz")])
      let other = sample == "dad" ? "son" : "dad"
      #expect(!String(decoding: written, as: UTF8.self).contains("Sample=\"\(other)\""))
    }
  }
}
