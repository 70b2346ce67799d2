import Flow
import Foundation

/// The summary of a batch as a JSON document (`docs/cohort.schema.json`). Fields are added, never
/// renamed; what is not known is `null`.
struct CohortDocument: Encodable {
  struct Count: Encodable {
    /// `null`: files without genotypes, which have no conclusion.
    var conclusion: OrNull<String>
    var samples: Int
  }

  struct Failure: Encodable {
    var exitStatus: Int
    var reason: String
  }

  struct Sample: Encodable {
    var sample: String
    var input: String
    var family: OrNull<String>
    var father: OrNull<String>
    var mother: OrNull<String>
    var status: String
    var failure: OrNull<Failure>
    var result: OrNull<Result>
  }

  struct Result: Encodable {
    var conclusion: OrNull<String>
    var finding: OrNull<String>
    var completeness: OrNull<String>
    var statement: String
    var reason: OrNull<String>
    var sex: String
    var sexSource: String
    var assembly: String
    var contentDigest: String
    var runDate: String
    var table: String
    var placesSettled: Int
    var places: Int
    var exonBasesProven: Int
    var exonBases: Int
    var variantCount: Int
    var variants: [Variant]
    var reports: [String]
  }

  struct Variant: Encodable {
    var name: String
    var genomicName: OrNull<String>
    var spdi: OrNull<String>
    var position: OrNull<Int>
    var consequence: OrNull<String>
    var classification: String
    var classSource: String
    var criteria: [String]
    var curatedIdentifier: OrNull<String>
    var zygosity: String
    var confirmed: Bool
  }

  var schemaVersion = "1.0"
  var runDate: String
  var disclaimer = ReportText.disclaimer
  var versions: VersionsDocument
  var counts: [Count]
  var samples: [Sample]

  init(_ cohort: Cohort, context: ReportContext) {
    runDate = context.runDate
    versions = VersionsDocument(context.versions)
    counts = cohort.counts.map {
      Count(conclusion: OrNull($0.word?.rawValue), samples: $0.count)
    }
    samples = cohort.rows.map(Sample.init)
  }

  func bytes() throws(ReportError) -> [UInt8] {
    try JSONText.whole(self, named: "of the batch")
  }
}

extension CohortDocument.Sample {
  init(_ row: CohortRow) {
    self.init(
      sample: row.sample, input: row.input, family: OrNull(present: row.family),
      father: OrNull(present: row.father), mother: OrNull(present: row.mother),
      status: row.result == nil ? "failed" : "done",
      failure: OrNull(
        row.failure.map {
          CohortDocument.Failure(exitStatus: $0.status, reason: $0.reason)
        }),
      result: OrNull(row.result.map(CohortDocument.Result.init)))
  }
}

extension CohortDocument.Result {
  init(_ result: CohortSample) {
    self.init(
      conclusion: OrNull(result.conclusion), finding: OrNull(result.finding),
      completeness: OrNull(result.completeness), statement: result.statement,
      reason: OrNull(present: result.reason), sex: result.sex, sexSource: result.sexSource,
      assembly: result.assembly, contentDigest: result.contentDigest,
      runDate: result.runDate, table: result.table,
      placesSettled: result.placesSettled, places: result.places,
      exonBasesProven: result.exonBasesProven, exonBases: result.exonBases,
      variantCount: result.variantCount,
      variants: result.variants.map(CohortDocument.Variant.init), reports: result.reports)
  }
}

extension CohortDocument.Variant {
  init(_ variant: CohortVariant) {
    self.init(
      name: variant.name, genomicName: OrNull(present: variant.genomicName),
      spdi: OrNull(present: variant.spdi), position: OrNull(variant.position),
      consequence: OrNull(present: variant.consequence), classification: variant.classification,
      classSource: variant.classSource, criteria: variant.criteria,
      curatedIdentifier: OrNull(present: variant.curatedIdentifier), zygosity: variant.zygosity,
      confirmed: variant.isConfirmed)
  }
}
