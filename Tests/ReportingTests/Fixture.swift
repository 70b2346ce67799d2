import Flow
import Genome
import Reporting

/// Results built by hand, with the locus' real coordinates and names (LRG_62, NCBI, ClinVar).
enum Fixture {
  // MARK: What is known

  static let exons38 = [
    Interval(49_264_661, 49_264_710), Interval(49_258_296, 49_258_527),
    Interval(49_257_664, 49_257_768), Interval(49_257_427, 49_257_565),
    Interval(49_256_925, 49_257_012), Interval(49_256_751, 49_256_855),
    Interval(49_255_715, 49_255_802), Interval(49_255_429, 49_255_509),
    Interval(49_253_917, 49_254_067), Interval(49_253_126, 49_253_202),
    Interval(49_251_664, 49_251_765), Interval(49_250_438, 49_251_483),
  ]

  static let transcript38 = Transcript(
    accession: "NM_014009.4", protein: "NP_054728.2", ensemblAlias: "ENST00000376207",
    isManeSelect: true, exons: exons38, coding: Interval(49_251_334, 49_258_505))

  static let regions = [
    ProteinRegion(name: "C2H2 zinc finger", first: 197, last: 222, source: "UniProt Q9BZS1"),
    ProteinRegion(name: "leucine zipper", first: 239, last: 260, source: "PMID 33668198"),
    ProteinRegion(name: "forkhead", first: 337, last: 423, source: "UniProt Q9BZS1"),
  ]

  static let context = ReportContext(
    versions: ReportVersions(
      tool: "0.1.0", htslib: "1.16", table: "2026-11", profile: "clinical-genome",
      settings: [
        ReportVersions.Setting(name: "minimum_depth_one_copy", value: "8"),
        ReportVersions.Setting(name: "minimum_genotype_quality", value: "20"),
      ]),
    runDate: "2026-11-23",
    locusIntervals: [
      .grch37: Interval(49_104_897, 49_126_288), .grch38: Interval(49_248_436, 49_269_825),
    ],
    transcripts: [.grch38: [transcript38]], proteinRegions: regions, proteinLength: 431,
    tableMarks: [
      TableMark(
        identifier: "FX0099", name: "c.1117_1118delinsGC", residue: 373,
        positions: [.grch38: 49_251_692, .grch37: 49_108_153], clinicalClass: .pathogenic),
      TableMark(
        identifier: "FX0110", name: "c.1189C>T", residue: 397,
        positions: [.grch38: 49_251_441, .grch37: 49_107_902], clinicalClass: .pathogenic),
      TableMark(
        identifier: "FX0003", name: "c.-23+1G>T", residue: nil,
        positions: [.grch38: 49_264_660, .grch37: 49_121_122], clinicalClass: .uncertain),
    ],
    counselling: sentences)

  static let sentences = [
    CounsellingSentence(
      key: "conclusion.positive", finding: .hemizygousPLP, sex: .male, text: "SAYS POSITIVE."),
    CounsellingSentence(
      key: "conclusion.carrier", finding: .heterozygousPLP, sex: .female, text: "SAYS CARRIER."),
    CounsellingSentence(
      key: "conclusion.inconclusive", completeness: .incomplete, text: "SAYS INCONCLUSIVE."),
    CounsellingSentence(key: "conclusion.failed", text: "SAYS FAILED."),
    CounsellingSentence(
      key: "zygosity.hemizygous", sex: .male, text: "SAYS HEMIZYGOUS."),
    CounsellingSentence(key: "zygosity.conflict", sex: .male, text: "SAYS CONFLICT."),
    CounsellingSentence(
      key: "family.carrier", finding: .heterozygousPLP, sex: .female, text: "SAYS ONE IN TWO.",
      source: "GeneReviews NBK1118 (PMID 20301297)"),
    CounsellingSentence(
      key: "residual.negative", finding: .noneReportable, text: "SAYS LOWERED CHANCE."),
    CounsellingSentence(key: "limit.rules", text: "SAYS NO RULES."),
    CounsellingSentence(key: "limit.not_called", text: "SAYS NO REFERENCE."),
    CounsellingSentence(key: "notice.draft", text: "SAYS DRAFT."),
  ]

  static let row = CuratedVariant(
    identifier: "FX0110", codingName: "c.1189C>T", scope: .allele, otherNames: ["R397W"],
    clinicalClass: .pathogenic, classReason: "Recurrent in IPEX families.", basis: .primary,
    superseded: "", mechanism: "missense", functionalEvidence: "knock-in mice: loss of function",
    patients: "4 of 55 neonatal patients", phenotype: "",
    pubMedIdentifiers: ["11137992", "11295725"], clinVarIdentifier: "VCV000011407",
    clinVarClass: "Pathogenic", clinVarStars: 2, clinVarDate: "2025-06 or later",
    sources: ["ClinVar"], curatorNote: "")

  static let joinedRow = CuratedVariant(
    identifier: "FX0099", codingName: "c.1117_1118delinsGC", scope: .allele,
    otherNames: ["F373A"], clinicalClass: .pathogenic,
    classReason: "Published IPEX patient; loss of function in human T cells.", basis: .primary,
    superseded: "", mechanism: "missense", functionalEvidence: "", patients: "", phenotype: "",
    pubMedIdentifiers: ["16741580", "21036387"], clinVarIdentifier: "VCV000011415",
    clinVarClass: "Pathogenic", clinVarStars: 0, clinVarDate: "2025-06 or later",
    sources: ["ClinVar"], curatorNote: "")
}
