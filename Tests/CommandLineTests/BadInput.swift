import Foundation
import TestSupport
import Testing

/// An input that can't be used: how to make it, and how the program has to refuse it.
struct BadInput: Sendable, CustomTestStringConvertible {
  var name: String
  var status: Int32
  /// A piece of the sentence that has to be said.
  var says: String
  /// Makes files in the folder and gives the arguments after `annotate`.
  var arguments: @Sendable (TemporaryFolder) throws -> [String]

  var testDescription: String { name }

  init(
    _ name: String, _ status: Int32, _ says: String,
    _ arguments: @escaping @Sendable (TemporaryFolder) throws -> [String]
  ) {
    self.name = name
    self.status = status
    self.says = says
    self.arguments = arguments
  }

  /// A VCF with something wrong in it.
  static func text(
    _ name: String, _ status: Int32, _ says: String, _ options: [String] = [],
    _ change: @escaping @Sendable (inout VariantText) -> Void
  ) -> BadInput {
    BadInput(name, status, says) {
      [try $0.write("input.vcf", VariantText.with(change))] + options
    }
  }

  /// A sound VCF with options that are wrong.
  static func options(_ name: String, _ status: Int32, _ says: String, _ options: [String]) -> Self
  {
    text(name, status, says, options) { _ in }
  }

  /// A sound VCF beside a pedigree that is wrong.
  static func pedigree(
    _ name: String, _ status: Int32, _ says: String, _ rows: String, _ options: [String] = []
  ) -> BadInput {
    BadInput(name, status, says) { folder in
      [
        try folder.write("input.vcf", VariantText().text), "--ped",
        try folder.write("family.ped", rows),
      ] + options
    }
  }

