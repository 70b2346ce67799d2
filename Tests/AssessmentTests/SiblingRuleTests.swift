import Flow
import Genome
import Testing

@testable import Assessment

/// Siblings with one variant that their parents' samples are free of.
@Suite struct SiblingRuleTests {
  private func member(_ name: String, mother: String?, father: String?) -> Pedigree.Member {
    Pedigree.Member(family: "F", name: name, father: father, mother: mother)
  }

  private func origins(
    _ children: [(name: String, sex: Sex, mother: String?, father: String?, origin: VariantOrigin)]
  ) -> [VariantOrigin?] {
    let relations = children.map { member($0.name, mother: $0.mother, father: $0.father) }
    let rule = SiblingRule(
      relations: relations,
      people: Dictionary(
        uniqueKeysWithValues: children.map {
          ($0.name, FamilyPerson(name: $0.name, sex: $0.sex, state: .alternateSeen, isCalled: true))
        }),
      origins: Dictionary(uniqueKeysWithValues: children.map { ($0.name, $0.origin) }))
    return relations.map(rule.origin)
  }

  @Test func brothersHaveItFromTheirMothersGermCells() {
    let found = origins([
      ("a", .male, "mum", "dad", .apparentlyDeNovo), ("b", .male, "mum", nil, .apparentlyDeNovo),
    ])
    #expect(
      found == [
        .germLineMosaicism(siblings: ["b"], parents: ["mum"]),
        .germLineMosaicism(siblings: ["a"], parents: ["mum"]),
      ])
  }

  /// A sister whose father has no sample may have it from her mother as her brother does.
  @Test func aSisterOfABrother() {
    let open = VariantOrigin.unresolved(
      reason: "her father has no sample that could be read in this run")
    let found = origins([
      ("boy", .male, "mum", nil, .apparentlyDeNovo), ("girl", .female, "mum", nil, open),
    ])
    #expect(found == [.germLineMosaicism(siblings: ["girl"], parents: ["mum"]), nil])
  }

  @Test func sistersHaveItFromEitherParent() {
    let found = origins([
      ("a", .female, "mum", "dad", .apparentlyDeNovo),
      ("b", .female, "mum", "dad", .apparentlyDeNovo),
    ])
    #expect(found.first == .germLineMosaicism(siblings: ["b"], parents: ["mum", "dad"]))
    let half = origins([
      ("a", .female, "mum", "dad", .apparentlyDeNovo),
      ("b", .female, "other", "dad", .apparentlyDeNovo),
    ])
    #expect(half.first == .germLineMosaicism(siblings: ["b"], parents: ["dad"]))
  }

  @Test func nothingFollowsFromOthers() {
    #expect(
      origins([
        ("a", .male, "mum", "dad", .apparentlyDeNovo),
        ("b", .male, "other", "dad", .apparentlyDeNovo),
      ]) == [nil, nil])
    #expect(
      origins([
        ("a", .male, "mum", "dad", .apparentlyDeNovo), ("b", .female, "mum", "his", .paternal),
      ]) == [nil, nil])
  }
}
