// Every row answers the template by name itself.

extension PageView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "language": .text(language)
    case "title": .text(title)
    case "edition": .text(edition)
    case "laboratory": .texts(laboratory)
    case "style": .text(style)
    case "disclaimer": .texts(disclaimer)
    case "tone": .text(tone)
    case "statement": .text(statement)
    case "reasons": .texts(reasons)
    case "completeness": .text(completeness)
    case "hasCompleteness": .flag(hasCompleteness)
    case "subject": .views(subject)
    case "hasVariants": .flag(hasVariants)
    case "variants": .views(variants)
    case "cutNote": .text(cutNote)
    case "variantsNone": .text(variantsNone)
    case "openRecords": .text(openRecords)
    case "hasOpenRecords": .flag(hasOpenRecords)
    case "proteinPlot": .text(proteinPlot)
    case "genePlot": .text(genePlot)
    case "markRows": .text(markRows)
    case "markCount": .number(markCount)
    case "coverage": .views(coverage)
    case "hasCoverage": .flag(hasCoverage)
    case "ledgerRows": .text(ledgerRows)
    case "ledgerSummary": .text(ledgerSummary)
    case "ledgerOpen": .flag(ledgerOpen)
    case "hasLedger": .flag(hasLedger)
    case "openSummary": .text(openSummary)
    case "openPlaces": .views(openPlaces)
    case "hasOpenPlaces": .flag(hasOpenPlaces)
    case "notLookedAt": .texts(notLookedAt)
    case "recommendations": .texts(recommendations)
    case "hasRecommendations": .flag(hasRecommendations)
    case "counselling": .views(counselling)
    case "hasCounselling": .flag(hasCounselling)
    case "notes": .texts(notes)
    case "hasNotes": .flag(hasNotes)
    case "methods": .texts(methods)
    case "limits": .texts(limits)
    case "provenance": .views(provenance)
    case "versions": .views(versions)
    case "references": .views(references)
    case "hasReferences": .flag(hasReferences)
    case "scheme": .text(scheme)
    default: nil
    }
  }
}

extension RowView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "term": .text(term)
    case "value": .text(value)
    default: nil
    }
  }
}

extension SourcedView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "text": .text(text)
    case "origin": .text(origin)
    case "hasOrigin": .flag(hasOrigin)
    default: nil
    }
  }
}

extension LinkView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "label": .text(label)
    case "address": .text(address)
    case "isLink": .flag(isLink)
    default: nil
    }
  }
}

extension ClassView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "label": .text(label)
    case "shape": .text(shape)
    case "css": .text(css)
    default: nil
    }
  }
}

extension MarksView: TemplateView {
  func child(named name: String) -> TemplateValue? { name == "marks" ? .views(marks) : nil }
}

extension MarkView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "identifier": .text(identifier)
    case "name": .text(self.name)
    case "residue": .text(residue)
    case "grade": .view(grade)
    default: nil
    }
  }
}

extension CoverageView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "exon": .number(exon)
    case "interval": .text(interval)
    case "bases": .number(bases)
    case "proven": .text(proven)
    case "depth": .text(depth)
    case "gaps": .text(gaps)
    case "sign": .text(sign)
    default: nil
    }
  }
}

extension LedgerView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "identifier": .text(identifier)
    case "place": .text(place)
    case "grade": .text(grade)
    case "interval": .text(interval)
    case "sign": .text(sign)
    case "state": .text(state)
    case "reason": .text(reason)
    case "css": .text(css)
    default: nil
    }
  }
}

extension VariantView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "number": .number(number)
    case "heading": .text(heading)
    case "spelling": .text(spelling)
    case "genomic": .text(genomic)
    case "grade": .view(grade)
    case "zygosity": .text(zygosity)
    case "zygosityNote": .text(zygosityNote)
    case "hasZygosityNote": .flag(hasZygosityNote)
    case "call": .text(call)
    case "consequence": .text(consequence)
    case "place": .text(place)
    case "isUnconfirmed": .flag(isUnconfirmed)
    case "unconfirmed": .text(unconfirmed)
    case "reason": .text(reason)
    case "facts": .views(facts)
    case "disagreements": .texts(disagreements)
    case "hasEvidence": .flag(hasEvidence)
    case "evidence": .views(evidence)
    case "hasRules": .flag(hasRules)
    case "rulesSummary": .text(rulesSummary)
    case "rulesNotes": .texts(rulesNotes)
    case "criteria": .views(criteria)
    default: nil
    }
  }
}

extension CriterionView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "code": .text(code)
    case "outcome": .text(outcome)
    case "css": .text(css)
    case "fact": .text(fact)
    case "besides": .texts(besides)
    default: nil
    }
  }
}

extension EvidenceView: TemplateView {
  func child(named name: String) -> TemplateValue? {
    switch name {
    case "identifier": .text(identifier)
    case "relation": .text(relation)
    case "name": .text(self.name)
    case "grade": .view(grade)
    case "basis": .text(basis)
    case "facts": .views(facts)
    case "clinVar": .view(clinVar)
    case "hasClinVar": .flag(hasClinVar)
    case "articles": .views(articles)
    default: nil
    }
  }
}
