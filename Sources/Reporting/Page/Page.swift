import Flow
import Genome

/// The HTML report of one sample: one self-contained page without scripts, readable on screen and
/// on paper, conclusion first.
struct Page {
  let result: SampleResult
  let context: ReportContext

  /// Beyond this many variants (a file of all known ones, say) the page shows the first by class
  /// and says so; the TSV and JSON hold all.
  static let mostVariants = 300

  func bytes() throws(ReportError) -> [UInt8] {
    try PageTemplate.library.bytes(view(), "page")
  }

  /// Places of the variants in the order of the page: highest class first, then along the plus
  /// strand.
  private var order: [Int] {
    let sorted = result.variants.enumerated().sorted {
      ($0.element.classified.clinicalClass.rank, $0.offset)
        < ($1.element.classified.clinicalClass.rank, $1.offset)
    }
    return sorted.prefix(Page.mostVariants).map(\.offset)
  }

  func view() -> PageView {
    let text = ReportText(result: result, context: context)
    let order = order
    let variants = order.map { result.variants[$0] }
    let markup = variantViews(order).map(VariantMarkup.init)
    let details = PageDetails(result: result, context: context)
    let open = OpenPlaces(result: result)
    let openRows = open.rows
    let references = Citations.pubMed(variants).map(PageDetails.article)
    return PageView(
      language: context.language, title: "FOXP3 report: \(subjectName)",
      edition: details.edition, laboratory: details.laboratory,
      style: PageStyle.text(label: "FOXP3 report, \(subjectName)"),
      disclaimer: ReportText.disclaimer,
      tone: tone,
      statement: ConclusionStatement(result: result).sentence,
      reasons: PageMarkup.items((result.conclusion?.reasons ?? []).map(Words.sentence)),
      completeness: text.completeness ?? "", hasCompleteness: text.completeness != nil,
      subject: PageMarkup.terms(details.subject), hasVariants: !variants.isEmpty,
      variantRows: markup.map(\.row).joined(),
      variantArticles: markup.map(\.article).joined(),
      cutNote: cutNote, variantsNone: variantsNone,
      openRecords: OpenRecord.list(result.openRecords.map(\.words)),
      hasOpenRecords: !result.openRecords.isEmpty,
      proteinPlot: ProteinPlot(variants: variants, context: context).svg,
      genePlot: GenePlot(variants: variants, result: result, context: context).svg,
      markRows: details.markRows(), markCount: context.tableMarks.count,
      coverageRows: PageMarkup.coverage(details.coverage),
      hasCoverage: !result.exons.isEmpty, ledgerRows: details.ledgerRows(),
      ledgerSummary: details.ledgerSummary,
      ledgerOpen: result.ledger.contains { !$0.state.isSettled },
      hasLedger: !result.ledger.isEmpty, openSummary: open.summary,
      openPlaces: PageMarkup.terms(openRows),
      hasOpenPlaces: !openRows.isEmpty,
      notLookedAt: PageMarkup.items(text.neverLookedAt),
      recommendations: PageMarkup.items(text.recommendations),
      hasRecommendations: !text.recommendations.isEmpty,
      counselling: PageMarkup.sourced(
        text.counselling.map {
          let isOwn = $0.source.isEmpty || $0.source == CounsellingSentence.ownSource
          return SourcedView(text: $0.text, origin: $0.source, hasOrigin: !isOwn)
        }),
      hasCounselling: !text.counselling.isEmpty,
      notes: PageMarkup.items(result.notes + result.provenance.notes),
      hasNotes: !(result.notes.isEmpty && result.provenance.notes.isEmpty),
      methods: PageMarkup.items(text.methods), limits: PageMarkup.items(text.limits),
      provenance: PageMarkup.terms(details.provenance),
      versions: PageMarkup.terms(details.versions), references: PageMarkup.links(references),
      hasReferences: !references.isEmpty,
      scheme: ReportText.scheme)
  }

  /// Of the variants at places of the result, numbered from 1.
  func variantViews(_ order: [Int]) -> [VariantView] {
    let alleles = DistinctAlleles(result.variants)
    return order.enumerated().map { number, index in
      VariantViewBuilder(
        variant: result.variants[index], result: result,
        notes: alleles.isRepeat(index) ? [DistinctAlleles.note] : []
      ).view(number: number + 1)
    }
  }

  /// In titles; the table of the sample has the whole name.
  private var subjectName: String {
    (result.hasGenotypes ? "sample " : "file ") + VisibleText.shortened(result.sample, most: 60)
  }

  /// The colour beside the conclusion; its word says the same.
  private var tone: String {
    switch result.conclusion?.word {
    case .positive: "alert"
    case .carrier, .uncertain, .inconclusive, .notAssessable, .failed: "caution"
    case .negative, .negativeSequenceOnly: "calm"
    case nil: "neutral"
    }
  }

  private var cutNote: String {
    result.variants.count > Page.mostVariants
      ? "The first \(Page.mostVariants) of \(result.variants.count); all are in the TSV and JSON. "
      : ""
  }

  private var variantsNone: String {
    let none =
      result.openRecords.isEmpty
      ? "The file lists no variant of the locus"
        + (result.hasGenotypes ? " that this sample carries" : "")
      : "No variant of the locus was called in this sample, but of not every listed alternate is it "
        + "settled whether the sample has it"
    return none + ". What the data show of the other positions is said under “Coverage and ledger”."
  }
}
