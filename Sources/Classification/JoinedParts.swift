import Flow
import Genome

/// What is known of the parts of a joined allele, each by itself: shown beside the class of the whole,
/// which is another change than any of them, and never deciding it.
struct JoinedParts {
  private let parts: [ClassifiedVariant]

  init(_ parts: [ClassifiedVariant]) { self.parts = parts }

  /// Rows of the table that are a part's very allele and not among `known` already.
  func rows(besides known: [TableEvidence]) -> [TableEvidence] {
    let identifiers = Set(known.map(\.row.identifier))
    return parts.flatMap(\.evidence).filter {
      $0.relation == .sameAllele && !identifiers.contains($0.row.identifier)
    }.map { evidence in
      var evidence = evidence
      evidence.relation = .part
      return evidence
    }
  }

  /// A sentence with the parts' own classes, and one where a part is harmful and the whole is not
  /// called so.
  func remarks(beside whole: ClinicalClass) -> [String] {
    guard !parts.isEmpty else { return [] }
    let named = parts.map { part in
      "\(name(part)) \(part.clinicalClass.words)"
        + (part.matchedRow.map { " (row \($0.identifier))" } ?? "")
    }
    var remarks = [
      "The parts of this joined allele by themselves would be: \(named.joined(separator: ", ")). They "
        + "stand on one copy of the gene, and the class is that of what they do together."
    ]
    let harmful = parts.filter { $0.clinicalClass.isPathogenicOrLikely }
    if !harmful.isEmpty, !whole.isPathogenicOrLikely {
      remarks.append(
        "Pathogenic or likely pathogenic by itself is \(harmful.map(name).joined(separator: ", ")), and "
          + "the joined allele is \(whole.words): whether the harm stays has to be judged by a person."
      )
    }
    return remarks
  }

  private func name(_ part: ClassifiedVariant) -> String {
    part.annotated.shortName ?? "a part without a name"
  }
}
