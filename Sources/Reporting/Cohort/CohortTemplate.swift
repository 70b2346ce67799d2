/// The page of a batch, in Mustache, cut into parts as `PageTemplate` is.
enum CohortTemplate {
  static let library = PageLibrary(parts)

  private static let parts: [(name: String, text: String)] = [
    ("page", page), ("head", PageTemplate.head), ("failures", failures), ("samples", samples),
    ("variants", variants), ("methods", methods), ("key", PageTemplate.key),
  ]

  static let page = """
    <!DOCTYPE html>
    <html lang="en">
    {{> head}}
    <body>
    <header>
    <p class="draft" role="note"><strong>{{#disclaimer}}{{.}} {{/disclaimer}}</strong></p>
    <h1>{{title}}</h1>
    </header>
    <main>
    <section class="conclusion" aria-labelledby="summary">
    <h2 id="summary">Summary</h2>
    <p class="statement">{{statement}}</p>
    <dl class="rows">
    {{#counts}}
    <div><dt>{{term}}</dt><dd>{{value}}</dd></div>
    {{/counts}}
    </dl>
    </section>
    {{> failures}}
    {{> samples}}
    {{> variants}}
    {{> methods}}
    </main>
    <footer>
    <p class="draft">{{#disclaimer}}{{.}} {{/disclaimer}}</p>
    </footer>
    </body>
    </html>

    """

  static let failures = """
    {{#hasFailures}}
    <section aria-labelledby="failures">
    <h2 id="failures">Failed: nothing is known of these samples</h2>
    <table tabindex="0">
    <caption>Samples that failed, and why</caption>
    <thead><tr><th scope="col">Sample</th><th scope="col">Input</th><th scope="col">Why</th></tr></thead>
    <tbody>
    {{#failures}}
    <tr><th scope="row">{{sample}}</th><td class="long">{{input}}</td><td class="long">{{reason}}</td></tr>
    {{/failures}}
    </tbody>
    </table>
    </section>
    {{/hasFailures}}

    """

  static let samples = """
    <section aria-labelledby="samples">
    <h2 id="samples">Samples</h2>
    <table tabindex="0">
    <caption>Those needing attention first. An inconclusive sample is not a negative one: what was not looked at stands in its own report.</caption>
    <thead><tr><th scope="col">Sample</th><th scope="col">Family</th><th scope="col">Sex</th><th scope="col">Conclusion</th><th scope="col">Variants</th><th scope="col">Known places of small variants seen</th><th scope="col">Exon bases seen</th><th scope="col">Why</th></tr></thead>
    <tbody>
    {{{sampleRows}}}</tbody>
    </table>
    </section>

    """

  static let variants = """
    <section aria-labelledby="variants">
    <h2 id="variants">Variants</h2>
    {{#hasVariants}}
    <figure tabindex="0">
    {{{plot}}}
    <figcaption>The gene from its 5' end, exons by length, introns equally wide. Numbers are those of the table, with the number of samples where there are several. {{> key}}</figcaption>
    </figure>
    <table tabindex="0">
    <caption>{{cutNote}}Each variant of the batch once, highest class first</caption>
    <thead><tr><th scope="col">Number</th><th scope="col">Variant</th><th scope="col">Class</th><th scope="col">Consequence</th><th scope="col">Samples</th></tr></thead>
    <tbody>
    {{{variantRows}}}</tbody>
    </table>
    {{/hasVariants}}
    {{^hasVariants}}
    <p>{{variantsNone}}</p>
    {{/hasVariants}}
    </section>

    """

  static let methods = """
    <section aria-labelledby="methods">
    <h2 id="methods">Methods</h2>
    <p>Each sample was run by itself; its own report says how, on what and with which limits.</p>
    <dl class="rows">
    {{#versions}}
    <div><dt>{{term}}</dt><dd>{{value}}</dd></div>
    {{/versions}}
    </dl>
    </section>

    """
}
