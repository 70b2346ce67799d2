import Foundation
import TestSupport
import Testing

/// Rules of the SAM and CRAM specifications (those of `test/sam` and `test/cram` in samtools/hts-specs),
/// each kept or broken by one read in the middle of the locus, or by the header. What htslib lets
/// through is in `docs/robustness.md`.
@Suite(.enabled(if: ExternalTool.isInstalled("samtools"), "samtools is not installed"))
struct ReadSpecificationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A column of the read (QNAME is 0), or tags added for `nil`, and what it is replaced by.
  struct Change: Sendable, CustomTestStringConvertible {
    var column: Int?
    var value: String

    init(_ column: Int?, _ value: String) {
      self.column = column
      self.value = value
    }

    var testDescription: String { "\(column.map { "column \($0 + 1)" } ?? "tag") \(value)" }
  }

  private func sam(_ change: Change) throws -> String {
    var lines = try ReadFiles.sam(step: 50).split(separator: "\n").map(String.init)
    let middle = lines.count / 2
    var fields = lines[middle].split(separator: "\t").map(String.init)
    if let column = change.column {
      fields[column] = change.value
    } else {
      fields.append(change.value)
    }
    lines[middle] = fields.joined(separator: "\t")
    return lines.map { $0 + "\n" }.joined()
  }

  private func annotate(_ input: String) throws -> (run: ExternalTool.Run, answer: [[UInt8]]) {
    try? FileManager.default.removeItem(atPath: folder.path("out"))
    let run = try Program.annotate([input], ["--formats", "tsv,bed", "--sex", "male"], to: folder)
    let names = folder.files(under: "out").filter { $0.contains(".foxp3.") }
    return (run, try names.map { try folder.bytes("out/" + $0) })
  }

  private static let refused: [Change] = [
    Change(0, String(repeating: "q", count: 300)), Change(1, "x"), Change(1, "-1"),
    Change(3, "-5"), Change(3, "x"), Change(3, "1e3"), Change(4, "x"), Change(4, "-1"),
    Change(5, "150Q"), Change(5, "150M1"), Change(5, "M"), Change(5, "149M"), Change(5, ""),
    Change(5, "-150M"), Change(7, "-1"), Change(7, "x"), Change(8, "x"), Change(10, "FFF"),
    Change(nil, "X:i:1"), Change(nil, "XX:Q:1"), Change(nil, "XX:H:1"), Change(nil, "XX:B:z,1"),
    Change(nil, "XX:i:4294967296"),
  ]

  @Test(arguments: refused) func aBrokenReadEndsTheRun(_ change: Change) throws {
    let (run, answer) = try annotate(try folder.write("in.sam", try sam(change)))
    #expect(run.status == 74, "\(run.errors)")
    #expect(run.errors.contains("after record"))
    #expect(answer.isEmpty)
  }

  /// Valid ones, and broken ones that htslib takes and no result stands on.
  private static let taken: [Change] = [
    Change(0, "*"), Change(0, "a@b"), Change(1, "4096"), Change(4, "255"), Change(4, "256"),
    Change(5, "75M75M"), Change(5, "150M0I"), Change(5, "75=75X"), Change(5, "74M1I1D75M"),
    Change(10, "*"), Change(nil, "XX:A:!"), Change(nil, "XX:i:+7"),
    Change(nil, "XX:i:-2147483648"), Change(nil, "XX:f:1e-3"), Change(nil, "XX:Z:"),
    Change(nil, "XX:Z:any text"), Change(nil, "XX:H:1AE3"), Change(nil, "XX:B:c,-128,127"),
    Change(nil, "XX:B:f,1.5"), Change(nil, "XX:A:ab"), Change(nil, "XX:i:abc"),
    Change(nil, "XX:f:1.2.3"), Change(nil, "XX:i:1\tXX:i:2"),
  ]

  @Test(arguments: taken) func anOddReadIsRead(_ change: Change) throws {
    let sound = try annotate(try folder.write("sound.sam", try ReadFiles.sam(step: 50)))
    let (run, answer) = try annotate(try folder.write("in.sam", try sam(change)))
    #expect(run.status == 0, "\(run.errors)")
    #expect(answer == sound.answer)
  }

  private static let headers: [(String, String, Int32)] = [
    ("\tLN:156040895", "", 65), ("LN:156040895", "LN:0", 65), ("LN:156040895", "LN:x", 65),
    ("LN:156040895", "LN:-7", 65), ("SN:chrX", "XX:chrX", 65),
    ("@SQ", "@SQ\tSN:chrX\tLN:156040895\n@SQ", 65), ("ID:g", "XX:g", 74),
    ("@RG", "@XX\tAA:1\n@RG", 74), ("@HD\tVN:1.6", "@HD\tVN:1.6\tGO:none", 0),
    ("@HD\tVN:1.6\tSO:coordinate\n", "", 0), ("SO:coordinate", "SO:sideways", 0),
    ("LN:156040895", "LN:156040895\tAN:X,23\tTP:circular", 0), ("@RG", "@CO\tany \ttext\n@RG", 0),
    ("@RG", "@PG\tID:a\tPP:none\n@RG", 0),
  ]

  @Test(arguments: headers)
  func aHeader(_ old: String, _ new: String, _ status: Int32) throws {
    let text = try ReadFiles.sam(step: 50).replacing(old, with: new, maxReplacements: 1)
    let (run, answer) = try annotate(try folder.write("in.sam", text))
    #expect(run.status == status, "\(run.errors)")
    #expect(answer.isEmpty == (status != 0))
  }

  /// Every way to write a CRAM that samtools has is read as the BAM of the same reads is.
  @Test(arguments: [
    "version=2.1", "version=3.0", "version=3.0,seqs_per_slice=20",
    "slices_per_container=4,seqs_per_slice=20",
    "use_bzip2=1", "use_lzma=1", "lossy_names=1", "store_md=1,store_nm=1", "embed_ref=1", "level=0",
    "multi_seq_per_slice=1",
  ])
  func everyCRAMGivesTheSame(_ option: String) throws {
    let text = try ReadFiles.sam(step: 50)
    let bam = try annotate(try ReadFiles.compressed(text, as: "in.bam", in: folder))
    let fasta = try ReadFiles.fasta(in: folder)
    let cram = try ReadFiles.compressed(
      text, as: "in.cram", in: folder,
      ["-T", fasta] + option.split(separator: ",").flatMap { ["--output-fmt-option", String($0)] })
    try? FileManager.default.removeItem(atPath: folder.path("out"))
    let run = try Program.annotate(
      [cram], ["--formats", "tsv,bed", "--sex", "male", "--fasta", fasta], to: folder)
    #expect(run.status == 0, "\(run.errors)")
    let names = folder.files(under: "out").filter { $0.contains(".foxp3.") }
    #expect(try names.map { try folder.bytes("out/" + $0) } == bam.answer)
  }
}
