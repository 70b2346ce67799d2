/// A structured line of a variant file's header, as `##INFO=<ID=END,Number=1,…>`. The order of the
/// attributes is free (VCF 4.3, section 1.4): ID may stand anywhere among them.
public struct HeaderLine: Sendable, Hashable {
  /// `INFO` of `##INFO=<…>`.
  public let kind: String
  private let attributes: [String: String]

  /// `nil` where the line is of another form. The `>` at its end may be missing.
  public init?(_ line: some StringProtocol) {
    let bytes = Substring(line).utf8
    guard bytes.starts(with: "##".utf8), let sign = bytes.firstIndex(of: UInt8(ascii: "=")),
      bytes[sign...].starts(with: "=<".utf8),
      let last = bytes.lastIndex(where: { $0 > UInt8(ascii: " ") })
    else { return nil }
    kind = String(Substring(bytes[..<sign].dropFirst(2)))
    let body = bytes[sign...last].dropFirst(2)
    attributes = HeaderAttributes.read(
      Substring(body.last == UInt8(ascii: ">") ? body.dropLast() : body))
  }

  /// A header's lines of meta-information, as `##source=…`, without their line feeds. The `#CHROM` line behind them, which
  /// may be long, is not read.
  public static func texts(of header: String) -> [Substring] {
    var texts: [Substring] = []
    var rest = header.utf8[...]
    while rest.starts(with: "##".utf8) {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      texts.append(Substring(rest[..<end]))
      rest = rest[end...].drop { $0 == UInt8(ascii: "\n") }
    }
    return texts
  }

  /// What the line defines.
  public var identifier: String? { attributes["ID"] }

  /// The attribute's value, without the quotes around it.
  public subscript(_ key: String) -> String? { attributes[key] }
}
