import Mustache

// Every row answers the template by name itself: the engine's own way, reflection, takes ten times as
// long.

extension PageView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "language": language
    case "title": title
    case "edition": edition
    case "laboratory": laboratory
    case "style": style
    case "disclaimer": disclaimer
    case "tone": tone
    case "statement": statement
    case "reasons": reasons
    case "completeness": completeness
    case "hasCompleteness": hasCompleteness
    case "subject": subject
    case "hasVariants": hasVariants
    case "variants": variants
    case "cutNote": cutNote
    case "variantsNone": variantsNone
    case "openRecords": openRecords
    case "hasOpenRecords": hasOpenRecords
    case "proteinPlot": proteinPlot
    case "genePlot": genePlot
    case "markRows": markRows
    case "markCount": markCount
    case "coverage": coverage
    case "hasCoverage": hasCoverage
    case "ledgerRows": ledgerRows
    case "ledgerSummary": ledgerSummary
    case "ledgerOpen": ledgerOpen
    case "hasLedger": hasLedger
    case "openSummary": openSummary
    case "openPlaces": openPlaces
    case "hasOpenPlaces": hasOpenPlaces
    case "notLookedAt": notLookedAt
    case "recommendations": recommendations
    case "hasRecommendations": hasRecommendations
    case "counselling": counselling
    case "hasCounselling": hasCounselling
    case "notes": notes
    case "hasNotes": hasNotes
    case "methods": methods
    case "limits": limits
    case "provenance": provenance
    case "versions": versions
    case "references": references
    case "hasReferences": hasReferences
    case "scheme": scheme
    default: nil
    }
  }
}

extension RowView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "term": term
    case "value": value
    default: nil
    }
  }
}

extension SourcedView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "origin": origin
    case "hasOrigin": hasOrigin
    default: nil
    }
  }
}

extension LinkView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "label": label
    case "address": address
    case "isLink": isLink
    default: nil
    }
  }
}

extension ClassView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "label": label
    case "shape": shape
    case "css": css
    default: nil
    }
  }
}

extension MarksView: MustacheParent {
  func child(named name: String) -> Any? { name == "marks" ? marks : nil }
}

extension MarkView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "identifier": identifier
    case "name": self.name
    case "residue": residue
    case "grade": grade
    default: nil
    }
  }
}

extension CoverageView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "exon": exon
    case "interval": interval
    case "bases": bases
    case "proven": proven
    case "depth": depth
    case "gaps": gaps
    case "sign": sign
    default: nil
    }
  }
}

extension LedgerView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "identifier": identifier
    case "place": place
    case "grade": grade
    case "interval": interval
    case "sign": sign
    case "state": state
    case "reason": reason
    case "css": css
    default: nil
    }
  }
}

extension VariantView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "number": number
    case "heading": heading
    case "spelling": spelling
    case "genomic": genomic
    case "grade": grade
    case "zygosity": zygosity
    case "zygosityNote": zygosityNote
    case "hasZygosityNote": hasZygosityNote
    case "call": call
    case "consequence": consequence
    case "place": place
    case "isUnconfirmed": isUnconfirmed
    case "unconfirmed": unconfirmed
    case "reason": reason
    case "facts": facts
    case "disagreements": disagreements
    case "hasEvidence": hasEvidence
    case "evidence": evidence
    case "hasRules": hasRules
    case "rulesSummary": rulesSummary
    case "rulesNotes": rulesNotes
    case "criteria": criteria
    default: nil
    }
  }
}

extension CriterionView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "code": code
    case "outcome": outcome
    case "css": css
    case "fact": fact
    case "besides": besides
    default: nil
    }
  }
}

extension EvidenceView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "identifier": identifier
    case "relation": relation
    case "name": self.name
    case "grade": grade
    case "basis": basis
    case "facts": facts
    case "clinVar": clinVar
    case "hasClinVar": hasClinVar
    case "articles": articles
    default: nil
    }
  }
}
