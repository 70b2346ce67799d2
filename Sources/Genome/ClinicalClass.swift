/// The five ACMG/AMP 2015 classes, and `not_evaluated` where nothing decides.
public enum ClinicalClass: String, Sendable, CaseIterable, Hashable {
  case pathogenic
  case likelyPathogenic = "likely_pathogenic"
  case uncertain
  case likelyBenign = "likely_benign"
  case benign
  case notEvaluated = "not_evaluated"

  public var isPathogenicOrLikely: Bool { self == .pathogenic || self == .likelyPathogenic }
  public var isBenignOrLikely: Bool { self == .benign || self == .likelyBenign }

  /// 0 is the gravest, and leads a report.
  public var rank: Int {
    switch self {
    case .pathogenic: 0
    case .likelyPathogenic: 1
    case .uncertain: 2
    case .notEvaluated: 3
    case .likelyBenign: 4
    case .benign: 5
    }
  }

  /// The class in words, as "likely pathogenic".
  public var words: String { rawValue.split(separator: "_").joined(separator: " ") }
}
