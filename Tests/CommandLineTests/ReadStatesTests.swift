import Foundation
import Genome
import TestSupport
import Testing

/// Files of reads that are unusual and sound: the same calls as of the plain file, and what is unusual
/// said where it matters.
@Suite struct ReadStatesTests {
  /// c.1189C>T (ClinVar VCV000011407).
  private static let site = Interval(49_251_441, 49_251_441)

  private let folder: TemporaryFolder
  private let sam: String
  private let calls: String

  init() throws {
    folder = try TemporaryFolder()
    sam = try ReadFiles.sam([(Self.site, "A")], step: 15)
    calls = try Self.call(try folder.write("plain.sam", sam)).output
    try #require(calls.contains("\t49251441\t.\tG\tA,<*>\t"))
  }

  private static func call(
    _ path: String, _ options: [String] = ["--sex", "male"]
  ) throws -> ExternalTool.Run {
    withoutNotes(try Program.run(["call", path, "--gvcf"] + options))
  }

  /// What is unusual in the reads stands in the header too, and is no part of the calls.
  private static func withoutNotes(_ run: ExternalTool.Run) -> ExternalTool.Run {
    var run = run
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    run.bytes = Array(
      lines.filter { !$0.hasPrefix("##foxp3_call_note=") }.joined(separator: "\n").utf8)
    return run
  }

  private func run(_ text: String, _ options: [String] = ["--sex", "male"]) throws
    -> ExternalTool.Run
  {
    try Self.call(try folder.write("in.sam", text), options)
  }

  /// Reads added to the file: what `call` makes of them, and what it says.
  private func expectSame(_ text: String, says: String? = nil) throws {
    let run = try run(text)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == calls)
    if let says { #expect(run.errors.contains(says), "\(run.errors)") }
  }

  private func line(
    _ name: String, flags: Int = 0, at position: Int, mapping: Int = 60, _ cigar: String,
    _ bases: String
  ) -> String {
    "\(name)\t\(flags)\tchrX\t\(position)\t\(mapping)\t\(cigar)\t*\t0\t0\t\(bases)\t*\tRG:Z:g\n"
  }

  @Test func unsortedReadsGiveTheSameCalls() throws {
    let lines = sam.split(separator: "\n").map(String.init)
    let header = lines.filter { $0.hasPrefix("@") }
    var reads = lines.filter { !$0.hasPrefix("@") }
    var generator = SeededGenerator(seed: 3)
    reads.shuffle(using: &generator)
    // The header still says that they are sorted.
    try expectSame((header + reads).map { $0 + "\n" }.joined())
  }

  @Test func equalSignsAreTheReferenceAndHardClipsAreNothing() throws {
    let reference = try ReadFiles.sam(step: 15)
    let plain = try run(reference)
    let equals = try run(
      ReadFiles.edited(reference) { $0[9] = String(repeating: "=", count: $0[9].utf8.count) })
    #expect(equals.status == 0, "\(equals.errors)")
    #expect(equals.output == plain.output)
    try expectSame(ReadFiles.edited(sam) { $0[5] = "3H\($0[5])5H" })
  }

  @Test func readsWithoutQualitiesAreCounted() throws {
    let run = try run(ReadFiles.edited(sam) { $0[10] = "*" })
    #expect(run.status == 0)
    #expect(run.errors.contains("reads have no base qualities; each base was taken to have 20"))
    #expect(run.output.contains("\t49251441\t.\tG\tA,<*>\t"))
  }

  @Test func readsWithoutBasesAreCounted() throws {
    try expectSame(sam + line("empty", at: 49_255_000, "50M", "*"), says: "1 without bases")
  }

