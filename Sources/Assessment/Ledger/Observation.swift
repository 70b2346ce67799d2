import Flow
import Genome
import Nomenclature

/// What one record's call says of the reference bases it spans.
struct Observation: Sendable, Hashable {
  enum Verdict: Sendable, Hashable {
    /// The reference on every copy, against any other allele of the caller's kind.
    case reference
    /// The reference on every copy, but only against the record's own alternates.
    case referenceAgainst(Set<SequenceChange>)
    /// A confirmed call with alternates; every allele of the place is named.
    case alternate
    /// It settles nothing; why, as a clause.
    case unsettled(String)

    /// Whether the record lists this very allele, and was called reference.
    func isReference(against change: SequenceChange) -> Bool {
      if case .referenceAgainst(let tested) = self { tested.contains(change) } else { false }
    }
  }

  /// 1-based, both ends included.
  var interval: Interval
  var verdict: Verdict
  var depth: Int?
  /// The caller looked for insertions and deletions here: `<NON_REF>` or `<*>` is among the ALTs, or the
  /// record was called of reads here.
  var coversIndels: Bool

  var problem: String? {
    if case .unsettled(let reason) = verdict { reason } else { nil }
  }
}
