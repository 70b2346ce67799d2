import Foundation
import TestSupport
import Testing

/// Reports and family pages of real runs, looked at in Chromium: console, network, width on a phone
/// and on paper, and accessibility by axe, light and dark.
@Suite(.enabled(if: PythonTool.isInstalled && ExternalTool.isInstalled("chromium")))
struct PageBrowserTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Cases")

  /// A case for each kind of conclusion; sex, and to whom its family page speaks.
  private static let cases: [(name: String, sex: String?, addressee: String?)] = [
    ("male_haploid", "male", "guardian"), ("male_haploid", "male", "pregnancy_loss"),
    ("female_heterozygous", "female", "person"), ("uncertain_alone", "male", nil),
    ("exome_without_foxp3_records", nil, nil), ("gvcf_male_reference_everywhere", "male", "person"),
    ("deletion_of_exon_1_symbolic", "male", nil), ("no_samples", nil, nil),
    ("male_written_heterozygous_half_the_reads", "male", nil),
  ]

  private func look(_ pages: [String]) throws -> ExternalTool.Run {
    let chromium = try #require(ExternalTool.path("chromium"))
    return try PythonTool.outcome(script: "pages.py", [chromium] + pages)
  }

  private func pages(_ folder: TemporaryFolder) throws -> [String] {
    for (index, item) in PageBrowserTests.cases.enumerated() {
      let input = PageBrowserTests.root.appending(path: "\(item.name)/input.vcf").path
      let formats = item.addressee == "pregnancy_loss" ? "family" : "html,family"
      let sex = item.sex.map { ["--sex", $0] } ?? []
      var options = ["--formats", formats, "--quiet"] + sex
      if let addressee = item.addressee {
        options += [
          "--case", try folder.write("\(index).yaml", "report: {addressee: \(addressee)}\n"),
        ]
      }
      let run = try Program.run(
        ["annotate", input, "-o", folder.path("out\(index)"), "--run-date", "2026-01-31"] + options)
      #expect(run.status == 0, "\(item.name): \(run.errors)")
    }
    return PageBrowserTests.cases.indices.flatMap { index in
      folder.files(under: "out\(index)").filter { $0.hasSuffix(".html") }
        .map { folder.path("out\(index)/\($0)") }
    }
  }

  @Test func pagesShowWellAndFetchNothing() throws {
    let folder = try TemporaryFolder()
    let pages = try pages(folder)
    #expect(pages.count == PageBrowserTests.cases.count + 4)
    let run = try look(pages)
    #expect(run.status == 0, "\(run.output)\(run.errors.suffix(500))")
  }

  /// A family's report and a batch's summary, with samples of every conclusion, one that failed and one
  /// with a name that is too long.
  @Test func familyAndSummaryShowWell() throws {
    let folder = try TemporaryFolder()
    let examples = Repository.root.appending(path: "Examples").path
    let name = String(repeating: "Long-", count: 16)
    _ = try folder.write("long.vcf", VariantText.with { $0.samples = [name] })
    _ = try folder.write("broken.vcf", "##fileformat=VCFv4.2\n")
    let family = "\(examples)/trio/family.vcf"
    let sheet = try folder.write(
      "sheet.csv",
      """
      sample,input,sex,family,father,mother
      *,\(examples)/exon_1_deletion/boy.bam,male,,,
      *,\(examples)/uncovered_exon/boy.g.vcf,male,,,
      *,\(examples)/sex_conflict/patient.vcf,female,,,
      brother,\(examples)/covered_negative/boy.g.vcf,male,,,
      \(name),long.vcf,male,\(name),,
      lost,broken.vcf,male,,,
      son,\(family),male,F1,father,mother
      mother,\(family),female,F1,,
      father,\(family),male,F1,,

      """)
    let batch = try Program.run(
      ["batch", sheet, "-o", folder.path("out"), "--run-date", "2026-01-31", "--quiet"]
        + ["--formats", "html"])
    #expect(batch.status == 75, "\(batch.errors)")
    let pedigree = try Program.run([
      "annotate", family, "--ped", "\(examples)/trio/family.ped", "-o", folder.path("trio"),
      "--run-date", "2026-01-31", "--formats", "html", "--quiet",
    ])
    #expect(pedigree.status == 0, "\(pedigree.errors)")
    let run = try look(
      ["out/cohort.html", "out/F1.foxp3.pedigree.html", "trio/F1.foxp3.pedigree.html"]
        .map(folder.path))
    #expect(run.status == 0, "\(run.output)\(run.errors.suffix(500))")
  }

  /// Insertions whose name is as long as a line of the table or several: nothing of their row is cut
  /// off on paper, in the report and in a batch's summary.
  @Test(arguments: [30, 60, 61, 150, 380])
  func longAllelesShowWell(bases: Int) throws {
    let folder = try TemporaryFolder()
    let inserted = String(String(repeating: "ACGTT", count: bases / 5 + 1).prefix(bases))
    let input = try folder.write(
      "ins.vcf",
      VariantText.with {
        $0.records = ["chrX\t49258000\t.\tC\tC\(inserted)\t.\tPASS\t.\tGT\t1"] + $0.records
        $0.records.sort()
      })
    let sheet = try folder.write("s.csv", "sample,input,sex\nP1,\(input),male\n")
    let batch = try Program.run([
      "batch", sheet, "-o", folder.path("out"), "--run-date", "2026-01-31", "--formats", "html",
      "--quiet",
    ])
    #expect(batch.status == 0, "\(batch.errors)")
    let run = try look(["out/P1/P1.foxp3.html", "out/cohort.html"].map(folder.path))
    #expect(run.status == 0, "\(run.output)\(run.errors.suffix(500))")
  }

  /// The look itself: a page with every fault has every fault told.
  @Test func faultsAreSeen() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write(
      "bad.html",
      "<!DOCTYPE html><html lang=\"en\"><head><title>x</title></head><body><h1>x</h1>"
        + "<p style=\"color:#ccc;background:#fff\">pale</p><img src=\"file:///nothing.png\">"
        + "<div style=\"width:900px\">wide</div></body></html>")
    let run = try look([page])
    #expect(run.status == 1)
    for part in [
      "asks for", "overflow on a screen", "overflow on A4", "color-contrast", "image-alt",
      "landmark-one-main", "console:",
    ] {
      #expect(run.output.contains(part), "\(part) is not in \(run.output)")
    }
  }
}
