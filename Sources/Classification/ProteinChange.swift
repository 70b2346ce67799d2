import Genome

/// What a `p.` name says of the residues it touches, as far as two variants are compared by it.
struct ProteinChange: Sendable, Hashable {
  /// Residues named, 1-based; one for most changes.
  let residues: ClosedRange<Int>
  /// The name without accession and prediction parentheses, as `p.Arg397Trp`.
  let name: String
  let isSynonymous: Bool
  let isFrameshift: Bool

  /// `nil` for a name that gives no residue (`p.?`, `p.=`) or is no protein name.
  init?(_ text: String) {
    guard let mark = text.firstRange(of: "p.") else { return nil }
    let body = text[mark.upperBound...].filter { $0 != "(" && $0 != ")" }
    var rest = Substring(body)
    guard let first = ProteinChange.takeResidue(from: &rest) else { return nil }
    var last = first
    if rest.first == "_" {
      rest.removeFirst()
      guard let second = ProteinChange.takeResidue(from: &rest), second >= first else { return nil }
      last = second
    }
    residues = first...last
    name = "p.\(body)"
    isSynonymous = rest == "="
    isFrameshift = rest.contains("fs")
  }

  /// The residue number behind a three-letter name, as 397 of `Arg397`.
  private static func takeResidue(from text: inout Substring) -> Int? {
    guard AminoAcid(name: text.prefix(3)) != nil else { return nil }
    let digits = text.dropFirst(3).prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number > 0 else { return nil }
    text = text.dropFirst(3 + digits.count)
    return number
  }

  /// Whether both give the same changed protein.
  func isSame(as other: ProteinChange) -> Bool { !isSynonymous && name == other.name }

  /// Whether both change a residue in common without shifting the frame: behind a shift the
  /// residue itself says little.
  func sharesResidue(with other: ProteinChange) -> Bool {
    let changing = [self, other].allSatisfy { !$0.isSynonymous && !$0.isFrameshift }
    return changing && residues.overlaps(other.residues)
  }
}
