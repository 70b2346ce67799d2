import Flow
import Genome

extension SampleVariant {
  /// An unclassified variant wholly beyond the gene's ends: it is listed, and no sentence about the
  /// gene's copies or the conclusion may speak of it.
  var isBesideGene: Bool { classified.clinicalClass == .notEvaluated && besideGene != nil }
}
