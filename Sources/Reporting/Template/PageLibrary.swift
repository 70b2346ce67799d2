import Dispatch
import Synchronization

/// The templates of a page, read once.
struct PageLibrary: Sendable {
  private let parts: Result<[String: [TemplatePiece]], ReportError>

  /// - Parameter parts: templates by the name under which others call them.
  init(_ parts: [(name: String, text: String)]) {
    self.parts = Result { () throws(ReportError) in
      var read: [String: [TemplatePiece]] = [:]
      for part in parts { read[part.name] = try TemplateReader.pieces(of: part.text) }
      return read
    }
  }

  /// - Parameter name: of the outermost part.
  func render(_ view: any TemplateView, _ name: String) throws(ReportError) -> String {
    String(decoding: try bytes(view, name), as: UTF8.self)
  }

  /// The same as UTF-8.
  func bytes(_ view: any TemplateView, _ name: String) throws(ReportError) -> [UInt8] {
    VisibleText.page(try markup(view, name))
  }

  /// Markup of a long table's rows for a page that is rendered, made in pieces side by side.
  ///
  /// - Parameter name: of a part that goes through `rows`.
  func rows(_ views: [some TemplateView & Sendable], _ name: String) throws(ReportError) -> String {
    let length = 128
    let starts = Array(stride(from: 0, to: views.count, by: length))
    let made = Mutex<[Int: Result<[UInt8], ReportError>]>([:])
    DispatchQueue.concurrentPerform(iterations: starts.count) { piece in
      let rows = PageRows(rows: Array(views[starts[piece]...].prefix(length)))
      let result = Result { () throws(ReportError) in try markup(rows, name) }
      made.withLock { $0[piece] = result }
    }
    var text: [UInt8] = []
    for piece in starts.indices { text += try made.withLock { $0[piece] }?.get() ?? [] }
    return String(decoding: text, as: UTF8.self)
  }

  /// Markup for a page that is rendered.
  func markup(_ view: any TemplateView, _ name: String) throws(ReportError) -> [UInt8] {
    var writer = TemplateWriter(try parts.get(), view)
    try writer.write(part: name)
    return writer.bytes
  }
}

/// Rows of a table as a template meets them.
private struct PageRows: TemplateView {
  let rows: [any TemplateView]

  func child(named name: String) -> TemplateValue? { name == "rows" ? .views(rows) : nil }
}
