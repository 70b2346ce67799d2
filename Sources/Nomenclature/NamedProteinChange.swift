/// What a `p.` name says of the residues it touches, as far as two changes are compared by their names.
public struct NamedProteinChange: Sendable, Hashable {
  /// Residues named, 1-based; one for most changes.
  public let residues: ClosedRange<Int>
  /// Canonical, as `Arg397Trp`.
  public let text: String
  public let isSynonymous: Bool
  let isFrameshift: Bool

  /// `nil` for a name that gives no residue (`p.?`, `p.=`) or is no protein name.
  public init?(_ name: String) {
    guard let canonical = ProteinNameText.canonical(name),
      let first = ProteinNameText.firstResidue(canonical)?.number, first > 0
    else { return nil }
    text = canonical
    isSynonymous = canonical.hasSuffix("=")
    isFrameshift = canonical.contains("fs")
    guard let mark = canonical.firstIndex(of: "_") else {
      residues = first...first
      return
    }
    let rest = String(canonical[canonical.index(after: mark)...])
    guard let last = ProteinNameText.firstResidue(rest)?.number, last >= first else { return nil }
    residues = first...last
  }

  /// Whether both give the same changed protein.
  public func isSame(as other: NamedProteinChange) -> Bool { !isSynonymous && text == other.text }

  /// Whether both change a residue in common without shifting the frame: behind a shift the
  /// residue itself says little.
  public func sharesResidue(with other: NamedProteinChange) -> Bool {
    residues.overlaps(other.residues) && movesNoFrame && other.movesNoFrame
  }

  private var movesNoFrame: Bool { !isSynonymous && !isFrameshift }
}
