import Flow
import Genome

/// A male's confirmed calls of two alleles on his one X: a second X, another person's DNA, or cells of two
/// kinds, and then one copy's depth proves no reference. Where the rest of X shows a single one, it is the
/// place's own matter.
struct TwoAllelesInMale {
  let sex: SexJudgement

  /// A sentence, or none. A harmful variant speaks for itself.
  func doubts(_ carried: [SampleVariant]) -> [String] {
    guard sex.assessment.sex == .male, !sex.showsSingleX else { return [] }
    let mixed = carried.filter {
      $0.isConfirmed && $0.zygosity == .conflict && $0.isReadWell && $0.hasTwoAlleles
        && !$0.classified.clinicalClass.isPathogenicOrLikely
        && $0.alleleFraction.map(TwoAllelesInMale.isMixed) ?? true
    }
    guard let first = mixed.first else { return [] }
    let more = mixed.count > 1 ? " and \(mixed.count - 1) more" : ""
    return [
      "Two alleles are called on the one X of a male (\(first.name)\(more)): mosaicism, XXY, "
        + "contamination or an artefact; what else a second copy carries may be unseen."
    ]
  }

  /// A share of the reads that neither an error nor a single copy explains.
  static func isMixed(_ fraction: Double) -> Bool { (0.2...0.8).contains(fraction) }
}

extension SampleVariant {
  /// Bases for as many others, and changes of more than fifty; small insertions and deletions are read
  /// wrong more often, and of a duplication a single copy's reads show the unchanged ends too.
  fileprivate var isReadWell: Bool {
    let parts = classified.annotated.normalised.parts
    guard !parts.contains(where: { $0.alternate.hasPrefix("<DUP") }) else { return false }
    return switch classified.annotated.normalised.change {
    case .sequence(let change): !change.isIndel || change.isLarge
    case .structural: true
    case .notAssessable: false
    }
  }
}
