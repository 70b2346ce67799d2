import Genome

/// The part of an HGVS DNA name after `c.` or `g.`, for a change already shifted 3' in the
/// direction of the name (HGVS Nomenclature, recommendations for DNA: substitution, deletion,
/// duplication before insertion, inversion, deletion-insertion).
struct ChangeName {
  /// Bases in the name's direction.
  let reference: BaseSequence
  let alternate: BaseSequence
  /// Bases just 5' of an insertion, at least as many as are inserted where they exist.
  let before: BaseSequence

  enum Kind: Equatable {
    case substitution, deletion, duplication, insertion, inversion, deletionInsertion, identity
  }

  var kind: Kind {
    if reference == alternate { return .identity }
    if reference.count == 1, alternate.count == 1 { return .substitution }
    if alternate.isEmpty { return .deletion }
    if reference.isEmpty {
      return before.bytes.suffix(alternate.count).elementsEqual(alternate.bytes)
        && before.count >= alternate.count ? .duplication : .insertion
    }
    if reference == alternate.reverseComplement { return .inversion }
    return .deletionInsertion
  }

  /// `first` and `last` are the texts of the first and last replaced (or duplicated) base, or of
  /// the two neighbours of an insertion.
  func text(first: String, last: String) -> String {
    let place = first == last ? first : "\(first)_\(last)"
    switch kind {
    case .identity: return "\(place)="
    case .substitution: return "\(place)\(reference)>\(alternate)"
    case .deletion: return "\(place)del"
    case .duplication: return "\(place)dup"
    case .insertion: return "\(first)_\(last)ins\(alternate)"
    case .inversion: return "\(place)inv"
    case .deletionInsertion: return "\(place)delins\(alternate)"
    }
  }
}
