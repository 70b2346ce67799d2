import Flow
import Genome

/// Many variants of one name, a line each.
enum ExplanationList {
  static func lines(_ variants: [ClassifiedVariant]) -> [String] {
    let rows = variants.map { variant in
      [name(variant), variant.clinicalClass.words, identifiers(variant)]
    }
    let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return [""]
      + rows.map { row in
        "  "
          + zip(row, widths).map { $0.padding($1) }.joined(separator: "  ") + "  " + row[2]
      }
      + [
        "",
        "  All that is known of one of them: give its c. name. Of all: --format json or --format tsv.",
      ]
  }

  private static func name(_ variant: ClassifiedVariant) -> String {
    variant.annotated.shortName ?? variant.annotated.placement?.genomicName ?? "?"
  }

  /// The row of the table that is this allele, and the allele on its build.
  private static func identifiers(_ variant: ClassifiedVariant) -> String {
    let place = variant.annotated.placement.map { place in
      let alleles = [place.reference, place.alternate].map(ExplanationText.shortened)
      return "\(place.assembly.rawValue) X-\(place.position)-\(alleles.joined(separator: "-"))"
    }
    return [variant.matchedRow?.identifier, place].compactMap { $0 }.joined(separator: " ")
  }
}

extension String {
  fileprivate func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
