import Flow
import Genome
import ReferenceBundle
import Reporting
public import Store

extension StorePipeline {
  /// Allele counts, and sentences on what is doubtful about reading the names that were given so.
  public struct Counted: Sendable {
    public var counts: [AlleleCounts]
    public var doubts: [String] = []
  }

  /// The laboratory's own allele counts: of the variants named, or of all that were seen.
  public func counts(_ names: [String]) throws(PipelineError) -> Counted {
    guard !names.isEmpty else { return Counted(counts: AlleleCounts.all(in: samples)) }
    var counted = Counted(counts: [])
    for name in names {
      let explanation = try ExplainPipeline(knowledge: knowledge).explain(name)
      counted.doubts += explanation.doubts.map { "\(name): \($0)" }
      for variant in explanation.variants {
        let named = StoredVariant.Naming(variant.annotated)
        counted.counts.append(
          AlleleCounts(
            identifier: named.identifier, name: named.name, spelling: named.spelling, in: samples))
      }
    }
    return counted
  }

  /// As a table. `AN` counts the X chromosomes of the samples whose data show the place; a share is
  /// given only where there are any.
  public static func table(_ counts: [AlleleCounts]) -> String {
    let columns = [
      "identifier", "variant", "pos_grch38", "ref", "alt", "AC", "AN", "AF", "AC_XX", "AN_XX",
      "AC_XY", "AN_XY", "homozygotes", "samples_assessed", "carriers_in_unassessed",
      "carriers_unclear", "carriers_unconfirmed",
    ]
    return Reports.text(
      [columns]
        + counts.map { count in
          [
            count.identifier, count.name, count.spelling.map { String($0.position) } ?? "",
            count.spelling?.reference ?? "", count.spelling?.alternate ?? "",
            String(count.alleleCount), String(count.alleleNumber), share(count),
            String(count.copiesInFemales), String(2 * count.assessedFemales),
            String(count.copiesInMales), String(count.assessedMales), String(count.homozygotes),
            String(count.assessedFemales + count.assessedMales),
            String(count.carriersInUnassessed), String(count.carriersUnclear),
            String(count.carriersUnconfirmed),
          ]
        })
  }

  /// As a sites file on GRCh38 with gnomAD's keys, marked as a laboratory's own: `--frequencies`
  /// refuses it. Alleles that were
  /// looked for in no sample, and those without bases, are left out.
  public func sites(_ counts: [AlleleCounts]) -> String {
    let length = knowledge.bundle.locus(.grch38).chromosomeLength
    let header = """
      ##fileformat=VCFv4.2
      \(LaboratoryCounts.headerLine) \(ToolVersion.text)
      ##contig=<ID=chrX,length=\(length)>
      ##INFO=<ID=AC,Number=A,Type=Integer,Description="Copies in the laboratory's own samples">
      ##INFO=<ID=AN,Number=1,Type=Integer,Description="X chromosomes of samples whose data show the place">
      ##INFO=<ID=AC_XX,Number=A,Type=Integer,Description="Copies in females">
      ##INFO=<ID=AN_XX,Number=1,Type=Integer,Description="X chromosomes of females">
      ##INFO=<ID=AC_XY,Number=A,Type=Integer,Description="Hemizygous males">
      ##INFO=<ID=AN_XY,Number=1,Type=Integer,Description="Males">
      ##INFO=<ID=nhomalt,Number=A,Type=Integer,Description="Homozygous females">
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO

      """
    return header + counts.compactMap(StorePipeline.site).joined()
  }

  /// Names what `sites` leaves out, a sentence; `nil` for nothing.
  public static func leftOut(_ counts: [AlleleCounts]) -> String? {
    let names = counts.filter { site($0) == nil }
      .map { $0.name.isEmpty ? $0.identifier : $0.name }
    guard !names.isEmpty else { return nil }
    let more = names.count > 5 ? "; and \(names.count - 5) more" : ""
    return
      "\(names.count) allele(s) are not in the sites file, since no sample's data show their place whatever "
      + "is there (AN 0) or they have no bases: \(names.prefix(5).joined(separator: "; "))\(more)"
  }

  private static func site(_ count: AlleleCounts) -> String? {
    guard count.alleleNumber > 0, let spelling = count.spelling,
      spelling.alternate.allSatisfy({ "ACGT".contains($0) })
    else { return nil }
    let information = [
      "AC=\(count.alleleCount)", "AN=\(count.alleleNumber)", "AC_XX=\(count.copiesInFemales)",
      "AN_XX=\(2 * count.assessedFemales)", "AC_XY=\(count.copiesInMales)",
      "AN_XY=\(count.assessedMales)", "nhomalt=\(count.homozygotes)",
    ].joined(separator: ";")
    return "chrX\t\(spelling.position)\t.\t\(spelling.reference)\t\(spelling.alternate)\t.\tPASS\t"
      + information + "\n"
  }

  private static func share(_ count: AlleleCounts) -> String {
    guard count.alleleNumber > 0 else { return "" }
    let millionths = (Double(count.alleleCount) / Double(count.alleleNumber) * 1_000_000).rounded()
    let digits = String(Int(millionths) % 1_000_000)
    return "\(Int(millionths) / 1_000_000)."
      + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
