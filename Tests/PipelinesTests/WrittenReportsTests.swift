import Foundation
import Genome
import Pipelines
import TestSupport
import Testing

/// Each case's files against their formats' rules, by programs that are not ours.
@Suite struct WrittenReportsTests {
  private let cases: WrittenCases

  init() throws { cases = try WrittenCases.shared.get() }

  private func expectNoBreach(_ script: String, _ ending: String) throws {
    let files = cases.files(ending)
    try #require(files.count > 60)
    let run = try PythonTool.outcome(script: script, files)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("\(files.count) "))
  }

  /// The base model, and every profile rule and code of the Genomics Reporting guide.
  @Test(.enabled(if: PythonTool.isInstalled)) func bundlesFollowTheGuide() throws {
    try expectNoBreach("fhir_rules.py", "fhir.json")
  }

  @Test(.enabled(if: PythonTool.isInstalled)) func statementsAreVASpecs() throws {
    try expectNoBreach("va_statements.py", "va.json")
  }

  @Test(.enabled(if: PythonTool.isInstalled)) func variantFilesFollowTheSpecification() throws {
    try expectNoBreach("vcf_rules.py", "vcf.gz")
  }

  @Test(.enabled(if: PythonTool.isInstalled)) func documentsFollowTheSchema() throws {
    let program =
      "import json,sys,jsonschema\nschema=json.load(open(sys.argv[1]))\n"
      + "jsonschema.Draft202012Validator.check_schema(schema)\nassert schema['$id']\n"
      + "validator=jsonschema.Draft202012Validator(schema)\n"
      + "[validator.validate(json.load(open(path))) for path in sys.argv[2:]]"
    let files = cases.files("json").filter {
      !$0.hasSuffix(".fhir.json") && !$0.hasSuffix(".va.json")
    }
    try #require(files.count > 60)
    let schema = Repository.root.appending(path: "docs/report.schema.json").path
    let run = try PythonTool.outcome(program: program, [schema] + files)
    #expect(run.status == 0, "\(run.errors)")
  }

  /// Without a warning, and with as many records as the file holds.
  @Test(.enabled(if: ExternalTool.isInstalled("bcftools"))) func bcftoolsReadsThem() throws {
    for file in cases.files("vcf.gz") {
      let view = try ExternalTool.outcome("bcftools", ["view", "-H", file])
      #expect(view.status == 0 && view.errors.isEmpty, "\(view.errors)")
      let format = "%POS %Allele %Consequence %HGVSc %FOXP3_VRS %FOXP3_CLASSIFICATION\n"
      let split = try ExternalTool.outcome(
        "bcftools", ["+split-vep", file, "-d", "-f", format])
      #expect(split.status == 0 && split.errors.isEmpty, "\(split.errors)")
      let worst = try ExternalTool.outcome(
        "bcftools", ["+split-vep", file, "-s", "worst", "-f", "%POS %Consequence\n"])
      #expect(worst.status == 0 && worst.errors.isEmpty, "\(worst.errors)")
      let records = view.output.split(separator: "\n").count { !$0.contains("\t<NON_REF>\t") }
      #expect(
        Set(split.output.split(separator: "\n").map { $0.prefix { $0 != " " } }).count <= records)
      #expect(split.output.isEmpty == (records == 0))
    }
  }

  /// Sorted, with names in the fourth column, and read by htslib as regions of the annotated file.
  @Test(.enabled(if: ExternalTool.isInstalled("bcftools"))) func uncoveredStretchesAreBED() throws {
    for file in cases.files("bed") {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let rows = text.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false)
      }
      var last = 0
      for row in rows {
        try #require(row.count == 4)
        let start = try #require(Int(row[1]))
        let end = try #require(Int(row[2]))
        #expect(last <= start && start < end)
        #expect((1...255).contains(row[3].utf8.count))
        #expect(row[3].utf8.allSatisfy { (0x21...0x7E).contains($0) })
        last = start
      }
      guard !rows.isEmpty else { continue }
      let variants = file.dropLast("bed".count) + "vcf.gz"
      let run = try ExternalTool.outcome("bcftools", ["view", "-H", "-R", file, String(variants)])
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    }
  }

  /// ClinVar VCV000011407, whose identifier GA4GH's own package gives as the golden one.
  @Test func theAlleleIdentifierIsInEachFormat() throws {
    let identifier = "ga4gh:VA.pfxj-NSjvYKk0i061mqv0qzSMd16693D"
    for ending in ["json", "tsv", "fhir.json", "va.json", "html"] {
      let file = try #require(
        cases.files(ending).first { $0.contains("/male_haploid/") && $0.hasSuffix("3." + ending) })
      #expect(try String(contentsOfFile: file, encoding: .utf8).contains(identifier), "\(ending)")
    }
    let file = try #require(cases.files("vcf.gz").first { $0.contains("/male_haploid/") })
    guard ExternalTool.isInstalled("bcftools") else { return }
    let run = try ExternalTool.outcome("bcftools", ["view", "-H", file])
    #expect(run.output.contains("|\(identifier)|"))
  }

  @Test func aSecondRunGivesTheSameBytes() throws {
    let folder = try TemporaryFolder()
    let input = CaseFolder.root.appending(path: "unlisted_beside_pathogenic/input.vcf").path
    for name in ["first", "second"] {
      try AnnotateRequest.write(input, to: folder.path(name), sex: .male)
    }
    let files = FileManager.default.enumerator(atPath: folder.path("first"))
    let names = (files?.compactMap { $0 as? String } ?? []).filter { $0.contains(".foxp3.") }
    #expect(names.count == 8)
    for name in names {
      #expect(try folder.bytes("first/\(name)") == folder.bytes("second/\(name)"), "\(name)")
    }
  }
}
