/// What a template is filled with: it answers for each of its fields by name. Reflection would take
/// ten times as long.
protocol TemplateView {
  /// `nil` where the view has no such field; one of an enclosing section may have it.
  func child(named name: String) -> TemplateValue?
}

/// A field of a view.
enum TemplateValue {
  case text(String)
  /// Whether a section is printed.
  case flag(Bool)
  case view(any TemplateView)
  /// A section is printed for each, and `{{.}}` is the text.
  case texts([String])
  case views([any TemplateView])

  static func number(_ number: Int) -> TemplateValue { .text(String(number)) }

  /// Whether a section of it prints nothing.
  var isEmpty: Bool {
    switch self {
    case .text, .view: false
    case .flag(let flag): !flag
    case .texts(let texts): texts.isEmpty
    case .views(let views): views.isEmpty
    }
  }

  /// A field of a view; other values have none.
  func child(named name: String) -> TemplateValue? {
    if case .view(let view) = self { view.child(named: name) } else { nil }
  }
}
