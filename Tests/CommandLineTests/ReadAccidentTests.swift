import Foundation
import TestSupport
import Testing

/// Accidents with files of reads: the output named like the input, reads beside reads, a pipe with a name, read
/// groups that don't tell whose a read is.
@Suite struct ReadAccidentTests {
  private let folder: TemporaryFolder
  private let sam: String

  init() throws {
    folder = try TemporaryFolder()
    sam = try ReadFiles.sam(step: 15)
  }

  @Test(arguments: ["call", "scan"])
  func theInputIsNeverReplaced(_ command: String) throws {
    let bam = try ReadFiles.compressed(sam, as: "in.bam", in: folder)
    let before = try folder.bytes("in.bam")
    try ExternalTool.run("ln", ["-s", "in.bam", folder.path("link.bam")])
    for output in [bam, folder.path("link.bam")] {
      let run = try Program.run([command, bam, "-o", output])
      #expect(run.status == 64 && run.errors.contains("is read in this run and would be lost"))
    }
    #expect(try folder.bytes("in.bam") == before)
  }

  /// Nor its index, nor the reference's.
  @Test func whatStandsBesideTheInputIsNeverReplaced() throws {
    let bam = try ReadFiles.compressed(sam, as: "in.bam", in: folder)
    try ExternalTool.run("samtools", ["index", bam])
    let fasta = try ReadFiles.fasta(in: folder)
    let pedigree = try folder.write("f.ped", "F made 0 0 1 0\n")
    for output in [bam + ".bai", fasta, fasta + ".fai", pedigree] {
      let before = try ExternalTool.run("sha256sum", [output])
      let run = try Program.run(["call", bam, "--fasta", fasta, "--ped", pedigree, "-o", output])
      #expect(
        run.status == 64 && run.errors.contains("is read in this run and would be lost"),
        "\(output)")
      #expect(try ExternalTool.run("sha256sum", [output]) == before)
    }
  }

  @Test func recordsOfTheInputAreNeverReplaced() throws {
    let input = try folder.write("in.vcf", VariantText().text)
    let run = try Program.run(["scan", input, "-o", folder.path("./in.vcf")])
    #expect(run.status == 64 && run.errors.contains("is read in this run and would be lost"))
  }

  @Test func textIsNoReads() throws {
    let input = try folder.write("in.vcf", VariantText().text)
    let text = try folder.write("reads.bam", "no reads\n")
    let run = try Program.run(
      ["annotate", input, "--alignments", text, "-o", folder.path("out")])
    #expect(run.status == 65)
    #expect(run.errors.contains("is not SAM, BAM or CRAM but"), "\(run.errors)")
  }

  @Test func readsBesideReadsAreRefused() throws {
    let path = try folder.write("in.sam", sam)
    let run = try Program.run(
      ["annotate", path, "--alignments", "none.bam", "-o", folder.path("out")])
    #expect(run.status == 64, "\(run.errors)")
    #expect(run.errors.contains("--alignments gives reads beside a file of variants"))
  }

  /// A pipe gives its bytes once, whatever its name.
  @Test func aNamedPipeIsReadOnce() throws {
    let bam = try ReadFiles.compressed(sam, as: "in.bam", in: folder)
    let pipe = folder.path("pipe")
    try ExternalTool.run("mkfifo", [pipe])
    let run = try Program.run(
      ["annotate", pipe, "--sex", "male", "--formats", "tsv", "-o", folder.path("out")],
      setUp: "cat '\(bam)' > '\(pipe)' &")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func aReadGroupOfTwoSamplesIsRefused() throws {
    let group = try #require(sam.split(separator: "\n").first { $0.hasPrefix("@RG") })
    let second = group.replacing("SM:made", with: "SM:girl")
    let path = try folder.write("in.sam", sam.replacing(group, with: "\(group)\n\(second)"))
    let run = try Program.run(["annotate", path, "-o", folder.path("out")])
    #expect(run.status == 65, "\(run.errors)")
    #expect(run.errors.contains("twice, for “made” and “girl”"), "\(run.errors)")
  }

  @Test func readsOfAnUndeclaredGroupAreTold() throws {
    let lines = sam.split(separator: "\n").map { line in
      line.hasPrefix("@") ? "\(line)\n" : line.replacing("RG:Z:", with: "RG:Z:other") + "\n"
    }
    let path = try folder.write("in.sam", lines.joined())
    let run = try Program.run(
      ["annotate", path, "--sex", "male", "--formats", "tsv", "-o", folder.path("out")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("name a read group (RG) that the header does not declare"))
  }
}
