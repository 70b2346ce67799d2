/// The page of one sample, in Mustache: `{{x}}` is escaped, and only the style, the two plots and
/// the rows and lists of `PageMarkup` and `VariantMarkup`, which hold no unescaped data, are not.
///
/// The page is cut into parts that are read by themselves: the engine's time to read a template
/// grows with the square of its length.
enum PageTemplate {
  /// Every part by the name under which others call it.
  static let parts: [(name: String, text: String)] = [
    ("page", page), ("head", head), ("conclusion", conclusion), ("variantTable", variantTable),
    ("plots", plots), ("next", next), ("notLookedAt", notLookedAt), ("counselling", counselling),
    ("coverage", coverage), ("methods", methods), ("release", release), ("key", key),
  ]

  static let library = PageLibrary(parts)

  /// The order of the page.
  static let page = """
    <!DOCTYPE html>
    <html lang="en">
    {{> head}}
    <body>
    <header>
    <p class="draft" role="note"><strong>{{#disclaimer}}{{.}} {{/disclaimer}}</strong></p>
    {{#laboratory}}
    <p class="letterhead">{{.}}</p>
    {{/laboratory}}
    <h1>{{title}}</h1>
    <p class="minor">{{edition}}</p>
    </header>
    <main>
    {{> conclusion}}
    <section aria-labelledby="variants">
    <h2 id="variants">Variants</h2>
    {{^hasVariants}}
    <p>{{variantsNone}}</p>
    {{/hasVariants}}
    {{> variantTable}}
    {{#hasOpenRecords}}
    <p class="warning"><strong>Open calls:</strong> alternates are listed here, and whether this sample carries them is open: {{openRecords}}.</p>
    {{/hasOpenRecords}}
    {{> plots}}
    </section>

    {{> next}}
    {{> notLookedAt}}
    {{> counselling}}
    {{#hasVariants}}
    <section aria-labelledby="evidence">
    <h2 id="evidence">Evidence</h2>
    {{{variantArticles}}}</section>
    {{/hasVariants}}

    {{> coverage}}
    {{> methods}}
    {{> release}}
    </main>
    <footer>
    <p class="draft">{{#disclaimer}}{{.}} {{/disclaimer}}</p>
    </footer>
    </body>
    </html>

    """

  /// Style, policy and title.
  static let head = """
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>

    """

  /// The conclusion and whose it is.
  static let conclusion = """
    <section class="conclusion tone-{{tone}}" aria-labelledby="conclusion">
    <h2 id="conclusion">Conclusion</h2>
    <p class="statement">{{statement}}</p>
    <ul>
    {{{reasons}}}{{#hasCompleteness}}<li>{{completeness}}</li>
    {{/hasCompleteness}}</ul>
    </section>

    <section aria-labelledby="subject">
    <h2 id="subject">Patient and sample</h2>
    <dl class="rows">
    {{{subject}}}</dl>
    </section>

    """

  /// What was not looked at.
  static let notLookedAt = """
    <section aria-labelledby="notlooked">
    <h2 id="notlooked">What could not be excluded</h2>
    <p>{{openSummary}}</p>
    {{#hasOpenPlaces}}
    <dl class="rows places">
    {{{openPlaces}}}</dl>
    {{/hasOpenPlaces}}
    <p>Besides, not looked at or only in part:</p>
    <ul>
    {{{notLookedAt}}}</ul>
    </section>

    """

  /// What was looked at, exon by exon and place by place.
  static let coverage = """
    <section aria-labelledby="coverage">
    <h2 id="coverage">Coverage and ledger</h2>
    {{#hasCoverage}}
    <table class="coverage" tabindex="0">
    <caption>Coding parts of the exons of NM_014009.4 with their splice sites, and of the non-coding exon 1 the splice donor: bases shown to be read, as reference or as a confident call</caption>
    <thead><tr><th scope="col">Exon</th><th scope="col">Position</th><th scope="col">Bases</th><th scope="col">Shown to be read</th><th scope="col">Lowest depth</th><th scope="col">Not shown</th></tr></thead>
    <tbody>
    {{{coverageRows}}}</tbody>
    </table>
    {{/hasCoverage}}
    {{^hasCoverage}}
    <p>Coverage could not be assessed from this input.</p>
    {{/hasCoverage}}
    {{#hasLedger}}
    <details class="ledger"{{#ledgerOpen}} open{{/ledgerOpen}}>
    <summary>{{ledgerSummary}}</summary>
    <table tabindex="0">
    <caption>Known disease positions and what the data say of each</caption>
    <thead><tr><th scope="col">Entry</th><th scope="col">Name</th><th scope="col">Class</th><th scope="col">Position</th><th scope="col">State</th></tr></thead>
    <tbody>
    {{{ledgerRows}}}</tbody>
    </table>
    </details>
    {{/hasLedger}}
    </section>

    """

  /// What to do next.
  static let next = """
    {{#hasRecommendations}}
    <section aria-labelledby="next">
    <h2 id="next">What to do next</h2>
    <ul>
    {{{recommendations}}}</ul>
    </section>
    {{/hasRecommendations}}

    """

  static let counselling = """
    {{#hasCounselling}}
    <section aria-labelledby="counselling">
    <h2 id="counselling">For genetic counselling</h2>
    <ul lang="{{language}}">
    {{{counselling}}}</ul>
    </section>
    {{/hasCounselling}}

    """

  /// What the method can't show, how it was made, and the publications.
  static let methods = """
    <section aria-labelledby="limits">
    <h2 id="limits">Limits</h2>
    <ul>
    {{{limits}}}</ul>
    </section>

    <section aria-labelledby="methods">
    <h2 id="methods">Methods</h2>
    <ul>
    {{{methods}}}</ul>
    {{#hasNotes}}
    <h3>Notes on this run</h3>
    <ul>
    {{{notes}}}</ul>
    {{/hasNotes}}
    <h3>Input</h3>
    <dl class="rows">
    {{{provenance}}}</dl>
    <h3>Versions</h3>
    <dl class="rows settings">
    {{{versions}}}</dl>
    </section>

    {{#hasReferences}}
    <section aria-labelledby="references">
    <h2 id="references">Citations</h2>
    <ul class="references">
    {{{references}}}</ul>
    </section>
    {{/hasReferences}}

    """

  /// Where the laboratory signs.
  static let release = """
    <section aria-labelledby="release" class="release">
    <h2 id="release">Release</h2>
    <p>Status: draft. Not valid without the signature of the laboratory's authorised person; a typed name does not release it.</p>
    <dl class="signature">
    <div><dt>Laboratory</dt><dd></dd></div>
    <div><dt>Name and role</dt><dd></dd></div>
    <div><dt>Date</dt><dd></dd></div>
    <div><dt>Signature</dt><dd></dd></div>
    </dl>
    </section>

    """
}
