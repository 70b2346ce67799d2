import Flow
import Genome

/// The table of variants: one row per alternate allele that a sample carries.
///
/// The first 24 columns are a contract: never renamed, never moved. New columns go to the end.
/// An empty value is `.`; lists join with `,` (consequence terms with `&`); positions are 1-based.
struct TabularReport {
  static let columns = [
    "sample", "assembly", "chrom", "pos", "ref", "alt", "filter", "genotype", "zygosity", "hgvs_g",
    "hgvs_c", "hgvs_p", "consequence", "impact", "exon", "intron", "region", "spdi",
    "classification", "class_source", "criteria", "points", "curated_id", "pmids",
    // Later columns.
    "parts", "unconfirmed", "reason", "not_assessable", "zygosity_note", "depth",
    "allele_fraction", "genotype_quality", "hgvs_g_other_build", "vrs_id", "related_ids", "notes",
  ]

  /// Header line and rows, each ending in a line feed.
  static func text(_ results: [SampleResult]) -> String {
    var text = columns.joined(separator: "\t") + "\n"
    for result in results {
      let alleles = DistinctAlleles(result.variants)
      for (index, variant) in result.variants.enumerated() {
        let notes = alleles.isRepeat(index) ? [DistinctAlleles.note] : []
        let row = fields(variant, of: result, notes: notes)
        text += row.map(cell).joined(separator: "\t") + "\n"
      }
    }
    return text
  }

  private static func fields(
    _ variant: SampleVariant, of result: SampleResult, notes: [String]
  ) -> [String] {
    let annotated = variant.classified.annotated
    return place(variant, of: result) + names(annotated) + classification(variant.classified)
      + later(variant, notes: notes)
  }

  private static func place(_ variant: SampleVariant, of result: SampleResult) -> [String] {
    let place = VariantPlace(variant.classified.annotated, provenance: result.provenance)
    let known = result.hasGenotypes
    return [
      known ? result.sample : "", place.assembly.rawValue, place.contig,
      place.position.map(String.init) ?? "", place.reference, place.alternate, variant.filterText,
      known ? variant.genotypeText : "", known ? variant.zygosity.rawValue : "",
    ]
  }

  private static func names(_ annotated: AnnotatedVariant) -> [String] {
    let mane = annotated.mane
    return [
      annotated.placement?.genomicName ?? "", mane?.codingName ?? "", mane?.proteinName ?? "",
      mane?.consequences.map(\.rawValue).joined(separator: "&") ?? "", mane?.impact.rawValue ?? "",
      mane?.exon ?? "", mane?.intron ?? "", mane?.regions.joined(separator: ",") ?? "",
      annotated.placement?.spdi ?? "",
    ]
  }

  private static func classification(_ classified: ClassifiedVariant) -> [String] {
    [
      classified.clinicalClass.rawValue, classified.source.rawValue,
      classified.criteria.joined(separator: ","), classified.points.map(String.init) ?? "",
      classified.matchedRow?.identifier ?? "",
      Citations.pubMed(classified, where: \.isCarried).joined(separator: ","),
    ]
  }

  private static func later(_ variant: SampleVariant, notes: [String]) -> [String] {
    let classified = variant.classified
    let annotated = classified.annotated
    let parts = annotated.normalised.isJoined ? annotated.normalised.parts : []
    let related = classified.evidence.filter { !$0.relation.isCarried }
    return [
      parts.map(\.hyphenated).joined(separator: ","),
      variant.unconfirmedReasons.joined(separator: "; "), classified.reason,
      annotated.normalised.obstacle ?? "", variant.zygosityNote ?? "",
      variant.depth.map(String.init) ?? "",
      variant.alleleFraction.flatMap { DecimalText.rounded($0, digits: 3) } ?? "",
      variant.genotypeQuality.flatMap { DecimalText.rounded($0, digits: 2) } ?? "",
      annotated.otherPlacement?.genomicName ?? "", annotated.vrsIdentifier ?? "",
      related.map(\.row.identifier).joined(separator: ","),
      (annotated.notes + notes + classified.disagreements).joined(separator: "; "),
    ]
  }

  /// One cell: characters that end a cell or a line for some reader, or turn the direction of
  /// writing, are percent-encoded, as VCF 4.3 does it, and so is a `%` that could be read as such a
  /// code; an empty value is `.`.
  static func cell(_ value: String) -> String {
    if value.isEmpty { return "." }
    let scalars = value.unicodeScalars
    guard scalars.contains(where: { breaksTable($0) || $0 == "%" }) else { return value }
    var text = ""
    for index in scalars.indices {
      if breaksTable(scalars[index]) || (scalars[index] == "%" && isCode(scalars[index...])) {
        for byte in UTF8.encode(scalars[index]) ?? .init() {
          let digits = String(byte, radix: 16, uppercase: true)
          text += "%" + (digits.count == 1 ? "0" : "") + digits
        }
      } else {
        text.unicodeScalars.append(scalars[index])
      }
    }
    return text
  }

  /// Whether two hexadecimal digits follow the `%`.
  private static func isCode(_ rest: Substring.UnicodeScalarView) -> Bool {
    let digits = rest.dropFirst().prefix(2)
    return digits.count == 2 && digits.allSatisfy(\.properties.isASCIIHexDigit)
  }

  /// Control characters, the line and paragraph separators of Unicode, and direction marks.
  private static func breaksTable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
      || scalar.value == 0x2029 || scalar.turnsDirection
  }
}
