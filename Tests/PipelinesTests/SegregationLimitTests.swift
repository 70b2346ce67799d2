import Genome
import Pipelines
import TestSupport
import Testing

/// PP1 and PP4 of a case file weigh no more than what was counted bears (Biesecker 2024, PMID 38103548).
@Suite struct SegregationLimitTests: EvidenceRuns {
  private func segregation(_ strength: String, _ affected: Int, _ unaffected: Int = 0) -> String {
    let others = unaffected > 0 ? ", unaffected_males_without_variant: \(unaffected)" : ""
    return entry("PP1", strength, ", affected_hemizygotes: \(affected)\(others)")
  }

  private func entry(_ criterion: String, _ strength: String, _ more: String = "") -> String {
    "  - {variant: c.1190G>A, criterion: \(criterion), strength: \(strength), fact: f, by: A, "
      + "on: 2026-01-31, source: s\(more)}\n"
  }

  private func told(_ entries: String...) throws -> String? {
    do throws(any Error) {
      _ = try explain("c.1190G>A", caseFile: "evidence:\n" + entries.joined())
      return nil
    } catch let error as PipelineError {
      #expect(error.code == .unusable)
      return error.message
    }
  }

  @Test(arguments: [
    ("supporting", 1, 0, nil), ("moderate", 1, 0, "supporting"), ("strong", 1, 0, "supporting"),
    ("moderate", 2, 0, nil), ("strong", 3, 0, "moderate"), ("strong", 4, 0, nil),
    ("moderate", 1, 1, nil), ("strong", 1, 3, nil),
  ])
  func theCountBoundsTheStrength(
    strength: String, affected: Int, unaffected: Int, most: String?
  ) throws {
    let message = try told(segregation(strength, affected, unaffected))
    #expect((message == nil) == (most == nil), "\(message ?? "")")
    guard let message, let most else { return }
    #expect(message.contains("case.yaml:2: PP1 of c.1190G>A is \(strength), but"))
    #expect(message.contains("\(most) at most (Biesecker 2024"), "\(message)")
  }

  @Test(arguments: [
    ("strong", "supporting", true), ("moderate", "moderate", true), ("supporting", "strong", true),
    ("strong", "moderate", false), ("moderate", "strong", false),
  ])
  func bothTogetherAreBounded(segregates: String, phenotype: String, isPossible: Bool) throws {
    let message = try told(segregation(segregates, 4), entry("PP4", phenotype))
    #expect((message == nil) == isPossible, "\(message ?? "")")
    #expect(isPossible || message?.contains("PP4 in line 3") == true, "\(message ?? "")")
  }
}
