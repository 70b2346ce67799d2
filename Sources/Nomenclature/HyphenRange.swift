/// A name as `c.211-213del`: HGVS counts its hyphen into the intron before c.211, and papers of old write a range so.
public struct HyphenRange: Sendable {
  /// The coding name, with or without `c.`.
  private let name: String

  public init(name: String) { self.name = name }

  /// As `c.211_213del`; `nil` where the second number can't be a range's end.
  public var asRange: String? {
    guard
      let match = name.wholeMatch(of: /(?:c\.)?([1-9][0-9]*)-([1-9][0-9]*)((?:del|dup|inv|ins).*)/),
      let first = Int(match.1), let last = Int(match.2), first < last
    else { return nil }
    return "c.\(match.1)_\(match.2)\(match.3)"
  }

  /// What else it may mean, a sentence.
  public var doubt: String? {
    asRange.map {
      "Read in the intron, as HGVS counts a hyphen; if a range of bases is meant, write \($0)."
    }
  }
}
