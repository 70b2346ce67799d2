import Genome
import Nomenclature

/// An allele that a sample carries, as its report names it.
struct NamedAllele: Sendable, Hashable {
  var name: String
  var allele: CaseAllele

  /// Why evidence documented for `other`, an allele that is not carried by itself, was not counted;
  /// `nil` where this allele has nothing to do with it. `isCalled`: a record of the sample's has `other`, which
  /// was joined with others.
  func sentence(on other: String, _ documented: SequenceChange, isCalled: Bool) -> String? {
    if contains(documented) || (isCalled && overlaps(documented)) {
      return "The case file documents evidence for \(other), which the sample carries as a part of "
        + "\(name): the evidence was not counted; document it for \(name) where it holds for the whole "
        + "change."
    }
    guard overlaps(documented) else { return nil }
    return "The case file documents evidence for \(other), which the sample does not carry by this "
      + "file; it carries \(name) over the same place. The evidence was not counted; document it for "
      + "\(name) where it holds for that change."
  }

  /// Whether the other change's bases are replaced in this one alike.
  private func contains(_ other: SequenceChange) -> Bool {
    guard let change = allele.change, !change.isIndel, !other.isIndel,
      change.interval.contains(other.interval)
    else {
      return false
    }
    let first = other.start - change.start
    let own = change.alternate.bytes[first..<(first + other.alternate.count)]
    return own.elementsEqual(other.alternate.bytes)
  }

  private func overlaps(_ other: SequenceChange) -> Bool {
    allele.interval.overlaps(other.interval)
  }
}
