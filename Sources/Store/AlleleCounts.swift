import Flow
import Genome

/// How often a laboratory saw an allele, by sex, and in how many samples it could have.
public struct AlleleCounts: Sendable, Hashable {
  /// As `StoredVariant.identifier`.
  public var identifier: String
  public var name: String
  public var spelling: VariantSpelling?
  /// Samples whose data show the place beyond the variant itself, with known sex: the denominator.
  public var assessedFemales = 0
  public var assessedMales = 0
  /// Among those: copies of the allele.
  public var copiesInFemales = 0
  public var copiesInMales = 0
  public var homozygotes = 0
  /// Carriers left out of the counts: the data show nothing beside the variant, so that it is not
  /// known in how many samples it could have been seen.
  public var carriersInUnassessed = 0
  /// Carriers left out for unknown sex or zygosity, a mosaic, a conflict of genotype and sex, or DNA that
  /// may be another person's.
  public var carriersUnclear = 0
  /// Carriers left out since the call is not confirmed.
  public var carriersUnconfirmed = 0

  public var alleleCount: Int { copiesInFemales + copiesInMales }
  /// One X in a male, two in a female.
  public var alleleNumber: Int { 2 * assessedFemales + assessedMales }

  /// Counts one allele over the latest record of each sample; carriers whose DNA may be
  /// another person's are unclear ones.
  public init(
    identifier: String, name: String, spelling: VariantSpelling?, in samples: [StoredSample]
  ) {
    self.identifier = identifier
    self.name = name
    self.spelling = spelling
    for sample in samples where sample.conclusion != nil {
      guard sample.isOfThePerson else {
        carriersUnclear += sample.variants.contains { $0.identifier == identifier } ? 1 : 0
        continue
      }
      if let variant = sample.variants.first(where: { $0.identifier == identifier }) {
        count(variant, in: sample)
      } else if isLookedFor, spelling.map({ sample.shows($0.interval) }) ?? false {
        countAssessed(sample.sex)
      }
    }
  }

  /// Changes of more than 50 bases are not looked for by callers of small variants: that a sample's data
  /// show the place says nothing of them.
  private var isLookedFor: Bool {
    spelling.map { max($0.reference.utf8.count, $0.alternate.utf8.count) <= 51 } ?? false
  }

  /// Every allele that was seen (`*` stands for one of another record), along the plus strand; those
  /// without a place on GRCh38 last.
  public static func all(in samples: [StoredSample]) -> [AlleleCounts] {
    var seen: [String: StoredVariant] = [:]
    for variant in samples.flatMap(\.variants)
    where seen[variant.identifier] == nil && !variant.identifier.hasSuffix("-*") {
      seen[variant.identifier] = variant
    }
    let ordered = seen.values.sorted {
      ($0.spelling?.position ?? Int.max, $0.identifier)
        < ($1.spelling?.position ?? Int.max, $1.identifier)
    }
    return ordered.map {
      AlleleCounts(
        identifier: $0.identifier, name: $0.name, spelling: $0.spelling, in: samples)
    }
  }

  private mutating func count(_ variant: StoredVariant, in sample: StoredSample) {
    guard variant.isConfirmed else {
      carriersUnconfirmed += 1
      return
    }
    guard let spelling, isLookedFor, sample.showsBeyond(spelling.interval) else {
      carriersInUnassessed += 1
      return
    }
    switch (sample.sex, variant.zygosity) {
    case (.male, .hemizygous): copiesInMales += 1
    case (.female, .heterozygous): copiesInFemales += 1
    case (.female, .homozygous):
      copiesInFemales += 2
      homozygotes += 1
    default:
      carriersUnclear += 1
      return
    }
    countAssessed(sample.sex)
  }

  private mutating func countAssessed(_ sex: Sex) {
    switch sex {
    case .male: assessedMales += 1
    case .female: assessedFemales += 1
    case .unknown: break
    }
  }
}

extension StoredSample {
  /// Whether a stretch of GRCh38 was shown to be read, whole.
  func shows(_ stretch: Interval) -> Bool { proven.contains { $0.contains(stretch) } }

  /// Whether more than the stretch was: a file of variants alone shows just its own places.
  func showsBeyond(_ stretch: Interval) -> Bool {
    proven.contains { $0.contains(stretch) && $0.count > stretch.count }
  }
}
