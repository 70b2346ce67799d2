/// Two places that a breakend joins (VCF 4.5, section 5.4), as one of its two records tells it.
public struct Adjacency: Sendable, Hashable {
  /// One of the places: of the bases there, those up to `position` stay in place, or those from it on.
  public struct End: Sendable, Hashable {
    /// As the file names it.
    public var contig: String
    /// 1-based.
    public var position: Int
    /// `nil` where the record does not tell (`<BND>` with CHR2).
    public var keepsBasesBefore: Bool?

    public init(contig: String, position: Int, keepsBasesBefore: Bool? = nil) {
      self.contig = contig
      self.position = position
      self.keepsBasesBefore = keepsBasesBefore
    }

    /// Its contig is as the specification has them: ASCII, without commas and brackets.
    public var canStandInAlternate: Bool {
      contig.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !",[]".utf8.contains($0) }
    }

    fileprivate var bare: End {
      var end = self
      end.contig = ContigName.bare(contig)
      return end
    }
  }

  /// The record's own place.
  public var here: End
  public var there: End
  /// Bases between the two, as read from `here`.
  public var insertion: Substring

  /// Of an ALT in the notation with brackets; `nil` for any other.
  public init?(alternate: String, contig: String, position: Int, referenceCount: Int = 1) {
    guard let bracket = alternate.first(where: { $0 == "[" || $0 == "]" }) else { return nil }
    let pieces = alternate.split(separator: bracket, omittingEmptySubsequences: false)
    guard pieces.count == 3, pieces[0].isEmpty != pieces[2].isEmpty,
      let colon = pieces[1].lastIndex(of: ":"),
      let other = Int(pieces[1][pieces[1].index(after: colon)...]), other >= 0, other <= Int32.max
    else { return nil }
    let isFirst = pieces[2].isEmpty
    here = End(contig: contig, position: position, keepsBasesBefore: isFirst)
    there = End(
      contig: String(pieces[1][..<colon]), position: other, keepsBasesBefore: bracket == "]")
    insertion = isFirst ? pieces[0].dropFirst(referenceCount) : pieces[2].dropLast(referenceCount)
  }

  /// Of a symbol (`<BND>`, `<TRA>`, `<CTX>`) with CHR2, and END2, POS2 or END.
  public init(here: End, there: End) {
    self.here = here
    self.there = there
    insertion = ""
  }

  /// The same for both of its records, contigs without `chr`: what renames CHROM leaves ALT as it was.
  public var ends: Set<End> { [here.bare, there.bare] }

  /// ALT of the record at `there` in the notation with brackets, where `base` is its REF; `nil` where
  /// the record does not tell the sides.
  public func mateAlternate(base: String) -> String? {
    guard let hereBefore = here.keepsBasesBefore, let thereBefore = there.keepsBasesBefore else {
      return nil
    }
    let bracket = hereBefore ? "]" : "["
    let joined = "\(bracket)\(here.contig):\(here.position)\(bracket)"
    let between = hereBefore == thereBefore ? reverseComplement(insertion) : String(insertion)
    return thereBefore ? base + between + joined : joined + between + base
  }

  private func reverseComplement(_ bases: Substring) -> String {
    String(bases.reversed().map { Adjacency.complements[$0] ?? "N" })
  }

  private static let complements: [Character: Character] = [
    "A": "T", "C": "G", "G": "C", "T": "A", "a": "t", "c": "g", "g": "c", "t": "a",
  ]
}
