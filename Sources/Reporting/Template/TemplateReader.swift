/// From a template's text to its pieces.
///
/// A tag of a section or part that stands alone on its line takes the line's end with it.
struct TemplateReader {
  private let bytes: [UInt8]
  private var place = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  static func pieces(of text: String) throws(ReportError) -> [TemplatePiece] {
    var reader = TemplateReader(text)
    return try reader.pieces(until: nil)
  }

  /// - Parameter section: whose end is looked for; `nil` for the end of the text.
  private mutating func pieces(until section: String?) throws(ReportError) -> [TemplatePiece] {
    var pieces: [TemplatePiece] = []
    while place < bytes.count {
      let start = place
      while place < bytes.count, !isMark(UInt8(ascii: "{")) { place += 1 }
      if place > start { pieces.append(.text(Array(bytes[start..<place]))) }
      guard place < bytes.count else { break }
      guard let piece = try tag(in: section) else { return pieces }
      pieces.append(piece)
    }
    guard let section else { return pieces }
    throw .template("the section “\(section)” has no end")
  }

  /// The tag that stands here with what belongs to it; `nil` for the end of `section`.
  private mutating func tag(in section: String?) throws(ReportError) -> TemplatePiece? {
    let isLineStart = place == 0 || bytes[place - 1] == UInt8(ascii: "\n")
    place += 2
    let sign = place < bytes.count ? bytes[place] : 0
    let hasSign = Array("#^/>{".utf8).contains(sign)
    if hasSign { place += 1 }
    let name = try name()
    if sign == UInt8(ascii: "{") {
      place += 1
    } else if hasSign, isLineStart, place == bytes.count || bytes[place] == UInt8(ascii: "\n") {
      place = min(place + 1, bytes.count)
    }
    switch sign {
    case UInt8(ascii: "#"): return .section(path(name), try pieces(until: name))
    case UInt8(ascii: "^"): return .otherwise(path(name), try pieces(until: name))
    case UInt8(ascii: ">"): return .part(name)
    case UInt8(ascii: "{"): return .markup(path(name))
    case UInt8(ascii: "/") where name == section: return nil
    case UInt8(ascii: "/"): throw .template("“\(name)” ends where no section of the name began")
    default: return .value(path(name))
    }
  }

  /// What stands before the closing braces.
  private mutating func name() throws(ReportError) -> String {
    let start = place
    while place < bytes.count, !isMark(UInt8(ascii: "}")) { place += 1 }
    guard place < bytes.count else { throw .template("its last tag has no end") }
    defer { place += 2 }
    return String(decoding: bytes[start..<place].drop { $0 == 0x20 }, as: UTF8.self)
  }

  /// Whether two of the braces stand here.
  private func isMark(_ brace: UInt8) -> Bool {
    place + 1 < bytes.count && bytes[place] == brace && bytes[place + 1] == brace
  }

  private func path(_ name: String) -> [String] { name.split(separator: ".").map(String.init) }
}
