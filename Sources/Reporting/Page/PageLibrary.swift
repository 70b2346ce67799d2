import Mustache

/// The templates of a page, read once.
struct PageLibrary: Sendable {
  private let library: Result<MustacheLibrary, ReportError>

  /// - Parameter parts: templates by the name under which others call them.
  init(_ parts: [(name: String, text: String)]) {
    var library = MustacheLibrary()
    do {
      for part in parts { try library.register(PageText.firstLine + part.text, named: part.name) }
      self.library = .success(library)
    } catch {
      self.library = .failure(.template(String(describing: error)))
    }
  }

  /// - Parameter name: of the outermost part.
  func render(_ view: Any, _ name: String) throws(ReportError) -> String {
    guard let page = try library.get().render(view, withTemplate: name) else {
      throw .template("it has no part “\(name)”")
    }
    return VisibleText.withoutLongRuns(VisibleText.of(page))
  }
}
