import Flow
import Genome

/// Where a carrier has a variant of the X chromosome from: a son has his X from his mother; a
/// daughter has one X of each parent.
///
/// A parent counts as free of the variant only where the data show the reference. Parentage is
/// taken as the pedigree gives it.
struct InheritanceRule: Sendable {
  /// A person in the family and what the data say of the variant in them.
  struct Person: Sendable, Hashable {
    var name: String
    var sex: Sex
    var state: SiteState
    /// `unknown` where the variant is not called.
    var zygosity: Zygosity = .unknown
    /// X and Y contradict the declared sex: the sample may be another person's, and nothing follows
    /// from it for the family.
    var isContradicted = false

    var isFree: Bool {
      guard !isContradicted, case .referenceSeen = state else { return false }
      return true
    }

    var carries: Bool { state == .alternateSeen && !isContradicted }

    var doubt: String {
      "X and Y of \(name) contradict the declared sex, and whose sample it is has to be settled first"
    }
  }

  let child: Person
  /// `nil` where the pedigree gives none, or none with a sample in this run.
  let father: Person?
  let mother: Person?

  /// `nil` for who is not shown to carry it.
  var origin: VariantOrigin? {
    if child.isContradicted, child.state == .alternateSeen {
      return .unresolved(reason: child.doubt)
    }
    guard child.carries else { return nil }
    switch child.sex {
    case .male: return ofSon
    case .female where child.zygosity == .homozygous: return ofBothCopies
    case .female: return ofDaughter
    case .unknown:
      let daughter = ofDaughter
      if ofSon == daughter { return daughter }
      return .unresolved(reason: "the sex of \(child.name) is not known")
    }
  }

  private var ofSon: VariantOrigin {
    guard let mother else { return .unresolved(reason: "his mother has no sample here") }
    if mother.carries { return .maternal }
    if mother.isFree { return .apparentlyDeNovo }
    return .unresolved(reason: doubt(of: mother, "his mother"))
  }

  private var ofDaughter: VariantOrigin {
    switch (mother?.carries == true, father?.carries == true) {
    case (true, true): return .eitherParent
    case (true, false): return father?.isFree == true ? .maternal : .eitherParent
    case (false, true): return mother?.isFree == true ? .paternal : .eitherParent
    case (false, false): break
    }
    if mother?.isFree == true, father?.isFree == true { return .apparentlyDeNovo }
    return .unresolved(reason: openParents)
  }

  private var ofBothCopies: VariantOrigin {
    if mother?.carries == true, father?.carries == true { return .bothParents }
    return .unresolved(
      reason: "it is called on both copies, and not both parents are shown to carry it")
  }

  private var openParents: String {
    [(mother, "her mother"), (father, "her father")].compactMap { parent, words in
      guard let parent else { return "\(words) has no sample here" }
      return parent.isFree ? nil : doubt(of: parent, words)
    }.joined(separator: ", and ")
  }

  private func doubt(of parent: Person, _ words: String) -> String {
    if parent.isContradicted { return parent.doubt }
    return switch parent.state {
    case .otherAlternateSeen:
      "\(words), \(parent.name), carries another change at the same place"
    default:
      "the place was not settled in \(words), \(parent.name)"
        + (parent.state.reason.map { " (\($0))" } ?? "")
    }
  }

  /// What can't be so, if pedigree and samples are right.
  var contradiction: String? {
    if child.isFree, child.sex == .female, let father, father.carries, father.sex == .male,
      father.zygosity == .hemizygous
    {
      return contradictionText(
        "\(father.name) carries it on his only X, which every daughter of his inherits, but it is "
          + "not in \(child.name)")
    }
    if child.isFree, let mother, mother.carries, mother.zygosity == .homozygous {
      return contradictionText(
        "\(mother.name) is called with it on both copies, one of which every child of hers "
          + "inherits, but it is not in \(child.name)")
    }
    if child.carries, child.sex == .female, child.zygosity == .homozygous,
      mother?.isFree == true || father?.isFree == true
    {
      return contradictionText(
        "It is called on both copies of \(child.name), but one parent was shown to be free of it")
    }
    return nil
  }

  private func contradictionText(_ fact: String) -> String {
    "\(fact): check that the samples and the pedigree are right, and whether a copy is lost."
  }
}
