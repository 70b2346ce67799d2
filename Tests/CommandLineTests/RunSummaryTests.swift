import Foundation
import TestSupport
import Testing

@testable import foxp3

@Suite struct RunSummaryTests {
  @Test func aRunEndsWithALineForEachSample() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "a.vcf",
      VariantText.with {
        $0.samples = ["P1", "P2"]; $0.records = [$0.records[0] + "\t0"]
      })
    let run = try Program.annotate([file], ["--formats", "tsv"], to: folder)
    let lines = run.errors.split(separator: "\n").suffix(3)
    let words = lines.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(
      words[0].hasPrefix("P1 uncertain c.1189C>T p.(Arg397Trp) pathogenic, zygosity unknown"),
      "\(words)")
    #expect(words[1].hasPrefix("P2 inconclusive"))
    #expect(
      words[2]
        == "2 samples: 1 uncertain, 1 inconclusive; drafts in \(folder.path("out")) until the "
        + "laboratory releases them")
    #expect(!run.errors.contains("\u{1B}"))
  }

  /// A harmful call that is not confirmed is what a reader has to see.
  @Test func aCallThatIsNotConfirmedIsNamed() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "a.vcf",
      VariantText.with { $0.records = $0.records.map { $0.replacing("PASS", with: "q10") } })
    let run = try Program.annotate([file], ["--formats", "tsv", "--sex", "male"], to: folder)
    let line = run.errors.split(separator: "\n").suffix(2).first ?? ""
    #expect(line.contains("c.1189C>T p.(Arg397Trp) pathogenic, not confirmed"), "\(run.errors)")
  }

  @Test func aHarmfulAlleleThatIsOpenIsNamed() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "a.vcf",
      VariantText.with {
        $0.records = ["chrX\t49251441\t.\tG\tA\t50\tPASS\t.\tGT\t./."]
      })
    let run = try Program.annotate([file], ["--formats", "tsv", "--sex", "male"], to: folder)
    let line = run.errors.split(separator: "\n").suffix(2).first ?? ""
    #expect(line.contains("open: c.1189C>T p.(Arg397Trp) (pathogenic)"), "\(run.errors)")
  }

  /// A depth file needs reads.
  @Test func aRunThatWritesNothingNamesNoFolder() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.vcf", VariantText().text)
    let run = try Program.annotate([file], ["--formats", "depth"], to: folder)
    #expect(run.status == 0)
    #expect(run.errors.hasSuffix("; no report was written\n"), "\(run.errors)")
    #expect(!run.errors.contains("drafts in"))
  }

  @Test func aQuietRunHasNone() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.vcf", VariantText().text)
    let run = try Program.annotate([file], ["--quiet", "--formats", "tsv"], to: folder)
    #expect(run.errors.isEmpty)
  }

  /// `script` (util-linux) gives the program a terminal.
  @Test(
    .enabled(if: ExternalTool.isInstalled("script")),
    arguments: [("NO_COLOR=", true), ("NO_COLOR=1", false), ("TERM=dumb", false)])
  func coloursAreForTerminals(setting: String, isColoured: Bool) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.vcf", VariantText().text)
    let command =
      "env TERM=xterm \(setting) \(Program.path) annotate \(file) --sex male --formats tsv -o "
      + folder.path("out")
    let run = try ExternalTool.outcome("script", ["-qec", command, "/dev/null"])
    #expect(run.output.contains("\u{1B}[1;31mpositive") == isColoured)
    #expect(run.output.contains("positive"))
  }
}
