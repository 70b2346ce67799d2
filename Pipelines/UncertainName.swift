import Flow
import Genome
import Nomenclature

/// A `c.` name whose ends lie in ranges, as `c.(967+1_968-1)_(1044+1_1045-1)del` (HGVS nomenclature 21, uncertain
/// positions): what MLPA tells of exon 10. Of its outer ends one or both may be unknown, as in `c.(?_-23)_210del`.
struct UncertainName {
  /// Without accession.
  let text: String
  let map: TranscriptMap

  /// `nil` where the name is not of this form.
  func change() throws(NameError) -> StructuralChange? {
    let form = /c\.(?<first>\([^()]+\)|[^()_]+)_(?<last>\([^()]+\)|[^()_]+)(?<kind>del|dup|inv)/
    guard let parts = text.wholeMatch(of: form)?.output,
      parts.first.hasPrefix("(") || parts.last.hasPrefix("("),
      let kind = StructuralChange.Kind(rawValue: parts.kind.uppercased())
    else { return nil }
    // The gene lies on the minus strand: its first end is the last one on the chromosome.
    let last = try places(parts.first, outer: \.first)
    let first = try places(parts.last, outer: \.last)
    guard first.start <= last.start, first.end <= last.end else {
      throw NameError(text, "the first position lies behind the last one")
    }
    return StructuralChange(kind: kind, first: first, last: last, on: map.locus)
  }

  /// Where an end may lie, along the chromosome. `outer` is the side on which it may be unknown.
  private func places(
    _ end: Substring, outer: KeyPath<[Substring], Substring?>
  ) throws(NameError) -> Interval {
    var range = end.filter { !"()".contains($0) }.split(separator: "_", maxSplits: 1)
      .map { Substring($0) }
    let isUnknown = range.count == 2 && range[keyPath: outer] == "?"
    if isUnknown { range.removeAll { $0 == "?" } }
    let first = try position(range.first ?? "")
    let last = try position(range.last ?? "")
    if isUnknown {
      return outer == \.first ? Interval(first, map.locus.chromosomeLength) : Interval(1, last)
    }
    guard first >= last else {
      throw NameError(text, "the first position lies behind the last one")
    }
    return Interval(last, first)
  }

  private func position(_ name: Substring) throws(NameError) -> Int {
    let form = /(?<sign>[-*]?)(?<number>[0-9]{1,9})(?<offset>[-+][0-9]{1,9})?/
    guard let parts = name.wholeMatch(of: form)?.output, let number = Int(parts.number), number > 0,
      let offset = Int(parts.offset ?? "0"), parts.offset == nil || offset != 0
    else { throw NameError(text, "a position is expected at “\(name.prefix(12))”") }
    let place = CodingPosition(
      parts.sign == "-" ? -number : number, isAfterStop: parts.sign == "*", offset: offset)
    guard let position = map.genomicPosition(of: place) else {
      throw NameError(
        text,
        "\(map.transcript.accession) on \(map.locus.assembly.rawValue) has no place c.\(place)")
    }
    return position
  }
}
