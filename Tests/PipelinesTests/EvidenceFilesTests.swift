import Flow
import Foundation
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// Frequency and score files as a run takes them: build proven, alleles normalised, either build.
@Suite struct EvidenceFilesTests: EvidenceRuns {
  @Test func anAlleleBetweenListedOnesIsAbsent() throws {
    let variant = try explain("c.1190G>T", frequencies: file(covering()))
    #expect(variant.rules?.result(.pm2)?.strength == .supporting)
    #expect(variant.rules?.result(.pm2)?.fact.contains("1000000 chromosomes") == true)
  }

  /// c.1189C>T is in the built-in list, at more than IPEX allows of one allele.
  @Test func whatIsKnownToBeSeenIsNotAbsent() throws {
    let variant = try explain("c.1189C>T", frequencies: file(covering()))
    #expect(variant.rules?.result(.pm2)?.outcome == .notMet)
  }

  @Test func withoutListedOnesOnBothSidesNothingIsShown() throws {
    let variant = try explain("c.1190G>T", frequencies: file([try covering()[0]]))
    #expect(variant.rules?.result(.pm2)?.outcome == .notEvaluated)
    let far = try explain("c.227del", frequencies: file(covering()))
    #expect(far.rules?.result(.pm2)?.outcome == .notEvaluated)
  }

  @Test(arguments: [
    (
      "AC=3,1;AN=1098155;AC_XY=2,1;fafmax_faf95_max=0.00003,0;fafmax_faf95_max_gen_anc=afr,.;"
        + "AN_afr=27000", 2, true
    ),
    (
      "AC_joint=3,1;AN_joint=1098155;AC_joint_XY=2,1;fafmax_faf95_max_joint=0.00003,0;"
        + "fafmax_faf95_max_gen_anc_joint=afr,.;AN_joint_afr=27000", 2, true
    ),
    ("AC=3,1;AN=1098155;AC_XY=2,1;fafmax_faf95_max=0.00003,0", 2, false),
    ("AC=3,1;AN=1098155;AC_male=2,1;faf95=0.0000007,0", 2, false),
    ("AC=300,1;AN=120000;AC_Male=90,1;AN_Male=40000", 90, true),
    ("AC=9,1;AN=130000;AC_Adj=300,1;AN_Adj=120000;AC_Hemi=90,1;AC_Het=9,0", 90, true),
  ])
  func countsOfTheAlleleAreTaken(info: String, males: Int, isFrequent: Bool) throws {
    let records = try [covering()[0], "chrX 49251440 . C T,A . PASS \(info)", covering()[1]]
    let rules = try #require(try explain("c.1190G>A", frequencies: file(records)).rules)
    #expect(rules.result(.bs1)?.fact.contains("\(males) hemizygous males") == true)
    #expect((rules.result(.bs1)?.strength == .strong) == isFrequent)
  }

