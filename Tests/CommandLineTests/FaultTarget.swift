import Foundation
import TestSupport

/// What is damaged: a file that is read, or an index beside it.
enum FaultTarget: String, CaseIterable, Sendable {
  case blocks, tabix, variantCSI, plainText, bcf, bcfIndex, bam, bamIndex, readCSI, cram, cramIndex

  /// Whether the damage is to the text of records, which no checksum guards: then the right answer
  /// is that of the damaged text.
  var isText: Bool { self == .plainText }
  var isIndex: Bool {
    [.tabix, .variantCSI, .bcfIndex, .bamIndex, .readCSI, .cramIndex].contains(self)
  }

  /// The input's name, and the name of the file that is damaged.
  var names: (input: String, damaged: String) {
    switch self {
    case .blocks: ("in.vcf.gz", "in.vcf.gz")
    case .tabix: ("in.vcf.gz", "in.vcf.gz.tbi")
    case .variantCSI: ("csi.vcf.gz", "csi.vcf.gz.csi")
    case .plainText: ("in.vcf", "in.vcf")
    case .bcf: ("in.bcf", "in.bcf")
    case .bcfIndex: ("in.bcf", "in.bcf.csi")
    case .bam: ("in.bam", "in.bam")
    case .bamIndex: ("in.bam", "in.bam.bai")
    case .readCSI: ("csi.bam", "csi.bam.csi")
    case .cram: ("in.cram", "in.cram")
    case .cramIndex: ("in.cram", "in.cram.crai")
    }
  }

  /// Sound files of every kind: a male with p.(Arg397Trp) among other chromosomes' records.
  static func prepare(_ folder: TemporaryFolder) throws {
    let text = try folder.write("in.vcf", VariantText.with { $0 = genome() })
    try ExternalTool.run("bgzip", ["-k", text])
    try ExternalTool.run("tabix", ["-p", "vcf", folder.path("in.vcf.gz")])
    try copy(folder, "in.vcf.gz", "csi.vcf.gz")
    try ExternalTool.run("tabix", ["-C", "-p", "vcf", folder.path("csi.vcf.gz")])
    try ExternalTool.run(
      "bcftools", ["view", "--no-version", "-Ob", "-o", folder.path("in.bcf"), text])
    try ExternalTool.run("bcftools", ["index", folder.path("in.bcf")])
    let sam = try ReadFiles.sam(step: 50)
    _ = try ReadFiles.compressed(sam, as: "in.bam", in: folder)
    _ = try ReadFiles.compressed(sam, as: "in.cram", in: folder, BadInput.noReference)
    try copy(folder, "in.bam", "csi.bam")
    try ExternalTool.run("samtools", ["index", folder.path("in.bam")])
    try ExternalTool.run("samtools", ["index", "-c", folder.path("csi.bam")])
    try ExternalTool.run("samtools", ["index", folder.path("in.cram")])
  }

  private static func copy(_ folder: TemporaryFolder, _ from: String, _ to: String) throws {
    try FileManager.default.copyItem(atPath: folder.path(from), toPath: folder.path(to))
  }

  /// Enough records before and behind the locus for several blocks and bins, and for the index to be used.
  private static func genome() -> VariantText {
    var text = VariantText()
    text.contigs = [
      "##contig=<ID=chr1,length=248956422>", "##contig=<ID=chrX,length=156040895>",
      "##contig=<ID=chrY,length=57227415>",
    ]
    func filler(_ contig: String, _ first: Int, _ step: Int) -> [String] {
      (0..<2500).map { number in
        let base = ["A", "C", "G", "T"]
        let (one, other) = (base[number % 4], base[(number + 1 + number / 7 % 3) % 4])
        return "\(contig)\t\(first + number * step)\trs\(number * 7919 % 65521)\t\(one)\t\(other)\t"
          + "\(30 + number % 50)\tPASS\t.\tGT\t\(number % 2)"
      }
    }
    text.records =
      filler("chr1", 10_000, 90_000) + filler("chrX", 3_000_000, 18_000) + text.records
      + filler("chrX", 50_000_000, 36_000) + filler("chrY", 3_000_000, 15_000)
    return text
  }
}
