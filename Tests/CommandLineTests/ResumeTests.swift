import Foundation
import TestSupport
import Testing

/// Inputs that changed under their old name, size and time.
@Suite struct ResumeTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ sheet: String) throws -> ExternalTool.Run {
    try Program.batch(sheet, ["--resume", "--formats", "json"], to: folder.path("out"))
  }

  /// With one time of change, whenever it is written, as `rsync -t` or `touch -r` leave it.
  private func write(_ file: String, _ text: String) throws {
    _ = try folder.write(file, text)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
      ofItemAtPath: folder.path(file))
  }

  @Test func otherBytesUnderTheSameNameSizeAndTimeAreReadAnew() throws {
    for sample in ["S1", "S2"] {
      try write("\(sample).vcf", VariantText.with { $0.samples = [sample] })
    }
    let sheet = try folder.write("sheet.csv", "sample,input\nS1,S1.vcf\nS2,S2.vcf\n")
    #expect(try run(sheet).status == 0)
    let text = String(decoding: try folder.bytes("S2.vcf"), as: UTF8.self)
    try write("S2.vcf", text.replacing("\tG\tA\t", with: "\tG\tC\t"))
    let resumed = try run(sheet)
    #expect(resumed.status == 0)
    let lines = resumed.errors.split(separator: "\n")
    #expect(lines.contains { $0.contains("S1: ") && $0.contains("kept") }, "\(resumed.errors)")
    #expect(!lines.contains { $0.contains("S2: ") && $0.contains("kept") }, "\(resumed.errors)")
  }
}