  static let files: [BadInput] = [
    BadInput("missing file", 66, "does not exist") { [$0.path("none.vcf")] },
    BadInput("directory", 66, "is a directory") { [$0.path] },
    BadInput("network address", 66, "is a network address") { _ in
      ["https://localhost/input.vcf"]
    },
    BadInput("empty file", 65, "is empty; give VCF, BCF, SAM, BAM or CRAM\n") {
      [try $0.write("input.vcf", "")]
    },
    BadInput("garbage", 65, "is not VCF, BCF, SAM, BAM or CRAM but ") { folder in
      [try folder.write("input.vcf", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 + 13) })]
    },
    BadInput("text without header", 65, "no VCF header") {
      [try $0.write("input.vcf", VariantText().records[0] + "\n")]
    },
    BadInput("header cut off", 65, "no #CHROM line") {
      [try $0.write("input.vcf", "##fileformat=VCFv4.2\n")]
    },
    BadInput("BGZF without its end", 74, "is cut off") { folder in
      [try folder.write("cut.vcf.gz", try compressed(folder).dropLast(28))]
    },
    BadInput("BGZF cut in its first bytes", 74, "is cut off after 20 bytes") { folder in
      [try folder.write("cut.vcf.gz", try compressed(folder).prefix(20))]
    },
    BadInput("VCF cut inside a record", 74, "the file ends inside this line: it was cut off") {
      var text = VariantText()
      text.records = ["chrX\t49251441\t.\tG\tA\t.\tPA"]
      return [try $0.write("cut.vcf", String(text.text.dropLast()))]
    },
    BadInput("BGZF cut inside a block", 74, "cut off") { folder in
      let bytes = try compressed(folder)
      return [try folder.write("cut.vcf.gz", bytes.prefix(bytes.count / 2))]
    },
    BadInput("BGZF with a changed byte", 74, "damaged") { folder in
      var bytes = try compressed(folder)
      bytes[bytes.count / 2] ^= 0x10
      return [try folder.write("bad.vcf.gz", bytes[...])]
    },
  ]

  static let contents: [BadInput] = [
    .text("no chromosome X", 65, "declares no chromosome X") {
      $0.contigs = ["##contig=<ID=chr1,length=248956422>"]
    },
    .text("T2T-CHM13", 65, "T2T-CHM13v2.0") {
      $0.contigs = ["##contig=<ID=chrX,length=154259566>"]
    },
    .text("hg18", 65, "NCBI36") { $0.contigs = ["##contig=<ID=chrX,length=154913754>"] },
    .text("another build by name", 65, "proofs of its build disagree") {
      $0.contigs = ["##contig=<ID=NC_000023.10,length=156040895>"]
    },
    .text("REF of another genome", 65, "wrong build or damaged REF") {
      $0.records = (0..<12).map { "chrX\t\(49_251_441 + $0)\t.\tA\tC\t.\tPASS\t.\tGT\t1" }
    },
    .text("no proof of a build", 65, "nothing proves its genome build") {
      $0.contigs = []
      $0.records = ["chrX\t1000\t.\tG\tA\t.\tPASS\t.\tGT\t1"]
    },
    .text("a position that is no number", 65, "record 1") {
      $0.records = ["chrX\tten\t.\tG\tA\t.\tPASS\t.\tGT\t1"]
    },
    .text("a genotype without its allele", 65, "there is no allele 2") {
      $0.records = ["chrX\t49251441\t.\tG\tA\t.\tPASS\t.\tGT\t2"]
    },
  ]

  static let requests: [BadInput] = [
    .options("build contradicted", 65, "--assembly says GRCh37", ["--assembly", "GRCh37"]),
    .options("unknown build", 64, "hg18", ["--assembly", "hg18"]),
    .options("unknown format", 64, "docx", ["--formats", "tsv,docx"]),
    .options("no format", 64, "--formats is empty", ["--formats", ""]),
    .options("unknown sex", 64, "--sex", ["--sex", "boy"]),
    .options("no such day", 64, "--run-date", ["--run-date", "2026-02-30"]),
    .options("unknown profile", 66, "clinical-genome", ["--profile", "nobody's"]),
    .options("missing reference", 66, "no such folder", ["--reference-bundle", "nobody's"]),
    .options("no threads", 64, "--threads has to be from 1 to 64", ["--threads", "0"]),
    .options("missing pedigree", 66, "none.ped", ["--ped", "none.ped"]),
    BadInput("folder as pedigree", 66, "is a folder; give a file") { folder in
      [try folder.write("input.vcf", VariantText().text), "--ped", folder.path]
    },
    BadInput("VCF as pedigree", 65, ":1: is a VCF and no pedigree; give a PED file: six columns") {
      let file = try $0.write("input.vcf", VariantText().text)
      return [file, "--ped", file]
    },
    .pedigree("empty pedigree", 65, "has no row of a pedigree; give a PED file", ""),
    .pedigree("no word for a sex", 65, ":1: the sex “boy” is not male,", "F P1 0 0 boy 2"),
    .pedigree(
      "a sex against the pedigree's", 64,
      "--sex says male, but the pedigree (--ped) says female of “P1”", "F P1 0 0 2 2",
      ["--sex", "male"]),
    .options(
      "two sexes", 64, "--sex is given twice; give it once", ["--sex", "male", "--sex", "female"]),
    .options(
      "two cases", 64, "--case is given twice; give it once",
      ["--case", "transplant.yaml", "--case=signs.yaml"]),
    .options(
      "two folders", 64, "--output is given twice; give it once",
      ["-o", "one", "--output-dir", "two"]),
    .options("missing FASTA beside variants", 66, "none.fa: is no file", ["--fasta", "none.fa"]),
    .options("unknown sample", 64, "has no sample `P2`; it has `P1`", ["--sample", "P2"]),
    .text("one sex for two", 64, "--sex speaks of one sample", ["--sex", "male"]) {
      twoSamples(&$0)
    },
    BadInput("one sex for two files", 64, "--sex speaks of one sample") { folder in
      try ["a.vcf", "b.vcf"].map { try folder.write($0, VariantText().text) } + ["--sex", "male"]
    },
    .text("two names for one file", 64, "would write the same files") {
      twoSamples(&$0)
      $0.samples = ["P/1", "P_1"]
    },
    BadInput("one file twice", 64, "would write the same files") { folder in
      let file = try folder.write("input.vcf", VariantText().text)
      return [file, file]
    },
    .options("standard input twice", 64, "only once", ["-", "-"]),
  ]

  private static func twoSamples(_ text: inout VariantText) {
    text.samples.append("P2")
    text.records = text.records.map { $0 + "\t0" }
  }

  /// A BGZF file: the program's own, from an earlier run.
  private static func compressed(_ folder: TemporaryFolder) throws -> [UInt8] {
    let input = try folder.write("sound.vcf", VariantText().text)
    let run = try Program.run(
      ["annotate", input, "-o", folder.path("before"), "--formats", "vcf"])
    try #require(run.status == 0)
    return try folder.bytes("before/P1/P1.foxp3.vcf.gz")
  }
}

extension TemporaryFolder {
  func write(_ name: String, _ bytes: ArraySlice<UInt8>) throws -> String {
    try write(name, Array(bytes))
  }
}
