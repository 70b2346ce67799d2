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
    case "variantRows": variantRows
    case "variantArticles": variantArticles
    case "cutNote": cutNote
    case "variantsNone": variantsNone
    case "openRecords": openRecords
    case "hasOpenRecords": hasOpenRecords
    case "proteinPlot": proteinPlot
    case "genePlot": genePlot
    case "markRows": markRows
    case "markCount": markCount
    case "coverageRows": coverageRows
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
