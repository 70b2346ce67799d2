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
    String(decoding: try bytes(view, name), as: UTF8.self)
  }

  /// The same as UTF-8.
  func bytes(_ view: Any, _ name: String) throws(ReportError) -> [UInt8] {
    VisibleText.page(Array(try markup(view, name).utf8))
  }

  private func markup(_ view: Any, _ name: String) throws(ReportError) -> String {
    let root: Any = (view as? any MustacheParent).map(PageRoot.init) ?? view
    guard let markup = try library.get().render(root, withTemplate: name) else {
      throw .template("it has no part “\(name)”")
    }
    return markup
  }
}

/// A page's view by reference: the engine copies what it looks words up in for each of them.
private final class PageRoot: MustacheParent {
  private let view: any MustacheParent

  init(_ view: any MustacheParent) { self.view = view }

  func child(named name: String) -> Any? { view.child(named: name) }
}
