public import Genome

/// Reads HGVS DNA names and places them on the locus. Names are read as written in papers too:
/// deleted bases may be spelled out, and are then checked.
public enum HGVSReader {
  /// A `c.` name without accession, as `c.751_753del` (or without `c.`), on a transcript.
  public static func change(
    codingName name: String, on map: TranscriptMap
  ) throws(NameError) -> SequenceChange {
    let text = name.hasPrefix("c.") ? name.dropFirst(2) : name[...]
    var scanner = PlaceScanner(name: name, text: text)
    let (first, last) = try scanner.codingPlaces()
    let expression = try OperationReader(name: name).read(scanner.rest, first: first, last: last)
    let five = try genomic(expression.first, on: map, name: name)
    let three = try genomic(expression.last, on: map, name: name)
    guard five >= three else {
      throw NameError(name, "the first position lies behind the last one")
    }
    return try ChangePlacer(name: name, locus: map.locus, readsMinusStrand: true)
      .place(Interval(three, five), expression.operation)
  }

  /// A `g.` name without accession, as `g.49251441G>A`, on a build's locus.
  public static func change(
    genomicName name: String, on locus: Locus
  ) throws(NameError) -> SequenceChange {
    let text = name.hasPrefix("g.") ? name.dropFirst(2) : name[...]
    var scanner = PlaceScanner(name: name, text: text)
    let (first, last) = try scanner.genomicPlaces()
    let expression = try OperationReader(name: name).read(scanner.rest, first: first, last: last)
    guard expression.first <= expression.last else {
      throw NameError(name, "the first position lies behind the last one")
    }
    return try ChangePlacer(name: name, locus: locus, readsMinusStrand: false)
      .place(Interval(expression.first, expression.last), expression.operation)
  }

  private static func genomic(
    _ place: CodingPosition, on map: TranscriptMap, name: String
  ) throws(NameError) -> Int {
    guard let position = map.genomicPosition(of: place) else {
      throw NameError(
        name,
        "\(map.transcript.accession) on \(map.locus.assembly.rawValue) has no place c.\(place)"
          + (HyphenRange(name: name).asRange.map { "; if a range of bases is meant, write \($0)" }
            ?? ""))
    }
    return position
  }
}
