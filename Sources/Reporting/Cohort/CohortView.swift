/// The values of the batch's page, named as in `CohortTemplate`, which asks for every one; samples and variants
/// are drawn by `CohortMarkup`.
struct CohortView {
  var title: String
  var style: String
  var disclaimer: [String]
  var statement: String
  var counts: [RowView]
  var hasFailures: Bool
  var failures: [CohortFailureView]
  /// Rows of the table as markup.
  var sampleRows: String
  var hasVariants: Bool
  var variantsNone: String
  /// Rows of the table as markup.
  var variantRows: String
  var cutNote: String
  /// SVG written by this room, not escaped again.
  var plot: String
  var versions: [RowView]
}

struct CohortFailureView {
  var sample: String
  var input: String
  var reason: String
}

struct CohortSampleView {
  var sample: String
  /// Address of the sample's own page, relative to this one.
  var page: String
  var hasPage: Bool
  var family: String
  var sex: String
  var conclusion: String
  var css: String
  var variants: [CohortNameView]
  var openRecords: String
  var hasOpenRecords: Bool
  var seen: String
  var exons: String
  var reason: String
}

struct CohortNameView {
  var name: String
  var zygosity: String
  var grade: ClassView
}

struct CohortVariantView {
  var number: Int
  var name: String
  var genomic: String
  var consequence: String
  var grade: ClassView
  var count: Int
  var samples: String
}
