import Flow
import Genome
import Testing

@testable import Assessment

/// An X-linked variant: a son has his X from his mother, a daughter one X of each parent.
@Suite struct InheritanceRuleTests {
  private static let seen = SiteState.referenceSeen(depth: 30)
  private static let open = SiteState.notLookedAt(reason: "no record covers it")

  private func person(
    _ name: String, _ sex: Sex, _ state: SiteState, _ zygosity: Zygosity = .unknown
  ) -> FamilyPerson {
    FamilyPerson(
      name: name, sex: sex, state: state, zygosity: zygosity, isCalled: state == .alternateSeen)
  }

  private func origin(
    _ sex: Sex, mother: SiteState?, father: SiteState?, _ zygosity: Zygosity = .heterozygous
  ) -> VariantOrigin? {
    InheritanceRule(
      child: person("child", sex, .alternateSeen, zygosity),
      father: father.map { person("dad", .male, $0, .hemizygous) },
      mother: mother.map { person("mum", .female, $0, .heterozygous) }
    ).origin
  }

  /// Nothing follows from a sample that may be another person's.
  @Test func aContradictedSexSettlesNothing() {
    func contradicted(_ name: String, _ sex: Sex, _ state: SiteState) -> FamilyPerson {
      FamilyPerson(
        name: name, sex: sex, state: state, isCalled: state == .alternateSeen,
        obstacle: "X and Y of \(name) contradict the declared sex")
    }
    let son = InheritanceRule(
      child: contradicted("son", .male, .alternateSeen), father: nil,
      mother: person("mum", .female, .alternateSeen, .heterozygous))
    #expect(son.origin?.name == "unresolved")
    for state in [.alternateSeen, Self.seen] {
      let rule = InheritanceRule(
        child: person("son", .male, .alternateSeen, .hemizygous), father: nil,
        mother: contradicted("mum", .female, state))
      guard case .unresolved(let reason) = rule.origin else {
        Issue.record("\(String(describing: rule.origin))")
        continue
      }
      #expect(reason.contains("X and Y of mum contradict the declared sex"))
    }
    let free = InheritanceRule(
      child: contradicted("girl", .female, Self.seen),
      father: person("dad", .male, .alternateSeen, .hemizygous), mother: nil)
    #expect(free.contradiction == nil)
  }

