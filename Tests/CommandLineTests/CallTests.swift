import Foundation
import Genome
import TestSupport
import Testing

/// `foxp3 call`, and what bcftools makes of its records.
@Suite struct CallTests {
  /// c.1189C>T (ClinVar VCV000011407), and the deletion of one base in a run of the last exon's intron.
  private static let site = Interval(49_251_441, 49_251_441)

  private func call(
    _ path: String, _ options: [String] = [], standardInput: String = "/dev/null"
  ) throws -> ExternalTool.Run {
    try Program.run(["call", path] + options, standardInput: standardInput)
  }

  private func variants(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  @Test(arguments: [[], ["--gvcf"]])
  func bcftoolsReadsTheRecordsWithoutAComplaint(_ options: [String]) throws {
    let folder = try TemporaryFolder()
    let sam = try ReadFiles.sam(
      [(Self.site, "A"), (Interval(49_255_000, 49_255_002), "")], step: 10)
    let path = try folder.write("in.sam", sam)
    for sex in [["--sex", "male"], ["--sex", "female"], []] {
      let run = try call(path, options + sex + ["-o", folder.path("out.vcf")])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.isEmpty)
      let theirs = try ExternalTool.outcome("bcftools", ["view", folder.path("out.vcf")])
      #expect(theirs.status == 0)
      #expect(theirs.errors.isEmpty, "\(theirs.errors)")
      let own = variants(String(decoding: try folder.bytes("out.vcf"), as: UTF8.self))
      #expect(variants(theirs.output) == own)
      let alternates = options.isEmpty ? "A" : "A,<*>"
      #expect(own.contains { $0.contains("\t49251441\t.\tG\t\(alternates)\t") })
      #expect(own.contains { $0.contains("<*>") } == !options.isEmpty)
      #expect(
        theirs.output.split(separator: "\n").contains { $0.hasPrefix("##source=foxp3 call ") })
    }
  }

  @Test func theSexGivenMayNotContradictThePedigrees() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("in.sam", try ReadFiles.sam([(Self.site, "A")], step: 15))
    let pedigree = try folder.write("family.ped", "F made 0 0 2 2\n")
    let run = try call(path, ["--sex", "male", "--ped", pedigree])
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains("the pedigree (--ped) says female of “made”"), "\(run.errors)")
  }

  @Test(arguments: ["z", "b", "u"])
  func everyEncodingHoldsTheSame(_ encoding: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("in.sam", try ReadFiles.sam([(Self.site, "A")], step: 10))
    let text = try call(path, ["--sex", "male", "--gvcf"])
    try #require(text.status == 0)
    let other = try call(
      path, ["--sex", "male", "--gvcf", "-O", encoding, "-o", folder.path("out")])
    try #require(other.status == 0, "\(other.errors)")
    let theirs = try ExternalTool.outcome("bcftools", ["view", folder.path("out")])
    #expect(theirs.errors.isEmpty, "\(theirs.errors)")
    #expect(variants(theirs.output) == variants(text.output))
  }

  /// The records written of reads that may lie on a copy of FOXP3 are as incomplete as the reads.
  @Test(arguments: [true, false])
  func aFixPatchWithReadsIsDeclared(_ hasReads: Bool) throws {
    let folder = try TemporaryFolder()
    let patch = "NW_004070880.2"
    let read =
      "p\t0\t\(patch)\t100\t60\t20M\t*\t0\t0\tACGTACGTACGTACGTACGT\t"
      + String(repeating: "F", count: 20) + "\tRG:Z:made\n"
    let sam = try ReadFiles.sam([(Self.site, "A")], step: 10)
      .replacing("@RG", with: "@SQ\tSN:\(patch)\tLN:2418393\n@RG")
    let path = try ReadFiles.compressed(sam + (hasReads ? read : ""), as: "in.bam", in: folder)
    try ExternalTool.run("samtools", ["index", path])
    let run = try call(path, ["--sex", "male", "--gvcf", "-o", folder.path("out.vcf")])
    #expect(run.status == 0, "\(run.errors)")
    let text = String(decoding: try folder.bytes("out.vcf"), as: UTF8.self)
    #expect(text.contains("##contig=<ID=\(patch),length=2418393>\n") == hasReads)
    for input in [path, folder.path("out.vcf")] {
      let annotated = try Program.annotate(
        [input], ["--sex", "male", "--formats", "json"], to: folder)
      #expect(annotated.status == 0, "\(annotated.errors)")
      let names = folder.files(under: "out/made").filter { $0.hasSuffix(".json") }
      let report = try folder.bytes("out/made/" + (try #require(names.first)))
      let isOpen = String(decoding: report, as: UTF8.self)
        .contains("what was mapped or called there is missing here")
      #expect(isOpen == hasReads, "\(input)")
    }
  }

  /// SAM, BAM, CRAM, with an index and without, and from standard input.
  @Test func allFormatsGiveTheSameCalls() throws {
    let folder = try TemporaryFolder()
    let sam = try ReadFiles.sam([(Self.site, "A")], step: 15)
    let plain = try folder.write("in.sam", sam)
    let bam = try ReadFiles.compressed(sam, as: "in.bam", in: folder)
    let indexed = try ReadFiles.compressed(sam, as: "indexed.bam", in: folder)
    try ExternalTool.run("samtools", ["index", indexed])
    let cram = try ReadFiles.compressed(sam, as: "in.cram", in: folder, BadInput.noReference)
    let own = try call(plain, ["--sex", "male", "--gvcf"])
    #expect(own.status == 0)
    #expect(variants(own.output).contains { $0.contains("\t49251441\t.\tG\tA,<*>\t") })
    for path in [plain, bam, indexed, cram] {
      let run = try call(path, ["--sex", "male", "--gvcf"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output == own.output)
    }
    for path in [plain, bam, cram] {
      let run = try call("-", ["--sex", "male", "--gvcf"], standardInput: path)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output == own.output)
    }
    #expect(try call(indexed).errors.contains("by index"))
    #expect(try call(indexed, ["--full-scan"]).errors.contains("by full scan"))
  }

  /// Reports differ in the name of the format alone; the same input gives the same bytes.
  @Test func allFormatsGiveTheSameReports() throws {
    let folder = try TemporaryFolder()
    let sam = try ReadFiles.sam([(Self.site, "A")], step: 15)
    let inputs = [
      try folder.write("in.sam", sam),
      try ReadFiles.compressed(sam, as: "in.bam", in: folder),
      try ReadFiles.compressed(sam, as: "in.cram", in: folder, BadInput.noReference),
    ]
    func reports(_ path: String) throws -> [String: [UInt8]] {
      let run = try Program.annotate(
        [path], ["--sex", "male", "--formats", "vcf,tsv,json"], to: folder)
      try #require(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("made: positive"), "\(run.errors)")
      let names = folder.files(under: "out/made")
      return Dictionary(
        uniqueKeysWithValues: try names.map { ($0, try folder.bytes("out/made/" + $0)) })
    }
    let first = try reports(inputs[0])
    #expect(first.count == 4)
    #expect(try reports(inputs[0]) == first)
    for input in inputs.dropFirst() {
      let other = try reports(input)
      #expect(other["made.foxp3.tsv"] == first["made.foxp3.tsv"])
      #expect(other["made.foxp3.vcf.gz"] == first["made.foxp3.vcf.gz"])
      #expect(try reports(input) == other)
    }
  }

  @Test func severalSamplesNeedAName() throws {
    let folder = try TemporaryFolder()
    let sam = try ReadFiles.sam(step: 50)
      .replacing("SM:made\n", with: "SM:made\n@RG\tID:h\tSM:other\n")
    let path = try folder.write("in.sam", sam)
    let run = try call(path)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("holds the samples “made”, “other”; choose one with --sample"))
    let chosen = try call(path, ["--sample", "other"])
    #expect(chosen.status == 0, "\(chosen.errors)")
    #expect(chosen.output.contains("\tFORMAT\tother\n"))
  }

  @Test(arguments: BadInput.reads.filter { $0.status != 64 })
  func isRefused(_ bad: BadInput) throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["call"] + bad.arguments(folder))
    #expect(run.status == bad.status)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("foxp3: error: "), "\(run.errors)")
    #expect(run.errors.contains(bad.says), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
  }
}
