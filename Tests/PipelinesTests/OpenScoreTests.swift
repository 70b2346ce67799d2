import Flow
import Genome
import Pipelines
import TestSupport
import Testing

/// A score that stands in a record and can't be taken for the allele leaves what it speaks of open: a residue's
/// score alone would make the change look harmless.
@Suite struct OpenScoreTests: EvidenceRuns {
  private static let columns =
    "Allele|SYMBOL|Feature|SpliceAI_pred_DS_AG|SpliceAI_pred_DS_AL|"
    + "SpliceAI_pred_DS_DG|SpliceAI_pred_DS_DL"

  @Test(arguments: [
    ("SpliceAI=T|FOXP3|0.00|0.91|.|0.00|1|1|1|1", "lacks one of the four deltas"),
    (
      "SpliceAI=CT|FOXP3|0.00|0.91|0|0.00|1|1|1|1", "scores the allele `CT`, which the record lacks"
    ),
    ("CSQ=T|FOXP3|NM_014009.4|0.1|0.91||0", "lacks one of the four deltas"),
    ("CSQ=T|FOXP3|NM_001114377.2|0.1|0.91|0|0", "beside other transcripts of FOXP3 alone"),
  ])
  func aScoreThatCannotBeTakenIsTold(info: String, reason: String) throws {
    let bp4 = try #require(try rules(info).result(.bp4))
    #expect(bp4.outcome == .notEvaluated && bp4.fact.contains(reason), "\(bp4.fact)")
  }

  @Test(arguments: [
    "SpliceAI=t|FOXP3|0.00|0.91|0|0.00|1|1|1|1",
    "SpliceAI=T|ENSG00000049768|0.00|0.91|0|0.00|1|1|1|1",
    "CSQ=T|FOXP3|NM_014009.4|0.1|0.91|0|0,T|FOXP3|NM_001114377.2|0.1|0.91|0|0",
    "CSQ=T|CCDC22|NM_014008.5|0.5|||,T|FOXP3|NM_014009.4|0.1|0.91|0|0",
  ])
  func theGenesAndTheAllelesOtherSpellingsAreRead(info: String) throws {
    let fact = try rules(info).result(.bp4)?.fact
    #expect(fact?.contains("SpliceAI 0.91") == true, "\(fact ?? "")")
  }

  /// What one record leaves open another of the same allele does not settle, in whatever order they stand.
  @Test(arguments: [false, true]) func aScoreOfAnotherRecordDoesNotSettleIt(isFirst: Bool) throws {
    let records = [
      "chrX 49251440 . C T . PASS SpliceAI=T|FOXP3|0.00|0.91|.|0.00|1|1|1|1",
      "chrX 49251440 . C T . PASS REVEL=0.1;SpliceAI=T|FOXP3|0|0|0|0|1|1|1|1",
    ]
    let text = file(isFirst ? records.reversed() : records)
    let bp4 = try #require(try explain("c.1190G>A", scores: text).rules?.result(.bp4))
    #expect(
      bp4.outcome == .notEvaluated && bp4.fact.contains("lacks one of the four deltas"),
      "\(bp4.fact)")
  }

  /// VEP numbers alleles only where it is asked to.
  @Test(arguments: ["A,T", "CTT,T"])
  func entriesOfSeveralAllelesAreToldApartByTheirBases(alternates: String) throws {
    let info = "CSQ=A|FOXP3|NM_014009.4|0|0|0|0,T|FOXP3|NM_014009.4|0.1|0.91|0|0"
    let fact = try #require(try rules(info, alternates).result(.bp4)?.fact)
    #expect(fact.contains("SpliceAI 0.91"), "\(fact)")
  }

  /// A file that was given and says nothing of the allele by the tool that counts is not told as no file.
  @Test(arguments: [
    (
      "A", "REVEL=0.95",
      "scores.vcf has no REVEL score for this allele, only for another at its place."
    ),
    (
      "T", "am_pathogenicity=0.995",
      "scores.vcf has no REVEL score, and its AlphaMissense scores are not used."
    ),
    ("A", "SpliceAI=A|FOXP3|0|0|0|0|1|1|1|1", "scores.vcf has no REVEL score for this allele."),
  ])
  func scoresOfOthersAreTold(alternate: String, info: String, reason: String) throws {
    let text = file(["chrX 49251440 . C \(alternate) . PASS \(info)"])
    let rules = try #require(try explain("c.1190G>A", scores: text).rules)
    for criterion in [Criterion.pp3, .bp4] {
      let result = try #require(rules.result(criterion))
      #expect(result.outcome == .notEvaluated && result.fact == reason, "\(result.fact)")
    }
  }

  /// Scores of a tool that does not count are noted in the report of every sample.
  @Test(arguments: [
    ("am_pathogenicity=0.995", true), ("am_pathogenicity=0.995;REVEL=0.5", false),
    ("REVEL=0.5", false),
  ])
  func scoresOfAnotherToolAreNoted(info: String, isNoted: Bool) throws {
    let folder = try TemporaryFolder()
    let scores = try folder.write(
      "scores.vcf", file(["chrX 49251440 . C T . PASS \(info)"]))
    let knowledge = try Knowledge(
      EmbeddedReference.bundle(), evidence: EvidenceFiles(scores: scores))
    #expect(knowledge.evidenceNotes.isEmpty == !isNoted)
    let input = try #require(CaseFolder.all.first { $0.name == "male_haploid" }).input
    let request = try AnnotateRequest.test([input], to: folder.path("out"), sex: .male)
    let result = try #require(
      try VariantPipeline(knowledge: knowledge, request: request).run(input).first?.samples.first)
    let note = "its AlphaMissense scores are not used: for missense variants REVEL alone counts"
    #expect(result.provenance.notes.contains { $0.contains(note) } == isNoted)
  }

  /// Of c.1190G>A, beside a REVEL score that speaks for a harmless residue.
  private func rules(_ info: String, _ alternates: String = "T") throws -> RulesAssessment {
    let revel = alternates.split(separator: ",").map { _ in "0.1" }.joined(separator: ",")
    let header =
      "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"VEP. Format: \(OpenScoreTests.columns)\">\n"
    let text = file(
      ["chrX 49251440 . C \(alternates) . PASS REVEL=\(revel);\(info)"], header: header)
    return try #require(try explain("c.1190G>A", scores: text).rules)
  }
}