  @Test func aSonDependsOnHisMotherAlone() {
    for father in [nil, Self.seen, Self.open] {
      #expect(origin(.male, mother: Self.seen, father: father) == .apparentlyDeNovo)
    }
    for father in [nil, Self.seen, .alternateSeen, Self.open] {
      #expect(origin(.male, mother: .alternateSeen, father: father) == .maternal)
      #expect(
        origin(.male, mother: nil, father: father)
          == .unresolved(reason: "his mother has no sample that could be read in this run"))
      #expect(
        origin(.male, mother: Self.open, father: father)
          == .unresolved(
            reason: "the place was not settled in his mother, mum (no record covers it)"))
    }
  }

  /// What a son has from his mother is in all of his cells.
  @Test func aMosaicSonHasItFromNobody() {
    let rule = InheritanceRule(
      child: person("son", .male, .alternateSeen, .mosaic), father: nil,
      mother: person("mum", .female, .alternateSeen, .heterozygous))
    #expect(rule.origin?.name == "unresolved")
    #expect(rule.contradiction?.contains("DNA of his mother") == true)
    #expect(
      origin(.male, mother: Self.seen, father: nil, .mosaic) == .apparentlyDeNovo)
  }

  @Test func aDaughterDependsOnBoth() {
    #expect(origin(.female, mother: .alternateSeen, father: Self.seen) == .maternal)
    #expect(origin(.female, mother: Self.seen, father: .alternateSeen) == .paternal)
    #expect(origin(.female, mother: .alternateSeen, father: .alternateSeen) == .paternal)
    #expect(origin(.female, mother: nil, father: .alternateSeen) == .paternal)
    #expect(origin(.female, mother: .alternateSeen, father: nil) == .eitherParent)
    #expect(origin(.female, mother: .alternateSeen, father: Self.open) == .eitherParent)
    #expect(origin(.female, mother: Self.seen, father: Self.seen) == .apparentlyDeNovo)
    #expect(
      origin(.female, mother: Self.seen, father: nil)
        == .unresolved(reason: "her father has no sample that could be read in this run"))
    #expect(
      origin(.female, mother: .alternateSeen, father: .alternateSeen, .homozygous)
        == .bothParents)
  }

  /// Of a father's only X, and of a mother's two like copies, every daughter has one.
  @Test func aDaughterWithOneCopyHasItFromWhoCannotDoOtherwise() {
    func rule(_ mother: Zygosity?, _ father: Zygosity?, _ child: Zygosity) -> InheritanceRule {
      InheritanceRule(
        child: person("girl", .female, .alternateSeen, child),
        father: father.map { person("dad", .male, .alternateSeen, $0) },
        mother: mother.map { person("mum", .female, .alternateSeen, $0) })
    }
    #expect(rule(.homozygous, nil, .heterozygous).origin == .maternal)
    #expect(rule(.heterozygous, .mosaic, .heterozygous).origin == .eitherParent)
    #expect(
      rule(.heterozygous, .hemizygous, .unknown).origin
        == .unresolved(
          reason: "both parents carry it, and on how many of her copies it stands is not settled"))
    #expect(rule(.homozygous, .hemizygous, .heterozygous).origin == .eitherParent)
    #expect(
      rule(.homozygous, .hemizygous, .heterozygous).contradiction?.contains("has it on one copy")
        == true)
    #expect(rule(.homozygous, .hemizygous, .homozygous).contradiction == nil)
  }

  @Test func anotherChangeAtThePlaceIsNoReference() {
    #expect(
      origin(.male, mother: .otherAlternateSeen, father: nil)
        == .unresolved(reason: "his mother, mum, carries another change at the same place"))
  }

  /// A son has no X of his father's: a father with the same variant speaks of mixed samples.
  @Test func aFatherWithTheVariantOfHisSonIsAContradiction() {
    let rule = InheritanceRule(
      child: person("son", .male, .alternateSeen, .hemizygous),
      father: person("dad", .male, .alternateSeen, .hemizygous),
      mother: person("mum", .female, Self.seen))
    #expect(
      rule.origin
        == .unresolved(
          reason: "his father, dad, is called with it too, though a son has no X of his father's"))
    #expect(rule.contradiction?.contains("check whether samples are swapped") == true)
    var doubtful = person("dad", .male, .uncertain(reason: "few reads"))
    doubtful.isCalled = true
    let unconfirmed = InheritanceRule(child: rule.child, father: doubtful, mother: rule.mother)
    #expect(unconfirmed.origin?.name == "unresolved" && unconfirmed.contradiction != nil)
  }

  /// Parents whose samples are swapped: one X can't have two alleles, nor a mother be male.
  @Test func aParentInTheOthersPlaceSettlesNothing() {
    var father = person("dad", .unknown, .alternateSeen)
    father.isCalledBesideAnother = true
    let free = person("mum", .unknown, Self.seen)
    for sex in [Sex.male, .female] {
      let rule = InheritanceRule(
        child: person("child", sex, .alternateSeen), father: father, mother: free)
      #expect(rule.origin?.name == "unresolved", "\(sex)")
      #expect(rule.contradiction?.hasPrefix("dad is given as the father, but") == true)
    }
    let male = InheritanceRule(
      child: person("son", .male, .alternateSeen), father: nil,
      mother: person("mum", .male, Self.seen))
    #expect(male.origin?.name == "unresolved")
    #expect(male.contradiction?.hasPrefix("mum is given as the mother, but") == true)
  }

  @Test func unknownSexIsSaidWhereItMatters() {
    #expect(origin(.unknown, mother: Self.seen, father: Self.seen) == .apparentlyDeNovo)
    #expect(origin(.unknown, mother: .alternateSeen, father: Self.seen) == .maternal)
    #expect(
      origin(.unknown, mother: .alternateSeen, father: nil)
        == .unresolved(reason: "the sex of child is not known"))
  }

  @Test func whoDoesNotCarryItHasItFromNobody() {
    let rule = InheritanceRule(
      child: person("son", .male, Self.seen), father: nil,
      mother: person("mum", .female, .alternateSeen, .heterozygous))
    #expect(rule.origin == nil && rule.contradiction == nil)
  }

  /// Two different changes at one place leave a mother no reference to hand on.
  @Test func aMotherWithoutAReferenceHandsNoneOn() {
    var mother = person("mum", .female, .alternateSeen, .heterozygous)
    for sex in [Sex.male, .female, .unknown] {
      let free = person("child", sex, Self.seen)
      #expect(InheritanceRule(child: free, father: nil, mother: mother).contradiction == nil)
      mother.isWithoutReference = true
      let rule = InheritanceRule(child: free, father: nil, mother: mother)
      #expect(rule.contradiction?.contains("without a copy of the reference") == true, "\(sex)")
      let other = person("child", sex, .otherAlternateSeen)
      #expect(InheritanceRule(child: other, father: nil, mother: mother).contradiction == nil)
      mother.isWithoutReference = false
    }
  }

  /// A daughter has one X of each parent: of one with the reference alone she has the reference.
  @Test func aDaughterWithoutTheReferenceOfAFreeParent() {
    var girl = person("girl", .female, .alternateSeen, .heterozygous)
    let mother = person("mum", .female, .alternateSeen, .heterozygous)
    for state in [Self.seen, .otherAlternateSeen] {
      for isWithout in [true, false] {
        girl.isWithoutReference = isWithout
        let rule = InheritanceRule(
          child: girl, father: person("dad", .male, state), mother: mother)
        #expect(
          (rule.contradiction?.contains("but dad, of whom she has one X") == true)
            == (isWithout && state == Self.seen))
      }
    }
  }

  @Test func whatCannotBeIsSaid() {
    let father = person("dad", .male, .alternateSeen, .hemizygous)
    let mother = person("mum", .female, .alternateSeen, .homozygous)
    let free = person("daughter", .female, Self.seen)
    #expect(
      InheritanceRule(child: free, father: father, mother: nil).contradiction?
        .contains("every daughter of his inherits") == true)
    #expect(
      InheritanceRule(child: free, father: nil, mother: mother).contradiction?
        .contains("on both copies") == true)
    #expect(
      InheritanceRule(child: person("son", .male, Self.seen), father: father, mother: nil)
        .contradiction == nil)
    let open = person("daughter", .female, Self.open)
    #expect(InheritanceRule(child: open, father: father, mother: mother).contradiction == nil)
  }
}
