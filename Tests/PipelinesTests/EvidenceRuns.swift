import Flow
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// Tests that explain a variant with files of evidence written for the test.
protocol EvidenceRuns {}

extension EvidenceRuns {
  func explain(
    _ name: String, frequencies: String? = nil, scores: String? = nil, caseFile: String? = nil
  ) throws -> ClassifiedVariant {
    let folder = try TemporaryFolder()
    let files = EvidenceFiles(
      frequencies: try frequencies.map { try folder.write("frequencies.vcf", $0) },
      scores: try scores.map { try folder.write("scores.vcf", $0) },
      caseFile: try caseFile.map { try folder.write("case.yaml", $0) })
    let knowledge = try Knowledge(
      EmbeddedReference.bundle(), tables: TableSelection(["none"]), evidence: files)
    return try #require(try ExplainPipeline(knowledge: knowledge).explain(name).variants.first)
  }

  func file(_ records: [String], length: Int = 156_040_895, header: String = "") -> String {
    "##fileformat=VCFv4.2\n##contig=<ID=chrX,length=\(length)>\n\(header)"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
      + records.map { $0.replacing(" ", with: "\t") + "\n" }.joined()
  }

  func locusBase(_ position: Int) throws -> String {
    let locus = try EmbeddedReference.bundle().locus(.grch38)
    return try #require(locus.bases(in: Interval(position, position))).text
  }

  func listed(_ positions: [Int]) throws -> [String] {
    try positions.map { position in
      let base = try locusBase(position)
      return "chrX \(position) . \(base) \(base == "A" ? "G" : "A") . PASS AC=1;AN=1000000"
    }
  }

  /// Records on both sides of c.1190G>A (GRCh38 49251440 C>T) and c.1189C>T (49251441 G>A).
  func covering() throws -> [String] { try listed([49_251_420, 49_251_460]) }
}
