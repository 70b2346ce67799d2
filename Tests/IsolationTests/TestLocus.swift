import Genome
import HTS
import Isolation

/// Two made-up builds with a short locus each, and files on them.
enum TestLocus {
  /// Bases that look like a genome's: every place has its own, drawn by a fixed rule.
  private static func bases(seed: UInt64, count: Int) -> BaseSequence {
    var state = seed
    return BaseSequence(
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Array("ACGT".utf8)[Int(state >> 62)]
      })
  }

  static let grch37 = Locus(
    assembly: .grch37, accession: "NC_X.37", chromosomeLength: 3_000_000,
    interval: Interval(2_000_001, 2_001_000), sequence: bases(seed: 7, count: 1000))
  static let grch38 = Locus(
    assembly: .grch38, accession: "NC_X.38", chromosomeLength: 3_100_000,
    interval: Interval(2_100_001, 2_101_000), sequence: bases(seed: 7, count: 1000))

  static let naming = ChromosomeNaming(
    names: [
      "X": Assembly?.none, "chrX": Assembly?.none, "NC_X.37": Assembly.grch37,
      "NC_X.38": Assembly.grch38,
    ],
    chromosomeYNames: ["Y", "chrY"], patches: ["PATCH.2": .grch37],
    patchLengths: [1234: .grch37], unsupportedLengths: [2_900_000: "an old build"])

  static func request(
    declared: Assembly? = nil, fullScan: Bool = false, elsewhere: Bool = false,
    bisect: Bool = false
  ) -> IsolationRequest {
    IsolationRequest(
      loci: [grch37, grch38], naming: naming, declaredAssembly: declared, isFullScan: fullScan,
      allowsBisect: bisect, includesElsewhere: elsewhere, wholeFileLimit: 0)
  }

  static func header(_ contigs: [String], samples: [String] = ["S"]) -> String {
    let columns =
      ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT"] + samples
    return "##fileformat=VCFv4.2\n" + contigs.map { "##contig=<\($0)>\n" }.joined()
      + "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">\n"
      + "##INFO=<ID=NOTE,Number=1,Type=String,Description=\"Filler\">\n"
      + "##INFO=<ID=SVLEN,Number=1,Type=Integer,Description=\"Length\">\n"
      + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
      + columns.joined(separator: "\t") + "\n"
  }

  static let x37 = "ID=X,length=3000000"
  static let x38 = "ID=chrX,length=3100000"

  /// A record with the locus' own REF, `offset` bases (from 0) into it.
  static func record(
    _ locus: Locus, _ offset: Int, contig: String = "X", length: Int = 1
  ) -> String {
    let start = locus.interval.start + offset
    let reference = locus.bases(in: Interval(start, start + length - 1))?.text ?? "N"
    let alternate = reference.hasPrefix("A") ? "C" : "A"
    return plain(contig, start, reference, alternate)
  }

  /// The same with a REF that the locus has not.
  static func mismatch(_ locus: Locus, _ offset: Int, contig: String = "X") -> String {
    let start = locus.interval.start + offset
    let base = locus.bases(in: Interval(start, start))?.text ?? "N"
    return plain(contig, start, base == "A" ? "C" : "A", "G")
  }

  static func plain(
    _ contig: String, _ position: Int, _ reference: String, _ alternate: String,
    information: String = "."
  ) -> String {
    "\(contig)\t\(position)\t.\t\(reference)\t\(alternate)\t.\t.\t\(information)\tGT\t0/1"
  }
}
