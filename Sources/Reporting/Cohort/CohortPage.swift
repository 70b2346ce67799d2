import Flow
import Genome

/// The summary of a batch for people: samples needing attention first, what failed with its reason,
/// and the variants over the gene. One self-contained page without scripts.
struct CohortPage {
  let cohort: Cohort
  let context: ReportContext

  /// Beyond this many the table names the first and gives the number.
  private static let mostNames = 20

  func render() throws(ReportError) -> String {
    try CohortTemplate.library.render(try view(), "page")
  }

  private func view() throws(ReportError) -> CohortView {
    let variants = cohort.variants
    let failures = cohort.rows.filter { $0.result == nil }
    return CohortView(
      title: "FOXP3: summary of \(Words.count(cohort.rows.count, "sample"))",
      style: PageStyle.text(label: "FOXP3, summary of a batch"), disclaimer: ReportText.disclaimer,
      statement: statement,
      counts: cohort.counts.map {
        RowView(CohortPage.label($0.word), Words.count($0.count, "sample"))
      },
      hasFailures: !failures.isEmpty,
      failures: failures.map {
        CohortFailureView(
          sample: $0.sample, input: $0.input,
          reason: $0.failure?.reason ?? "")
      },
      sampleRows: try CohortTemplate.library.rows(cohort.byAttention.map(sample), "sampleRows"),
      hasVariants: !variants.isEmpty,
      variantRows: try CohortTemplate.library.rows(
        variants.enumerated().map { variant($1, number: $0 + 1) }, "variantRows"),
      cutNote: variants.count > CohortPlot.mostVariants
        ? "The picture shows the first \(CohortPlot.mostVariants) of \(variants.count). " : "",
      plot: CohortPlot(variants: variants, context: context).svg, versions: versions)
  }

  /// What a reader has to act on.
  private var statement: String {
    let failed = cohort.rows.count { $0.word == .failed }
    let positive = cohort.rows.count { $0.word == .positive }
    let open = cohort.rows.count {
      $0.word == .inconclusive || $0.word == .notAssessable || $0.word == .uncertain
    }
    let parts = [
      (positive, "positive"), (cohort.rows.count { $0.word == .carrier }, "of a carrier"),
      (open, "without a clear answer"), (failed, "failed"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(Words.count(cohort.rows.count, "sample"))"
      + (told.isEmpty ? "." : ": \(Words.list(told)).")
  }

  private static func label(_ word: ConclusionWord?) -> String {
    word?.label ?? "No genotypes, no conclusion"
  }

  private func sample(_ row: CohortRow) -> CohortSampleView {
    let result = row.result
    let page = result?.reports.first { $0.hasSuffix(".foxp3.html") } ?? ""
    return CohortSampleView(
      sample: row.sample, page: page, hasPage: !page.isEmpty,
      family: row.family,
      sex: result?.sex ?? "", conclusion: CohortPage.label(row.word), css: css(row.word),
      variants: (result?.variants ?? []).map { variant in
        CohortNameView(
          name: variant.name,
          zygosity: (Zygosity(rawValue: variant.zygosity)?.label ?? "")
            + (variant.isConfirmed ? "" : ", not confirmed"),
          grade: ClassView(variant.clinicalClass))
      },
      seen: result.map { "\($0.placesSettled) of \($0.places)" } ?? "",
      exons: result.map { "\($0.exonBasesProven) of \($0.exonBases)" } ?? "",
      reason: result?.reason ?? row.failure?.reason ?? "")
  }

  private func css(_ word: ConclusionWord?) -> String {
    switch word {
    case .positive, .failed: "grade-pathogenic"
    case .carrier, .notAssessable: "grade-likely_pathogenic"
    case .uncertain, .inconclusive: "grade-uncertain"
    case .negative, .negativeSequenceOnly: "grade-benign"
    case nil: ""
    }
  }

  private func variant(
    _ item: (variant: CohortVariant, samples: [String]), number: Int
  ) -> CohortVariantView {
    let names = item.samples.prefix(CohortPage.mostNames)
    let more = item.samples.count - names.count
    return CohortVariantView(
      number: number, name: item.variant.name, genomic: item.variant.genomicName,
      consequence: item.variant.consequence.replacing("&", with: ", "),
      grade: ClassView(item.variant.clinicalClass),
      count: item.samples.count,
      samples: names.joined(separator: ", ")
        + (more > 0 ? " and \(more) more" : ""))
  }

  private var versions: [RowView] {
    [
      RowView("Run date", context.runDate), RowView("foxp3", context.versions.tool),
      RowView("htslib", context.versions.htslib), RowView("Table", context.versions.table),
      RowView("Profile", context.versions.profile),
    ]
  }
}
