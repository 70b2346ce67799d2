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
    try CohortTemplate.library.render(view(), "page")
  }

  private func view() -> CohortView {
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
      sampleRows: cohort.byAttention.map { CohortMarkup.row(sample($0)) }.joined(),
      hasVariants: !variants.isEmpty, variantsNone: variantsNone,
      variantRows: variants.enumerated().map { number, item in
        CohortMarkup.row(variant(item, number: number + 1))
      }.joined(),
      cutNote: variants.count > CohortPlot.mostVariants
        ? "The picture shows the first \(CohortPlot.mostVariants) of \(variants.count). " : "",
      plot: CohortPlot(variants: variants, context: context).svg, versions: versions)
  }

  /// What a reader has to act on.
  private var statement: String {
    let parts = [
      (count(.positive), "positive"), (count(.carrier), "of a carrier"),
      (count(.negative), "negative"),
      (count(.negativeSequenceOnly), "negative for the sequence alone"),
      (count(.inconclusive) + count(.notAssessable) + count(.uncertain), "without a clear answer"),
      (count(nil), "without genotypes"), (count(.failed), "failed"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(Words.count(cohort.rows.count, "sample"))"
      + (told.isEmpty ? "." : ": \(Words.list(told)).")
  }

  private func count(_ word: ConclusionWord?) -> Int { cohort.rows.count { $0.word == word } }

  /// Of samples that were not read nothing is said.
  private var variantsNone: String {
    let read = cohort.rows.compactMap(\.result)
    let failed = cohort.rows.count - read.count
    let open = read.count { !$0.openRecords.isEmpty }
    var parts = [
      read.isEmpty
        ? "No sample of this batch could be read"
        : "No variant of the locus was called in the "
          + "\(Words.count(read.count, "sample")) that could be read"
    ]
    if failed > 0 {
      parts.append(
        "\(failed) failed, and nothing is known of what \(failed == 1 ? "it carries" : "they carry")"
      )
    }
    if open > 0 {
      parts.append(
        "in \(open) it is open whether alternates that are listed are carried, named in the table above"
      )
    }
    return parts.joined(separator: "; ") + ". "
      + "What was looked at in each sample is said in its own report."
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
          name: LongAllele.shortened(variant.name),
          zygosity: (Zygosity(rawValue: variant.zygosity)?.label ?? "")
            + (variant.isConfirmed ? "" : ", not confirmed"),
          grade: ClassView(variant.clinicalClass))
      },
      openRecords: OpenRecord.list(result?.openRecords ?? []),
      hasOpenRecords: result?.openRecords.isEmpty == false,
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
      number: number, name: LongAllele.shortened(item.variant.name),
      genomic: LongAllele.shortened(item.variant.genomicName),
      consequence: item.variant.consequence.split(separator: "&").joined(separator: ", "),
      grade: ClassView(item.variant.clinicalClass),
      count: item.samples.count,
      samples: names.joined(separator: ", ")
        + (more > 0 ? " and \(more) more" : ""))
  }

  /// The day of this run, and those of reports that were kept.
  private var runDate: String {
    let days = cohort.rows.compactMap(\.result?.runDate).filter { $0 != context.runDate }
    guard let first = days.min(), let last = days.max() else { return context.runDate }
    return "\(context.runDate); \(Words.count(days.count, "sample")) kept from "
      + (first == last ? first : "\(first) to \(last)")
  }

  private var versions: [RowView] {
    [
      RowView("Run date", runDate), RowView("foxp3", context.versions.tool),
      RowView("htslib", context.versions.htslib), RowView("Table", context.versions.table),
      RowView("Profile", context.versions.profile),
    ]
  }
}
