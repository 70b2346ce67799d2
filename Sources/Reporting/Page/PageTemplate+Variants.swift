extension PageTemplate {
  /// All variants, highest class first.
  static let variantTable = """
    {{#hasVariants}}
    <table tabindex="0">
    <caption>Variants of FOXP3, highest class first. {{cutNote}}Names are on NM_014009.4 (MANE Select); class by {{scheme}}.</caption>
    <thead><tr><th scope="col">No.</th><th scope="col">Class</th><th scope="col" class="variant-name">Variant</th><th scope="col">Zygosity</th><th scope="col">Effect</th><th scope="col">Call</th></tr></thead>
    <tbody>
    {{#variants}}
    <tr>
    <td>{{number}}</td>
    <td><span class="grade {{grade.css}}"><span aria-hidden="true">{{grade.shape}}</span> {{grade.label}}</span>{{#isUnconfirmed}}<br><strong>Not confirmed</strong>{{/isUnconfirmed}}</td>
    <th scope="row"><a href="#variant-{{number}}">{{heading}}</a><br><span class="minor">{{genomic}}</span></th>
    <td>{{zygosity}}{{#hasZygosityNote}}<br><span class="minor">see below</span>{{/hasZygosityNote}}</td>
    <td class="long">{{consequence}}<br><span class="minor">{{place}}</span></td>
    <td class="long">{{call}}</td>
    </tr>
    {{/variants}}
    </tbody>
    </table>
    {{/hasVariants}}

    """

  /// The two pictures and the table of what stands behind the variants.
  static let plots = """
    <figure tabindex="0">
    {{{proteinPlot}}}
    <figcaption>The protein NP_054728.2 with its regions. Large signs with numbers: this sample. Small signs behind: the curated table. {{> key}}</figcaption>
    </figure>
    <figure tabindex="0">
    {{{genePlot}}}
    <figcaption>The gene from its 5' to its 3' end (chromosome positions fall from left to right); introns are not to scale. <span class="nowrap">✓ exon shown to be read</span> (coding part and splice sites; of exon 1 the splice donor), <span class="nowrap">~ in part</span>, <span class="nowrap">✗ not</span>, <span class="nowrap">? not known</span>, <span class="nowrap">− deleted</span>. The same is in the coverage table. {{> key}}</figcaption>
    </figure>
    <details class="marks">
    <summary>The curated table's variants drawn in the plots ({{markCount}})</summary>
    <table tabindex="0">
    <caption>Rows of the curated table</caption>
    <thead><tr><th scope="col">Row</th><th scope="col">Variant</th><th scope="col">Residue</th><th scope="col">Class</th></tr></thead>
    <tbody>
    {{{markRows}}}
    </tbody>
    </table>
    </details>

    """

  /// The rows of the curated table, the same on every page of a run.
  static let marks = """
    {{#marks}}
    <tr><th scope="row">{{identifier}}</th><td>{{name}}</td><td>{{residue}}</td><td><span class="grade {{grade.css}}"><span aria-hidden="true">{{grade.shape}}</span> {{grade.label}}</span></td></tr>
    {{/marks}}
    """

  /// One variant with its names.
  static let variant = """
    <article aria-labelledby="variant-{{number}}">
    <h3 id="variant-{{number}}">{{number}}. {{heading}}</h3>
    <p><span class="grade {{grade.css}}"><span aria-hidden="true">{{grade.shape}}</span> {{grade.label}}</span>. {{reason}}</p>
    {{#isUnconfirmed}}
    <p class="warning"><strong>This call is not confirmed:</strong> {{unconfirmed}}</p>
    {{/isUnconfirmed}}
    {{#hasZygosityNote}}
    <p class="warning"><strong>{{zygosity}}:</strong> {{zygosityNote}}</p>
    {{/hasZygosityNote}}
    {{#disagreements}}
    <p class="warning"><strong>Sources disagree:</strong> {{.}}</p>
    {{/disagreements}}
    <dl class="rows">
    {{#facts}}
    <div><dt>{{term}}</dt><dd>{{value}}</dd></div>
    {{/facts}}
    </dl>
    {{> evidence}}
    {{> criteria}}
    </article>

    """

  /// The rows of the curated table that bear on it.
  static let evidence = """
    {{#hasEvidence}}
    <table tabindex="0">
    <caption>Evidence from the curated table for {{heading}}</caption>
    <thead><tr><th scope="col">Row</th><th scope="col">Class and what it rests on</th><th scope="col">What is known</th><th scope="col">Sources</th></tr></thead>
    <tbody>
    {{#evidence}}
    <tr>
    <th scope="row">{{identifier}}<br>{{name}}<br><span class="minor">{{relation}}</span></th>
    <td><span class="grade {{grade.css}}"><span aria-hidden="true">{{grade.shape}}</span> {{grade.label}}</span><br><span class="minor">{{basis}}</span></td>
    <td>{{#facts}}<p><b>{{term}}:</b> {{value}}</p>{{/facts}}</td>
    <td>{{#hasClinVar}}<p>{{#clinVar}}{{#isLink}}<a href="{{address}}">{{label}}</a>{{/isLink}}{{^isLink}}{{label}}{{/isLink}}{{/clinVar}}</p>{{/hasClinVar}}{{#articles}}<p>{{#isLink}}<a href="{{address}}">{{label}}</a>{{/isLink}}{{^isLink}}{{label}}{{/isLink}}</p>{{/articles}}</td>
    </tr>
    {{/evidence}}
    </tbody>
    </table>
    {{/hasEvidence}}

    """

  /// The rules criterion by criterion.
  static let criteria = """
    {{#hasRules}}
    <details class="criteria">
    <summary>{{rulesSummary}}</summary>
    {{#rulesNotes}}
    <p class="minor">{{.}}</p>
    {{/rulesNotes}}
    <table tabindex="0">
    <caption>Criteria of ACMG/AMP 2015 for {{heading}}</caption>
    <thead><tr><th scope="col">Criterion</th><th scope="col">Outcome</th><th scope="col">Why</th></tr></thead>
    <tbody>
    {{#criteria}}
    <tr class="{{css}}"><th scope="row">{{code}}</th><td>{{outcome}}</td><td>{{fact}}{{#besides}}<br><span class="minor">{{.}}</span>{{/besides}}</td></tr>
    {{/criteria}}
    </tbody>
    </table>
    </details>
    {{/hasRules}}

    """

  /// The key to the signs, under each plot.
  static let key = """
    <span class="nowrap">◆ pathogenic</span>, <span class="nowrap">◇ likely pathogenic</span>, \
    <span class="nowrap">▲ uncertain</span>, <span class="nowrap">□ not classified</span>, \
    <span class="nowrap">○ likely benign</span>, <span class="nowrap">● benign</span>.
    """
}
