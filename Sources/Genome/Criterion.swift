/// The 28 criteria of ACMG/AMP 2015 (Richards et al., PMID 25741868), pathogenic ones first.
public enum Criterion: String, Sendable, CaseIterable, Hashable {
  case pvs1 = "PVS1"
  case ps1 = "PS1"
  case ps2 = "PS2"
  case ps3 = "PS3"
  case ps4 = "PS4"
  case pm1 = "PM1"
  case pm2 = "PM2"
  case pm3 = "PM3"
  case pm4 = "PM4"
  case pm5 = "PM5"
  case pm6 = "PM6"
  case pp1 = "PP1"
  case pp2 = "PP2"
  case pp3 = "PP3"
  case pp4 = "PP4"
  case pp5 = "PP5"
  case ba1 = "BA1"
  case bs1 = "BS1"
  case bs2 = "BS2"
  case bs3 = "BS3"
  case bs4 = "BS4"
  case bp1 = "BP1"
  case bp2 = "BP2"
  case bp3 = "BP3"
  case bp4 = "BP4"
  case bp5 = "BP5"
  case bp6 = "BP6"
  case bp7 = "BP7"

  /// Whether it speaks for a benign variant.
  public var isBenign: Bool { rawValue.hasPrefix("B") }

  /// The strength its letters stand for.
  public var nameStrength: EvidenceStrength {
    switch rawValue.dropLast() {
    case "PVS": .veryStrong
    case "PS", "BS": .strong
    case "PM": .moderate
    case "BA": .standAlone
    default: .supporting
    }
  }
}

/// How much a criterion that is met weighs, weakest first.
public enum EvidenceStrength: String, Sendable, CaseIterable, Hashable, Comparable {
  case supporting
  case moderate
  case strong
  case veryStrong = "very_strong"
  /// BA1 alone: benign whatever else is there.
  case standAlone = "stand_alone"

  /// As it stands behind a criterion applied at another strength: `PVS1_Strong`.
  public var suffix: String {
    switch self {
    case .supporting: "Supporting"
    case .moderate: "Moderate"
    case .strong: "Strong"
    case .veryStrong: "VeryStrong"
    case .standAlone: "StandAlone"
    }
  }

  /// As in a sentence: `very strong`.
  public var words: String { rawValue.split(separator: "_").joined(separator: " ") }

  /// The weaker one first.
  public static func < (left: EvidenceStrength, right: EvidenceStrength) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { EvidenceStrength.allCases.firstIndex(of: self) ?? 0 }
}
