public import Genome

/// What the samples of one family say together: who carries what, where it came from, and who of the
/// pedigree was not looked at.
public struct PedigreeResult: Sendable, Hashable {
  public var family: String
  /// In the order of the pedigree.
  public var members: [PedigreeMember]
  /// Every variant that a member carries, in plus-strand order.
  public var variants: [PedigreeVariant]

  public init(family: String, members: [PedigreeMember], variants: [PedigreeVariant]) {
    self.family = family
    self.members = members
    self.variants = variants
  }

  /// `nil` for no name, and for one that the pedigree does not have.
  public func member(_ name: String?) -> PedigreeMember? {
    members.first { $0.relation.name == name }
  }
}

/// One person of the pedigree.
public struct PedigreeMember: Sendable, Hashable {
  public var relation: Pedigree.Member
  /// `nil` for a person without a sample in this run.
  public var result: SampleResult?

  public init(relation: Pedigree.Member, result: SampleResult?) {
    self.relation = relation
    self.result = result
  }

  /// As the sample's own report judges it; without one, as the pedigree declares it.
  public var sex: Sex { result?.sex.sex ?? relation.sex }
}

/// A variant and what each member's data say of it.
public struct PedigreeVariant: Sendable, Hashable {
  /// As the member has it in whom its class is the gravest: a case file or a table of one member can
  /// say more than the others'.
  public var classified: ClassifiedVariant
  /// In the order of `PedigreeResult.members`.
  public var carriers: [PedigreeCarriage]

  public init(classified: ClassifiedVariant, carriers: [PedigreeCarriage]) {
    self.classified = classified
    self.carriers = carriers
  }

  /// Whether the members' reports give it different classes.
  public var isClassedDifferently: Bool {
    Set(carriers.compactMap { $0.call?.classified.clinicalClass }).count > 1
  }
}

/// What one member's data say of a variant of the family.
public struct PedigreeCarriage: Sendable, Hashable {
  /// `alternateSeen` where the member carries it.
  public var state: SiteState
  /// The member's own call; `nil` where the variant is not called.
  public var call: SampleVariant?
  /// The member's call of a change of several bases that the variant is a part of, where it has no call of its own.
  public var whole: SampleVariant?
  /// Where a carrier has it from; `nil` for who is not shown to carry it.
  public var origin: VariantOrigin?
  /// Why this can't be, if the pedigree and the samples are right; a sentence.
  public var contradiction: String?
  /// Parents whose own sample the contradiction speaks of.
  public var parentsInDoubt: [String]
  /// PS2 and PM6 that the member's own report counts as documented, although `calledRelatives` speak
  /// against it.
  public var contradictedCriteria: [Criterion]
  /// Parents who can have handed the variant on and are called with it; and relatives who are, where the
  /// parents don't tell where it is from.
  public var calledRelatives: [String]

  public init(
    state: SiteState, call: SampleVariant? = nil, whole: SampleVariant? = nil,
    origin: VariantOrigin? = nil,
    contradiction: String? = nil, parentsInDoubt: [String] = [],
    contradictedCriteria: [Criterion] = [], calledRelatives: [String] = []
  ) {
    self.state = state
    self.call = call
    self.whole = whole
    self.origin = origin
    self.contradiction = contradiction
    self.parentsInDoubt = parentsInDoubt
    self.contradictedCriteria = contradictedCriteria
    self.calledRelatives = calledRelatives
  }
}

/// Where a carrier has a variant from, by the parents' samples. Parentage itself is not tested.
public enum VariantOrigin: Sendable, Hashable {
  case maternal
  case paternal
  /// Either parent may have handed it on.
  case eitherParent
  /// From both, on both copies.
  case bothParents
  /// Every parent who could have handed it on was shown to have the reference there.
  case apparentlyDeNovo
  /// `siblings` carry it too, though the parents' samples show the reference: it is presumed to be
  /// in a part of the germ cells of one of `parents`.
  case germLineMosaicism(siblings: [String], parents: [String])
  /// Why the parents' data don't tell, as a clause.
  case unresolved(reason: String)

  /// In a part of whose germ cells, or of one of whom, it is presumed to be; `nil` of other origins.
  public var parentsOfGermCells: [String]? {
    if case .germLineMosaicism(_, let parents) = self { parents } else { nil }
  }

  /// The word used in documents.
  public var name: String {
    switch self {
    case .maternal: "maternal"
    case .paternal: "paternal"
    case .eitherParent: "either_parent"
    case .bothParents: "both_parents"
    case .apparentlyDeNovo: "apparently_de_novo"
    case .germLineMosaicism: "germ_line_mosaicism"
    case .unresolved: "unresolved"
    }
  }
}
