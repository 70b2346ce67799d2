import Flow
import Genome
import Nomenclature

/// An allele as samples on different builds share it: by its canonical SPDI name on GRCh38, a
/// structural change by kind and ends on its own build.
struct VariantIdentity: Sendable, Hashable {
  private let text: String

  /// `nil` for an allele that can't be assessed.
  init?(_ annotated: AnnotatedVariant) {
    if let name = annotated.placement(on: .grch38)?.spdi {
      text = name
      return
    }
    switch annotated.normalised.change {
    case .sequence:
      guard let name = annotated.placements.first?.spdi else { return nil }
      text = name
    case .structural(let change):
      text =
        "\(annotated.normalised.assembly.rawValue) \(change.kind.rawValue) "
        + "\(change.interval.start)-\(change.interval.end) \(change.untoldBases)"
    case .notAssessable: return nil
    }
  }
}

extension AnnotatedVariant {
  /// The allele's bases on a build; `nil` for structural changes, and where it has no place there.
  func change(on assembly: Assembly) -> SequenceChange? {
    if normalised.assembly == assembly { return normalised.sequenceChange }
    guard let other = otherPlacement, other.assembly == assembly, other.spdi != nil,
      let reference = BaseSequence(other.reference), let alternate = BaseSequence(other.alternate)
    else { return nil }
    return SequenceChange(start: other.position, reference: reference, alternate: alternate)
      .trimmed()
  }
}
