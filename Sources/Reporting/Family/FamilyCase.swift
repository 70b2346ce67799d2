public import Flow
public import Genome

/// Of whom a family page speaks, and to whom.
public struct FamilyCase: Sendable, Hashable {
  /// `positive` (a male's only copy), `carrier` (one of a female's two), or a negative.
  public var conclusion: ConclusionWord
  public var addressee: ReportHead.Addressee
  /// The one variant that the page names; `nil` after a negative.
  public var variant: SampleVariant?
}

/// Whether a family page can be written, and why not. A page is written only of what is settled:
/// whatever needs a person to explain it is left to that person.
public enum FamilyChoice: Sendable, Hashable {
  case page(FamilyCase)
  /// A sentence.
  case none(reason: String)

  /// - Parameters:
  ///   - runDate: as `2026-01-31`; says who is an adult.
  ///   - parents: names of the samples that the run's pedigree names as someone's parent.
  public init(_ result: SampleResult, runDate: String, parents: Set<String> = []) {
    let rule = FamilyRule(
      result: result, runDate: runDate, isParent: parents.contains(result.sample))
    if let reason = rule.obstacle {
      self = .none(reason: "No family page: \(reason).")
    } else if let familyCase = rule.familyCase {
      self = .page(familyCase)
    } else {
      self = .none(reason: "No family page: \(FamilyRule.toBeExplained).")
    }
  }

  public var reason: String? {
    if case .none(let reason) = self { reason } else { nil }
  }
}

/// Decides on the family page of one result.
struct FamilyRule {
  let result: SampleResult
  let runDate: String
  /// Whether the pedigree gives this person children.
  let isParent: Bool

  static let toBeExplained = "what was found has to be explained in person"

  /// What stands in its way, as a clause.
  var obstacle: String? {
    guard result.hasGenotypes, let conclusion = result.conclusion else {
      return "the file has no samples, and nothing is said of a person"
    }
    return sampleObstacle ?? wordObstacle(conclusion) ?? findingObstacle(conclusion)
  }

  /// Whose DNA it is.
  private var sampleObstacle: String? {
    let patientCase = result.patientCase
    if person.isUnborn {
      return "the sample is prenatal, and its result has to be explained in person"
    }
    if person.isDeceased, !person.isLost {
      return
        "the person tested has died, and the result has to be explained to the family in person"
    }
    if patientCase?.mayHoldDonorCells == true {
      return "a blood donor's cells may be in the sample"
    }
    return nil
  }

  private func wordObstacle(_ conclusion: Conclusion) -> String? {
    switch conclusion.word {
    case .positive, .carrier, .negative, .negativeSequenceOnly: nil
    case .uncertain where conclusion.finding == .vus:
      "a variant of uncertain significance is not for the family to act on"
    case .uncertain:
      "how many copies carry the variant, or whether an unchanged one is left, is not known"
    case .inconclusive: "the test did not settle the question"
    case .notAssessable, .failed: "the test gave no result"
    }
  }

  private func findingObstacle(_ conclusion: Conclusion) -> String? {
    if let other = wrongSex(conclusion) { return other }
    if result.variants.contains(where: { $0.classified.isHarmfulOnOneSide && !$0.isBesideGene }) {
      return "the table and the ACMG/AMP rules contradict each other on a variant"
    }
    switch conclusion.finding {
    case .noneReportable: return openCalls
    case .hemizygousPLP, .heterozygousPLP: break
    default: return FamilyRule.toBeExplained
    }
    if conclusion.word == .carrier, addressee == .pregnancyLoss {
      return
        "one changed copy in a female does not explain a loss, and has to be explained in person"
    }
    if leading.count > 1 { return "more than one variant was found, to be explained in person" }
    if leading.isEmpty || !(leading.first?.isConfirmed ?? false) {
      return "the call is not confirmed"
    }
    if leading.first.map(hasUncertainEnds) == true {
      return "the ends of the change are not known to the base"
    }
    return conclusion.word == .carrier ? carrierObstacle : nil
  }

  private func hasUncertainEnds(_ variant: SampleVariant) -> Bool {
    guard case .structural(let change) = variant.classified.annotated.normalised.change else {
      return false
    }
    return change.precision != .exact
  }

  /// "One changed and one unchanged copy" is written only where nothing speaks against it.
  private var carrierObstacle: String? {
    if leading.first?.zygosityNote != nil {
      return "the share of reads with the variant is not that of one of two copies"
    }
    let isOpen = result.variants.contains { variant in
      !variant.isBesideGene
        && (variant.classified.lacksClass
          || variant.classified.clinicalClass == .uncertain
            && !variant.classified.annotated.isOfNoKnownEffect)
    }
    return isOpen ? "beside it a variant is listed of which too little is known" : nil
  }

  /// What is inherited how is said only of a male's only copy and of one of a female's two.
  private func wrongSex(_ conclusion: Conclusion) -> String? {
    let isKnown =
      switch conclusion.word {
      case .positive: result.sex.sex == .male
      case .carrier: result.sex.sex == .female
      default: true
      }
    return isKnown ? nil : FamilyRule.toBeExplained
  }

  /// Beside a negative nothing may be left that a reader would have to know.
  private var openCalls: String? {
    let open = result.variants.filter {
      !$0.classified.clinicalClass.isBenignOrLikely && !$0.isBesideGene
    }
    return open.isEmpty ? nil : "a variant is listed that was not confirmed or not classified"
  }

  /// The pathogenic and likely pathogenic variants, also those that are not confirmed.
  private var leading: [SampleVariant] {
    result.variants.filter { $0.classified.clinicalClass.isPathogenicOrLikely }
  }

  var familyCase: FamilyCase? {
    result.conclusion.map {
      FamilyCase(conclusion: $0.word, addressee: addressee, variant: leading.first)
    }
  }

  private var addressee: ReportHead.Addressee { person.addressee }

  private var person: TestedPerson {
    TestedPerson(result: result, runDate: runDate, isParent: isParent)
  }
}
