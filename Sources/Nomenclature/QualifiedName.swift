/// An HGVS name taken apart: `NC_000023.11(NM_014009.4):c.816+5G>A`, ClinVar's
/// `NM_014009.4(FOXP3):c.1189C>T (p.Arg397Trp)`, or a bare `c.1189C>T`.
public struct QualifiedName: Sendable, Hashable {
  /// The reference sequence before the colon; empty where none is given.
  public let sequence: String
  /// What stands in parentheses behind it, a transcript or a gene; empty where nothing does.
  public let selection: String
  /// `c.1189C>T`, `g.49251441G>A`, `p.(Arg397Trp)`.
  public let description: String
  /// The protein name that follows a DNA name in parentheses, as `p.Arg397Trp`; or empty.
  public let statedProtein: String

  /// White space in `name` has no meaning.
  public init(_ name: some StringProtocol) {
    let text = String(name.filter { !$0.isWhitespace })
    let colon = text.firstIndex(of: ":")
    let before = text[..<(colon ?? text.startIndex)]
    let after = colon.map { text[text.index(after: $0)...] } ?? text[...]
    let parts = QualifiedName.parenthesis(before)
    sequence = parts.outer
    selection = parts.inner
    if let range = after.firstRange(of: "(p."), range.lowerBound > after.startIndex {
      description = String(after[..<range.lowerBound])
      statedProtein = QualifiedName.parenthesis(after[range.lowerBound...]).inner
    } else {
      description = String(after)
      statedProtein = ""
    }
  }

  private static func parenthesis(_ text: Substring) -> (outer: String, inner: String) {
    let outer = text.prefix { $0 != "(" }
    let inner = text.dropFirst(outer.count + 1)
    return (String(outer), String(inner.hasSuffix(")") ? inner.dropLast() : inner))
  }
}
