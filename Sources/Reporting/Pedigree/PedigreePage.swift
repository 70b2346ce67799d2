import Flow
import Genome

/// The HTML report of one family: one self-contained page without scripts.
struct PedigreePage {
  let pedigree: PedigreeResult
  let context: ReportContext

  func render() throws(ReportError) -> String {
    try PedigreePage.library.render(view, "page")
  }

  private var view: View {
    let text = PedigreeText(pedigree: pedigree, context: context)
    let told = text.told
    let leading = told.first { $0.classified.clinicalClass.isPathogenicOrLikely }
    let advice = PedigreeAdvice(text: text).sentences
    return View(
      title: "FOXP3 report: family \(pedigree.family)",
      style: PageStyle.text(
        label: "FOXP3 report, family \(VisibleText.shortened(pedigree.family, most: 60))")
        + PedigreePage.style,
      disclaimer: ReportText.disclaimer, statement: text.statement,
      plot: PedigreePlot(
        pedigree: pedigree, leading: leading,
        statement: "Pedigree of the family \(pedigree.family). \(text.statement)"
      ).svg,
      members: pedigree.members.map { memberView($0, text) },
      variants: told.map { variantView($0, text) }, hasVariants: !told.isEmpty,
      open: text.open.map(Words.sentence),
      others: text.countOfOthers == 0
        ? ""
        : "\(Words.count(text.countOfOthers, "further variant")), benign, likely benign or beside "
          + "the gene, \(text.countOfOthers == 1 ? "is" : "are") in the JSON.",
      hasOthers: text.countOfOthers > 0, advice: advice, hasAdvice: !advice.isEmpty,
      limits: PedigreeDocument.limits,
      made: "foxp3 \(context.versions.tool), curated table \(context.versions.table), "
        + "\(context.runDate).")
  }

  private func memberView(_ member: PedigreeMember, _ text: PedigreeText) -> MemberView {
    MemberView(
      name: member.relation.name, relation: PedigreeText.relation(of: member.relation),
      sex: member.sex.rawValue
        + (member.result?.sex.isContradicted == true ? " (X and Y contradict this)" : ""),
      affection: member.relation.affection.rawValue,
      statement: text.conclusion(of: member)
        ?? "No sample in this run: nothing is told of this person.")
  }

  private func variantView(_ variant: PedigreeVariant, _ text: PedigreeText) -> VariantView {
    let grade = variant.classified.clinicalClass
    return VariantView(
      name: text.name(of: variant), grade: "\(grade.shape) \(grade.label)",
      css: grade.rawValue, sentences: text.sentences(on: variant),
      carriers: zip(pedigree.members, variant.carriers).map { member, carriage in
        RowView(member.relation.name, text.state(of: carriage, member))
      })
  }

  private struct MemberView {
    var name: String
    var relation: String
    var sex: String
    var affection: String
    var statement: String
  }

  private struct VariantView {
    var name: String
    var grade: String
    var css: String
    var sentences: [String]
    var carriers: [RowView]
  }

  private struct View {
    var title: String
    var style: String
    var disclaimer: [String]
    var statement: String
    /// SVG written by this room.
    var plot: String
    var members: [MemberView]
    var variants: [VariantView]
    var hasVariants: Bool
    var open: [String]
    var others: String
    var hasOthers: Bool
    var advice: [String]
    var hasAdvice: Bool
    var limits: [String]
    var made: String
  }
}

extension PedigreePage {
  private static let style = """

    svg .kin { stroke: var(--minor); stroke-width: 2; }
    svg .person { fill: var(--paper); stroke: var(--ink); stroke-width: 2.5; }
    svg .affected { fill: var(--ink); }
    svg .unread { stroke-dasharray: 5 4; }
    svg .dot { fill: var(--ink); }
    svg .light { fill: var(--paper); }
    """

  private static let library = PageLibrary([
    ("page", template), ("head", PageTemplate.head), ("release", PageTemplate.release),
  ])

  private static let template = """
    <!DOCTYPE html>
    <html lang="en">
    {{> head}}
    <body>
    <header>
    <p class="draft" role="note"><strong>{{#disclaimer}}{{.}} {{/disclaimer}}</strong></p>
    <h1>{{title}}</h1>
    </header>
    <main>
    <section class="conclusion" aria-labelledby="result">
    <h2 id="result">Result</h2>
    <p class="statement">{{statement}}</p>
    </section>

    <section aria-labelledby="pedigree">
    <h2 id="pedigree">Pedigree</h2>
    <figure tabindex="0">
    {{{plot}}}
    <figcaption>Square: male; circle: female; diamond: sex unknown. Filled: affected, as the pedigree says. Dot: carries the variant named above. Dashed: no sample in this run.</figcaption>
    </figure>
    <table tabindex="0">
    <caption>The people of the pedigree and the conclusion of each one's own report</caption>
    <thead><tr><th scope="col">Person</th><th scope="col">Relation</th><th scope="col">Sex</th><th scope="col">Affected</th><th scope="col">Own report</th></tr></thead>
    <tbody>
    {{#members}}
    <tr><th scope="row">{{name}}</th><td>{{relation}}</td><td>{{sex}}</td><td>{{affection}}</td><td class="long">{{statement}}</td></tr>
    {{/members}}
    </tbody>
    </table>
    </section>

    <section aria-labelledby="variants">
    <h2 id="variants">Variants in the family</h2>
    {{^hasVariants}}
    <p>No variant of FOXP3 that is pathogenic, likely pathogenic, uncertain or not classified is called in the samples.</p>
    {{/hasVariants}}
    {{#open}}
    <p>{{.}}</p>
    {{/open}}
    {{#variants}}
    <h3>{{name}} <span class="grade grade-{{css}}">{{grade}}</span></h3>
    <ul>
    {{#sentences}}
    <li>{{.}}</li>
    {{/sentences}}
    </ul>
    <table tabindex="0">
    <caption>What each person's data say of {{name}}</caption>
    <thead><tr><th scope="col">Person</th><th scope="col">State</th></tr></thead>
    <tbody>
    {{#carriers}}
    <tr><th scope="row">{{term}}</th><td>{{value}}</td></tr>
    {{/carriers}}
    </tbody>
    </table>
    {{/variants}}
    {{#hasOthers}}
    <p>{{others}}</p>
    {{/hasOthers}}
    </section>

    {{#hasAdvice}}
    <section aria-labelledby="next">
    <h2 id="next">Who should be tested</h2>
    <ul>
    {{#advice}}
    <li>{{.}}</li>
    {{/advice}}
    </ul>
    <p class="minor">GeneReviews NBK1118 (PMID 20301297).</p>
    </section>
    {{/hasAdvice}}

    <section aria-labelledby="limits">
    <h2 id="limits">Limits</h2>
    <ul>
    {{#limits}}
    <li>{{.}}</li>
    {{/limits}}
    </ul>
    <p class="minor">{{made}}</p>
    </section>

    {{> release}}
    </main>
    <footer>
    <p class="draft">{{#disclaimer}}{{.}} {{/disclaimer}}</p>
    </footer>
    </body>
    </html>

    """
}
