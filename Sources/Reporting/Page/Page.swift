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

  func view() throws(ReportError) -> PageView {
    let text = ReportText(result: result, context: context)
    let order = order
    let variants = order.map { result.variants[$0] }
    let alleles = DistinctAlleles(result.variants)
    let details = PageDetails(result: result, context: context)
    let open = OpenPlaces(result: result)
    let references = Citations.pubMed(variants).map(PageDetails.article)
    return PageView(
      language: context.language, title: "FOXP3 report: \(subjectName)",
      edition: details.edition, laboratory: details.laboratory,
      style: PageStyle.text(label: "FOXP3 report, \(subjectName)"),
      disclaimer: ReportText.disclaimer,
      tone: tone,
      statement: ConclusionStatement(result: result).sentence,
      reasons: (result.conclusion?.reasons ?? []).map(Words.sentence),
      completeness: text.completeness ?? "", hasCompleteness: text.completeness != nil,
      subject: details.subject, hasVariants: !variants.isEmpty,
      variants: order.enumerated().map { number, index in
        VariantViewBuilder(
          variant: result.variants[index], result: result,
          notes: alleles.isRepeat(index) ? [DistinctAlleles.note] : []
        ).view(number: number + 1)
      },
      cutNote: cutNote, variantsNone: variantsNone,
      openRecords: OpenRecord.list(result.openRecords.map(\.words)),
      hasOpenRecords: !result.openRecords.isEmpty,
      proteinPlot: ProteinPlot(variants: variants, context: context).svg,
      genePlot: GenePlot(variants: variants, result: result, context: context).svg,
      markRows: try details.markRows(), markCount: context.tableMarks.count,
      coverage: details.coverage,
      hasCoverage: !result.exons.isEmpty, ledgerRows: try details.ledgerRows(),
      ledgerSummary: details.ledgerSummary,
      ledgerOpen: result.ledger.contains { !$0.state.isSettled },
      hasLedger: !result.ledger.isEmpty, openSummary: open.summary, openPlaces: open.rows,
      hasOpenPlaces: !open.rows.isEmpty,
      notLookedAt: text.neverLookedAt,
      recommendations: text.recommendations, hasRecommendations: !text.recommendations.isEmpty,
      counselling: text.counselling.map {
        let isOwn = $0.source.isEmpty || $0.source == CounsellingSentence.ownSource
        return SourcedView(text: $0.text, origin: $0.source, hasOrigin: !isOwn)
      },
      hasCounselling: !text.counselling.isEmpty,
      notes: result.notes + result.provenance.notes,
      hasNotes: !(result.notes.isEmpty && result.provenance.notes.isEmpty),
      methods: text.methods, limits: text.limits, provenance: details.provenance,
      versions: details.versions, references: references, hasReferences: !references.isEmpty,
      scheme: ReportText.scheme)
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
