import Foundation
import TestSupport
import Testing

/// Through an index, too, the sex is told by X and Y outside FOXP3.
@Suite struct SexByIndexTests {
  /// Makes a file too large to be read whole where it has an index: text that does not compress.
  private static let padding: String = {
    var generator = SystemRandomNumberGenerator()
    let letters = Array("ACDEFGHIKLMNPQRSTVWYacdefghiklmnpqrstvwy0123456789")
    let note = String((0..<120_000).map { _ in letters.randomElement(using: &generator) ?? "A" })
    return "chr1\t1000\t.\tG\tA\t.\tPASS\tNOTE=\(note)\tGT\t0/1"
  }()

  private static func text(
    x genotype: String, callsOnY: Int, y: String = "chrY"
  ) -> String {
    var text = VariantText()
    text.contigs.append("##contig=<ID=\(y),length=57227415>")
    text.contigs.append("##contig=<ID=chr1,length=248956422>")
    text.records = [
      padding, "chrX\t49251441\t.\tG\tA\t.\tPASS\t.\tGT\t\(genotype == "0/1" ? "0/1" : "1/1")",
    ]
    text.records += (0..<150).map {
      "chrX\t\(70_000_000 + $0 * 1000)\t.\tG\tA\t.\tPASS\t.\tGT\t\(genotype)"
    }
    text.records += (0..<callsOnY).map {
      "\(y)\t\(10_000_000 + $0 * 1000)\t.\tG\tA\t.\tPASS\t.\tGT\t1/1"
    }
    return text.text
  }

  @Test(
    .enabled(if: ExternalTool.isInstalled("tabix"), "tabix is not installed"),
    arguments: [("1/1", 40, "positive"), ("0/1", 0, "carrier")])
  func sexIsInferred(_ genotype: String, _ callsOnY: Int, _ word: String) throws {
    let folder = try TemporaryFolder()
    let plain = try folder.write(
      "in.vcf", SexByIndexTests.text(x: genotype, callsOnY: callsOnY))
    let path = folder.path("in.vcf.gz")
    try Data(ExternalTool.run("bgzip", ["-c", plain])).write(to: URL(fileURLWithPath: path))
    try ExternalTool.run("tabix", ["-p", "vcf", path])
    let indexed = try Program.annotate([path], to: folder)
    #expect(indexed.errors.contains("(by index)"), "\(indexed.errors)")
    #expect(indexed.errors.contains("P1: \(word)\n"), "\(indexed.errors)")
    let whole = try Program.annotate([path], ["--full-scan"], to: folder)
    #expect(whole.errors.contains("P1: \(word)\n"), "\(whole.errors)")
  }

  /// Y by its RefSeq and GenBank names: a boy with two X is no girl.
  @Test(
    .enabled(if: ExternalTool.isInstalled("tabix"), "tabix is not installed"),
    arguments: ["NC_000024.10", "CM000686.2"])
  func yIsFoundByItsAccessions(_ y: String) throws {
    let folder = try TemporaryFolder()
    let plain = try folder.write("in.vcf", Self.text(x: "0/1", callsOnY: 40, y: y))
    let path = folder.path("in.vcf.gz")
    try Data(ExternalTool.run("bgzip", ["-c", plain])).write(to: URL(fileURLWithPath: path))
    try ExternalTool.run("tabix", ["-p", "vcf", path])
    for input in [plain, path] {
      let run = try Program.annotate([input], to: folder)
      #expect(run.errors.contains("P1: uncertain\n"), "\(run.errors)")
    }
  }

  private static func calls(
    _ contig: String, _ positions: StrideThrough<Int>, _ genotype: (Int) -> String
  ) -> [String] {
    positions.map {
      let genotype = genotype($0)
      return "\(contig)\t\($0)\t.\tG\t\(genotype == "0/0" ? "." : "A")\t.\tPASS\t.\tGT\t\(genotype)"
    }
  }

  private static let variant = ["chrX\t49251441\t.\tG\tA\t.\tPASS\t.\tGT\t0/1"]

  private static func bothAlleles(at position: Int) -> String {
    position % 2 == 0 ? "0/1" : "1/1"
  }

  /// A boy with two X whose calls on Y stand behind 20,100 records of the reference.
  private static let twoXAndY =
    calls("chrX", stride(from: 10_000_000, through: 10_149_999, by: 1001), bothAlleles(at:))
    + variant
    + calls("chrX", stride(from: 60_000_000, through: 60_149_999, by: 1001), bothAlleles(at:))
    + calls("chrY", stride(from: 2_781_480, through: 2_801_579, by: 1)) { _ in "0/0" }
    + calls("chrY", stride(from: 10_000_000, through: 10_899_999, by: 1000)) { _ in "1/1" }

