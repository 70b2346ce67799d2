import Foundation
import TestSupport
import Testing

/// The rules of the VCF specification, one file each: a valid one is read; one that breaks a rule where
/// the locus' result stands on it is refused or flagged; one that breaks another has the same answer as
/// the sound file. `docs/robustness.md` lists which is which, beside what htslib does.
@Suite struct SpecificationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func annotate(_ text: String) throws -> (run: ExternalTool.Run, table: String?) {
    try? FileManager.default.removeItem(atPath: folder.path("out"))
    let input = try folder.write("input.vcf", text)
    let run = try Program.annotate([input], ["--formats", "tsv", "--sex", "male"], to: folder)
    let table = try? folder.bytes("out/P1/P1.foxp3.tsv")
    return (run, table.map { String(decoding: $0, as: UTF8.self) })
  }

  @Test(arguments: VariantRule.valid) func aValidFileIsRead(_ rule: VariantRule) throws {
    let (run, table) = try annotate(rule.text())
    #expect(run.status == 0, "\(run.errors)")
    #expect(table != nil)
  }

  @Test(arguments: VariantRule.invalid) func anInvalidFile(_ rule: VariantRule) throws {
    let (run, table) = try annotate(rule.text())
    switch rule.outcome {
    case .read: Issue.record("an invalid file that is to be read")
    case .refused(let status, let says):
      #expect(run.status == status, "\(run.errors)")
      #expect(run.errors.contains(says), "\(run.errors)")
      #expect(folder.files(under: "out").isEmpty)
    case .flagged(let says):
      #expect(run.status == 0)
      #expect(run.errors.contains(says), "\(run.errors)")
    case .harmless:
      #expect(run.status == 0, "\(run.errors)")
      let sound = try annotate(VariantText().text)
      #expect(
        table != nil
          && table?.split(separator: "\n").last == sound.table?.split(separator: "\n").last)
    }
  }

  @Test func aFileWithoutItsLastNewlineIsFlagged() throws {
    let (run, table) = try annotate(VariantRule.cut)
    #expect(run.status == 0)
    #expect(run.errors.contains("The last line has no line end"))
    #expect(table == (try annotate(VariantText().text)).table)
  }

  /// A record that stands twice is one variant, or is said; never two copies.
  @Test func aRecordTwiceIsNoSecondCopy() throws {
    let (run, table) = try annotate(VariantText.with { $0.records += $0.records })
    #expect(run.status == 0)
    let rows = table?.split(separator: "\n").dropFirst() ?? []
    #expect(rows.allSatisfy { !$0.contains("biallelic") && !$0.contains("homozygous") })
    #expect(run.errors.contains("positive"), "\(run.errors)")
  }
}
