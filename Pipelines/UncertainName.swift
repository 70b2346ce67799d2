import Flow
import Genome
import Nomenclature

/// A `c.` name whose ends lie in ranges, as `c.(967+1_968-1)_(1044+1_1045-1)del` (HGVS nomenclature 21, uncertain
/// positions): what MLPA tells of exon 10.
struct UncertainName {
  /// Without accession.
  let text: String
  let map: TranscriptMap

  /// `nil` where the name is not of this form. Its interval is the most that it may take.
  func change() throws(NameError) -> StructuralChange? {
    let form = /c\.(?<first>\([^()]+\)|[^()_]+)_(?<last>\([^()]+\)|[^()_]+)(?<kind>del|dup|inv)/
    guard let parts = text.wholeMatch(of: form)?.output,
      parts.first.hasPrefix("(") || parts.last.hasPrefix("("), !text.contains("?"),
      let kind = StructuralChange.Kind(rawValue: parts.kind.uppercased())
    else { return nil }
    // The gene lies on the minus strand: its first end is the last one on the chromosome.
    let last = try places(parts.first)
    let first = try places(parts.last)
    guard first.start <= last.start, first.end <= last.end else {
      throw NameError(text, "the first position lies behind the last one")
    }
    return StructuralChange(
      kind: kind, interval: Interval(first.start, last.end),
      precision: .within(first: first, last: last))
  }

  /// Where an end may lie, along the chromosome.
  private func places(_ end: Substring) throws(NameError) -> Interval {
    let range = end.filter { !"()".contains($0) }.split(separator: "_", maxSplits: 1)
    let first = try position(range.first ?? "")
    let last = try position(range.last ?? "")
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
