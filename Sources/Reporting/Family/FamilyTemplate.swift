/// The family page, in Mustache: `{{x}}` is escaped, and only the style and the picture, which hold
/// no unescaped data, are not.
enum FamilyTemplate {
  static let parts: [(name: String, text: String)] = [
    ("page", page), ("head", PageTemplate.head), ("section", section),
  ]

  static let library = PageLibrary(parts)

  static let page = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    {{> head}}
    <body>
    <header>
    <p class="draft" role="note">{{#notice}}{{.}} {{/notice}}</p>
    <h1>{{title}}</h1>
    <p class="lead">{{forWhom}}</p>
    </header>
    <main>
    {{#sections}}
    {{> section}}
    {{/sections}}
    <section aria-labelledby="facts">
    <h2 id="facts">{{factsHeading}}</h2>
    <dl class="rows">
    {{#facts}}
    <div><dt>{{term}}</dt><dd>{{value}}</dd></div>
    {{/facts}}
    </dl>
    </section>
    </main>
    <footer>
    <p class="draft">{{#notice}}{{.}} {{/notice}}</p>
    </footer>
    </body>
    </html>

    """

  static let section = """
    <section aria-labelledby="{{anchor}}">
    <h2 id="{{anchor}}">{{heading}}</h2>
    {{#isList}}
    <ul>
    {{#paragraphs}}
    <li>{{.}}</li>
    {{/paragraphs}}
    </ul>
    {{/isList}}
    {{^isList}}
    {{#paragraphs}}
    <p>{{.}}</p>
    {{/paragraphs}}
    {{/isList}}
    {{#hasPicture}}
    <h3>{{pictureHeading}}</h3>
    <figure>
    {{{picture}}}
    <figcaption>{{pictureInWords}}</figcaption>
    </figure>
    {{/hasPicture}}
    </section>

    """
}