  @Test func eachKindOfUnusedReadIsCountedAndChangesNothing() throws {
    let bases = String(repeating: "A", count: 50)
    let more =
      line("a", flags: 0x100, at: 49_255_000, "50M", bases)
      + line("b", flags: 0x200, at: 49_255_000, "50M", bases)
      + line("c", flags: 0x400, at: 49_255_000, "50M", bases)
      + line("d", at: 49_255_000, mapping: 19, "50M", bases)
      + line("e", flags: 0x4, at: 49_255_000, "50M", bases)
    let run = try run(sam + more)
    #expect(run.output == calls)
    for words in [
      "1 secondary alignments", "1 failing the platform's checks", "1 duplicates",
      "1 of low mapping quality",
    ] { #expect(run.errors.contains(words), "\(run.errors)") }
  }

  /// Ten million bases between two pieces, over the whole locus.
  @Test(arguments: ["N", "D"])
  func aReadThatSpansTheLocusIsCounted(_ operation: String) throws {
    let bases = String(repeating: "A", count: 150)
    try expectSame(
      sam + line("long", at: 44_000_000, "75M9999850\(operation)75M", bases),
      says: "1 spanning the locus without a base in it")
  }

  /// Ten million aligned bases, equal to the reference wherever that is known.
  @Test func aReadOfTenMillionBasesCountsOnce() throws {
    let bases = String(repeating: "=", count: 10_000_000)
    let run = try run(sam + line("long", at: 44_000_000, "10000000M", bases))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\t49251441\t.\tG\tA,<*>\t"))
    #expect(run.errors.contains("1 reads have no base qualities"), "\(run.errors)")
  }

  /// Spliced reads of RNA: what they skip is no deletion and is not covered.
  @Test func skippedBasesAreNoDeletionAndNotCovered() throws {
    let intron = Interval(49_255_000, 49_255_029)
    let deleted = try ReadFiles.sam([(intron, "")], step: 15)
    let deletion = try run(deleted)
    let spliced = try run(ReadFiles.edited(deleted) { $0[5] = $0[5].replacing("D", with: "N") })
    func records(_ run: ExternalTool.Run) -> [String] {
      run.output.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }
    #expect(records(deletion).contains { !$0.contains("\t<*>\t") })
    #expect(records(spliced).allSatisfy { $0.contains("\t<*>\t") })
    #expect(records(spliced).contains { $0.contains("END=\(intron.start - 1)") })
    #expect(records(spliced).contains { $0.hasPrefix("chrX\t\(intron.end + 1)\t") })
  }

  @Test func readsWithoutAPlaceOrOfPositionZeroAreNoMatter() throws {
    let bases = String(repeating: "A", count: 50)
    try expectSame(
      sam + line("zero", at: 0, "50M", bases) + "u\t4\t*\t0\t0\t*\t*\t0\t0\tACGT\t*\n")
  }

  @Test func readGroupsThatNameNoSampleAreSaid() throws {
    try expectSame(
      sam.replacing("SM:made\n", with: "SM:made\n@RG\tID:h\n"),
      says: "The read group h names no sample (SM); its reads were taken to be of made")
    let stem = try run(sam.replacing("\tSM:made", with: ""))
    #expect(stem.output.contains("\tFORMAT\tin\n"))
    let empty = try run(sam.replacing("SM:made", with: "SM:"))
    #expect(empty.output.contains("\tFORMAT\tin\n"))
    let none = try run(sam.replacing("@RG\tID:g\tSM:made\n", with: ""))
    #expect(none.output.contains("\tFORMAT\tin\n"))
  }

  @Test func readsOfUnknownGroupsAreSaidWhereThereAreSeveralSamples() throws {
    var number = 0
    let text = ReadFiles.edited(
      sam.replacing("SM:made\n", with: "SM:made\n@RG\tID:h\tSM:other\n")
    ) { fields in
      number += 1
      if number % 10 == 0 { fields[11] = "RG:Z:unknown" }
    }
    let path = try folder.write("in.sam", text)
    let chosen = try Self.call(path, ["--sample", "made", "--sex", "male"])
    #expect(chosen.status == 0)
    #expect(chosen.errors.contains("reads over the locus belong to no selected sample"))
    // Reports for each sample of the file.
    let all = try Program.annotate([path], ["--formats", "tsv"], to: folder)
    #expect(all.status == 0, "\(all.errors)")
    #expect(
      folder.files(under: "out").filter { $0.hasSuffix(".tsv") } == [
        "made/made.foxp3.tsv", "other/other.foxp3.tsv",
      ])
  }

