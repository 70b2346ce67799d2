/// Fills a template with a view, as UTF-8.
struct TemplateWriter {
  private let parts: [String: [TemplatePiece]]
  /// The outermost first.
  private var views: [any TemplateView]
  /// The text that the innermost section of texts stands at.
  private var item = ""
  private(set) var bytes: [UInt8] = []

  init(_ parts: [String: [TemplatePiece]], _ view: any TemplateView) {
    self.parts = parts
    views = [view]
  }

  mutating func write(part name: String) throws(ReportError) {
    guard let pieces = parts[name] else { throw .template("it has no part “\(name)”") }
    try write(pieces)
  }

  private mutating func write(_ pieces: [TemplatePiece]) throws(ReportError) {
    for piece in pieces {
      switch piece {
      case .text(let text): bytes.append(contentsOf: text)
      case .value(let path): PageText.append(try text(path), to: &bytes)
      case .markup(let path): bytes.append(contentsOf: try text(path).utf8)
      case .section(let path, let pieces): try write(pieces, for: try value(path))
      case .otherwise(let path, let pieces): if try value(path).isEmpty { try write(pieces) }
      case .part(let name): try write(part: name)
      }
    }
  }

  private mutating func write(
    _ pieces: [TemplatePiece], for value: TemplateValue
  ) throws(ReportError) {
    switch value {
    case .flag(let flag): if flag { try write(pieces) }
    case .text(let text): try write(pieces, item: text)
    case .texts(let texts): for text in texts { try write(pieces, item: text) }
    case .view(let view): try write(pieces, view)
    case .views(let views): for view in views { try write(pieces, view) }
    }
  }

  private mutating func write(_ pieces: [TemplatePiece], item text: String) throws(ReportError) {
    let outer = item
    item = text
    try write(pieces)
    item = outer
  }

  private mutating func write(
    _ pieces: [TemplatePiece], _ view: any TemplateView
  ) throws(ReportError) {
    views.append(view)
    try write(pieces)
    views.removeLast()
  }

  private func text(_ path: [String]) throws(ReportError) -> String {
    if path.isEmpty { return item }
    guard case .text(let text) = try value(path) else {
      throw .template("“\(path.joined(separator: "."))” is no text")
    }
    return text
  }

  /// The innermost view that has the first name is asked for the others.
  private func value(_ path: [String]) throws(ReportError) -> TemplateValue {
    var found: TemplateValue?
    for index in views.indices.reversed() where found == nil {
      found = views[index].child(named: path.first ?? "")
    }
    for index in path.indices.dropFirst() { found = found?.child(named: path[index]) }
    guard let found else { throw .template("the view has no “\(path.joined(separator: "."))”") }
    return found
  }
}
