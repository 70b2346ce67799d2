import Flow
import Genome

extension Fixture {
  static let provenance = Provenance(
    inputName: "proband.g.vcf.gz", format: "VCFv4.2 (BGZF)", inputSize: 48_211,
    contentDigest: String(repeating: "ab", count: 32), assembly: .grch38,
    assemblyProofs: ["contig chrX has length 156040895"], contig: "chrX", way: "index",
    wayProof: "the index lists chrX", recordsRead: 412, recordsOnChromosome: nil,
    recordsInLocus: 12)

  /// Every exon with splice sites; all of it read, or nothing.
  static func coverage(read: Bool) -> [ExonCoverage] {
    exons38.enumerated().map { index, exon in
      let interval = Interval(exon.start - 2, exon.end + 2)
      return ExonCoverage(
        exon: index + 1, interval: interval, provenBases: read ? interval.count : 0,
        minimumDepth: read ? 27 : nil, gaps: read ? [] : [interval])
    }
  }

  static func ledger(_ state: SiteState) -> [LedgerEntry] {
    [
      LedgerEntry(
        kind: .knownVariant, identifier: "FX0110", name: "c.1189C>T",
        clinicalClass: .pathogenic, interval: Interval(49_251_441, 49_251_441), state: state),
      LedgerEntry(
        kind: .knownVariant, identifier: "FX0099", name: "c.1117_1118delinsGC",
        clinicalClass: .pathogenic, interval: Interval(49_251_692, 49_251_693), state: state),
      LedgerEntry(
        kind: .exon, identifier: "exon 12", name: "coding bases and splice sites",
        clinicalClass: nil, interval: Interval(49_251_334, 49_251_485), state: state),
      LedgerEntry(
        kind: .copyNumber, identifier: "FX0001", name: "exon 1 deletion",
        clinicalClass: .pathogenic, interval: Interval(49_264_659, 49_264_710),
        state: .notLookedAt(reason: "copy number needs reads")),
    ]
  }

  static let unread = SiteState.notLookedAt(reason: "no record covers it")

  static func result(
    _ sample: String, sex: Sex, source: SexAssessment.Source = .declared,
    variants: [SampleVariant], finding: Finding, completeness: Completeness, word: ConclusionWord,
    reasons: [String], read: Bool
  ) -> SampleResult {
    SampleResult(
      sample: sample, hasGenotypes: true, sex: SexAssessment(sex: sex, source: source),
      variants: variants, ledger: ledger(read ? .referenceSeen(depth: 27) : unread),
      exons: coverage(read: read),
      conclusion: Conclusion(
        finding: finding, completeness: completeness, word: word, reasons: reasons),
      provenance: provenance)
  }

  static var positiveMale: SampleResult {
    var result = result(
      "proband", sex: .male, variants: [carried(arg397Trp(), .hemizygous, genotype: "1")],
      finding: .hemizygousPLP, completeness: .incomplete, word: .positive,
      reasons: ["A pathogenic variant is hemizygous in a male."], read: false)
    result.ledger[0].state = .alternateSeen
    return result
  }

  static var carrierFemale: SampleResult {
    result(
      "mother", sex: .female, variants: [carried(arg397Trp(), .heterozygous, genotype: "0/1")],
      finding: .heterozygousPLP, completeness: .completeSequence, word: .carrier,
      reasons: ["A pathogenic variant is heterozygous in a female."], read: true)
  }

  /// A girl's two variants, of which phase says that they stand on different copies.
  static var inTrans: SampleResult {
    result(
      "girl", sex: .female,
      variants: [
        carried(arg397Trp(), .heterozygous, genotype: "1|0"),
        carried(donor(.pathogenic), .heterozygous, genotype: "0|1"),
      ], finding: .biallelicPLP, completeness: .completeSequence, word: .positive,
      reasons: ["Two variants were found on different copies, in a female."], read: true)
  }

  /// A boy's variant by a row of the table, and by the rules.
  static func contradicted(_ row: ClinicalClass, by rules: ClinicalClass) -> SampleResult {
    var result = row.isPathogenicOrLikely ? positiveMale : negativeMale
    result.variants = [carried(arg397Trp(), .hemizygous, genotype: "1")]
    result.variants[0].classified.clinicalClass = row
    result.variants[0].classified.rules = RulesAssessment(
      results: [], points: 0, classByPoints: rules, classByRules: rules, combination: "",
      policyVersion: "", notes: [])
    return result
  }

  static var inconclusive: SampleResult {
    result(
      "exome", sex: .unknown, source: .none, variants: [], finding: .noneReportable,
      completeness: .incomplete, word: .inconclusive,
      reasons: [
        "The file lists variants only: it can't show that other positions were read as reference."
      ], read: false)
  }

  static var negativeMale: SampleResult {
    result(
      "sibling", sex: .male, variants: [], finding: .noneReportable,
      completeness: .completeSequence, word: .negativeSequenceOnly,
      reasons: ["All places of the ledger are read as reference."], read: true)
  }

  static var withoutSamples: SampleResult {
    SampleResult(
      sample: "clinvar", hasGenotypes: false, sex: SexAssessment(sex: .unknown, source: .none),
      variants: [carried(arg397Trp(), .unknown, genotype: ".")], ledger: [], exons: [],
      conclusion: nil, provenance: provenance)
  }

  /// Two SNVs of one codon, joined; and the records they come from.
  static var joined: (result: SampleResult, records: [ReadRecord]) {
    let records = [
      record(1, 49_251_692, "A", ["G"], calls: ["1|1:30:99"]),
      record(2, 49_251_693, "A", ["C"], calls: ["1|1:30:99"]),
    ]
    let parts = records.map { ReadVariant(record: $0, alleleIndex: 1) }
    let result = result(
      "joined", sex: .male,
      variants: [carried(phe373Ala(parts), .hemizygous, genotype: "1|1,1|1")],
      finding: .hemizygousPLP, completeness: .incomplete, word: .positive,
      reasons: ["A pathogenic variant is hemizygous in a male."], read: false)
    return (result, records)
  }

  static let allResults = [
    positiveMale, carrierFemale, inconclusive, negativeMale, withoutSamples, joined.result,
    documented,
  ]

  /// With everything a case file can say.
  static var documented: SampleResult {
    var result = negativeMale
    let who = PatientCase.Attestation(by: "A. Geneticist", on: "2026-01-31")
    result.patientCase = PatientCase(
      sample: PatientCase.Sample(tissue: .blood, takenOn: "2026-01-20", attestation: who),
      transplant: PatientCase.Transplant(answer: .no, date: nil, attestation: who),
      transfusion: PatientCase.Transfusion(
        answer: .yes, date: "2025-12-01", donorCellsPossible: false, attestation: who),
      maternalContamination: PatientCase.MaternalContamination(
        result: .excluded, method: "short tandem repeats", attestation: who),
      findings: [
        PatientCase.ClinicalFinding(
          subject: .endocrinopathy, term: "HP:0100651", name: "Type I <diabetes> mellitus",
          isPresent: true, value: "", attestation: who),
        PatientCase.ClinicalFinding(
          subject: .demethylation, term: nil, name: "TSDR to CD4 ratio", isPresent: true,
          value: "13.6 %", attestation: who),
      ])
    return result
  }
}