  @Test func aFileWithoutReadsOverTheLocusIsInconclusiveAndSaysWhy() throws {
    let header = sam.split(separator: "\n").filter { $0.hasPrefix("@") }.map { $0 + "\n" }.joined()
    for text in [
      header, header + line("far", at: 1_000_000, "50M", String(repeating: "A", count: 50)),
    ] {
      let bam = try ReadFiles.compressed(text, as: "none.bam", in: folder)
      let run = try Program.annotate([bam], ["--sex", "male", "--formats", "tsv"], to: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("made: inconclusive"), "\(run.errors)")
      #expect(
        run.errors.contains("No read over FOXP3 has a base that could be used"), "\(run.errors)")
    }
  }

  @Test func anIndexThatDoesNotFitIsNotUsed() throws {
    let bam = try ReadFiles.compressed(sam, as: "in.bam", in: folder)
    try ExternalTool.run("samtools", ["index", bam])
    let index = try folder.bytes("in.bam.bai")
    #expect(try Self.call(bam).errors.contains("by index: in.bam.bai"))

    _ = try folder.write("in.bam.bai", index.prefix(100))
    let damaged = try Self.call(bam)
    #expect(damaged.output == calls)
    #expect(damaged.errors.contains("in.bam.bai can't be used; the whole file was read instead"))

    let other = try ReadFiles.compressed(
      try ReadFiles.sam(step: 150), as: "other.bam", in: folder)
    try ExternalTool.run("samtools", ["index", other])
    _ = try folder.write("in.bam.bai", try folder.bytes("other.bam.bai"))
    let foreign = try Self.call(bam)
    #expect(foreign.output == calls)
    #expect(foreign.errors.contains("in.bam.bai is of another file"), "\(foreign.errors)")

    _ = try folder.write("in.bam.bai", index)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)],
      ofItemAtPath: folder.path("in.bam.bai"))
    let old = try Self.call(bam)
    #expect(old.output == calls)
    #expect(old.errors.contains("in.bam.bai is older than the file"), "\(old.errors)")
  }

  /// The index of a CRAM holds nothing that tells its file: where it leads to no read, the file is read.
  @Test(arguments: [
    "5\t1\t100\t342\t190\t10122\n", "0\t49246436\t25375\t99999999\t190\t10122\n",
    "0\t1000\t2000\t300\t190\t10122\n", "0\t60000000\t2000\t342\t190\t10122\n",
  ])
  func aForeignIndexOfACRAMHidesNoReads(_ entries: String) throws {
    let cram = try ReadFiles.compressed(sam, as: "in.cram", in: folder, BadInput.noReference)
    try ExternalTool.run("samtools", ["index", cram])
    let indexed = try Self.call(cram)
    #expect(indexed.output == calls)
    #expect(indexed.errors.contains("by index: in.cram.crai"), "\(indexed.errors)")
    let plain = try folder.write("crai", entries)
    _ = try folder.write("in.cram.crai", try ExternalTool.run("gzip", ["-c", plain]))
    let foreign = try Self.call(cram)
    #expect(foreign.status == 0, "\(foreign.errors)")
    #expect(foreign.output == calls)
    #expect(foreign.errors.contains("leads to no read around FOXP3"), "\(foreign.errors)")
  }

  /// A header with a note to it, on a stream, which can't be opened a second time.
  @Test(arguments: ["in.bam", "in.cram"])
  func aStreamWithAFixPatchIsReadOnce(_ name: String) throws {
    let patched = sam.replacing("@RG", with: "@SQ\tSN:NW_004070880.2\tLN:1000\n@RG")
    let path = try ReadFiles.compressed(patched, as: name, in: folder, BadInput.noReference)
    let run = Self.withoutNotes(
      try Program.run(["call", "-", "--gvcf", "--sex", "male"], standardInput: path))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == calls)
    #expect(run.errors.contains("NW_004070880.2, a fix patch"), "\(run.errors)")
  }

  /// A flipped bit anywhere: a refusal, or the very same calls; never others.
  @Test func noFlippedBitIsReadAsSomethingElse() throws {
    let bam = try ReadFiles.compressed(sam, as: "in.bam", in: folder)
    let bytes = try folder.bytes("in.bam")
    for place in stride(from: 20, to: bytes.count, by: bytes.count / 24) {
      var changed = bytes
      changed[place] ^= 0x04
      _ = try folder.write("in.bam", changed)
      let run = try Self.call(bam)
      if run.status == 0 {
        #expect(run.output == calls, "byte \(place)")
      } else {
        #expect(run.output.isEmpty)
        #expect([65, 74].contains(run.status), "byte \(place): \(run.errors)")
      }
    }
  }
}
