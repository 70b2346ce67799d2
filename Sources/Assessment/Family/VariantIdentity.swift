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
        + "\(change.interval.start)-\(change.interval.end) \(change.unspelledBases)"
    case .notAssessable: return nil
    }
  }
}