  /// Every place behind FOXP3 is there, so that the first alternate comes late.
  private static let everyPlace =
    variant + calls("chrX", stride(from: 49_270_000, through: 49_291_000, by: 1)) { _ in "0/0" }
    + calls("chrX", stride(from: 60_000_000, through: 60_199_999, by: 1001), bothAlleles(at:))

  /// Only both sides of FOXP3 together have enough genotypes.
  private static let bothSides =
    calls("chrX", stride(from: 10_000_000, through: 10_079_999, by: 1000)) { _ in "1/1" }
    + variant.map { $0.replacing("0/1", with: "1/1") }
    + calls("chrX", stride(from: 60_000_000, through: 60_079_999, by: 1000)) { _ in "1/1" }
    + calls("chrY", stride(from: 10_000_000, through: 10_079_999, by: 1000)) { _ in "1/1" }

  /// The word and what is said of the sex are the same with an index and without.
  @Test(
    .enabled(if: ExternalTool.isInstalled("tabix"), "tabix is not installed"),
    arguments: [
      (twoXAndY, "uncertain", "XXY or a contaminated sample"),
      (everyPlace, "carrier", "Two X, and no Y seen: female."),
      (bothSides, "positive", "One X and a Y"),
    ])
  func anIndexChangesNothing(_ records: [String], _ word: String, _ sentence: String) throws {
    let folder = try TemporaryFolder()
    var text = VariantText()
    text.contigs += [
      "##contig=<ID=chrY,length=57227415>", "##contig=<ID=chr1,length=248956422>",
    ]
    text.records = [Self.padding] + records
    let plain = try folder.write("in.vcf", text.text)
    let path = folder.path("in.vcf.gz")
    try Data(ExternalTool.run("bgzip", ["-c", plain])).write(to: URL(fileURLWithPath: path))
    var evidence: [String] = []
    for way in ["full scan", "index"] {
      if way == "index" { try ExternalTool.run("tabix", ["-p", "vcf", path]) }
      let run = try Program.annotate([path], to: folder)
      #expect(run.errors.contains("(by \(way))"), "\(run.errors)")
      #expect(run.errors.contains("P1: \(word)\n"), "\(way): \(run.errors)")
      let report = try String(contentsOfFile: folder.path("out/P1/P1.foxp3.json"), encoding: .utf8)
      #expect(report.contains(sentence), "\(way)")
      let start = try #require(report.range(of: "\"sex\""))
      evidence.append(String(report[start.lowerBound...].prefix { $0 != "]" }))
    }
    #expect(evidence[0] == evidence[1])
  }

  /// By bisecting nothing of X and Y is read but the locus: a record of the other build's locus, which
  /// lies elsewhere on X once the build is proven, is no reading of X, nor of Y.
  @Test(
    .enabled(if: ExternalTool.isInstalled("bgzip"), "bgzip is not installed"))
  func bisectingSaysThatNothingWasRead() throws {
    let folder = try TemporaryFolder()
    let padding = "NOTE=" + String(repeating: "N", count: 1000)
    let around = [40_000_000, 60_000_000].map { start in
      (0..<400).map {
        "chrX\t\(start + $0 * 1000)\t.\tG\tA\t.\tPASS\t\(padding)\tGT\t0/1"
      }
    }
    // GRCh38's bases at places of its locus prove the build.
    let bases = zip(
      [49_248_600, 49_248_900, 49_249_200, 49_249_500, 49_249_800, 49_250_100], "GGATGG")
    var text = VariantText()
    text.contigs = []
    text.records =
      around[0] + ["chrX\t49110000\t.\tN\tA\t.\tPASS\t.\tGT\t0/1"]
      + bases.map { "chrX\t\($0)\t.\t\($1)\t.\t.\tPASS\t.\tGT\t0/0" } + Self.variant + around[1]
    let plain = try folder.write("in.vcf", text.text)
    let path = folder.path("in.vcf.gz")
    try Data(ExternalTool.run("bgzip", ["-c", plain])).write(to: URL(fileURLWithPath: path))
    let run = try Program.annotate(
      [path], ["--sex", "male", "--profile", "research"], to: folder)
    #expect(run.errors.contains("(by bisect)"), "\(run.errors)")
    let report = try String(contentsOfFile: folder.path("out/P1/P1.foxp3.json"), encoding: .utf8)
    #expect(report.contains("Nothing was read of X and Y outside FOXP3 to check the declared sex."))
    #expect(!report.contains("good calls lie on Y"))
  }
}
