import Genome
import Nomenclature

/// What to write in the place of a name that can't be read with certainty, for the forms that people give.
struct NameAdvice {
  /// As `TypedName` has it.
  let text: String
  /// NM_014009.4.
  let map: TranscriptMap

  /// `nil` where nothing better can be said than what the reader found.
  var cause: String? {
    intronNumber ?? exonRemoval ?? place ?? bareNumber ?? uncertainEnds ?? repeatCount ?? spelling
  }

  private var spelling: String? {
    oldSubstitution ?? mixedUpLetters ?? dash ?? otherTranscript ?? several
  }

  /// `IVS9+2T>G`: which intron is the ninth depends on whether exon 1, which is not coding, was counted.
  private var intronNumber: String? {
    let old = /(?:.*:)?(?:c\.)?IVS-?(?<number>[0-9]{1,2})(?<offset>[-+][0-9]+)?(?<rest>.*)/
    guard let match = text.wholeMatch(of: old.ignoresCase()), let number = Int(match.output.number)
    else { return nil }
    let rest = match.output.rest
    let names = [number, number + map.uncodingExons].compactMap { number in
      match.output.offset.flatMap { name(intron: number, $0) }
    }
    guard names.count == 2 else {
      return "IVS numbers count introns, and papers count them differently; write the c. name on "
        + "\(map.transcript.accession), as c.967+4A>G"
    }
    return
      "IVS numbers count introns, and papers count them differently; write \(names[0])\(rest) if "
      + "intron \(number) of \(map.transcript.accession) is meant, or \(names[1])\(rest) if its first "
      + "exon, which is not coding, was not counted"
  }

  /// Of an intron counted from 1, the `c.` position at its donor (`+`) or acceptor (`-`).
  private func name(intron number: Int, _ offset: Substring) -> String? {
    guard map.transcript.introns.indices.contains(number - 1) else { return nil }
    let edge =
      offset.hasPrefix("+")
      ? map.transcript.exons[number - 1].start : map.transcript.exons[number].end
    return map.codingPosition(of: edge).map { "c.\($0)\(offset)" }
  }

  private var exonRemoval: String? {
    let exon = /(?:exons?[-0-9]|ex[0-9]).*(?:del|dup)|(?:del|dup).*(?:exons?[-0-9]|ex[0-9])/
    guard !text.contains("c."), text.contains(exon.ignoresCase()) else { return nil }
    return "a change of whole exons is known by what it takes; give its own ends, as "
      + "c.-23+100_-22-100del, or a row of the table, as FX0001 for the loss of exon 1"
  }

  /// `chrX:49251441`, `chrX 49251441 G A`, `c.1189`.
  private var place: String? {
    let chromosome =
      /(?:chrX|X|chr23|23|NC_[0-9.]+|GRCh3[78]|hg19|hg38)[-:_](?:g\.)?[0-9,]+(?<bases>[ACGTN]+|[-_.]+[0-9,]+)?/
    if let match = text.wholeMatch(of: chromosome.ignoresCase()) {
      return match.output.bases?.first?.isLetter == true
        ? "it does not tell the old bases from the new ones; write it as chrX-49251441-G-A"
        : "it is a position without a change; add the bases, as chrX-49251441-G-A"
    }
    let named = /(?:.*:)?[cg]\.[-+*0-9]+(?:_[-+*0-9]+)?/
    guard text.wholeMatch(of: named.ignoresCase()) != nil else { return nil }
    return "it is a position without a change; say what changes there, as c.1189C>T"
  }

  /// `49251441 G>A`: no transcript has so many bases.
  private var bareNumber: String? {
    let change = /(?:[cg]\.)?(?<place>[0-9]{7,9})(?<from>[ACGT]+)>(?<to>[ACGT]+)/
    guard let parts = text.wholeMatch(of: change.ignoresCase())?.output, !text.hasPrefix("g.")
    else {
      return nil
    }
    let (from, to) = (parts.from.uppercased(), parts.to.uppercased())
    return "\(parts.place) is a position of the chromosome, and not of the transcript; write it as "
      + "chrX-\(parts.place)-\(from)-\(to)"
  }

  /// `c.968-?_1044+?del`: how results of MLPA were written once.
  private var uncertainEnds: String? {
    guard text.contains(/[cg]\.(?:\(|\?_|[^a-z]*[-+]\?)/), text.contains("?") else { return nil }
    return
      "only the outer side of an end may be unknown (?), and a range stands in brackets; write it as "
      + "c.(967+1_968-1)_(1044+1_1045-1)del or c.(?_968-1)_(1044+1_?)del"
  }

  /// `c.751GAG[1]`.
  private var repeatCount: String? {
    guard text.contains(/[cg]\.[-+*_0-9]+[ACGT]*\[[0-9]+\]/.ignoresCase()) else { return nil }
    return
      "how often a repeat is there ([…]) is not read; give the deletion or duplication of its copies, "
      + "as c.751_753del or c.751_753dup"
  }

  /// `c.C1189T`.
  private var oldSubstitution: String? {
    let old = /(?:.*:)?c\.(?<from>[ACGT])(?<place>[0-9]+(?:[-+][0-9]+)?)(?<to>[ACGT])(?:[:(].*)?/
    guard let parts = text.wholeMatch(of: old.ignoresCase())?.output else { return nil }
    return "the position stands before the bases: write "
      + "c.\(parts.place)\(parts.from.uppercased())>\(parts.to.uppercased())"
  }

  /// `c169t`, `delA38`: residues or bases.
  private var mixedUpLetters: String? {
    let names: (String, String)
    if let parts = text.wholeMatch(of: /(?<from>[acgtn])(?<place>[0-9]+)(?<to>[acgtn])/)?.output {
      let (from, to) = (parts.from.uppercased(), parts.to.uppercased())
      names = ("p.\(from)\(parts.place)\(to)", "c.\(parts.place)\(from)>\(to)")
    } else if let parts = text.wholeMatch(of: /del(?<base>[ACGTN])(?<place>[0-9]+)/)?.output {
      names = ("p.\(parts.base)\(parts.place)del", "c.\(parts.place)del\(parts.base)")
    } else {
      return nil
    }
    return "it may speak of residues or of bases; write \(names.0) or \(names.1)"
  }

  /// `c.211–215del` with a dash: a minus, or "to".
  private var dash: String? {
    guard text.contains(/[0-9]\u{2013}[0-9]/) else { return nil }
    let names = ["-", "_"].map { text.replacing("\u{2013}", with: $0) }
    return "the dash between the numbers may be a minus or say “to”; write "
      + names.joined(separator: " or ")
  }

  private var otherTranscript: String? {
    guard let name = text.firstMatch(of: /^LRG_[0-9]+[tp]?[0-9]*(?=:)/.ignoresCase())?.output else {
      return nil
    }
    return "the transcripts of \(name) are not known here; write the name on "
      + "\(map.transcript.accession), as \(map.transcript.accession):c.1189C>T, after making sure that "
      + "it counts alike"
  }

  private var several: String? {
    if text.contains(/[cgp]\.\[.*[;,\]].*\]/) {
      return "it tells of several changes; give each by itself, as c.1189C>T"
    }
    let names = /[,;|\/&+]\(?(?:[A-Z]{2}_[0-9.]+:)?[cgp]\.|p\..+\(c\./
    guard text.contains(names.ignoresCase()) else {
      return nil
    }
    return "it holds several names; give each by itself, between blanks"
  }
}

extension TranscriptMap {
  /// Exons before the one that holds the ATG.
  fileprivate var uncodingExons: Int { exonIndex(at: transcript.coding.end) ?? 0 }
}
