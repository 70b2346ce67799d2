import Genome
import ReferenceBundle
import Settings
import TestSupport
import Testing

@Suite struct AcmgPolicyTests {
  private let text: String
  private let regions: Set<String>

  init() throws {
    let bundle = try EmbeddedReference.bundle()
    text = bundle.acmgRules
    regions = Set(bundle.regions.map(\.name))
  }

  private func problems(_ old: String, _ new: String) throws -> [String] {
    try #require(text.contains(old))
    do {
      _ = try AcmgPolicy(
        yaml: text.replacing(old, with: new, maxReplacements: 1), file: "policy.yaml",
        regions: regions)
      return []
    } catch {
      return error.problems.map { "\($0.line.map(String.init) ?? "?"): \($0.message)" }
    }
  }

  @Test func theShippedOneIsReadWhole() throws {
    let policy = try EmbeddedReference.policy()
    #expect(policy.combination.points(.veryStrong) == 8)
    #expect(abs(policy.population.strongBenignFrequency - 2.0202e-5) < 1e-9)
    #expect(policy.scores.tool("REVEL")?.pathogenic[.strong] == 0.932)
    #expect(policy.notUsed.keys.contains(.pp5) && policy.notUsed.keys.contains(.bp6))
  }

  @Test(arguments: [
    ("version: 1.4.0", "version: 1.4.0\nextra: 1", "“extra” is not a key known here"),
    ("penetrance: {value: 0.99,", "penetrance: {value: \"0.99\",", "is “0.99”; write a number"),
    ("safety_factor: {value: 10,", "safety_factor: {value: 010,", "is “010”; write a number"),
    ("reach: {value: 50,", "reach: {value: 050,", "is “050”; write a whole number"),
    (
      "  penetrance: {value: 0.99,", "  penetrance: {value: 0,",
      "population.penetrance.value is “0”"
    ),
    (
      "reach: {value: 50, source:", "reach: {value: 50, origin:",
      "population.reach.source is missing"
    ),
    ("PP5:", "PP9:", "not_used.PP9 is not a criterion"),
    ("pathogenic_from: {value: 10,", "pathogenic_from: {value: 5,", "has to lie above"),
    ("strong: 0.932}", "strong: 0.5}", "have to be in order"),
    ("start_loss: {value: moderate", "start_loss: {value: huge", "is not one of: supporting"),
    (
      "[\"leucine zipper\", \"forkhead\"], source: \"UniProt", "[\"zipper\"], source: \"UniProt",
      "names “zipper”"
    ),
    ("missense_tool: {value: REVEL", "missense_tool: {value: CADD", "is not one of tools"),
    ("strong_exons: {value: [3]", "strong_exons: {value: [x]", "holds “x”"),
  ])
  func everyMistakeIsToldWithItsLine(old: String, new: String, message: String) throws {
    let problems = try problems(old, new)
    #expect(problems.contains { $0.contains(message) && !$0.hasPrefix("?") }, "\(problems)")
  }

  @Test func brokenYAMLIsOneProblemWithItsLine() throws {
    let problems = try problems("combination:", "combination: [")
    #expect(problems.count == 1 && problems[0].contains("not valid YAML"), "\(problems)")
  }
}
