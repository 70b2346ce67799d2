import Mustache

/// Text for HTML: whatever can't stand in an element or a quoted attribute as it is, escaped.
///
/// Byte by byte, since a browser reads so: the `<` of `<` and a combining mark opens an element,
/// though the two are one character.
struct PageText: MustacheContentType {
  /// The line that begins a template whose values are escaped by this type.
  static let firstLine: String = {
    MustacheContentTypes.register(PageText(), named: "PAGE")
    return "{{% CONTENT_TYPE: PAGE}}\n"
  }()

  func escapeText(_ text: String) -> String { PageText.escaped(text) }

  static func escaped(_ text: String) -> String {
    guard !PageText.isPlain(text) else { return text }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      if let entity = PageText.entity(byte) {
        escaped.append(contentsOf: entity.utf8)
      } else {
        escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func entity(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        return false
      default: continue
      }
    }
    return true
  }
}
