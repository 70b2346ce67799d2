import Flow
import Genome

/// Where a carrier has a variant of the X chromosome from: a son has his X from his mother; a
/// daughter has one X of each parent.
///
/// A parent counts as free of the variant only where the data show the reference. Parentage is
/// taken as the pedigree gives it.
struct InheritanceRule: Sendable {
  let child: FamilyPerson
  /// `nil` where the pedigree gives none, or none with a sample in this run.
  let father: FamilyPerson?
  let mother: FamilyPerson?

  init(child: FamilyPerson, father: FamilyPerson?, mother: FamilyPerson?) {
    self.child = child
    self.father = father?.asFather
    self.mother = mother?.asMother
  }

  /// `nil` for who is not shown to carry it.
  var origin: VariantOrigin? {
    if let obstacle = child.obstacle, child.state == .alternateSeen {
      return .unresolved(reason: obstacle)
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
    if child.zygosity == .mosaic, mother?.carries == true {
      return .unresolved(
        reason: "it is in a part of his cells, and what a son has from his mother is in all of them"
      )
    }
    guard let mother else {
      return .unresolved(reason: "his mother has no sample that could be read in this run")
    }
    if mother.carries { return .maternal }
    if mother.isFree, let father, father.isCalled {
      return .unresolved(
        reason: "his father, \(father.name), is called with it too, though a son has no X of his "
          + "father's")
    }
    if mother.isFree { return .apparentlyDeNovo }
    return .unresolved(reason: doubt(of: mother, "his mother"))
  }

  private var ofDaughter: VariantOrigin {
    if let certain { return certain }
    switch (mother?.carries == true, father?.carries == true) {
    case (true, true) where child.zygosity == .unknown:
      return .unresolved(
        reason: "both parents carry it, and on how many of her copies it stands is not settled")
    case (true, true): return .eitherParent
    case (true, false): return father?.isFree == true ? .maternal : .eitherParent
    case (false, true): return mother?.isFree == true ? .paternal : .eitherParent
    case (false, false): break
    }
    if mother?.isFree == true, father?.isFree == true { return .apparentlyDeNovo }
    return .unresolved(reason: openParents)
  }

  /// A father hands his only X to every daughter, and a mother with it on both copies one of them: who has it on one
  /// copy has it from there. `nil` where that holds of neither or of both.
  private var certain: VariantOrigin? {
    guard child.zygosity == .heterozygous else { return nil }
    let isOfFather = father?.carries == true && father?.zygosity == .hemizygous
    let isOfMother = mother?.carries == true && mother?.zygosity == .homozygous
    guard isOfFather != isOfMother else { return nil }
    return isOfFather ? .paternal : .maternal
  }

  private var ofBothCopies: VariantOrigin {
    if mother?.carries == true, father?.carries == true { return .bothParents }
    return .unresolved(
      reason: "it is called on both copies, and not both parents are shown to carry it")
  }

  private var openParents: String {
    [(mother, "her mother"), (father, "her father")].compactMap { parent, words in
      guard let parent else { return "\(words) has no sample that could be read in this run" }
      return parent.isFree ? nil : doubt(of: parent, words)
    }.joined(separator: ", and ")
  }

  private func doubt(of parent: FamilyPerson, _ words: String) -> String {
    if let obstacle = parent.obstacle { return obstacle }
    return switch parent.state {
    case .otherAlternateSeen:
      "\(words), \(parent.name), carries another change at the same place"
    default:
      "the place was not settled in \(words), \(parent.name)"
        + (parent.state.reason.map { " (\($0))" } ?? "")
    }
  }

  /// Parents who can have handed it on and are called with it, confirmed or not.
  var calledParents: [String] {
    [mother, child.sex == .male ? nil : father].compactMap { $0 }.filter(\.isCalled).map(\.name)
  }

  /// Parents of a daughter of whom something can't be so; a son's father hands on no X, and what is told of him is no
  /// doubt of his mother.
  var parentsInDoubt: [String] {
    guard child.sex != .male, contradiction != nil else { return [] }
    return [mother, father].compactMap { $0?.name }
  }

  /// What can't be so, if pedigree and samples are right.
  var contradiction: String? {
    let misplaced = [mother, father].compactMap { $0?.misplaced }
    guard misplaced.isEmpty else {
      return misplaced.map { "\($0): check whether samples are swapped." }.joined(separator: " ")
    }
    return contradictionOfCopies
  }

  private var contradictionOfCopies: String? {
    if child.carries, child.sex == .male, child.zygosity == .mosaic, let mother, mother.carries {
      return
        "\(mother.name) carries it, and \(child.name) has it in a part of his cells only: DNA of his "
        + "mother, of another person or of a twin in his sample, or a reversion in a part of his cells, "
        + "has to be looked for."
    }
    if child.carries, child.sex == .male, let mother, mother.isFree, let father, father.isCalled {
      return
        "\(father.name) is called with it too, but \(child.name) has no X of his father's, and "
        + "\(mother.name) was shown to be free of it: check whether samples are swapped or mixed."
    }
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
    if child.isFree, let mother, mother.carries, mother.isWithoutReference {
      return contradictionText(
        "\(mother.name) is called without a copy of the reference at this place, so that every child "
          + "of hers inherits a change there, but \(child.name) has the reference")
    }
    if child.carries, child.sex == .female, child.zygosity == .heterozygous,
      let father, father.carries, father.zygosity == .hemizygous,
      let mother, mother.carries, mother.zygosity == .homozygous
    {
      return contradictionText(
        "\(father.name) carries it on his only X and \(mother.name) on both copies, but \(child.name) has "
          + "it on one copy")
    }
    if child.carries, child.sex == .female, child.zygosity == .homozygous,
      mother?.isFree == true || father?.isFree == true
    {
      return contradictionText(
        "It is called on both copies of \(child.name), but one parent was shown to be free of it")
    }
    if child.carries, child.sex == .female, child.isWithoutReference,
      let parent = [mother, father].compactMap({ $0 }).first(where: \.isFree)
    {
      return contradictionText(
        "\(child.name) is called without a copy of the reference at this place, but \(parent.name), of whom "
          + "she has one X, was shown to have nothing else there")
    }
    return nil
  }

  private func contradictionText(_ fact: String) -> String {
    "\(fact): check that the samples and the pedigree are right, and whether a copy is lost."
  }
}
