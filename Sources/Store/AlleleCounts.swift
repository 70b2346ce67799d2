import Flow
import Genome

/// How often a laboratory saw an allele, by sex, and in how many samples it could have.
public struct AlleleCounts: Sendable, Hashable {
  /// As `StoredVariant.identifier`.
  public var identifier: String
  public var name: String
  public var spelling: VariantSpelling?
  /// Samples whose data show the place whether or not they have a variant there, with known sex: the
  /// denominator.
  public var assessedFemales = 0
  public var assessedMales = 0
  /// Among those: copies of the allele.
  public var copiesInFemales = 0
  public var copiesInMales = 0
  public var homozygotes = 0
  /// Carriers left out of the counts: the data show nothing beside the variant, or the place is none that a
  /// sample is asked for, so that it is not known in how many samples it could have been seen.
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
    self.init(
      identifier: identifier, name: name, spelling: spelling,
      counted: samples.map(CountedSample.init))
  }

  private init(
    identifier: String, name: String, spelling: VariantSpelling?, counted: [CountedSample]
  ) {
    self.identifier = identifier
    self.name = name
    self.spelling = spelling
    for counted in counted where counted.sample.conclusion != nil {
      let carried = counted.sample.telling(of: identifier)
      guard counted.sample.isOfThePerson else {
        carriersUnclear += carried == nil ? 0 : 1
        continue
      }
      if let carried {
        count(carried, in: counted)
      } else if isAssessed(in: counted) {
        countAssessed(counted.sample.sex)
      }
    }
  }

  /// Changes of more than 50 bases are not looked for by callers of small variants: that a sample's data
  /// show the place says nothing of them.
  private var isLookedFor: Bool {
    spelling.map {
      max($0.reference.utf8.count, $0.alternate.utf8.count) <= ShownPlaces.longestChange
    } ?? false
  }

  /// The same for those who carry the allele and those who don't: else its share would be wrong.
  private func isAssessed(in counted: CountedSample) -> Bool {
    guard let spelling, isLookedFor else { return false }
    return counted.places.contain(spelling.interval)
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
    let counted = samples.map(CountedSample.init)
    return ordered.map {
      AlleleCounts(
        identifier: $0.identifier, name: $0.name, spelling: $0.spelling, counted: counted)
    }
  }

  private mutating func count(_ variant: StoredVariant, in counted: CountedSample) {
    guard variant.isConfirmed else {
      carriersUnconfirmed += 1
      return
    }
    guard isAssessed(in: counted) else {
      carriersInUnassessed += 1
      return
    }
    switch (counted.sample.sex, variant.zygosity) {
    case (.male, .hemizygous): copiesInMales += 1
    case (.female, .heterozygous): copiesInFemales += 1
    case (.female, .homozygous):
      copiesInFemales += 2
      homozygotes += 1
    default:
      carriersUnclear += 1
      return
    }
    countAssessed(counted.sample.sex)
  }

  private mutating func countAssessed(_ sex: Sex) {
    switch sex {
    case .male: assessedMales += 1
    case .female: assessedFemales += 1
    case .unknown: break
    }
  }
}

/// A sample with what it shows, which is the same for every allele.
private struct CountedSample {
  let sample: StoredSample
  let places: ShownPlaces

  init(_ sample: StoredSample) {
    self.sample = sample
    places = ShownPlaces(sample)
  }
}
