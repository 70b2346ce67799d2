import Flow
import Genome
import Settings
import TestSupport
import Testing

@testable import Classification

@Suite struct CombinationTests {
  private let policy: AcmgPolicy

  init() throws { policy = try EmbeddedReference.policy() }

  private func combination(_ met: [(Criterion, EvidenceStrength)]) -> Combination {
    Combination(met.map { CriterionResult($0.0, .met($0.1), "") }, policy: policy.combination)
  }

  /// Table 5 of Richards 2015, the amendment for one very strong with one supporting criterion, and
  /// the points of Tavtigian 2020.
  @Test(arguments: [
    ([(Criterion.pvs1, EvidenceStrength.veryStrong), (.ps3, .strong)], 12, "pathogenic"),
    ([(.pvs1, .veryStrong), (.pm1, .moderate), (.pm4, .moderate)], 12, "pathogenic"),
    ([(.pvs1, .veryStrong), (.ps3, .veryStrong)], 16, "pathogenic"),
    ([(.ps3, .strong), (.pm1, .moderate), (.pm4, .moderate), (.pm6, .moderate)], 10, "pathogenic"),
    ([(.pvs1, .veryStrong), (.pm1, .moderate), (.pm2, .supporting)], 11, "pathogenic"),
    ([(.pvs1, .veryStrong), (.pm2, .supporting), (.pp1, .supporting)], 10, "pathogenic"),
    ([(.pvs1, .veryStrong), (.pm2, .supporting)], 9, "likely_pathogenic"),
    ([(.ps1, .strong), (.pm1, .moderate)], 6, "likely_pathogenic"),
    ([(.ps1, .strong), (.pp1, .supporting), (.pp4, .supporting)], 6, "likely_pathogenic"),
    ([(.pm1, .moderate), (.pm4, .moderate), (.pm6, .moderate)], 6, "likely_pathogenic"),
    ([(.pm1, .moderate), (.pm2, .supporting)], 3, "uncertain"),
    ([(.bp4, .supporting), (.bp7, .supporting)], -2, "likely_benign"),
    ([(.bs1, .strong), (.bp4, .supporting)], -5, "likely_benign"),
    ([(.bs1, .strong), (.bs2, .strong)], -8, "benign"),
    ([(.bs3, .moderate)], -2, "likely_benign"), ([(.bp7, .supporting)], -1, "uncertain"),
    ([(.bp4, .veryStrong)], -8, "uncertain"), ([(.bp4, .strong)], -4, "uncertain"),
    ([(.bp4, .veryStrong), (.bp7, .supporting)], -9, "benign"),
  ])
  func bothAgree(met: [(Criterion, EvidenceStrength)], points: Int, word: String) {
    let combination = combination(met)
    #expect(combination.points == points)
    #expect(combination.classByPoints.rawValue == word)
    #expect(combination.byRules.clinicalClass.rawValue == word)
  }

  @Test(arguments: [
    (
      [(Criterion.ps1, EvidenceStrength.strong), (.ps3, .strong)], "likely_pathogenic", "pathogenic"
    ),
    ([(.bs1, .strong), (.bp4, .moderate), (.bp7, .supporting)], "benign", "likely_benign"),
  ])
  func pointsAndRulesMayDiffer(
    met: [(Criterion, EvidenceStrength)], points: String, rules: String
  ) {
    let combination = combination(met)
    #expect(combination.classByPoints.rawValue == points)
    #expect(combination.byRules.clinicalClass.rawValue == rules)
  }

  @Test func contradictionIsUncertainByTheRulesOf2015() {
    let both = combination([
      (.pvs1, .veryStrong), (.pm2, .supporting), (.bs1, .strong), (.bp4, .supporting),
    ])
    #expect(both.byRules.clinicalClass == .uncertain)
    #expect(both.points == 4 && both.classByPoints == .uncertain)
  }

  /// One strong criterion of the other side is enough; a moderate or supporting one is not.
  @Test(arguments: [
    ([(Criterion.ps3, EvidenceStrength.strong), (.pm1, .moderate), (.bs3, .strong)], "uncertain"),
    ([(.pvs1, .veryStrong), (.pm2, .supporting), (.bs1, .strong)], "uncertain"),
    ([(.bs1, .strong), (.bp7, .supporting), (.ps3, .strong)], "uncertain"),
    ([(.ba1, .standAlone), (.ps3, .strong), (.pm1, .moderate)], "uncertain"),
    ([(.ba1, .standAlone), (.ps3, .strong)], "benign"),
    ([(.ps3, .strong), (.pm1, .moderate), (.bs3, .supporting)], "likely_pathogenic"),
    ([(.ps3, .strong), (.pm1, .moderate), (.bp4, .supporting)], "likely_pathogenic"),
    ([(.bs1, .strong), (.bp7, .supporting), (.ps3, .moderate)], "likely_benign"),
  ])
  func aStrongCriterionOfTheOtherSideContradicts(
    met: [(Criterion, EvidenceStrength)], word: String
  ) {
    let byRules = combination(met).byRules
    #expect(byRules.clinicalClass.rawValue == word, "\(byRules.rule)")
    #expect(byRules.rule.hasPrefix("contradictory: ") == (word == "uncertain"))
  }

