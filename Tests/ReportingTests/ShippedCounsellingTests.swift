import Flow
import Genome
import ReferenceBundle
import Testing

@testable import Reporting

/// The counselling text that ships, as the reports choose from it.
@Suite struct ShippedCounsellingTests {
  /// A word that is no finding would make a sentence hold for all of them.
  @Test func everyConditionIsAKnownWord() throws {
    for sentence in try ReferenceBundle.embedded().texts.flatMap(\.counselling.sentences) {
      #expect(sentence.finding.isEmpty || Finding(rawValue: sentence.finding) != nil)
      #expect(sentence.completeness.isEmpty || Completeness(rawValue: sentence.completeness) != nil)
    }
  }

  @Test func everySentenceHasASource() throws {
    let texts = try ReferenceBundle.embedded().texts
    #expect(texts.map(\.language).contains("en"))
    for sentence in texts.flatMap(\.counselling.sentences) {
      #expect(!sentence.source.isEmpty && !sentence.text.isEmpty, "\(sentence.key)")
    }
  }

  /// A chance is one of inheriting, told only where finding and sex are known, and never as certain.
  @Test func chancesAreOfInheriting() throws {
    let text = try #require(try ReferenceBundle.embedded().text("en"))
    let chances = text.counselling.sentences.filter { $0.text.contains("50%") }
    #expect(chances.count == 7)
    for sentence in chances {
      #expect(!sentence.finding.isEmpty && sentence.sex != nil, "\(sentence.key)")
      for part in ["inherit", "become ill, but not all", "can't be foretold"] {
        #expect(sentence.text.contains(part), "\(sentence.key): \(part)")
      }
    }
    let mother = text.counselling.sentences.first { $0.key == "family.affected_male" }
    #expect(mother?.text.contains("a risk for further children remains") == true)
  }

  /// Each conclusion gets its own sentence and no other conclusion's.
  @Test(arguments: Fixture.allResults)
  func oneSentenceOnTheConclusion(result: SampleResult) throws {
    let chosen = CounsellingChoice(result: result, context: try Fixture.shippedContext())
      .counselling
    guard let word = result.conclusion?.word else {
      #expect(chosen.isEmpty)
      return
    }
    let conclusions = chosen.map(\.key).filter { $0.hasPrefix("conclusion.") }
    #expect(
      conclusions.map { $0.split(separator: ".").prefix(2).joined(separator: ".") }
        == ["conclusion.\(word.rawValue)"])
  }

  /// A known harmful variant can be looked for in a pregnancy, on however many copies it stands.
  @Test(arguments: [
    (Finding.biallelicPLP, "family.both_copies_pregnancy"),
    (.plpStateUnknown, "family.open_copies_pregnancy"),
  ])
  func testsInAPregnancyAreTold(finding: Finding, key: String) throws {
    let text = try #require(try ReferenceBundle.embedded().text("en"))
    let rows = text.counselling.sentences.filter { $0.key.hasPrefix(key) }
    #expect(rows.count(where: { $0.sex == .female }) == 2)
    for row in rows {
      #expect(row.finding == finding.rawValue && row.source.hasPrefix("GeneReviews"))
      #expect(row.text.contains("prenatal and preimplantation testing are possible"))
    }
  }

  @Test func familySentencesFollowFindingAndSex() throws {
    let context = try Fixture.shippedContext()
    let carrier = CounsellingChoice(result: Fixture.carrierFemale, context: context)
      .counselling.map(\.key)
    #expect(
      carrier.contains("family.carrier.not_minor.born.one_copy")
        && carrier.contains("zygosity.heterozygous.one_copy"))
    #expect(!carrier.contains { $0.hasPrefix("family.affected_male") })
    let male = CounsellingChoice(result: Fixture.positiveMale, context: context)
      .counselling.map(\.key)
    #expect(male.contains("family.affected_male") && male.contains("zygosity.hemizygous"))
    #expect(!male.contains("zygosity.conflict") && !male.contains("residual.negative"))
    let open = CounsellingChoice(result: Fixture.inconclusive, context: context)
      .counselling.map(\.key)
    #expect(!open.contains("residual.negative"), "the chance is not lowered by what was not read")
  }
}
