import Testing

@testable import Reporting

/// Rows and lists that pages have as markup: every text in them is escaped.
@Suite struct PageMarkupTests {
  private let attack = "<i>\"x\"</i>&'"
  private var grade: ClassView { ClassView(label: attack, shape: attack, css: attack) }
  private var link: LinkView { LinkView(label: attack, address: attack, isLink: true) }
  private var term: RowView { RowView(attack, attack) }

  private func check(_ markup: String, texts: Int) {
    #expect(!markup.contains("<i>") && !markup.contains("\"x\""), "\(markup)")
    let escaped = "&lt;i&gt;&quot;x&quot;&lt;/i&gt;&amp;&#39;"
    #expect(markup.ranges(of: escaped).count == texts, "\(markup)")
  }

  @Test func listsAreEscaped() {
    check(PageMarkup.items([attack, attack]), texts: 2)
    check(PageMarkup.terms([term]), texts: 2)
    check(PageMarkup.links([link]), texts: 2)
    check(
      PageMarkup.sourced([SourcedView(text: attack, origin: attack, hasOrigin: true)]), texts: 2)
    #expect(PageMarkup.items([]).isEmpty && PageMarkup.terms([]).isEmpty)
  }

  @Test func rowsAreEscaped() {
    check(
      PageMarkup.coverage([
        CoverageView(
          exon: 1, interval: attack, bases: 2, proven: attack, depth: attack, gaps: attack,
          sign: attack)
      ]), texts: 5)
    check(
      PageMarkup.ledgerRow(
        LedgerView(
          identifier: attack, place: attack, grade: attack, interval: attack, sign: attack,
          state: attack, reason: attack, css: attack)), texts: 8)
    check(
      PageMarkup.mark(
        MarkView(identifier: attack, name: attack, residue: attack, grade: grade)), texts: 6)
  }

  @Test func rowsOfTheBatchAreEscaped() {
    let name = CohortNameView(name: attack, zygosity: attack, grade: grade)
    check(
      CohortMarkup.row(
        CohortSampleView(
          sample: attack, page: attack, hasPage: true, family: attack, sex: attack,
          conclusion: attack, css: attack, variants: [name], openRecords: attack,
          hasOpenRecords: true, seen: attack, exons: attack, reason: attack)), texts: 15)
    check(
      CohortMarkup.row(
        CohortVariantView(
          number: 1, name: attack, genomic: attack, consequence: attack, grade: grade, count: 2,
          samples: attack)), texts: 7)
  }

  @Test func variantsAreEscaped() {
    let evidence = EvidenceView(
      identifier: attack, relation: attack, name: attack, grade: grade, basis: attack,
      facts: [term], clinVar: link, hasClinVar: true, articles: [link])
    let criterion = CriterionView(
      code: attack, outcome: attack, css: attack, fact: attack, besides: [attack])
    let view = VariantView(
      number: 1, heading: attack, genomic: attack, grade: grade,
      zygosity: attack, zygosityNote: attack, hasZygosityNote: true, call: attack,
      consequence: attack, place: attack, isUnconfirmed: true, unconfirmed: attack,
      reason: attack, facts: [term], disagreements: [attack], hasEvidence: true,
      evidenceOrigin: attack, evidence: [evidence], hasRules: true, rulesSummary: attack,
      rulesNotes: [attack],
      criteria: [criterion])
    let markup = VariantMarkup(view: view)
    check(markup.row, texts: 9)
    check(markup.article, texts: 34)
  }

  /// A variant without any of what may be said of it has no empty table.
  @Test func whatIsNotThereLeavesNothing() {
    let view = VariantView(
      number: 1, heading: "h", genomic: "", grade: grade, zygosity: "",
      zygosityNote: "", hasZygosityNote: false, call: "", consequence: "", place: "",
      isUnconfirmed: false, unconfirmed: "", reason: "", facts: [], disagreements: [],
      hasEvidence: false, evidenceOrigin: "", evidence: [], hasRules: false, rulesSummary: "",
      rulesNotes: [],
      criteria: [])
    let article = VariantMarkup(view: view).article
    #expect(article.hasSuffix("<dl class=\"rows\">\n</dl>\n</article>\n"))
    #expect(!article.contains("warning"))
  }
}
