import Flow
import Genome
import Pipelines
import TestSupport
import Testing

/// Numbers that can't be, and statements of one file that contradict each other, are never evidence.
@Suite struct ImpossibleEvidenceTests: EvidenceRuns {
  private func refused(
    frequencies: String? = nil, scores: String? = nil, by words: [String],
    location: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: PipelineError.self, sourceLocation: location) {
      try explain("c.1190G>A", frequencies: frequencies, scores: scores)
    }
    #expect(error?.code == .unusable, sourceLocation: location)
    for word in words + ["chrX:49251440"] {
      #expect(
        error?.message.contains(word) == true, "\(error?.message ?? "")", sourceLocation: location)
    }
  }

  @Test(arguments: [
    ("AC=500;AN=100", "more than the 100 chromosomes"), ("AC=5;AN=0", "more than the 0"),
    ("AC=-5;AN=1000000", "less than none"), ("AC=0;AN=-1", "less than none"),
    ("AC=1;AN=1000000;AC_XY=50", "males' count is 50"), ("AC=1;AN=1,2", "holds 2 numbers"),
    ("AC=1,2;AN=1000000", "holds 2 values for 1"), ("AC=1;AC=2;AN=1000000", "more than once"),
    ("AC=1;AN=1000000;fafmax_faf95_max=0.5", "more than 1 copy can show"),
    ("AC=6;AN=1000000;fafmax_faf95_max=0.5", "more than 6 copies can show"),
    ("AC=0;AN=1000000;fafmax_faf95_max=0.1", "more than 0 copies can show"),
    (
      "AC=2;AN=1000000;fafmax_faf95_max=0.0001;fafmax_faf95_max_gen_anc=nfe;AN_nfe=500000",
      "more than 2 copies can show among the 500000 chromosomes of the group nfe"
    ),
    (
      "AC=1;AN=1000000;fafmax_faf95_max=0.01;fafmax_faf95_max_gen_anc=nfe;AN_nfe=500000",
      "more than 1 copy can show among the 500000"
    ),
    (
      "AC=6;AN=1000000;fafmax_faf95_max=0.000001;fafmax_faf95_max_gen_anc=nfe;AN_nfe=5000000",
      "chromosomes of the group nfe are 5000000, which is not within AN, 1000000"
    ),
    (
      "AC=6;AN=1000000;fafmax_faf95_max=0.1;fafmax_faf95_max_gen_anc=nfe;AN_nfe=-5",
      "chromosomes of the group nfe are -5"
    ),
    (
      "AC=2;AN=1000000;fafmax_faf95_max=0.1;fafmax_faf95_max_gen_anc=nfe;AN_nfe=0",
      "among the 0 chromosomes"
    ),
    ("AC=60000;AN=1000000;faf95=0.1", "above AC / AN, 0.06"),
    ("AC=6;AN=1000000;fafmax_faf95_max=inf", "`inf`, which is no number"),
    ("AC=6;AN=1000000;fafmax_faf95_max=nan", "`nan`, which is no number"),
    ("AC=6;AN=1000000;fafmax_faf95_max=0x1", "`0x1`, which is no number"),
    ("AC=6;AN=1000000;fafmax_faf95_max=-1", "no share from 0 to 1"),
    ("AC=6;AN=1000000;fafmax_faf95_max=2", "no share from 0 to 1"),
  ])
  func countsThatCannotBe(info: String, word: String) {
    refused(frequencies: file(["chrX 49251440 . C T . PASS \(info)"]), by: [word])
  }

  /// A share of unknown many would be passed over for the list's own without a word.
  @Test func aFileWithoutCountsIsRefused() {
    let shares = file(["chrX 49251440 . C T . PASS AF=0.1", "chrX 49251441 . G A . PASS AC=6"])
    let error = #expect(throws: PipelineError.self) {
      try explain("c.1190G>A", frequencies: shares)
    }
    #expect(error?.message.contains("a share alone (AF) shows too little") == true)
  }

  /// A group of ancestry may have a higher frequency than all people together.
  @Test func aMissingValueIsMissingAndAGroupMayBeHigher() throws {
    let info =
      "AC=6;AN=1000000;AC_XY=3;fafmax_faf95_max=0.0001;fafmax_faf95_max_gen_anc=afr;AN_afr=9000"
    let rules = try explain(
      "c.1190G>A", frequencies: file(["chrX 49251440 . C T . PASS \(info)"])
    ).rules
    #expect(rules?.result(.bs1)?.strength == .strong)
    let untold = try explain(
      "c.1190G>A",
      frequencies: file(["chrX 49251440 . C T . PASS \(info.replacing("AC_XY=3", with: "AC_XY=."))"]
      )
    ).rules
    #expect(untold?.result(.bs1)?.outcome == .notEvaluated)
    let none = try explain(
      "c.1190G>T",
      frequencies: file([
        "chrX 49251440 . C A . PASS AC=.;AN=.", "chrX 49251441 . G A . PASS AC=6;AN=1000000",
      ])
    ).rules
    #expect(none?.result(.pm2)?.outcome == .notEvaluated)
  }

  @Test(arguments: [
    "REVEL=5", "REVEL=-1", "REVEL=0x1", "REVEL=nan", "REVEL=inf", "REVEL=abc", "REVEL=0,95",
    "AlphaMissense=1.5", "SpliceAI=T|FOXP3|0|0|0|1.5|1|2|3|4", "SpliceAI=T|FOXP3|0.9",
    "REVEL=0.95;REVEL=0.1",
  ])
  func scoresThatCannotBe(info: String) {
    let key = String(info.prefix { $0 != "=" })
    refused(scores: file(["chrX 49251440 . C T . PASS \(info)"]), by: [key])
  }

  @Test func twoRecordsOfOneAlleleHaveOneCount() throws {
    let one = "chrX 49251440 . C T . PASS AC=9000;AN=150000"
    let other = "chrX 49251440 . C T . PASS AC=1;AN=1000000"
    refused(frequencies: file([one, other]), by: ["record 1 of", "record 2 of", "9000 of 150000"])
    let filtered = other.replacing("PASS", with: "AC0")
    for records in [[one, one], [one, filtered], [filtered, one]] {
      let rules = try explain("c.1190G>A", frequencies: file(records)).rules
      #expect(rules?.result(.ba1)?.strength == .standAlone)
    }
  }

  @Test func aWrongReferenceBaseIsRefused() {
    let wrong = file(["chrX 49251440 . A T . PASS AC=60000;AN=1000000;REVEL=0.1"])
    refused(frequencies: wrong, by: ["REF A is not the build's reference (C)"])
    refused(scores: wrong, by: ["REF A is not the build's reference (C)"])
  }

  @Test func twoRecordsOfOneAlleleHaveOneScore() throws {
    let records = ["0.1", "0.95"].map { "chrX 49251440 . C T . PASS REVEL=\($0)" }
    refused(scores: file(records), by: ["record 1 of", "record 2 of", "REVEL"])
    let apart = ["REVEL=0.95", "SpliceAI=T|FOXP3|0|0|0|0|1|2|3|4"].map {
      "chrX 49251440 . C T . PASS \($0)"
    }
    let fact = try explain("c.1190G>A", scores: file(apart)).rules?.result(.pp3)?.fact
    #expect(fact?.contains("REVEL 0.95") == true && fact?.contains("SpliceAI 0 ") == true)
  }

  /// Several values of one record can't be told apart: none counts, and that is said.
  @Test(arguments: [
    "SpliceAI=T|FOXP3|0|0|0|0|1|2|3|4,T|FOXP3|0|0|0|0.9|1|2|3|4", "REVEL=0.1,0.95",
    "REVEL=0.1;REVEL_score=0.95", "REVEL=0.1&0.95",
  ])
  func differentValuesOfOneRecordAreSetAside(info: String) throws {
    let rules = try explain(
      "c.1190G>A", scores: file(["chrX 49251440 . C T . PASS \(info)"])
    ).rules
    for criterion in [Criterion.pp3, .bp4] {
      let result = try #require(rules?.result(criterion))
      #expect(result.outcome == .notEvaluated)
      #expect(result.fact.contains("different values for the allele"), "\(result.fact)")
    }
  }

  /// A residue's score does not make a change harmless while that for splicing is open.
  @Test func anOpenSpliceScoreKeepsBP4Open() throws {
    let splice = "SpliceAI=T|FOXP3|0|0|0|0|1|2|3|4,T|FOXP3|0|0|0|0.9|1|2|3|4"
    for (revel, isMet) in [("0.1", false), ("0.95", true)] {
      let rules = try explain(
        "c.1190G>A", scores: file(["chrX 49251440 . C T . PASS REVEL=\(revel);\(splice)"])
      ).rules
      #expect(rules?.result(.bp4)?.strength == nil)
      #expect((rules?.result(.pp3)?.strength != nil) == isMet)
      let pp3 = try #require(rules?.result(.pp3))
      #expect((pp3.caveats + [pp3.fact]).contains { $0.contains("SpliceAI has different") })
    }
  }

  /// SpliceAI's deltas under keys of their own are one score, and only with all four.
  @Test(arguments: [("0.95", 0.95), (".", nil)])
  func fourDeltasAreOneScore(last: String, score: Double?) throws {
    let info = ["AG=0.0", "AL=0.1", "DG=0.0", "DL=\(last)"].map { "SpliceAI_pred_DS_\($0)" }
    let text = file(["chrX 49251440 . C T . PASS \(info.joined(separator: ";"))"])
    let fact = try explain("c.1190G>A", scores: text).rules?.result(.pp3)?.fact
    #expect(fact?.contains("SpliceAI 0.95") == (score != nil))
  }

  @Test func aFileWithoutAScoreIsRefused() {
    let error = #expect(throws: PipelineError.self) {
      try explain("c.1190G>A", scores: file(["chrX 49251440 . C T . PASS AC=1;AN=2"]))
    }
    #expect(error?.code == .unusable && error?.message.contains("REVEL, REVEL_score") == true)
  }

  /// The input's own scores are held to the same.
  @Test func anImpossibleScoreOfTheInputIsAnError() throws {
    let folder = try TemporaryFolder()
    let text =
      "##fileformat=VCFv4.2\n##contig=<ID=chrX,length=156040895>\n"
      + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"x\">\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tboy\n"
      + "chrX\t49251440\t.\tC\tT\t.\tPASS\tREVEL=5\tGT\t1\n"
    let path = try folder.write("input.vcf", text)
    let error = #expect(throws: PipelineError.self) {
      try AnnotateRequest.results(path, sex: .male)
    }
    #expect(error?.message.contains("INFO/REVEL holds `5`") == true, "\(error?.message ?? "")")
  }

  /// A file of small variants does not list long ones: 50 bases are looked for, 51 are not.
  @Test(arguments: [(50, true), (51, false), (1400, false)])
  func theAbsenceOfALongDeletionShowsNothing(bases: Int, isShown: Bool) throws {
    let start = 49_257_000
    let text = try file(listed([start - 10, start + bases + 10]))
    let name = "NC_000023.11:g.\(start)_\(start + bases - 1)del"
    let rules = try #require(try explain(name, frequencies: text).rules)
    #expect((rules.result(.pm2)?.strength == .supporting) == isShown)
    guard !isShown else { return }
    for criterion in [Criterion.pm2, .ba1, .bs1] {
      let result = try #require(rules.result(criterion))
      #expect(result.outcome == .notEvaluated && result.fact.contains("\(bases) bases"))
    }
  }
}
