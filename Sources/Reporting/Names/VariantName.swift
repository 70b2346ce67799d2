import Flow
import Genome
import Nomenclature

/// Names with their accessions, as documents carry them.
enum VariantName {
  /// `NM_014009.4:c.1189C>T`; an intronic name carries the chromosome's accession too,
  /// `NC_000023.11(NM_014009.4):c.-23+1G>T`, since intronic numbers differ between builds.
  static func coding(_ annotation: TranscriptAnnotation, placement: Placement?) -> String? {
    guard let name = annotation.codingName else { return nil }
    guard isIntronic(name), let chromosome = accession(of: placement) else {
      return "\(annotation.transcript):\(name)"
    }
    return "\(chromosome)(\(annotation.transcript)):\(name)"
  }

  /// `NP_054728.2:p.(Arg397Trp)`.
  static func protein(_ annotation: TranscriptAnnotation) -> String? {
    annotation.proteinName.map { "\(annotation.protein):\($0)" }
  }

  /// The short name used in sentences: `c.1189C>T p.(Arg397Trp)`, else the genomic name, else the
  /// VCF spelling.
  static func short(_ annotated: AnnotatedVariant, provenance: Provenance) -> String {
    if let name = annotated.shortName { return name }
    let name =
      annotated.placement?.genomicName ?? VariantPlace(annotated, provenance: provenance).text
    return LargeChangeName.text(annotated).map { "\($0) (\(name))" } ?? name
  }

  /// The same for files of samples on different builds, since intronic numbers differ between them.
  static func shortOnGRCh38(
    _ annotated: AnnotatedVariant, provenance: Provenance, context: ReportContext
  ) -> String {
    guard let coding = commonCoding(annotated, context) else {
      return short(annotated, provenance: provenance)
    }
    return [coding, annotated.mane?.proteinName].compactMap { $0 }.joined(separator: " ")
  }

  /// What an intronic `c.` name on GRCh37 is on GRCh38; where it has no place there, the name with
  /// its chromosome's accession. `nil` where a variant's own name serves.
  static func commonCoding(_ annotated: AnnotatedVariant, _ context: ReportContext) -> String? {
    guard annotated.normalised.assembly != .grch38, let mane = annotated.mane,
      let own = mane.codingName, isIntronic(own)
    else { return nil }
    return annotated.change(on: .grch38).flatMap {
      context.transcriptMaps[.grch38]?.codingName(of: $0)
    }
      ?? coding(mane, placement: annotated.placement)
  }

  /// The accession before the `:` of the genomic name.
  static func accession(of placement: Placement?) -> String? {
    guard let name = placement?.genomicName, let colon = name.firstIndex(of: ":") else {
      return nil
    }
    return String(name[..<colon])
  }

  /// Whether a position of a `c.` name lies in an intron: a sign between two digits (or before the
  /// `?` of an unknown offset), as in `c.-23+1G>T`; the sign of `c.-23A>G` follows no digit.
  static func isIntronic(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    let isDigit = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
    return bytes.indices.dropFirst().dropLast().contains { index in
      (bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-"))
        && isDigit(bytes[index - 1])
        && (isDigit(bytes[index + 1]) || bytes[index + 1] == UInt8(ascii: "?"))
    }
  }
}
