import Flow
import Foundation
import Genome
import Settings

@testable import Assessment

/// A small FOXP3 on GRCh38: NM_014009.4's true exons, a table of a few rows, and made-up bases
/// (`A G C T` over and over, with one run of T), since only places matter to the assessment.
enum Fixture {
  static let transcript = Transcript(
    accession: "NM_014009.4", protein: "NP_054728.2", ensemblAlias: "", isManeSelect: true,
    exons: [
      Interval(49_264_661, 49_264_710), Interval(49_258_296, 49_258_527),
      Interval(49_257_664, 49_257_768), Interval(49_257_427, 49_257_565),
      Interval(49_256_925, 49_257_012), Interval(49_256_751, 49_256_855),
      Interval(49_255_715, 49_255_802), Interval(49_255_429, 49_255_509),
      Interval(49_253_917, 49_254_067), Interval(49_253_126, 49_253_202),
      Interval(49_251_664, 49_251_765), Interval(49_250_438, 49_251_483),
    ],
    coding: Interval(49_251_334, 49_258_505))

  /// Where the run of T stands: a deletion of one of them can be written at six places.
  static let run = Interval(49_257_750, 49_257_755)

  static let locus: Locus = {
    let interval = Interval(49_248_436, 49_269_825)
    let bytes = (interval.start...interval.end).map { position in
      run.contains(position) ? UInt8(ascii: "T") : Array("AGCT".utf8)[position % 4]
    }
    return Locus(
      assembly: .grch38, accession: "NC_000023.11", chromosomeLength: 156_040_895,
      interval: interval, sequence: BaseSequence(bytes))
  }()

  static func base(_ position: Int) -> String {
    locus.bases(in: Interval(position, position))?.text ?? "N"
  }

  static func change(_ start: Int, _ reference: String, _ alternate: String) -> SequenceChange {
    SequenceChange(
      start: start, reference: BaseSequence(reference) ?? BaseSequence(),
      alternate: BaseSequence(alternate) ?? BaseSequence())
  }

  static func row(
    _ identifier: String, _ name: String, _ clinicalClass: ClinicalClass,
    scope: CuratedVariant.Scope = .allele
  ) -> CuratedVariant {
    CuratedVariant(
      identifier: identifier, codingName: name, scope: scope, otherNames: [],
      clinicalClass: clinicalClass, classReason: "", basis: .primary, superseded: "",
      mechanism: "", functionalEvidence: "", patients: "", phenotype: "", pubMedIdentifiers: [],
      clinVarIdentifier: "", clinVarClass: "", clinVarStars: nil, clinVarDate: "", sources: [],
      curatorNote: "")
  }

  /// c.1189C>T, whose place and bases are ClinVar's.
  static let substitution = KnownAllele(
    row: row("FX0001", "c.1189C>T", .pathogenic), change: change(49_251_441, "G", "A"))
  /// A deletion of one base of the run.
  static let deletion = KnownAllele(
    row: row("FX0002", "c.run del", .pathogenic), change: change(49_257_750, "T", ""))
  static let removal = KnownAllele(
    row: row("FX0003", "c.-6247_-4859del", .pathogenic, scope: .exon1Deletion), change: nil)
  static let second = KnownAllele(
    row: row("FX0004", "c.second", .likelyPathogenic), change: change(49_255_441, "G", "A"))
  static let benign = KnownAllele(
    row: row("FX0005", "c.benign", .benign), change: change(49_256_001, "G", "A"))
  static let uncertain = KnownAllele(
    row: row("FX0006", "c.uncertain", .uncertain), change: change(49_254_001, "G", "A"))

  static let facts = GeneFacts(
    locus: locus, transcript: transcript,
    alleles: [substitution, deletion, removal, second, benign, uncertain])

  static func profile() throws -> Profile {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Pipelines/profiles/clinical-genome.yaml")
    return try Profile(
      yaml: String(contentsOf: file, encoding: .utf8), name: "clinical-genome")
  }

  static let provenance = Provenance(
    inputName: "input.vcf", format: "VCFv4.2", inputSize: nil, contentDigest: "",
    assembly: .grch38, assemblyProofs: [], contig: "chrX", way: "full scan", wayProof: "",
    recordsRead: 0, recordsOnChromosome: nil, recordsInLocus: 0)

  static func genotype(_ text: String) -> Genotype {
    let alleles = text.split(whereSeparator: { $0 == "/" || $0 == "|" }).map { Int($0) }
    return Genotype(alleles: alleles, isPhased: text.contains("|"), text: text)
  }

  static func call(
    _ text: String, depth: Int? = 40, quality: Double? = 60, reads: [Int?] = [],
    minimumDepth: Int? = nil, phaseSet: String? = nil, filters: [String] = []
  ) -> SampleCall {
    SampleCall(
      genotype: genotype(text), depth: depth, minimumDepth: minimumDepth, alleleDepths: reads,
      genotypeQuality: quality, phaseSet: phaseSet, filters: filters, text: text)
  }

