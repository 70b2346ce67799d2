// As in `PageView+Lookup`: each view answers the template by name itself.

extension CohortView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "title": .text(title)
    case "style": .text(style)
    case "disclaimer": .texts(disclaimer)
    case "statement": .text(statement)
    case "counts": .views(counts)
    case "hasFailures": .flag(hasFailures)
    case "failures": .views(failures)
    case "sampleRows": .text(sampleRows)
    case "hasVariants": .flag(hasVariants)
    case "variantsNone": .text(variantsNone)
    case "variantRows": .text(variantRows)
    case "cutNote": .text(cutNote)
    case "plot": .text(plot)
    case "versions": .views(versions)
    default: nil
    }
  }
}

extension CohortFailureView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "sample": .text(sample)
    case "input": .text(input)
    case "reason": .text(reason)
    default: nil
    }
  }
}

extension CohortSampleView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "sample": .text(sample)
    case "page": .text(page)
    case "hasPage": .flag(hasPage)
    case "family": .text(family)
    case "sex": .text(sex)
    case "conclusion": .text(conclusion)
    case "css": .text(css)
    case "variants": .views(variants)
    case "openRecords": .text(openRecords)
    case "hasOpenRecords": .flag(hasOpenRecords)
    case "seen": .text(seen)
    case "exons": .text(exons)
    case "reason": .text(reason)
    default: nil
    }
  }
}

extension CohortNameView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(self.name)
    case "zygosity": .text(zygosity)
    case "grade": .view(grade)
    default: nil
    }
  }
}

extension CohortVariantView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "number": .number(number)
    case "name": .text(self.name)
    case "genomic": .text(genomic)
    case "consequence": .text(consequence)
    case "grade": .view(grade)
    case "count": .number(count)
    case "samples": .text(samples)
    default: nil
    }
  }
}
