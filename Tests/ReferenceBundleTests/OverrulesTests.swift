import Genome
import ReferenceBundle
import Testing

/// What a row has to say to overrule another.
@Suite struct OverrulesTests {
  private func row(_ reason: String) throws -> CuratedVariant {
    var row = try #require(try ReferenceBundle.embedded().table.rows.first)
    row.classReason = reason
    return row
  }

  @Test(arguments: [
    "overrules FX0110: seen in healthy men", "Overrules FX0110", "overrules  FX0110.",
    "Seen in healthy men; overrules FX0110: own data",
    "Own data. Overrules FX0110; by two curators",
    "overrules FX0012: x; overrules FX0110: y",
  ])
  func theDocumentedFormCounts(_ reason: String) throws {
    #expect(try row(reason).overrules("FX0110"))
  }

  @Test(arguments: [
    "", "overrules", "FX0110", "see FX0110: benign", "does not overrule FX0110, typo",
    "no longer overrules FX0110", "overrules FX01101: x", "overrules FX011",
    "overrules FX0110-2: x",
    "overrules fx0110", "overrules FX0012 and FX0110",
    "Own data. Overrules FX0110, by two curators",
    "overrules FX0110 is not what this row does", "overrules FX0110 not",
    "Weak; overrules FX0110 never: x",
  ])
  func nothingElseDoes(_ reason: String) throws {
    #expect(try !row(reason).overrules("FX0110"))
  }

  /// Identifiers with marks are one word.
  @Test(arguments: ["LAB-1", "LAB_1", "LAB.1", "LAB:1", "LAB.1."])
  func marksBelongToAnIdentifier(_ identifier: String) throws {
    #expect(try row("overrules \(identifier): new functional data").overrules(identifier))
    #expect(try row("overrules \(identifier)").overrules(identifier))
    #expect(try !row("overrules \(identifier): new functional data").overrules("LAB"))
  }
}
