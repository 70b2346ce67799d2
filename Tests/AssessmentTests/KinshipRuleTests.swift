import Flow
import Genome
import Testing

@testable import Assessment

/// A variant that is new by the parents' samples, and relatives who have it.
@Suite struct KinshipRuleTests {
  private static let seen = SiteState.referenceSeen(depth: 30)

  /// Three generations and the father's other son.
  private let relations = [
    ("boy", "dad", "mum"), ("girl", "dad", "mum"), ("half", "dad", "other"), ("mum", "gf", "gm"),
    ("uncle", "gf", "gm"), ("dad", nil, "granny"), ("child", nil, "girl"), ("gm", nil, nil),
    ("gf", nil, nil), ("granny", nil, nil), ("other", nil, nil), ("stranger", nil, nil),
  ].map { Pedigree.Member(family: "F", name: $0.0, father: $0.1, mother: $0.2) }

  private func verdict(
    _ name: String, _ sex: Sex, with others: [String], unconfirmed: Bool = false,
    origins: [String: VariantOrigin] = [:]
  ) throws -> KinshipRule.Verdict? {
    let people = people(name, sex, others, unconfirmed)
    let rule = KinshipRule(
      siblings: SiblingRule(
        relations: relations, people: people,
        origins: origins.merging([name: .apparentlyDeNovo]) { first, _ in first }))
    return rule.verdict(on: try #require(relations.first { $0.name == name }))
  }

  private func people(
    _ name: String, _ sex: Sex, _ others: [String], _ unconfirmed: Bool = false
  ) -> [String: FamilyPerson] {
    var people = Dictionary(
      uniqueKeysWithValues: relations.map {
        ($0.name, FamilyPerson(name: $0.name, sex: .unknown, state: Self.seen))
      })
    for other in others + [name] {
      people[other] = FamilyPerson(
        name: other, sex: other == name ? sex : .male,
        state: unconfirmed && other != name ? .uncertain(reason: "few reads") : .alternateSeen,
        isCalled: true)
    }
    return people
  }

  @Test(arguments: ["gm", "gf", "uncle"]) func theMothersRelatives(_ relative: String) throws {
    for (name, sex) in [("boy", Sex.male), ("girl", .female)] {
      let verdict = try #require(try verdict(name, sex, with: [relative]))
      #expect(
        verdict.origin
          == .unresolved(
            reason: "\(relative) is called with it too, and the same change hardly arises twice in "
              + "one family"))
      #expect(
        verdict.contradiction?.contains("but mum, through whom \(name) is related, was shown")
          == true)
      #expect(verdict.contradiction?.hasSuffix("test mum again.") == true)
    }
  }

  @Test func theFathersRelatives() throws {
    let girl = try #require(try verdict("girl", .female, with: ["granny"]))
    #expect(
      girl.contradiction?.contains("but dad, through whom girl is related, was shown") == true)
    for relative in ["granny", "half"] {
      let boy = try #require(try verdict("boy", .male, with: [relative]))
      #expect(boy.contradiction?.contains("through the father, of whom a son has no X") == true)
    }
  }

  @Test func aCallThatIsNotConfirmedIsSaidToBeSo() throws {
    let verdict = try #require(try verdict("boy", .male, with: ["gm"], unconfirmed: true))
    #expect(verdict.contradiction == nil && verdict.parents.isEmpty)
    guard case .unresolved(let reason) = verdict.origin else {
      Issue.record("\(verdict.origin)")
      return
    }
    #expect(reason.hasPrefix("gm (not confirmed) is called with it too: before that is confirmed"))
  }

  /// Who has it from the girl, or from the germ cells that she has it from, and who is no relative.
  @Test func nothingFollowsFromOthers() throws {
    #expect(try verdict("girl", .female, with: []) == nil)
    #expect(try verdict("girl", .female, with: ["child"]) == nil)
    #expect(try verdict("girl", .female, with: ["stranger"]) == nil)
    #expect(
      try verdict("boy", .male, with: ["girl", "child"], origins: ["girl": .apparentlyDeNovo])
        == nil)
    #expect(try verdict("boy", .male, with: ["gm"], origins: ["boy": .maternal]) == nil)
  }

  /// Where the parents don't tell, who is called with it speaks against newness, but not siblings.
  @Test func relativesOfWhomTheParentsDoNotTell() throws {
    let rule = KinshipRule(
      siblings: SiblingRule(
        relations: relations, people: people("boy", .male, ["gm", "girl", "child", "dad"]),
        origins: [
          "boy": .unresolved(reason: "his mother has no sample that could be read in this run")
        ]))
    let boy = try #require(relations.first { $0.name == "boy" })
    #expect(rule.relatives(of: boy).map(\.name) == ["gm"])
    #expect(rule.verdict(on: boy) == nil)
  }

  /// Siblings speak of a parent's germ cells, but not beside a grandmother who has it.
  @Test func aRelativeOutweighsSiblings() throws {
    let verdict = try verdict(
      "boy", .male, with: ["girl", "gm"], origins: ["girl": .apparentlyDeNovo])
    #expect(verdict?.contradiction?.hasPrefix("gm is called with it too, but mum") == true)
  }
}
