import Flow
import Genome

/// How the conclusion's sentences speak of a variant.
extension ClassifiedVariant {
  /// As `c.1189C>T p.(Arg397Trp)`; the genomic name beyond the transcript, the record's text for
  /// what has no name.
  var name: String {
    annotated.shortName ?? annotated.placement?.genomicName ?? recordText
  }

  private var recordText: String {
    let parts = annotated.normalised.parts
    guard !parts.isEmpty else { return "a variant without a name" }
    return parts.map { part in
      let record = part.record
      let index = part.alleleIndex - 1
      let alternate = record.alternates.indices.contains(index) ? record.alternates[index] : "."
      return ReadRecord.spelling(record.contig, record.position, record.reference, [alternate])
    }.joined(separator: " with ")
  }

  /// As `c.1189C>T p.(Arg397Trp) (pathogenic)`.
  var nameWithClass: String { "\(name) (\(clinicalClass.words))" }

  /// As `c.210+1G>A (uncertain; pathogenic by row FX0020, which does not decide)`.
  var nameWithEveryClass: String {
    guard let row = harmfulRowSetAside else { return nameWithClass }
    return
      "\(name) (\(clinicalClass.words); \(row.clinicalClass.words) by row \(row.identifier), which "
      + "does not decide)"
  }

  /// As `c.176C>G p.(Ser59Cys) is likely benign by row FX0018, but pathogenic by the ACMG/AMP rules (PS2, PS3)`, or of a
  /// row that does not decide the other way round.
  var contradiction: String? {
    guard let rules else { return nil }
    if clinicalClass.isBenignOrLikely, let row = harmfulRowSetAside {
      return
        "\(name) is \(row.clinicalClass.words) by row \(row.identifier), which does not decide, but "
        + "\(clinicalClass.words) by the ACMG/AMP rules (\(rules.codes.joined(separator: ", ")))"
    }
    guard let theirs = contradictingRules else { return nil }
    let row = matchedRow.map { "row \($0.identifier)" } ?? "the table"
    return "\(name) is \(clinicalClass.words) by \(row), but \(theirs.words) by the ACMG/AMP rules "
      + "(\(rules.codes.joined(separator: ", ")))"
  }
}

extension SampleVariant {
  var name: String { classified.name }

  var nameWithClass: String { classified.nameWithClass }

  /// Its effect on the product is none that is known, and no criterion is met.
  var isWithoutEvidence: Bool {
    classified.annotated.isOfNoKnownEffect && classified.criteria.isEmpty
      && classified.evidence.isEmpty
  }

  var doubts: String { unconfirmedReasons.joined(separator: " and ") }
}
