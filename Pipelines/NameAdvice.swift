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
    foreignLetter ?? ExonAdvice(text: text, map: map).cause ?? place ?? bareNumber ?? uncertainEnds
      ?? repeatCount ?? spelling
  }

  private var spelling: String? {
    oldSubstitution ?? mixedUpLetters ?? dash ?? otherRecord ?? several
  }

  /// `с.1189C>T` with a Cyrillic letter, which looks like a Latin one.
  private var foreignLetter: String? {
    guard
      let letter = text.unicodeScalars.first(where: { !$0.isASCII && $0.properties.isAlphabetic })
    else { return nil }
    let number = String(letter.value, radix: 16, uppercase: true)
    return
      "the letter “\(letter)” in it is not of the Latin alphabet (U+\(number.count < 4 ? "0" : "")\(number)"
      + "\(letter.properties.name.map { ", \($0.lowercased())" } ?? "")); type the name anew"
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

  /// `LRG_62:g.18390C>T`, `NG_007392.2(NM_014009.4):c.1189C>T`, `300292.0001`.
  private var otherRecord: String? {
    if text.contains(/^(?:O?MIM[:#]?)?[0-9]{6}\.[0-9]{4}$/.ignoresCase()) {
      return
        "which variants OMIM's numbers stand for is not known here; give the c. name that OMIM or ClinVar "
        + "shows for it, or ClinVar's number, as VCV000011407"
    }
    guard let name = text.firstMatch(of: /^(?:LRG|NG)_[0-9.]+[tp]?[0-9]*(?=[:(])/)?.output else {
      return nil
    }
    let example = "\(map.transcript.accession), as \(map.transcript.accession):c.1189C>T"
    guard OtherAccession.geneRecords[String(name)] != nil else {
      let known = OtherAccession.geneRecords.keys.sorted().joined(separator: ", ")
      return
        "which bases \(name) has is not known here (known: \(known)); write the c. name on \(example), after "
        + "making sure that it counts alike"
    }
    return text.contains("c.")
      ? nil : "positions along \(name) are not read; write the c. name on \(example)"
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
