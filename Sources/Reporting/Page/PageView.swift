/// What the page's template is filled with. Every field has a value: the template engine looks for
/// a missing one in the enclosing section, which would print another row's value. The views below are
/// drawn by `PageMarkup` and `VariantMarkup`.
struct PageView {
  /// As BCP 47 writes it, `en`.
  var language: String
  var title: String
  var edition: String
  var laboratory: [String]
  var style: String
  var disclaimer: [String]
  var tone: String
  var statement: String
  /// Markup, as all lists, rows and articles here.
  var reasons: String
  var completeness: String
  var hasCompleteness: Bool
  var subject: String
  var hasVariants: Bool
  var variantRows: String
  var variantArticles: String
  var cutNote: String
  var variantsNone: String
  var openRecords: String
  var hasOpenRecords: Bool
  /// SVG written by this room.
  var proteinPlot: String
  var genePlot: String
  var markRows: String
  var markCount: Int
  var coverageRows: String
  var hasCoverage: Bool
  var ledgerRows: String
  var ledgerSummary: String
  var ledgerOpen: Bool
  var hasLedger: Bool
  var openSummary: String
  var openPlaces: String
  var hasOpenPlaces: Bool
  var notLookedAt: String
  var recommendations: String
  var hasRecommendations: Bool
  var counselling: String
  var hasCounselling: Bool
  var notes: String
  var hasNotes: Bool
  var methods: String
  var limits: String
  var provenance: String
  var versions: String
  var references: String
  var hasReferences: Bool
  var scheme: String
}

/// A term and its value.
struct RowView {
  var term: String
  var value: String

  init(_ term: String, _ value: String) {
    self.term = term
    self.value = value
  }
}

struct SourcedView {
  var text: String
  var origin: String
  var hasOrigin: Bool
}

struct LinkView {
  var label: String
  var address: String
  var isLink: Bool
}

/// A class by word and shape.
struct ClassView {
  var label: String
  var shape: String
  var css: String
}

struct MarkView {
  var identifier: String
  var name: String
  var residue: String
  var grade: ClassView
}

struct CoverageView {
  var exon: Int
  var interval: String
  var bases: Int
  var proven: String
  var depth: String
  var gaps: String
  var sign: String
}

struct LedgerView {
  var identifier: String
  var place: String
  var grade: String
  var interval: String
  var sign: String
  var state: String
  var reason: String
  var css: String
}

struct VariantView {
  var number: Int
  var heading: String
  var genomic: String
  var grade: ClassView
  var zygosity: String
  var zygosityNote: String
  var hasZygosityNote: Bool
  var call: String
  var consequence: String
  var place: String
  var isUnconfirmed: Bool
  var unconfirmed: String
  var reason: String
  var facts: [RowView]
  var disagreements: [String]
  var hasEvidence: Bool
  /// Of whom the rows are: the curated table, the laboratory's own, or both.
  var evidenceOrigin: String
  var evidence: [EvidenceView]
  var hasRules: Bool
  var rulesSummary: String
  var rulesNotes: [String]
  var criteria: [CriterionView]
}

/// One ACMG/AMP criterion.
struct CriterionView {
  var code: String
  var outcome: String
  var css: String
  var fact: String
  var besides: [String]
}

struct EvidenceView {
  var identifier: String
  var relation: String
  var name: String
  var grade: ClassView
  var basis: String
  var facts: [RowView]
  var clinVar: LinkView
  var hasClinVar: Bool
  var articles: [LinkView]
}
