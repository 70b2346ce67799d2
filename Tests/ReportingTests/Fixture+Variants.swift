import Flow
import Genome

extension Fixture {
  /// A record of GRCh38; `calls` are the samples' columns.
  static func record(
    _ number: Int, _ position: Int, _ reference: String, _ alternates: [String],
    filters: [String] = ["PASS"], information: String = "DP=31", calls: [String] = ["1:31:99"]
  ) -> ReadRecord {
    let fixed = [
      "chrX", String(position), ".", reference,
      alternates.isEmpty ? "." : alternates.joined(separator: ","), "500",
      filters.isEmpty ? "." : filters.joined(separator: ";"), information,
    ]
    return ReadRecord(
      number: number, contig: "chrX", position: position,
      end: position + reference.utf8.count - 1, reference: reference, alternates: alternates,
      quality: 500, filters: filters, fixedText: fixed.joined(separator: "\t"),
      formatText: "GT:DP:GQ", calls: calls.map { SampleCall(genotype: nil, text: $0) })
  }

  static func annotation(
    _ codingName: String?, _ proteinName: String?, _ terms: [ConsequenceTerm], _ impact: Impact,
    exon: String? = nil, intron: String? = nil, residues: String? = nil
  ) -> TranscriptAnnotation {
    TranscriptAnnotation(
      transcript: "NM_014009.4", protein: "NP_054728.2", ensemblAlias: "ENST00000376207",
      isManeSelect: true, consequences: terms, impact: impact, exon: exon, intron: intron,
      codingName: codingName, proteinName: proteinName, proteinPosition: residues,
      regions: residues == nil ? [] : ["forkhead"])
  }

  /// c.1189C>T, p.(Arg397Trp): ClinVar VCV000011407.
  static func arg397Trp(_ record: ReadRecord? = nil) -> ClassifiedVariant {
    let read = record ?? Fixture.record(1, 49_251_441, "G", ["A"])
    var mane = annotation(
      "c.1189C>T", "p.(Arg397Trp)", [.missense], .moderate, exon: "12/12", residues: "397")
    mane.codingPosition = "1189"
    mane.aminoAcids = "R/W"
    let other = TranscriptAnnotation(
      transcript: "NM_001114377.2", protein: "NP_001107849.1", ensemblAlias: "ENST00000376199",
      isManeSelect: false, consequences: [.missense], impact: .moderate, exon: "11/11",
      codingName: "c.1084C>T", proteinName: "p.(Arg362Trp)", proteinPosition: "362",
      regions: ["forkhead"])
    let annotated = AnnotatedVariant(
      normalised: normalised(read, start: 49_251_441, "G", "A"),
      placement: Placement(
        assembly: .grch38, position: 49_251_441, reference: "G", alternate: "A",
        genomicName: "NC_000023.11:g.49251441G>A", spdi: "NC_000023.11:49251440:G:A"),
      otherPlacement: Placement(
        assembly: .grch37, position: 49_107_902, reference: "G", alternate: "A",
        genomicName: "NC_000023.10:g.49107902G>A", spdi: "NC_000023.10:49107901:G:A"),
      transcripts: [mane, other])
    return ClassifiedVariant(
      annotated: annotated, clinicalClass: .pathogenic, source: .curated,
      reason: "Row FX0110 of the curated table is this allele.",
      evidence: [TableEvidence(row: row, relation: .sameAllele, rowProteinName: "p.(Arg397Trp)")])
  }

  /// c.-23+1G>T, the donor of exon 1.
  static func donor(
    _ clinicalClass: ClinicalClass = .notEvaluated, record: ReadRecord? = nil
  ) -> ClassifiedVariant {
    let read = record ?? Fixture.record(2, 49_264_660, "C", ["A"])
    let annotated = AnnotatedVariant(
      normalised: normalised(read, start: 49_264_660, "C", "A"),
      placement: Placement(
        assembly: .grch38, position: 49_264_660, reference: "C", alternate: "A",
        genomicName: "NC_000023.11:g.49264660C>A", spdi: "NC_000023.11:49264659:C:A"),
      otherPlacement: nil,
      transcripts: [
        annotation("c.-23+1G>T", nil, [.spliceDonor], .high, intron: "1/11")
      ])
    return ClassifiedVariant(
      annotated: annotated, clinicalClass: clinicalClass, source: .none,
      reason: "No row of the table decides.")
  }

