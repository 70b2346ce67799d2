/// A variant of the page as markup: its row in the table of variants, and its own section.
struct VariantMarkup {
  let view: VariantView

  /// The row.
  var row: String {
    let unconfirmed = view.isUnconfirmed ? "<br><strong>Not confirmed</strong>" : ""
    let note = view.hasZygosityNote ? "<br><span class=\"minor\">see below</span>" : ""
    return """
      <tr>
      <td>\(view.number)</td>
      <td>\(PageMarkup.grade(view.grade))\(unconfirmed)</td>
      <th scope="row"><a href="#variant-\(view.number)">\(text(view.heading))</a><br><span class="minor">\(text(view.genomic))</span></th>
      <td>\(text(view.zygosity))\(note)</td>
      <td class="long">\(text(view.consequence))<br><span class="minor">\(text(view.place))</span></td>
      <td class="long">\(text(view.call))</td>
      </tr>

      """
  }

  /// The section: names, evidence, criteria.
  var article: String {
    """
    <article aria-labelledby="variant-\(view.number)">
    <h3 id="variant-\(view.number)">\(view.number). \(text(view.heading))</h3>
    <p>\(PageMarkup.grade(view.grade)). \(text(view.reason))</p>
    \(warnings)<dl class="rows">
    \(PageMarkup.terms(view.facts))</dl>
    \(evidence)\(criteria)</article>

    """
  }

  private var warnings: String {
    var warnings: [(title: String, text: String)] = []
    if view.isUnconfirmed { warnings.append(("This call is not confirmed", view.unconfirmed)) }
    if view.hasZygosityNote { warnings.append((view.zygosity, view.zygosityNote)) }
    warnings += view.disagreements.map { ("Sources disagree", $0) }
    return warnings.map {
      "<p class=\"warning\"><strong>\(text($0.title)):</strong> \(text($0.text))</p>\n"
    }.joined()
  }

  /// The rows of the tables that bear on it.
  private var evidence: String {
    guard view.hasEvidence else { return "" }
    return """
      <table tabindex="0">
      <caption>Evidence from \(text(view.evidenceOrigin)) for \(text(view.heading))</caption>
      <thead><tr><th scope="col">Row</th><th scope="col">Class and what it rests on</th><th scope="col">What is known</th><th scope="col">Sources</th></tr></thead>
      <tbody>
      \(view.evidence.map(row).joined())</tbody>
      </table>

      """
  }

  private func row(_ evidence: EvidenceView) -> String {
    let facts = evidence.facts.map { "<p><b>\(text($0.term)):</b> \(text($0.value))</p>" }
    let links = (evidence.hasClinVar ? [evidence.clinVar] : []) + evidence.articles
    let sources = links.map { "<p>\(PageMarkup.link($0))</p>" }
    return """
      <tr>
      <th scope="row">\(text(evidence.identifier))<br>\(text(evidence.name))<br><span class="minor">\(text(evidence.relation))</span></th>
      <td>\(PageMarkup.grade(evidence.grade))<br><span class="minor">\(text(evidence.basis))</span></td>
      <td>\(facts.joined())</td>
      <td>\(sources.joined())</td>
      </tr>

      """
  }

  /// The rules criterion by criterion.
  private var criteria: String {
    guard view.hasRules else { return "" }
    let notes = view.rulesNotes.map { "<p class=\"minor\">\(text($0))</p>\n" }
    return """
      <details class="criteria">
      <summary>\(text(view.rulesSummary))</summary>
      \(notes.joined())<table tabindex="0">
      <caption>Criteria of ACMG/AMP 2015 for \(text(view.heading))</caption>
      <thead><tr><th scope="col">Criterion</th><th scope="col">Outcome</th><th scope="col">Why</th></tr></thead>
      <tbody>
      \(view.criteria.map(row).joined())</tbody>
      </table>
      </details>

      """
  }

  private func row(_ criterion: CriterionView) -> String {
    let besides = criterion.besides.map { "<br><span class=\"minor\">\(text($0))</span>" }
    return "<tr class=\"\(text(criterion.css))\"><th scope=\"row\">\(text(criterion.code))</th>"
      + "<td>\(text(criterion.outcome))</td>"
      + "<td>\(text(criterion.fact))\(besides.joined())</td></tr>\n"
  }

  private func text(_ text: String) -> String { PageText.escaped(text) }
}
