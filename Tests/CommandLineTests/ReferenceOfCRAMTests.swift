import Foundation
import TestSupport
import Testing

/// A CRAM stores what differs from a reference: which one it needs is said.
@Suite(.serialized) struct ReferenceOfCRAMTests {
  @Test func aReferenceIsAskedForAndHasToBeTheRightOne() throws {
    let folder = try TemporaryFolder()
    let fasta = try ReadFiles.fasta(in: folder)
    let sam = try ReadFiles.sam(step: 15, flank: -200)
    let cram = try ReadFiles.compressed(sam, as: "in.cram", in: folder, ["-T", fasta])
    try FileManager.default.moveItem(atPath: fasta, toPath: folder.path("moved.fa"))
    try FileManager.default.moveItem(atPath: fasta + ".fai", toPath: folder.path("moved.fa.fai"))

    let without = try Program.annotate([cram], ["--sex", "male"], to: folder)
    expectRefusal(without, 65, "--fasta", folder)
    let missing = try Program.annotate([cram], ["--fasta", folder.path("none.fa")], to: folder)
    expectRefusal(missing, 66, "is no file", folder)
    let address = try Program.annotate([cram], ["--fasta", "https://localhost/a.fa"], to: folder)
    expectRefusal(address, 66, "is a network address", folder)
    let whole = try Program.annotate(
      [cram], ["--sex", "male", "--fasta", folder.path("moved.fa"), "--formats", "tsv"], to: folder)
    #expect(whole.status == 0, "\(whole.errors)")
    #expect(whole.errors.contains("made: "), "\(whole.errors)")
    try FileManager.default.removeItem(atPath: folder.path("out"))

    try FileManager.default.removeItem(atPath: folder.path("moved.fa.fai"))
    let unindexed = try Program.annotate([cram], ["--fasta", folder.path("moved.fa")], to: folder)
    expectRefusal(unindexed, 66, "samtools faidx", folder)
    try FileManager.default.removeItem(atPath: folder.path("moved.fa"))

    let wrong = try ReadFiles.fasta(in: folder, name: "wrong.fa", changed: true)
    let other = try Program.annotate([cram], ["--sex", "male", "--fasta", wrong], to: folder)
    expectRefusal(other, 74, "another reference", folder)
  }

  @Test(arguments: ["no_ref=1", "embed_ref=2"])
  func aCRAMThatHoldsItsReferenceNeedsNone(_ option: String) throws {
    let folder = try TemporaryFolder()
    let sam = try ReadFiles.sam(step: 15)
    let cram = try ReadFiles.compressed(
      sam, as: "in.cram", in: folder, ["--output-fmt-option", option])
    let run = try Program.annotate([cram], ["--sex", "male"], to: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("reads over the locus were used"), "\(run.errors)")
  }

  private func expectRefusal(
    _ run: ExternalTool.Run, _ status: Int32, _ says: String, _ folder: TemporaryFolder
  ) {
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    #expect(folder.files(under: "out").isEmpty)
  }
}
