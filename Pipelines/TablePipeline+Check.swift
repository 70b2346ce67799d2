import Genome
import Nomenclature
import ReferenceBundle

extension TablePipeline {
  /// Reads a table strictly, over the built-in one; what is wrong is an error with line and column. The
  /// text says that it is sound, and tells what will hold up results.
  public func check(_ path: String) throws(PipelineError) -> String {
    let table = try TableSelection.read(path, bundle)
    let layered = try TableSelection.layered(bundle, usesBuiltIn: true, [table])
    let names = knowledge.names
    let remarks =
      SilentOverruling.all(in: layered).map(TablePipeline.remark)
      + table.rows.filter { $0.speaksOfSplicing && !$0.isOfSplicing }.map(
        TablePipeline.remark)
      + table.rows.compactMap(TablePipeline.remarkOnHyphen)
      + table.rows.filter { $0.scope == .allele && names.dependsOnBuild($0.codingName) }
      .map(TablePipeline.remarkOnBuild)
      + OtherAllelesName.all(in: table, knowledge).map(TablePipeline.remark)
    let count = remarks.isEmpty ? "" : "; \(remarks.count) remark\(remarks.count == 1 ? "" : "s"):"
    return "\(path): sound, \(table.rows.count) rows resolve on GRCh37 and GRCh38\(count)\n"
      + remarks.map { "  \($0)\n" }.joined()
  }

  private static func remark(_ row: CuratedVariant) -> String {
    "row \(row.identifier) (\(row.codingName)) has the mechanism “\(row.mechanism)”, with which neither PS1 of splice "
      + "variants nor PM5 compares: where it acts through splicing, begin it with splice; where it is a missense "
      + "variant that leaves splicing normal, with missense"
  }

  private static func remarkOnHyphen(_ row: CuratedVariant) -> String? {
    HyphenRange(name: row.codingName).asRange.map {
      "row \(row.identifier) (\(row.codingName)) is read in the intron, as HGVS counts a hyphen: if a range of bases is "
        + "meant, write \($0)"
    }
  }

  private static func remarkOnBuild(_ row: CuratedVariant) -> String {
    "row \(row.identifier) (\(row.codingName)) is read on GRCh38, and counted on GRCh37 the same name is another allele or "
      + "none: make sure that it was counted on GRCh38"
  }

  private static func remark(_ found: OtherAllelesName) -> String {
    "row \(found.row.identifier) (\(found.row.codingName)) has the name “\(found.name)”, which stands for "
      + "\(found.meaning): correct hgvs_c, or take the name out"
  }

  private static func remark(_ overruling: SilentOverruling) -> String {
    let (upper, lower) = (overruling.upper.row, overruling.lower.row)
    return
      "row \(upper.identifier) (\(upper.codingName), \(upper.clinicalClass.words)) overrules row "
      + "\(lower.identifier) (\(lower.clinicalClass.words)) of the built-in table without saying so, "
      + "so that results with the allele stay incomplete: correct it, or begin its class_reason with "
      + "\"overrules \(lower.identifier):\" and the reason"
  }
}
