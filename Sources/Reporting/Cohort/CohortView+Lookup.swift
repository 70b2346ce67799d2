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