  /// A class's place from benign to pathogenic.
  private func rank(_ clinicalClass: ClinicalClass) -> Int {
    let order: [ClinicalClass] = [
      .benign, .likelyBenign, .uncertain, .likelyPathogenic, .pathogenic,
    ]
    return order.firstIndex(of: clinicalClass) ?? -1
  }

  /// Pseudo-random sets of criteria, the same in every run.
  private static let sets: [[(Criterion, EvidenceStrength)]] = {
    var state: UInt64 = 0x9E37_79B9
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let strengths = EvidenceStrength.allCases.filter { $0 != .standAlone }
    return (0..<400).map { _ in
      Criterion.allCases.filter { _ in next(6) == 0 }.map { criterion in
        (criterion, criterion == .ba1 ? .standAlone : strengths[next(strengths.count)])
      }
    }
  }()

  @Test func morePathogenicEvidenceNeverMovesTowardsBenign() {
    for met in CombinationTests.sets {
      let before = combination(met)
      for criterion in Criterion.allCases where !criterion.isBenign {
        guard !met.contains(where: { $0.0 == criterion }) else { continue }
        let after = combination(met + [(criterion, criterion.nameStrength)])
        #expect(rank(after.classByPoints) >= rank(before.classByPoints))
      }
      for criterion in Criterion.allCases where criterion.isBenign {
        guard !met.contains(where: { $0.0 == criterion }) else { continue }
        let after = combination(met + [(criterion, criterion.nameStrength)])
        #expect(rank(after.classByPoints) <= rank(before.classByPoints))
      }
    }
  }

  /// Raising one criterion's strength moves the class by points only its own way.
  @Test func strongerEvidenceMovesItsOwnWayOnly() {
    let strengths = EvidenceStrength.allCases.filter { $0 != .standAlone }
    for met in CombinationTests.sets {
      for (index, item) in met.enumerated() where item.1 != .standAlone {
        var classes: [Int] = []
        for strength in strengths.sorted() {
          var changed = met
          changed[index].1 = strength
          classes.append(rank(combination(changed).classByPoints))
        }
        #expect(classes == (item.0.isBenign ? classes.sorted(by: >) : classes.sorted()))
      }
    }
  }

  /// Wherever the rules of 2015 as amended call pathogenic with evidence of one side, the points do
  /// at least likely pathogenic, and the other way at most likely benign.
  @Test func whatTheRulesCallThePointsCallToo() {
    for met in CombinationTests.sets where Set(met.map(\.0.isBenign)).count == 1 {
      let one = combination(met)
      switch one.byRules.clinicalClass {
      case .pathogenic, .likelyPathogenic:
        #expect(rank(one.classByPoints) >= rank(.likelyPathogenic), "\(met)")
      case .benign, .likelyBenign: #expect(rank(one.classByPoints) <= rank(.likelyBenign), "\(met)")
      default: break
      }
    }
  }

  @Test func orderNeverMatters() {
    for met in CombinationTests.sets {
      let forwards = combination(met)
      let backwards = combination(met.reversed())
      #expect(forwards.points == backwards.points)
      #expect(forwards.classByPoints == backwards.classByPoints)
      #expect(forwards.byRules.clinicalClass == backwards.byRules.clinicalClass)
      #expect(forwards.byRules.rule == backwards.byRules.rule)
    }
  }

  /// Without contradiction neither way calls pathogenic what the other calls benign.
  @Test func pointsAndRulesNeverContradict() {
    for met in CombinationTests.sets {
      let one = combination(met)
      let pair = [one.classByPoints, one.byRules.clinicalClass]
      let hasOneSide = Set(met.map(\.0.isBenign)).count < 2
      guard hasOneSide else { continue }
      #expect(
        !(pair.contains(where: \.isPathogenicOrLikely) && pair.contains(where: \.isBenignOrLikely)))
    }
  }
}