  /// The record of one allele with the call of the one sample.
  static func record(
    _ allele: KnownAllele, _ call: SampleCall, filters: [String] = ["PASS"],
    more: [String] = [], number: Int? = nil
  ) -> ReadRecord {
    let change = allele.change ?? Fixture.change(0, "N", "N")
    let anchor = change.isIndel ? base(change.start - 1) : ""
    let position = change.start - anchor.count
    return ReadRecord(
      number: number ?? change.start, contig: "chrX", position: position,
      end: change.interval.end, reference: anchor + change.reference.text,
      alternates: [anchor + change.alternate.text] + more, filters: filters, calls: [call])
  }

  static func block(
    _ start: Int, _ end: Int, _ call: SampleCall = call("0/0", quality: 60, minimumDepth: 30),
    alternates: [String] = ["<NON_REF>"]
  ) -> ReadRecord {
    ReadRecord(
      number: start, contig: "chrX", position: start, end: end, reference: base(start),
      alternates: alternates, calls: [call])
  }

  /// Reference blocks of 100 bases over the whole locus, without those that overlap `holes`.
  static func blocks(
    _ call: SampleCall = call("0/0", quality: 60, minimumDepth: 30), holes: [Interval] = [],
    alternates: [String] = ["<NON_REF>"]
  ) -> [ReadRecord] {
    stride(from: locus.interval.start, through: locus.interval.end, by: 100).map { start in
      block(start, min(start + 99, locus.interval.end), call, alternates: alternates)
    }.filter { block in !holes.contains { $0.overlaps(block.interval) } }
  }

  /// Blocks on both sides of a record, so that the two don't overlap.
  static func blocks(around record: ReadRecord, _ call: SampleCall) -> [ReadRecord] {
    [
      block(locus.interval.start, record.position - 1, call), record,
      block(record.end + 1, locus.interval.end, call),
    ]
  }

  /// The record's first ALT with the class of the row.
  static func variant(_ allele: KnownAllele, _ record: ReadRecord) -> ClassifiedVariant {
    variant(
      .sequence(allele.change ?? change(0, "", "")), [ReadVariant(record: record, alleleIndex: 1)],
      allele.row.clinicalClass, name: allele.row.codingName,
      evidence: [TableEvidence(row: allele.row, relation: .sameAllele)])
  }

  static func variant(
    _ change: NormalisedVariant.Change, _ parts: [ReadVariant], _ clinicalClass: ClinicalClass,
    name: String?, evidence: [TableEvidence] = []
  ) -> ClassifiedVariant {
    let mane = TranscriptAnnotation(
      transcript: "NM_014009.4", protein: "NP_054728.2", ensemblAlias: "", isManeSelect: true,
      consequences: [.missense], impact: .moderate, codingName: name)
    return ClassifiedVariant(
      annotated: AnnotatedVariant(
        normalised: NormalisedVariant(assembly: .grch38, change: change, parts: parts),
        placement: nil, otherPlacement: nil, transcripts: [mane]),
      clinicalClass: clinicalClass, source: clinicalClass == .notEvaluated ? .none : .curated,
      reason: "Row.", evidence: evidence)
  }

  static func assess(
    _ records: [ReadRecord], _ variants: [ClassifiedVariant], _ sex: Sex,
    calls: SexChromosomeCalls? = nil, column: Int? = 0, patientCase: PatientCase? = nil,
    listed: [ClassifiedVariant] = []
  ) throws -> SampleResult {
    Assessor(facts: facts, profile: try profile()).assess(
      SampleInput(
        name: "sample", column: column, records: records, variants: variants, listed: listed,
        declaredSex: sex, sexChromosomes: calls, patientCase: patientCase, provenance: provenance))
  }

  /// A plain VCF with one record of one allele.
  static func assess(
    _ allele: KnownAllele, _ call: SampleCall, _ sex: Sex, filters: [String] = ["PASS"],
    calls: SexChromosomeCalls? = nil
  ) throws -> SampleResult {
    let record = record(allele, call, filters: filters)
    return try assess([record], [variant(allele, record)], sex, calls: calls)
  }

  /// Genotypes elsewhere on X and Y.
  static func chromosomes(
    heterozygous: Int = 0, homozygous: Int = 0, haploid: Int = 0, onY: Int = 0
  ) -> SexChromosomeCalls {
    var calls = SexChromosomeCalls(
      assembly: .grch38, locus: locus.interval, minimumGenotypeQuality: 20,
      minimumReads: 8, oneAlleleMinimumShare: 0.9)
    let kinds = [("0/1", heterozygous), ("1/1", homozygous), ("1", haploid)]
    for (text, count) in kinds {
      for _ in 0..<count { calls.count(elsewhere(60_000_000, text), column: 0, on: .x) }
    }
    for _ in 0..<onY { calls.count(elsewhere(20_000_000, "1"), column: 0, on: .y) }
    return calls
  }

  static func elsewhere(
    _ position: Int, _ text: String, reads: [Int] = [], quality: Double? = 60
  ) -> ReadRecord {
    ReadRecord(
      number: 1, contig: "chrX", position: position, end: position, reference: "A",
      alternates: ["C"], filters: ["PASS"], calls: [call(text, quality: quality, reads: reads)])
  }
}