  /// c.1117_1118delinsGC, p.(Phe373Ala), read as two SNVs: ClinVar VCV000011415.
  static func phe373Ala(_ parts: [ReadVariant]) -> ClassifiedVariant {
    let bases = { (text: String) in BaseSequence(text) ?? BaseSequence() }
    let annotated = AnnotatedVariant(
      normalised: NormalisedVariant(
        assembly: .grch38,
        change: .sequence(
          SequenceChange(start: 49_251_692, reference: bases("AA"), alternate: bases("GC"))),
        parts: parts, joinReason: "one phase set"),
      placement: Placement(
        assembly: .grch38, position: 49_251_692, reference: "AA", alternate: "GC",
        genomicName: "NC_000023.11:g.49251692_49251693delinsGC",
        spdi: "NC_000023.11:49251691:AA:GC"),
      otherPlacement: nil,
      transcripts: [
        annotation(
          "c.1117_1118delinsGC", "p.(Phe373Ala)", [.missense], .moderate, exon: "11/12",
          residues: "373")
      ])
    return ClassifiedVariant(
      annotated: annotated, clinicalClass: .pathogenic, source: .curated,
      reason: "Row FX0099 of the curated table is this allele.",
      evidence: [
        TableEvidence(row: joinedRow, relation: .sameAllele, rowProteinName: "p.(Phe373Ala)")
      ])
  }

  /// A part of it alone; no row decides.
  static func single(
    _ read: ReadVariant, _ codingName: String, _ proteinName: String
  ) -> ClassifiedVariant {
    let record = read.record
    let alternate = record.alternates[read.alleleIndex - 1]
    return ClassifiedVariant(
      annotated: AnnotatedVariant(
        normalised: normalised(record, start: record.position, record.reference, alternate),
        placement: Placement(
          assembly: .grch38, position: record.position, reference: record.reference,
          alternate: alternate,
          genomicName: "NC_000023.11:g.\(record.position)\(record.reference)>\(alternate)",
          spdi: nil), otherPlacement: nil,
        transcripts: [
          annotation(
            codingName, proteinName, [.missense], .moderate, exon: "11/12", residues: "373")
        ]), clinicalClass: .notEvaluated, source: .none, reason: "No row of the table decides.")
  }

  /// An ALT that can't be named.
  static func unnameable(_ record: ReadRecord, _ cause: NotAssessable) -> ClassifiedVariant {
    ClassifiedVariant(
      annotated: AnnotatedVariant(
        normalised: NormalisedVariant(
          assembly: .grch38, change: .notAssessable(cause),
          parts: [ReadVariant(record: record, alleleIndex: 1)]),
        placement: nil, otherPlacement: nil, transcripts: []),
      clinicalClass: .notEvaluated, source: .none, reason: "It can't be assessed.")
  }

  static func normalised(
    _ record: ReadRecord, start: Int, _ reference: String, _ alternate: String
  ) -> NormalisedVariant {
    NormalisedVariant(
      assembly: .grch38,
      change: .sequence(
        SequenceChange(
          start: start, reference: BaseSequence(reference) ?? BaseSequence(),
          alternate: BaseSequence(alternate) ?? BaseSequence())),
      parts: [ReadVariant(record: record, alleleIndex: 1)])
  }

  static func carried(
    _ classified: ClassifiedVariant, _ zygosity: Zygosity, genotype: String,
    unconfirmed: [String] = [], note: String? = nil
  ) -> SampleVariant {
    SampleVariant(
      classified: classified, genotypeText: genotype,
      filterText: unconfirmed.isEmpty ? "PASS" : "LowQual", zygosity: zygosity,
      zygosityNote: note, depth: 31, alleleFraction: zygosity == .heterozygous ? 0.4839 : 1,
      genotypeQuality: 99, unconfirmedReasons: unconfirmed)
  }
}
