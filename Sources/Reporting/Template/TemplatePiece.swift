/// A piece of a template: what our pages use of Mustache (https://mustache.github.io/mustache.5.html).
indirect enum TemplatePiece: Sendable, Hashable {
  /// UTF-8, printed as it is.
  case text([UInt8])
  /// `{{grade.css}}`, escaped; `{{.}}` is the text that a section goes through and has no name.
  case value([String])
  /// `{{{plot}}}`: markup, not escaped.
  case markup([String])
  /// `{{#rows}} … {{/rows}}`
  case section([String], [TemplatePiece])
  /// `{{^rows}} … {{/rows}}`: printed where the section is not.
  case otherwise([String], [TemplatePiece])
  /// `{{> part}}`: another template of the library.
  case part(String)
}
