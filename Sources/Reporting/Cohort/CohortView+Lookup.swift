import Mustache

// As in `PageView+Lookup`: each view answers the template by name itself.

extension CohortView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "title": title
    case "style": style
    case "disclaimer": disclaimer
    case "statement": statement
    case "counts": counts
    case "hasFailures": hasFailures
    case "failures": failures
    case "sampleRows": sampleRows
    case "hasVariants": hasVariants
    case "variantsNone": variantsNone
    case "variantRows": variantRows
    case "cutNote": cutNote
    case "plot": plot
    case "versions": versions
    default: nil
    }
  }
}

extension CohortFailureView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "sample": sample
    case "input": input
    case "reason": reason
    default: nil
    }
  }
}

extension CohortSampleView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "sample": sample
    case "page": page
    case "hasPage": hasPage
    case "family": family
    case "sex": sex
    case "conclusion": conclusion
    case "css": css
    case "variants": variants
    case "openRecords": openRecords
    case "hasOpenRecords": hasOpenRecords
    case "seen": seen
    case "exons": exons
    case "reason": reason
    default: nil
    }
  }
}

extension CohortNameView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "name": self.name
    case "zygosity": zygosity
    case "grade": grade
    default: nil
    }
  }
}

extension CohortVariantView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "number": number
    case "name": self.name
    case "genomic": genomic
    case "consequence": consequence
    case "grade": grade
    case "count": count
    case "samples": samples
    default: nil
    }
  }
}
