import Flow
import Genome

/// How much of an exon the data show.
enum ExonState: Equatable {
  case full
  case part
  case none
  case unknown
  /// No copy has it.
  case deleted
  /// One of the copies, or of part of the cells, lacks it.
  case deletedOnACopy
  case partlyDeleted

  /// - Parameter deletions: confirmed ones of the sample.
  init(_ coverage: ExonCoverage?, deletions: [ExonDeletion]) {
    guard let coverage else {
      self = .unknown
      return
    }
    if let lost = deletions.first(where: { $0.interval.contains(coverage.interval) }) {
      self = lost.isOfEveryCopy ? .deleted : .deletedOnACopy
    } else if deletions.contains(where: { $0.interval.intersection(coverage.interval) != nil }) {
      self = .partlyDeleted
    } else if coverage.gaps.isEmpty, coverage.provenBases >= coverage.interval.count {
      self = .full
    } else {
      self = coverage.provenBases == 0 ? .none : .part
    }
  }

  var sign: String {
    switch self {
    case .full: "✓"
    case .part: "~"
    case .none: "✗"
    case .unknown: "?"
    case .deleted, .deletedOnACopy, .partlyDeleted: "−"
    }
  }

  var words: String {
    switch self {
    case .full: "shown to be read"
    case .part: "read in part"
    case .none: "not shown to be read"
    case .unknown: "not known"
    case .deleted: "deleted"
    case .deletedOnACopy: "deleted on a copy"
    case .partlyDeleted: "deleted in part"
    }
  }

  var isDeletion: Bool {
    switch self {
    case .deleted, .deletedOnACopy, .partlyDeleted: true
    default: false
    }
  }

  var css: String {
    switch self {
    case .full, .part: "exon exon-full"
    case .none, .unknown: "exon exon-none"
    case .deleted, .deletedOnACopy, .partlyDeleted: "exon exon-deleted"
    }
  }
}

/// A deletion that can take an exon away, as the sample carries it. One in bases of no more than fifty is a change
/// within what was read.
struct ExonDeletion {
  /// The bases that are gone, in the input's build.
  var interval: Interval
  var isOfEveryCopy: Bool

  /// The confirmed deletions among a sample's variants.
  static func all(_ variants: [SampleVariant]) -> [ExonDeletion] {
    variants.filter(\.isConfirmed).compactMap { variant in
      interval(variant.classified.annotated.normalised.change).map {
        ExonDeletion(
          interval: $0,
          isOfEveryCopy: variant.zygosity == .hemizygous || variant.zygosity == .homozygous)
      }
    }
  }

  private static func interval(_ change: NormalisedVariant.Change) -> Interval? {
    switch change {
    case .structural(let change) where change.kind == .deletion:
      return change.narrowest ?? change.interval
    case .sequence(let change):
      let lost = change.interval
      return change.reference.count - change.alternate.count > SequenceChange.longestSmall
        ? lost : nil
    default: return nil
    }
  }
}
