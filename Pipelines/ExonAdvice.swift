import Genome
import Nomenclature

/// What to write for a name that counts exons or introns: papers count them with the first exon, which is not coding,
/// or without it.
struct ExonAdvice {
  /// As `TypedName` has it.
  let text: String
  let map: TranscriptMap

  /// `nil` where the name counts neither.
  var cause: String? { intronNumber ?? exonNumber ?? wholeGene ?? oldRange }

  private var transcript: Transcript { map.transcript }

  /// `IVS9+2T>G`.
  private var intronNumber: String? {
    let old = /(?:.*:)?(?:c\.)?IVS-?(?<number>[0-9]{1,2})(?<offset>[-+][0-9]+)?(?<rest>.*)/
    guard let match = text.wholeMatch(of: old.ignoresCase()), let number = Int(match.output.number)
    else { return nil }
    guard let offset = match.output.offset else {
      return "it is an intron without a change; write the c. name on \(transcript.accession), as "
        + "c.967+4A>G"
    }
    let names = [number, number + uncodingExons].map { number in
      name(intron: number, offset).map { "\($0)\(match.output.rest)" }
    }
    return choice("intron", "\(number)", among: transcript.introns.count, names)
  }

  /// `exon 3 deletion`, `del ex2-4`.
  private var exonNumber: String? {
    let numbers =
      /ex(?:ons?)?\.?-?(?<first>[0-9]{1,2})(?:(?:-|\u{2013}|_|to|and|&|,)(?:ex(?:on)?)?(?<last>[0-9]{1,2}))?(?![0-9])/
    guard !text.contains("c."), let kind,
      let found = text.firstMatch(of: numbers.ignoresCase())?.output, let first = Int(found.first),
      let last = found.last.map({ Int($0) }) ?? first
    else { return nil }
    let names = [0, uncodingExons].map { name(exons: first + $0, last + $0, kind) }
    let row =
      first == 1 && last == 1 && kind == "del"
      ? "; FX0001 is the table's row for the loss of exon 1" : ""
    let number = first == last ? "\(first)" : "\(first)-\(last)"
    return choice("exon", number, among: transcript.exons.count, names) + row
  }

  /// `whole gene deletion`, `FOXP3 del`.
  private var wholeGene: String? {
    let words = /foxp3|gene|whole|entire|complete|full|the|of|del(?:etion)?|dup(?:lication)?|[-:]/
    guard text.contains(/foxp3|gene/.ignoresCase()),
      text.lowercased().replacing(words, with: "").isEmpty,
      let kind, let name = name(exons: 1, transcript.exons.count, kind)
    else {
      return nil
    }
    return
      "a change of the whole gene is known by what it takes; write \(name), or its own ends as "
      + "they were found"
  }

  /// `c.211-?_315+?del`, as results of MLPA were written once, of whole exons.
  private var oldRange: String? {
    let old = /(?:.*:)?c\.(?<first>[-*]?[0-9]+)-\?_(?<last>[-*]?[0-9]+)\+\?(?:del|dup)/
    guard let kind, let places = text.wholeMatch(of: old)?.output else { return nil }
    let first = transcript.exons.firstIndex { position($0.end) == places.first }
    let last = transcript.exons.firstIndex { position($0.start) == places.last }
    let before = first == nil || first == 0 ? "" : "-1"
    let behind = last == nil || last == transcript.exons.count - 1 ? "" : "+1"
    let wide = "c.(?_\(places.first)\(before))_(\(places.last)\(behind)_?)\(kind)"
    let exact = first.flatMap { first in last.flatMap { name(exons: first + 1, $0 + 1, kind) } }
    return "a range for an end stands in brackets; write \(wide)"
      + (exact == nil || exact == wide
        ? "" : ", or \(exact ?? "") if the exons beside it were seen not to be changed")
  }

  /// `names`: what is meant where the first exon is counted, and where it is not; `nil` for what is not there.
  private func choice(
    _ part: String, _ number: String, among count: Int, _ names: [String?]
  ) -> String {
    let counts = "papers count \(part)s with the first exon, which is not coding, or without it"
    switch (names[0], names[1]) {
    case (let counted?, let uncounted?):
      return
        "\(counts); write \(counted) if it is \(part) \(number) of \(transcript.accession), or \(uncounted) if "
        + "its first exon was not counted"
    case (let counted?, nil):
      return "\(counts), and number \(number) is there only with it; write \(counted)"
    default:
      return
        "\(transcript.accession) has \(count) \(part)s, and none numbered \(number); write the c. name on it"
    }
  }

  private var kind: String? {
    ["del", "dup"].first { text.lowercased().contains($0) }
  }

  /// Of an intron counted from 1, the `c.` position at its donor (`+`) or acceptor (`-`).
  private func name(intron number: Int, _ offset: Substring) -> String? {
    guard transcript.introns.indices.contains(number - 1) else { return nil }
    let edge =
      offset.hasPrefix("+") ? transcript.exons[number - 1].start : transcript.exons[number].end
    return "c.\(position(edge))\(offset)"
  }

  /// Of exons counted from 1, the name with ends anywhere in the introns beside; beyond the transcript's ends they
  /// are not known.
  private func name(exons first: Int, _ last: Int, _ kind: String) -> String? {
    let exons = transcript.exons
    guard first >= 1, first <= last, last <= exons.count else { return nil }
    let start = position(exons[first - 1].end)
    let end = position(exons[last - 1].start)
    let before = first == 1 ? "?_\(start)" : "\(position(exons[first - 2].start))+1_\(start)-1"
    let behind = last == exons.count ? "\(end)_?" : "\(end)+1_\(position(exons[last].end))-1"
    return "c.(\(before))_(\(behind))\(kind)"
  }

  private func position(_ edge: Int) -> String {
    map.codingPosition(of: edge).map { "\($0)" } ?? ""
  }

  /// Exons before the one that holds the ATG.
  private var uncodingExons: Int { map.exonIndex(at: transcript.coding.end) ?? 0 }
}
