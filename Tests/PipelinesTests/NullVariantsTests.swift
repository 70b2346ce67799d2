import Flow
import Foundation
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// ClinVar's pathogenic null variants with the table off and a frequency file, as a run takes them.
///
/// The file is made up: a passing record of a million chromosomes every forty bases of the locus, so
/// that every place is covered, and none of the alleles asked for.
@Suite struct NullVariantsTests {
  private struct Row {
    let position: Int
    let reference: String
    let alternate: String

    var name: String { "chrX-\(position)-\(reference)-\(alternate)" }
  }

  private static let nullKinds = ["nonsense", "splice donor", "splice acceptor"]

  private func rows() throws -> [Row] {
    let file = CaseFolder.root.deletingLastPathComponent().appending(path: "Vectors/clinvar38.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .compactMap { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 6, let position = Int(cells[0]),
          cells[3].lowercased().contains("pathogenic"), !cells[3].hasPrefix("Conflicting"),
          NullVariantsTests.nullKinds.contains(cells[5]) || cells[5].hasPrefix("frameshift")
        else { return nil }
        return Row(position: position, reference: cells[1], alternate: cells[2])
      }
  }

  private func frequencies() throws -> String {
    let locus = try EmbeddedReference.bundle().locus(.grch38)
    let places = stride(from: locus.interval.start + 1, to: locus.interval.end, by: 40)
    let records = places.compactMap { position -> String? in
      guard let base = locus.bases(in: Interval(position, position))?.text else { return nil }
      return "chrX\t\(position)\t.\t\(base)\t\(base == "A" ? "G" : "A")\t.\tPASS\tAC=1;AN=1000000\n"
    }
    return "##fileformat=VCFv4.2\n##contig=<ID=chrX,length=156040895>\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n" + records.joined()
  }

  @Test func thoseThatDecayAreAtLeastLikelyPathogenic() throws {
    let folder = try TemporaryFolder()
    let files = EvidenceFiles(frequencies: try folder.write("frequencies.vcf", frequencies()))
    let knowledge = try Knowledge(
      EmbeddedReference.bundle(), tables: TableSelection(["none"]), evidence: files)
    let pipeline = ExplainPipeline(knowledge: knowledge)
    let variants = try rows().flatMap { try pipeline.explain($0.name).variants }
    #expect(variants.count > 12)
    // A splice variant decays where the skipped exon's frame does, which PVS1 tells.
    let decaying = variants.filter {
      $0.annotated.mane?.decay?.isExpected == true
        || $0.rules?.result(.pvs1)?.strength == .veryStrong
    }
    let found = decaying.filter(\.clinicalClass.isPathogenicOrLikely)
    #expect(decaying.count >= 7)
    #expect(found.count * 100 >= decaying.count * 95)
    for variant in decaying {
      #expect(variant.rules?.result(.pm2)?.fact.contains("does not have the allele") == true)
    }
  }
}
