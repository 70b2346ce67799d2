import Flow
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// Rows below a laboratory's own row of the same allele: what they carry for other alleles.
@Suite struct OverruledComparatorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func row(
    _ identifier: String, _ name: String, _ clinicalClass: ClinicalClass, _ reason: String,
    mechanism: String = "missense", scope: CuratedVariant.Scope = .allele
  ) -> CuratedVariant {
    CuratedVariant(
      identifier: identifier, codingName: name, scope: scope, otherNames: [],
      clinicalClass: clinicalClass, classReason: reason, basis: .primary, superseded: "",
      mechanism: mechanism, functionalEvidence: "", patients: "", phenotype: "",
      pubMedIdentifiers: [], clinVarIdentifier: "", clinVarClass: "", clinVarStars: nil,
      clinVarDate: "", sources: ["own"], curatorNote: "")
  }

  /// `tables`: the rows of each, the topmost table last.
  private func explain(_ name: String, _ tables: [CuratedVariant]...) throws -> ClassifiedVariant {
    let paths = try tables.enumerated().map { number, rows in
      try folder.write("lab\(number).tsv", CuratedTableText.text(rows))
    }
    let knowledge = try Knowledge(EmbeddedReference.bundle(), tables: TableSelection(paths))
    return try #require(try ExplainPipeline(knowledge: knowledge).explain(name).variants.first)
  }

  /// c.1110G>A (FX0096) and c.1110G>C both give p.(Met370Ile).
  @Test(arguments: [("overrules FX0096: five healthy men", false), ("five healthy men", true)])
  func theSameProteinChange(reason: String, isCounted: Bool) throws {
    let variant = try explain("c.1110G>C", [row("L1", "c.1110G>A", .benign, reason)])
    let result = try #require(variant.rules?.result(.ps1))
    #expect((result.strength != nil) == isCounted, "\(result.fact)")
    #expect(isCounted || result.fact.contains("L1 c.1110G>A"), "\(result.fact)")
    #expect(variant.evidence.contains { $0.row.identifier == "FX0096" } == isCounted)
  }

  @Test func theSameResidue() throws {
    let variant = try explain(
      "c.1190G>T", [row("L2", "c.1189C>T", .uncertain, "overrules FX0110: we are not sure")])
    #expect(variant.rules?.result(.pm5)?.fact.contains("FX0110") == false)
    #expect(!variant.reason.contains("FX0110"), "\(variant.reason)")
  }

  /// c.816+2T>A (FX0069) and c.816+2T>G.
  @Test func theSameSpliceBase() throws {
    let name = "c.816+2T>G"
    #expect(try explain(name).rules?.result(.ps1)?.fact.contains("FX0069") == true)
    let own = row(
      "L3", "c.816+2T>A", .likelyBenign, "overrules FX0069: RNA normal", mechanism: "splice")
    // What is left is the donor's c.816+5G>A.
    let left = try #require(try explain(name, [own]).rules?.result(.ps1))
    #expect(left.strength == .supporting && left.fact.contains("FX0070"), "\(left.fact)")
  }

  @Test func thePolyadenylationSignal() throws {
    let own = row(
      "L4", "c.*876A>G", .benign, "overrules FX0126: healthy men", mechanism: "polyA_signal")
    let related = try explain("c.*876A>C").evidence.map(\.row.identifier)
    #expect(related.contains("FX0126"))
    let left = try explain("c.*876A>C", [own]).evidence.map(\.row.identifier)
    #expect(!left.contains("FX0126"))
  }

  /// A harmless change of the signal is told of no other, and a row that is the allele's own is told once.
  @Test func otherRowsOfThePolyadenylationSignal() throws {
    let own = row("L4", "c.*877A>G", .benign, "healthy men", mechanism: "polyA_signal")
    let evidence = try explain("c.*876A>G", [own]).evidence
    #expect(evidence.map(\.row.identifier) == ["FX0126", "FX0127"])
    #expect(evidence.map(\.relation) == [.sameAllele, .samePolyadenylationSignal])
  }

  @Test func ofTwoTablesOfTheLaboratorysOwn() throws {
    let low = row("LA1", "c.1163A>G", .pathogenic, "four families")
    let up = row("LB1", "c.1163A>G", .benign, "overrules LA1: ten healthy men")
    let name = "c.1163A>C"
    #expect(try explain(name, [low]).rules?.result(.pm5)?.strength != nil)
    #expect(try explain(name, [low], [up]).rules?.result(.pm5)?.strength == nil)
  }

  /// Of two rows of one side the upper one's class counts.
  @Test func theUpperOfTwoHarmfulRowsCounts() throws {
    let own = row("L1", "c.1110G>A", .likelyPathogenic, "ours")
    #expect(try explain("c.1110G>C").rules?.result(.ps1)?.strength == .strong)
    #expect(try explain("c.1110G>C", [own]).rules?.result(.ps1)?.strength == .moderate)
  }

  /// c.1189C>T and the base before it, of another codon, as one record.
  @Test func aChangeOfTwoBasesIsNotThatOfTheRowBelow() throws {
    let own = row("L2", "c.1189C>T", .uncertain, "overrules FX0110: we are not sure")
    let name = "c.1188_1189delinsAT"
    #expect(try explain(name).clinicalClass == .pathogenic)
    let variant = try explain(name, [own])
    #expect(variant.source == .acmg && variant.clinicalClass == .uncertain, "\(variant.reason)")
    #expect(!variant.evidence.contains { $0.row.identifier == "FX0110" })
    #expect(try explain(name, [row("L2", "c.1189C>T", .uncertain, "?")]).source == .curated)
  }

  /// A harmless row within a change of two bases is no word on it.
  @Test func aHarmlessRowOfAPartIsNotTold() throws {
    let own = row("L5", "c.1188G>A", .benign, "healthy men", mechanism: "synonymous")
    let alone = try explain("c.1188G>A", [own]).evidence
    #expect(alone.contains { $0.row.identifier == "L5" })
    let evidence = try explain("c.1188_1189delinsAT", [own]).evidence
    #expect(!evidence.contains { $0.row.identifier == "L5" })
    #expect(evidence.contains { $0.row.identifier == "FX0110" && $0.relation == .contains })
  }

  private func removal(_ clinicalClass: ClinicalClass, _ reason: String) -> CuratedVariant {
    row(
      "L9", "c.-6247_-4859del", clinicalClass, reason, mechanism: "noncoding_deletion",
      scope: .exon1Deletion)
  }

  /// Exons 1 to 5, and the whole gene: what a row says of exon 1 alone does not clear them.
  @Test(arguments: [
    ("NC_000023.11:g.49257000_49266000del", ClinicalClass.likelyBenign),
    ("NC_000023.11:g.49257000_49266000del", .uncertain),
    ("NC_000023.11:g.49250000_49266000del", .benign),
  ])
  func aHarmlessRemovalIsNoWordOnCodingBases(name: String, of clinicalClass: ClinicalClass) throws {
    let own = removal(clinicalClass, "overrules FX0001: no RNA of our own")
    let variant = try explain(name, [own])
    #expect(variant.source == .acmg && variant.rules?.result(.pvs1)?.strength != nil)
    #expect(variant.clinicalClass == variant.rules?.classByPoints)
    #expect(variant.reason.contains("Row L9 of the laboratory's own table"), "\(variant.reason)")
    #expect(variant.reason.contains("more of the gene is removed too"), "\(variant.reason)")
    #expect(variant.evidence.first?.row.identifier == "L9")
    #expect(variant.disagreements.isEmpty, "\(variant.disagreements)")
  }

  /// The untranslated bases of exon 2 (its ATG begins at 49,258,505) and its acceptor (49,258,528 and 49,258,529) are
  /// no part of the row either.
  @Test(arguments: [
    (49_258_506, false), (49_258_515, false), (49_258_528, false), (49_258_529, false),
    (49_258_530, true),
  ])
  func aHarmlessRemovalEndsBeforeTheAcceptorOfExon2(start: Int, decides: Bool) throws {
    let own = removal(.benign, "overrules FX0001: our study")
    let variant = try explain("NC_000023.11:g.\(start)_49264752del", [own])
    #expect((variant.source == .lab) == decides, "\(variant.reason)")
    #expect((variant.clinicalClass == .benign) == decides)
    #expect(decides || variant.reason.contains("more of the gene is removed too"))
  }

  @Test func ofExon1AloneTheRowDecides() throws {
    let own = removal(.likelyBenign, "overrules FX0001: no RNA of our own")
    let variant = try explain("NC_000023.11:g.49263364_49264752del", [own])
    #expect(variant.source == .lab && variant.clinicalClass == .likelyBenign)
  }

  /// Harmful is what is larger too; without the words the row below stands.
  @Test func aHarmfulRemovalDecides() throws {
    let name = "NC_000023.11:g.49257000_49266000del"
    #expect(try explain(name).clinicalClass == .pathogenic)
    #expect(try explain(name, [removal(.likelyPathogenic, "ours")]).source == .lab)
    #expect(try explain(name, [removal(.benign, "ours")]).source == .curated)
  }
}