  /// `bcftools +fill-tags` counts haploid genotypes by ExAC's name for males: where males are written with two copies
  /// there are none.
  @Test func haploidGenotypesAreNoCountOfMales() throws {
    let record = "chrX 49251440 . C T . PASS AC=300;AN=120000;AC_Hemi=0;AC_Het=300;AC_Hom=0"
    let rules = try #require(
      try explain("c.1190G>A", frequencies: file([covering()[0], record, covering()[1]])).rules)
    #expect(rules.result(.bs1)?.fact.contains("males") == true)
    #expect(rules.result(.bs1)?.fact.contains("0 hemizygous males") == false)
  }

  /// Thirty copies among 220 chromosomes of one group: its share is a chance of the few.
  @Test func aGroupOfFewShowsNoFrequency() throws {
    let info = "AC=30;AN=1110000;AN_mid=220;fafmax_faf95_max=0.098;fafmax_faf95_max_gen_anc=mid"
    let records = try [covering()[0], "chrX 49251440 . C T . PASS \(info)", covering()[1]]
    let rules = try #require(try explain("c.1190G>A", frequencies: file(records)).rules)
    let result = try #require(rules.result(.ba1))
    #expect(result.outcome == .notEvaluated)
    #expect(result.fact.contains("in one group (mid) it is 0.098 among 220 chromosomes, and fewer"))
  }

  /// Patients' genotypes: each patient's own variant would look common.
  @Test func aFileOfSamplesIsNoPopulation() throws {
    let sites = try file(covering())
    let cohort = sites.split(separator: "\n").map { line in
      switch true {
      case line.hasPrefix("##"): "\(line)\n"
      case line.hasPrefix("#"): "\(line)\tFORMAT\tP1\tP2\n"
      default: "\(line)\tGT\t0/1\t0\n"
      }
    }.joined()
    let error = #expect(throws: PipelineError.self) {
      try explain("c.1190G>T", frequencies: cohort)
    }
    #expect(error?.message.contains("has the genotypes of 2 samples (P1 and others)") == true)
  }

  /// c.1189C>T is in the built-in list.
  @Test func aRecordWithoutACopyDoesNotOutweighTheList() throws {
    let records = try [covering()[0], "chrX 49251441 . G A . PASS AC=0;AN=1098155", covering()[1]]
    let variant = try explain("c.1189C>T", frequencies: file(records))
    #expect(variant.rules?.result(.pm2)?.outcome == .notMet)
  }

  @Test func aFilteredRecordShowsNeitherPresenceNorAbsence() throws {
    let records = try [covering()[0], "chrX 49251440 . C T . AC0 AC=0;AN=1000000", covering()[1]]
    let rules = try #require(try explain("c.1190G>A", frequencies: file(records)).rules)
    for criterion in [Criterion.pm2, .ba1, .bs1] {
      #expect(rules.result(criterion)?.outcome == .notEvaluated)
    }
  }

  @Test func theOtherBuildsNameFindsTheSameAllele() throws {
    let records = try [covering()[0], "chrX 49251440 . C T . PASS AC=2;AN=1098155", covering()[1]]
    let variant = try explain("NC_000023.10:g.49107901C>T", frequencies: file(records))
    #expect(variant.annotated.normalised.assembly == .grch37)
    #expect(variant.rules?.result(.pm2)?.fact.contains("2 of 1098155") == true)
  }

  @Test(arguments: [(155_270_560, "disagree"), (154_259_566, "T2T")])
  func aWrongBuildIsRefused(length: Int, word: String) throws {
    let text = try file(listed(Array(49_251_400...49_251_480)), length: length)
    let error = #expect(throws: PipelineError.self) { try explain("c.1189C>T", frequencies: text) }
    #expect(error?.code == .unusable && error?.message.contains(word) == true)
  }

  /// The header says GRCh38, the positions are GRCh37's.
  @Test func aFileWithoutARecordInTheLocusIsRefused() throws {
    let text = file(["chrX 49107902 . G A . PASS AC=1;AN=1000000"])
    for isScores in [false, true] {
      let error = #expect(throws: PipelineError.self) {
        try explain(
          "c.1189C>T", frequencies: isScores ? nil : text, scores: isScores ? text : nil)
      }
      #expect(error?.code == .unusable)
      #expect(error?.message.contains("no record in the FOXP3 locus of GRCh38") == true)
    }
  }

  /// The effect of a splice variant is compared with that of a row by both scores of the file.
  @Test func spliceScoresOfRowsAreCompared() throws {
    let header = "##INFO=<ID=SpliceAI,Number=.,Type=String,Description=\"x\">\n"
    let own = "chrX 49255424 . C G . PASS SpliceAI=G|FOXP3|0.01|0.00|0.02|0.97|1|1|1|1"
    let row = "chrX 49255427 . A T . PASS SpliceAI=T|FOXP3|0.01|0.00|0.02|0.95|1|1|1|1"
    let folder = try TemporaryFolder()
    let path = try folder.write("scores.vcf", file([own, row], header: header))
    let knowledge = try Knowledge(
      EmbeddedReference.bundle(), evidence: EvidenceFiles(scores: path))
    let rules = try ExplainPipeline(knowledge: knowledge).explain("c.816+5G>C").variants.first?
      .rules
    #expect(rules?.result(.ps1)?.strength == .moderate, "\(rules?.result(.ps1)?.fact ?? "")")
    #expect(rules?.result(.ps1)?.fact.contains("0.97 against 0.95") == true)
  }

  @Test func aBrokenCountIsAnErrorWithItsPlace() throws {
    let text = file(["chrX 49251440 . C T . PASS AC=many;AN=1"])
    let error = #expect(throws: PipelineError.self) { try explain("c.1189C>T", frequencies: text) }
    #expect(error?.message.contains("chrX:49251440") == true)
  }

  @Test(arguments: [
    ("REVEL=0.95", "", 0.95), ("REVEL=0.1,0.95", "", nil), ("REVEL=.", "", nil),
    ("CSQ=T|x|NM_014009.3|0.8|1", "Allele|Consequence|Feature|REVEL_score|ALLELE_NUM", 0.8),
    ("CSQ=T|x|NM_000000.1|0.8|1", "Allele|Consequence|Feature|REVEL_score|ALLELE_NUM", nil),
    // Split after it was annotated: the base tells whose entry it is.
    ("CSQ=T|x|NM_014009.4|0.8|2", "Allele|Consequence|Feature|REVEL_score|ALLELE_NUM", 0.8),
    ("CSQ=A|x|NM_014009.4|0.8|1", "Allele|Consequence|Feature|REVEL_score|ALLELE_NUM", nil),
  ])
  func scoresOfTheAlleleAreTaken(info: String, format: String, score: Double?) throws {
    let header =
      format.isEmpty
      ? "" : "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"VEP. Format: \(format)\">\n"
    let text = file(["chrX 49251440 . C T . PASS \(info)"], header: header)
    let result = try explain("c.1190G>A", scores: text).rules?.result(.pp3)
    #expect((result?.strength != nil) == (score != nil), "\(result?.fact ?? "")")
    if let score { #expect(result?.fact.contains("REVEL \(score)") == true) }
  }

  @Test func spliceAIIsTheHighestDeltaOfFOXP3() throws {
    let info = "SpliceAI=T|CCDC22|0.9|0|0|0|1|1|1|1,T|FOXP3|0.01|0.02|0.31|0.00|1|1|1|1"
    let text = file(["chrX 49251440 . C T . PASS \(info)"])
    let result = try explain("c.1190G>A", scores: text).rules?.result(.pp3)
    #expect(result?.strength == .supporting && result?.fact.contains("SpliceAI 0.31") == true)
  }

  /// The record's own score comes before the file's of the same tool, which is not told beside it.
  @Test func aScoreOfTheRecordReplacesTheFiles() throws {
    let folder = try TemporaryFolder()
    let scores = try folder.write("scores.vcf", file(["chrX 49251439 . C T . PASS REVEL=0.1"]))
    let input = try folder.write(
      "boy.vcf",
      "##fileformat=VCFv4.2\n##contig=<ID=chrX,length=156040895>\n"
        + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
        + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tboy\n"
        + "chrX\t49251439\t.\tC\tT\t.\tPASS\tREVEL=0.5\tGT\t1\n")
    let knowledge = try Knowledge(
      EmbeddedReference.bundle(), evidence: EvidenceFiles(scores: scores))
    let request = try AnnotateRequest.test([input], sex: .male)
    let result = try #require(
      try VariantPipeline(knowledge: knowledge, request: request).run(input).first?.samples.first)
    let fact = try #require(result.variants.first?.classified.rules?.result(.bp4)?.fact)
    #expect(fact.contains("allele; REVEL 0.5 ("), "\(fact)")
    #expect(!fact.contains("REVEL 0.1"), "\(fact)")
  }

  private func caseText(_ variant: String) -> String {
    """
    evidence:
      - variant: \(variant)
        criterion: PS3
        strength: strong
        fact: no suppression by transduced T cells
        by: A. Geneticist
        on: 2026-01-31
        source: report 12

    """
  }

  @Test(arguments: ["c.1190G>A", "NC_000023.10:g.49107901C>T"])
  func theCaseIsOfItsAlleleAlone(name: String) throws {
    let text = caseText("c.1190G>A")
    #expect(try explain(name, caseFile: text).rules?.result(.ps3)?.strength == .strong)
    #expect(try explain("c.1189C>T", caseFile: text).rules?.result(.ps3)?.strength == nil)
  }

  @Test func aNameThatDoesNotFitIsAnErrorWithItsLine() throws {
    let error = #expect(throws: PipelineError.self) {
      try explain("c.1190G>A", caseFile: caseText("c.1190C>A"))
    }
    #expect(error?.code == .unusable && error?.message.contains("case.yaml:2:") == true)
  }

  /// A new variant of a son in a girl's sample is somebody else's.
  @Test(arguments: [
    (Sex.male, "no", true), (.female, "no", false), (.unknown, "no", true), (.female, "yes", true),
  ])
  func aChildHasTheSamplesSex(sex: Sex, isPublished: String, fits: Bool) throws {
    let folder = try TemporaryFolder()
    let text =
      caseText("c.1189C>T").replacing("PS3", with: "PM6")
      + "    child: son\n    mother_tested: yes\n    father_tested: no\n    parentage_confirmed: no\n"
      + "    published: \(isPublished)\n"
    let path = try folder.write("case.yaml", text)
    let input = CaseFolder.root.appending(path: "male_haploid/input.vcf").path
    let result = Result { try AnnotateRequest.results(input, sex: sex, caseFile: path) }
    switch result {
    case .success: #expect(fits)
    case .failure(let error):
      let told = try #require(error as? PipelineError)
      #expect(!fits && told.code == .unusable && told.message.contains("case.yaml:2"))
    }
  }

  /// Evidence on a variant that the sample does not carry is said to have no effect.
  @Test(arguments: [("c.1189C>T", false), ("c.1190G>A", true)])
  func evidenceOnAnotherVariantIsSaid(variant: String, isSaid: Bool) throws {
    let folder = try TemporaryFolder()
    let input = CaseFolder.root.appending(path: "male_haploid/input.vcf").path
    let result = try AnnotateRequest.results(
      input, sex: .male, caseFile: folder.write("case.yaml", caseText(variant)))
    let notes = result.samples.flatMap(\.notes)
    #expect(notes.contains { $0.contains("documents evidence for c.1190G>A") } == isSaid)
  }

  /// Both can't be seen in one allele's RNA; the names may differ.
  @Test func aLossAndNoEffectInOneRNAAreRefused() throws {
    let assay = "    rna_assay: RT-PCR of blood\n"
    let loss = caseText("c.816+5G>A").replacing("PS3", with: "PVS1") + assay
    let none = caseText("c.816+5G>A").replacing("PS3", with: "BP7").dropFirst("evidence:\n".count)
    let error = #expect(throws: PipelineError.self) {
      try explain("c.816+5G>A", caseFile: loss + none + assay)
    }
    #expect(error?.code == .unusable && error?.message.contains("case.yaml:2: PVS1") == true)
    #expect(error?.message.contains("BP7 in line 10") == true, "\(error?.message ?? "")")
    #expect(try explain("c.816+5G>A", caseFile: loss).rules?.result(.pvs1)?.strength == .strong)
  }

  /// One allele's function can't be both damaged and not.
  @Test func damageAndNoDamageOfOneAlleleAreRefused() throws {
    let damage = caseText("c.1190G>A")
    let none = caseText("c.1190delinsA").replacing("PS3", with: "BS3")
      .dropFirst("evidence:\n".count)
    let error = #expect(throws: PipelineError.self) {
      try explain("c.1190G>A", caseFile: damage + none)
    }
    #expect(error?.code == .unusable && error?.message.contains("case.yaml:2: PS3 of") == true)
    #expect(
      error?.message.contains("BS3 in line 9 (c.1190delinsA)") == true, "\(error?.message ?? "")")
    let apart = caseText("c.1190G>T").replacing("PS3", with: "BS3")
      .dropFirst("evidence:\n".count)
    #expect(
      try explain("c.1190G>A", caseFile: damage + apart).rules?.result(.ps3)?.strength != nil)
  }

  /// Which of two entries counts must not hang on how the allele is spelled, nor on their order.
  @Test(arguments: [("c.1190G>A", "c.1190delinsA"), ("c.227delT", "c.227del")])
  func oneAlleleUnderTwoNamesIsRefused(first: String, second: String) throws {
    for (one, two) in [(first, second), (second, first)] {
      let entries = caseText(one) + caseText(two).replacing("evidence:\n", with: "")
      let error = #expect(throws: PipelineError.self) {
        try explain("c.1190G>A", caseFile: entries)
      }
      #expect(
        error?.code == .unusable
          && error?.message.contains("case.yaml:9: \(two) is the allele of \(one) (line 2)")
            == true,
        "\(error?.message ?? "")")
    }
  }

  @Test func nothingIsDocumentedAfterTheRun() throws {
    let folder = try TemporaryFolder()
    let text = caseText("c.1190G>A").replacing("2026-01-31", with: "2126-01-31")
    let knowledge = try Knowledge(
      EmbeddedReference.bundle(),
      evidence: EvidenceFiles(caseFile: folder.write("case.yaml", text)))
    let input = CaseFolder.root.appending(path: "male_haploid/input.vcf").path
    let request = try AnnotateRequest.test([input], to: folder.path("out"))
    let error = #expect(throws: PipelineError.self) {
      try AnnotatePipeline(knowledge: knowledge, request: request).run { _ in }
    }
    #expect(
      error?.code == .unusable
        && error?.message.contains(
          "case.yaml:7: evidence.on is “2126-01-31”, after the day of the run")
          == true,
      "\(error?.message ?? "")")
  }

  @Test func aCaseSpeaksOfOnePatient() throws {
    let folder = try TemporaryFolder()
    let knowledge = try Knowledge(
      EmbeddedReference.bundle(),
      evidence: EvidenceFiles(caseFile: folder.write("case.yaml", caseText("c.1190G>A"))))
    let request = try AnnotateRequest.test(["one.vcf", "two.vcf"])
    let error = #expect(throws: PipelineError.self) {
      try AnnotatePipeline(knowledge: knowledge, request: request).run { _ in }
    }
    #expect(error?.code == .usage && error?.message.contains("--case") == true)
  }

  @Test func aDocumentShowsEveryCriterionOnce() throws {
    let pipeline = ExplainPipeline(knowledge: try Knowledge(EmbeddedReference.bundle()))
    let text = try pipeline.json([pipeline.explain("c.1009C>T")])
    for criterion in Criterion.allCases {
      #expect(text.split(separator: "\"criterion\" : \"\(criterion.rawValue)\"").count == 2)
    }
    #expect(text.contains("\"criteriaShown\" : \"all\""))
  }

  /// The males' own counts, as the file has them.
  @Test(arguments: [
    ("AC_XY=1;AN_XY=400000", false), ("AC_XY=30;AN_XY=400000", true), ("AC_XY=6", true),
    ("AC_XY=6;AN_XY=400000", false),
    ("AC_XY=6;AN_XY=400000;AC_afr_XY=6;AN_afr_XY=9000", true),
    ("AC_XY=6;AN_XY=400000;AC_afr_XY=6;AN_afr_XY=900", false),
  ])
  func aFrequencyOfFemalesIsNoneOfMales(males: String, isMet: Bool) throws {
    let record =
      "chrX 49251467 . T C . PASS AC=60;AN=1000000;\(males);"
      + "fafmax_faf95_max=0.0003;fafmax_faf95_max_gen_anc=afr;AN_afr=20000"
    let text = try file(listed([49_251_420, 49_251_490]) + [record])
    let result = try #require(
      try explain("c.1163A>G", frequencies: text).rules?.result(.bs1))
    #expect((result.strength == .strong) == isMet, "\(result.fact)")
    #expect(isMet || result.outcome == .notEvaluated)
  }
}
