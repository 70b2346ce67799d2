import Foundation
import TestSupport
import Testing

/// Through an index, too, the sex is told by X and Y outside FOXP3.
@Suite struct SexByIndexTests {
  private static func text(
    x genotype: String, callsOnY: Int, y: String = "chrY"
  ) -> String {
    var text = VariantText()
    text.contigs.append("##contig=<ID=\(y),length=57227415>")
    text.records = ["chrX\t49251441\t.\tG\tA\t.\tPASS\t.\tGT\t\(genotype == "0/1" ? "0/1" : "1/1")"]
    text.records += (0..<150).map {
      "chrX\t\(70_000_000 + $0 * 1000)\t.\tG\tA\t.\tPASS\t.\tGT\t\(genotype)"
    }
    text.records += (0..<callsOnY).map {
      "\(y)\t\(10_000_000 + $0 * 1000)\t.\tG\tA\t.\tPASS\t.\tGT\t1/1"
    }
    return text.text
  }

  @Test(
    .enabled(if: ExternalTool.isInstalled("tabix"), "tabix is not installed"),
    arguments: [("1/1", 40, "positive"), ("0/1", 0, "carrier")])
  func sexIsInferred(_ genotype: String, _ callsOnY: Int, _ word: String) throws {
    let folder = try TemporaryFolder()
    let plain = try folder.write(
      "in.vcf", SexByIndexTests.text(x: genotype, callsOnY: callsOnY))
    let path = folder.path("in.vcf.gz")
    try Data(ExternalTool.run("bgzip", ["-c", plain])).write(to: URL(fileURLWithPath: path))
    try ExternalTool.run("tabix", ["-p", "vcf", path])
    let indexed = try Program.annotate([path], to: folder)
    #expect(indexed.errors.contains("(by index)"), "\(indexed.errors)")
    #expect(indexed.errors.contains("P1: \(word)\n"), "\(indexed.errors)")
    let whole = try Program.annotate([path], ["--full-scan"], to: folder)
    #expect(whole.errors.contains("P1: \(word)\n"), "\(whole.errors)")
  }

  /// Y by its RefSeq and GenBank names: a boy with two X is no girl.
  @Test(
    .enabled(if: ExternalTool.isInstalled("tabix"), "tabix is not installed"),
    arguments: ["NC_000024.10", "CM000686.2"])
  func yIsFoundByItsAccessions(_ y: String) throws {
    let folder = try TemporaryFolder()
    let plain = try folder.write("in.vcf", Self.text(x: "0/1", callsOnY: 40, y: y))
    let path = folder.path("in.vcf.gz")
    try Data(ExternalTool.run("bgzip", ["-c", plain])).write(to: URL(fileURLWithPath: path))
    try ExternalTool.run("tabix", ["-p", "vcf", path])
    for input in [plain, path] {
      let run = try Program.annotate([input], to: folder)
      #expect(run.errors.contains("P1: uncertain\n"), "\(run.errors)")
    }
  }
}
