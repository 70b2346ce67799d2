import Genome
import Testing

@testable import Nomenclature

/// The HGVS Nomenclature's priority of descriptions: substitution, deletion, inversion,
/// duplication, insertion (recommendations, "general", prioritisation).
@Suite struct ChangeNameTests {
  @Test(arguments: [
    ("A", "G", "", "5A>G"), ("A", "", "", "5del"), ("", "G", "CA", "4_5insG"),
    ("", "GA", "TGA", "5dup"), ("", "GA", "A", "4_5insGA"), ("AC", "GT", "", "5inv"),
    ("AC", "GG", "", "5delinsGG"), ("AC", "G", "", "5delinsG"), ("A", "A", "", "5="),
  ])
  func kindGivesTheWord(
    _ reference: String, _ alternate: String, _ before: String, _ expected: String
  ) throws {
    let name = ChangeName(
      reference: try #require(BaseSequence(reference)),
      alternate: try #require(BaseSequence(alternate)),
      before: try #require(BaseSequence(before)))
    let first = name.kind == .insertion ? "4" : "5"
    #expect(name.text(first: first, last: "5") == expected)
  }
}
