import Flow
import Genome

extension SampleVariant {
  /// An unclassified variant wholly beyond the gene's ends: it is listed, and no sentence about the
  /// gene's copies or the conclusion may speak of it.
  var isBesideGene: Bool {
    let beside: Set<ConsequenceTerm> = [.upstreamGene, .downstreamGene, .intergenic]
    guard classified.clinicalClass == .notEvaluated, let mane = classified.annotated.mane else {
      return false
    }
    return mane.consequences.allSatisfy(beside.contains)
  }
}
