public import Flow
public import Genome

/// A variant as the summary of a batch names it.
public struct CohortVariant: Codable, Sendable, Hashable {
  /// As `c.1189C>T p.(Arg397Trp)`, on GRCh38: samples of a batch may stand on different builds.
  public var name: String
  /// On GRCh38 where the variant can be placed there; empty where it has no such name.
  public var genomicName: String
  public var spdi: String
  public var consequence: String
  public var classification: String
  public var classSource: String
  public var criteria: [String]
  public var curatedIdentifier: String
  public var zygosity: String
  public var isConfirmed: Bool
  /// Leftmost base on GRCh38, 1-based.
  public var position: Int?

  public init(_ variant: SampleVariant, provenance: Provenance, context: ReportContext) {
    let annotated = variant.classified.annotated
    let placement = annotated.placement(on: .grch38)
    name = VariantName.shortOnGRCh38(annotated, provenance: provenance, context: context)
    genomicName = placement?.genomicName ?? ""
    spdi = placement?.spdi ?? ""
    consequence = (annotated.mane?.consequences ?? []).map(\.rawValue).joined(separator: "&")
    classification = variant.classified.clinicalClass.rawValue
    classSource = variant.classified.source.rawValue
    criteria = variant.classified.criteria
    curatedIdentifier = variant.classified.matchedRow?.identifier ?? ""
    zygosity = variant.zygosity.rawValue
    isConfirmed = variant.isConfirmed
    position = placement?.position
  }

  /// Not among the classes is a fault of who wrote it; it counts as not evaluated.
  public var clinicalClass: ClinicalClass {
    ClinicalClass(rawValue: classification) ?? .notEvaluated
  }
}
