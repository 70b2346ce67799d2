import Flow
import Genome

/// The CSQ value of INFO in Ensembl VEP's form: entries joined by `,`, fields by `|`, lists within
/// a field by `&`.
enum ConsequenceField {
  /// VEP's fields, then ours.
  static let names = [
    "Allele", "Consequence", "IMPACT", "SYMBOL", "Gene", "Feature_type", "Feature", "BIOTYPE",
    "EXON", "INTRON", "HGVSc", "HGVSp", "cDNA_position", "CDS_position", "Protein_position",
    "Amino_acids", "Codons", "ALLELE_NUM", "MANE_SELECT", "HGNC_ID", "FOXP3_ENST", "FOXP3_HGVSg",
    "FOXP3_SPDI", "FOXP3_VRS", "FOXP3_REGION", "FOXP3_ID", "FOXP3_CLASSIFICATION", "FOXP3_SOURCE",
    "FOXP3_CRITERIA", "FOXP3_PMIDS", "FOXP3_JOINED",
  ]

  /// The entries of one ALT, one per transcript; for an allele that can't be assessed (`*`, a
  /// breakend) one without a transcript.
  ///
  /// - Parameters:
  ///   - alone: the allele by itself; its names and consequences fill VEP's fields.
  ///   - joined: the allele of the haplotype it is part of, or the allele itself as its haplotype has it
  ///     classified, which then gives class and evidence.
  ///   - allele: as `TrimmedAllele` gives it.
  ///   - number: ALT's 1-based number.
  static func entries(
    alone: ClassifiedVariant, joined: ClassifiedVariant?, allele: String, number: Int
  ) -> [String] {
    let shared = variantFields(alone, joined: joined)
    guard !alone.annotated.transcripts.isEmpty else {
      let blank = Array(repeating: "", count: 16)
      let fields =
        [allele] + blank + [String(number), "", "", ""] + shared.before + [""] + shared.after
      return [entry(fields)]
    }
    return alone.annotated.transcripts.map { annotation in
      let fields =
        consequenceFields(annotation, allele: allele)
        + nameFields(annotation, placement: alone.annotated.placement)
        + [
          String(number), annotation.isManeSelect ? annotation.transcript : "", FOXP3Gene.hgnc,
          annotation.ensemblAlias,
        ] + shared.before + [annotation.regions.joined(separator: "&")] + shared.after
      return entry(fields)
    }
  }

  private static func entry(_ fields: [String]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(512)
    for (number, field) in fields.enumerated() {
      if number > 0 { text.append(UInt8(ascii: "|")) }
      text.append(contentsOf: escaped(field).utf8)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func consequenceFields(
    _ annotation: TranscriptAnnotation, allele: String
  ) -> [String] {
    [
      allele, annotation.consequences.map(\.rawValue).joined(separator: "&"),
      annotation.impact.rawValue, FOXP3Gene.symbol, FOXP3Gene.ncbiGene, "Transcript",
      annotation.transcript, "protein_coding", annotation.exon ?? "", annotation.intron ?? "",
    ]
  }

  private static func nameFields(
    _ annotation: TranscriptAnnotation, placement: Placement?
  ) -> [String] {
    [
      VariantName.coding(annotation, placement: placement) ?? "",
      VariantName.protein(annotation) ?? "", annotation.cDNAPosition ?? "",
      annotation.codingPosition ?? "", annotation.proteinPosition ?? "",
      annotation.aminoAcids ?? "", annotation.codons ?? "",
    ]
  }

  /// The fields that don't depend on the transcript, before and after the protein region.
  private static func variantFields(
    _ alone: ClassifiedVariant, joined: ClassifiedVariant?
  ) -> (before: [String], after: [String]) {
    let annotated = alone.annotated
    let deciding = joined ?? alone
    let whole = joined.flatMap { $0.annotated.normalised.isJoined ? $0.annotated : nil }
    let joinedName = (whole?.mane).map { mane in
      [mane.codingName, mane.proteinName].compactMap { $0 }.joined(separator: "&")
    }
    return (
      [
        annotated.placement?.genomicName ?? "", annotated.placement?.spdi ?? "",
        annotated.vrsIdentifier ?? "",
      ],
      [
        rows(alone, joined), deciding.clinicalClass.rawValue,
        deciding.source == .none ? "" : deciding.source.rawValue,
        deciding.criteria.joined(separator: "&"),
        Citations.pubMed(deciding, where: \.isCarried).joined(separator: "&"),
        joinedName ?? whole?.placement?.genomicName ?? "",
      ]
    )
  }

  /// The row of the joined allele and that of the allele by itself.
  private static func rows(_ alone: ClassifiedVariant, _ joined: ClassifiedVariant?) -> String {
    let own = alone.matchedRow?.identifier
    let all = [joined?.matchedRow?.identifier, own].compactMap { $0 }
    return (all.count > 1 && all[0] == all[1] ? [all[0]] : all).joined(separator: "&")
  }

  /// What would end an entry, a field or the INFO key: percent-encoded (VCF 4.3, section 1.2), or
  /// replaced as Ensembl VEP does it.
  static func escaped(_ value: String) -> String {
    guard !isPlain(value) else { return value }
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "%": text += "%25"
      case "=": text += "%3D"
      case ";": text += "%3B"
      case ",", "|": text += "&"
      case _ where scalar.value <= 0x20 || scalar.value == 0x7F || scalar.turnsDirection:
        text += "_"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func isPlain(_ value: String) -> Bool {
    let bytes = value.utf8.span
    for index in bytes.indices where !isPlain(bytes[index]) { return false }
    return true
  }

  /// A byte that stands for itself, whatever is beside it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ","),
      UInt8(ascii: "|"):
      false
    default: byte > 0x20 && byte < 0x7F
    }
  }
}
