import Flow
import Genome

/// A variant's VCF spelling as all documents give it: normalised in the input's build, or, for a
/// variant that can't be assessed, the record's own.
struct VariantPlace {
  var contig: String
  var assembly: Assembly
  /// 1-based.
  var position: Int?
  var reference: String
  var alternate: String

  init(_ annotated: AnnotatedVariant, provenance: Provenance) {
    let first = annotated.normalised.parts.first
    contig = first?.record.contig ?? provenance.contig
    assembly = annotated.placement?.assembly ?? annotated.normalised.assembly
    position = annotated.placement?.position ?? first?.record.position
    reference = annotated.placement?.reference ?? first?.record.reference ?? ""
    alternate = annotated.placement?.alternate ?? first?.spelling ?? ""
  }

  /// As `chrX:49251441 G>A`.
  var text: String {
    "\(contig):\(position.map(String.init) ?? "?") \(reference)>\(alternate)"
  }
}

extension ReadVariant {
  /// The ALT's text; empty where the index lies outside the record.
  var spelling: String {
    alleleIndex >= 1 && alleleIndex <= record.alternates.count ? alternate : ""
  }

  /// As `chrX-49251441-G-A`, a spelling that `foxp3 explain` takes.
  var hyphenated: String {
    "\(record.contig)-\(record.position)-\(record.reference)-\(spelling)"
  }
}

extension NormalisedVariant {
  /// Why it can't be assessed, or `nil`.
  var obstacle: String? {
    if case .notAssessable(let cause) = change { cause.reason } else { nil }
  }
}
