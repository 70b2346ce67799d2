public import Flow
import Genome

/// What the summary of a batch says of one sample that is done.
public struct CohortSample: Codable, Sendable, Hashable {
  /// The most variants that are listed, the highest classes first; `variantCount` counts all.
  public static let mostVariants = 100

  public var sample: String
  /// The file's own name without folders.
  public var inputName: String
  /// SHA-256 (hexadecimal) of header and isolated records.
  public var contentDigest: String
  public var assembly: String
  public var sex: String
  public var sexSource: String
  /// The three are `nil` for a file without genotypes.
  public var conclusion: String?
  public var finding: String?
  public var completeness: String?
  /// The conclusion in one sentence.
  public var statement: String
  /// What decided it; empty without a conclusion.
  public var reason: String
  public var variants: [CohortVariant]
  public var variantCount: Int
  /// Known disease places that the data settle, of all there are.
  public var placesSettled: Int
  public var places: Int
  /// Bases of the exons with their splice sites shown to be read, of all there are.
  public var exonBasesProven: Int
  public var exonBases: Int
  /// Version of the table the classes stand on.
  public var table: String
  /// The sample's files, relative to the folder of the batch.
  public var reports: [String]

  public init(_ result: SampleResult, table: String, reports: [String]) {
    sample = result.sample
    inputName = result.provenance.inputName
    contentDigest = result.provenance.contentDigest
    assembly = result.provenance.assembly.rawValue
    sex = result.sex.sex.rawValue
    sexSource = result.sex.source.rawValue
    conclusion = result.conclusion?.word.rawValue
    finding = result.conclusion?.finding.rawValue
    completeness = result.conclusion?.completeness.rawValue
    statement = ConclusionStatement(result: result).sentence
    reason = result.conclusion?.reasons.first ?? ""
    variants = CohortSample.listed(result)
    variantCount = result.variants.count
    placesSettled = result.ledger.count { $0.state.isSettled }
    places = result.ledger.count
    exonBasesProven = result.exons.reduce(0) { $0 + $1.provenBases }
    exonBases = result.exons.reduce(0) { $0 + $1.interval.count }
    self.table = table
    self.reports = reports
  }

  private static func listed(_ result: SampleResult) -> [CohortVariant] {
    let sorted = result.variants.enumerated().sorted {
      ($0.element.classified.clinicalClass.rank, $0.offset)
        < ($1.element.classified.clinicalClass.rank, $1.offset)
    }
    return sorted.prefix(mostVariants).map {
      CohortVariant($0.element, provenance: result.provenance)
    }
  }
}
