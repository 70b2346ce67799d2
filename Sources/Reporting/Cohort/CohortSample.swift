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
  /// The day printed on the sample's reports: an earlier one where they were kept.
  public var runDate: String
  public var assembly: String
  public var sex: String
  public var sexSource: String
  /// The three are `nil` for a file without genotypes.
  public var conclusion: String?
  public var finding: String?
  public var completeness: String?
  /// The conclusion in one sentence.
  public var statement: String
  /// Why, what decided it first; empty without a conclusion.
  public var reasons: [String]
  /// Each allele once, also where the file tells it in two records.
  public var variants: [CohortVariant]
  public var variantCount: Int
  /// Records of which it is open whether the sample carries their alternates, as
  /// `chrX:49258383 T>TGG (./.)`.
  public var openRecords: [String]
  /// Known places of small variants that the data settle, of all there are.
  public var placesSettled: Int
  public var places: Int
  /// Bases of the exons with their splice sites shown to be read, of all there are.
  public var exonBasesProven: Int
  public var exonBases: Int
  /// Version of the table the classes stand on.
  public var table: String
  /// The sample's files, relative to the folder of the batch.
  public var reports: [String]

  /// - Parameter reports: the sample's files, relative to the folder of the batch.
  public init(_ result: SampleResult, context: ReportContext, reports: [String]) {
    let distinct = DistinctAlleles.of(result.variants)
    let names = NamesOnGRCh38(distinct, context: context)
    sample = result.sample
    inputName = result.provenance.inputName
    contentDigest = result.provenance.contentDigest
    runDate = context.runDate
    assembly = result.provenance.assembly.rawValue
    sex = result.sex.sex.rawValue
    sexSource = result.sex.source.rawValue
    conclusion = result.conclusion?.word.rawValue
    finding = result.conclusion?.finding.rawValue
    completeness = result.conclusion?.completeness.rawValue
    statement = names.text(ConclusionStatement(result: result).sentence)
    reasons = (result.conclusion?.reasons ?? []).map(names.text)
    variants = CohortSample.listed(distinct, result.provenance, context)
    variantCount = distinct.count
    openRecords = result.openRecords.map(\.words)
    let counts = LedgerCounts(result.ledger)
    placesSettled = counts.settled
    places = counts.places
    exonBasesProven = result.exons.reduce(0) { $0 + $1.provenBases }
    exonBases = result.exons.reduce(0) { $0 + $1.interval.count }
    table = context.versions.table
    self.reports = reports
  }

  /// What decided the conclusion; empty without one.
  public var reason: String { reasons.first ?? "" }

  /// Variants of some classes by name, confirmed ones first, as
  /// `c.1189C>T p.(Arg397Trp) hemizygous; …`; a call that is not confirmed says so, and a sample whose DNA may
  /// be another person's.
  func names(_ isWanted: (ClinicalClass) -> Bool) -> String {
    let wanted = variants.filter { isWanted($0.clinicalClass) }
    let told = wanted.filter(\.isConfirmed) + wanted.filter { !$0.isConfirmed }
    let isOpen = conclusion == ConclusionWord.notAssessable.rawValue
    return told.map {
      "\($0.name) \($0.zygosity)" + ($0.isConfirmed ? "" : " (unconfirmed)")
        + (isOpen ? " (sample not assessable)" : "")
    }.joined(separator: "; ")
  }

  private static func listed(
    _ variants: [SampleVariant], _ provenance: Provenance, _ context: ReportContext
  ) -> [CohortVariant] {
    let sorted = variants.enumerated().sorted {
      ($0.element.classified.clinicalClass.rank, $0.offset)
        < ($1.element.classified.clinicalClass.rank, $1.offset)
    }
    return sorted.prefix(mostVariants).map {
      CohortVariant($0.element, provenance: provenance, context: context)
    }
  }
}
