import Dispatch
import Mustache
import Synchronization

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

  /// Markup of a long table's rows for a page that is rendered, made in pieces side by side.
  ///
  /// - Parameter name: of a part that goes through `rows`.
  func rows(_ views: [some Sendable], _ name: String) throws(ReportError) -> String {
    let length = 128
    let starts = Array(stride(from: 0, to: views.count, by: length))
    let made = Mutex<[Int: Result<String, ReportError>]>([:])
    DispatchQueue.concurrentPerform(iterations: starts.count) { piece in
      let rows = PageRows(rows: Array(views[starts[piece]...].prefix(length)))
      let result = Result { () throws(ReportError) in try markup(rows, name) }
      made.withLock { $0[piece] = result }
    }
    var text = ""
    for piece in starts.indices { text += try made.withLock { $0[piece] }?.get() ?? "" }
    return text
  }

  /// Markup for a page that is rendered.
  func markup(_ view: Any, _ name: String) throws(ReportError) -> String {
    guard let markup = try library.get().render(view, withTemplate: name) else {
      throw .template("it has no part “\(name)”")
    }
    return markup
  }
}

/// Rows of a table as a template meets them.
private struct PageRows: MustacheParent {
  let rows: [Any]

  func child(named name: String) -> Any? { name == "rows" ? rows : nil }
}
