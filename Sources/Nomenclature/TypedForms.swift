import Genome

/// Forms of a whole name that mean one thing alone, put into those that the readers know.
enum TypedForms {
  /// Without what stands behind a name and is none of it: punctuation, and a word on the copies that carry it.
  static func withoutEnding(_ text: String) -> String {
    let signs = /[\s.,;]+$/
    let zygosity =
      /(?:[\s,;]+\(?|\()(?:het(?:erozygo(?:us|te?))?|hom(?:ozygo(?:us|te?))?|hemi(?:zygo(?:us|te?))?)\.?\)?$/
    return text.replacing(signs, with: "").replacing(zygosity.ignoresCase(), with: "")
      .replacing(signs, with: "")
  }

  /// `49,251,441`, a position with its thousands set apart, as `49251441`.
  static func withoutThousands(_ text: String) -> String {
    text.replacing(/(?<before>^|[^0-9,])(?<number>[0-9]{1,3}(?:,[0-9]{3}){2})(?![0-9,])/) {
      $0.output.before + $0.output.number.filter { $0 != "," }
    }
  }

  /// `p.Arg397Trp (c.1189C>T)` and `R397W, c.1189C>T` as `c.1189C>T(p.Arg397Trp)`, which says the same.
  static func codingNameFirst(_ text: String) -> String {
    let names =
      /^(?<before>(?:FOXP3[\s,:]+|[^\s:]+:)?)(?:p\.)?(?<protein>[^\s,;\/|:]+?)(?:[\s,;\/|]*\((?<inner>c\.[^\s,;()]+)\)|[\s,;\/|]+(?<outer>c\.[^\s,;()]+))$/
    guard let match = text.wholeMatch(of: names)?.output,
      let coding = match.inner ?? match.outer,
      let canonical = ProteinNameText.canonical(match.protein),
      ProteinNameText.firstResidue(canonical) != nil
    else { return text }
    return "\(match.before)\(coding)(p.\(match.protein))"
  }

  /// `X:49263364-49264752del` as `chrX:g.49263364_49264752del`. Without white space.
  static func withGenomicMark(_ text: String) -> String {
    let range =
      /(?:chrX|X|chr23|23)[-:_](?<first>[0-9]{7,9})(?:[-_\u{2013}](?<last>[0-9]{7,9}))?(?<change>(?:del|dup|inv|ins).*)/
    guard let match = text.wholeMatch(of: range.ignoresCase())?.output else { return text }
    return "chrX:g.\(match.first)\(match.last.map { "_\($0)" } ?? "")\(match.change)"
  }

  /// `Arg397>Trp` as `p.Arg397Trp`; not `A38>T`, where both letters may be bases. Without white space.
  static func withoutArrow(_ text: String) -> String {
    let arrow =
      /(?<before>(?:.*:)?)(?<mark>p\.)?\(?(?<old>[A-Z][a-z]{2}|[A-Z])(?<number>[0-9]+)>(?<new>[A-Z][a-z]{2}|[A-Z*])\)?/
    guard let match = text.wholeMatch(of: arrow)?.output, AminoAcid(name: match.old) != nil,
      match.new == "*" || AminoAcid(name: match.new) != nil,
      match.mark != nil || BaseSequence(match.old) == nil || BaseSequence(match.new) == nil
    else { return text }
    return "\(match.before)p.\(match.old)\(match.number)\(match.new)"
  }

  /// The columns of a line of a VCF, or of ANNOVAR's, as one name: `chrX 49251441 . G A` as `chrX-49251441-G-A`,
  /// `FOXP3:NM_014009:exon12:c.1189C>T:p.R397W` as `NM_014009:c.1189C>T(p.R397W)`.
  static func joinedColumns(_ text: String) -> String {
    let alleles =
      /(?<x>chrX|X|chr23|23)[\s:]+(?<place>[0-9]{7,9})\s+(?:(?![0-9]+\s)\S+\s+)?(?<old>[ACGT]+)\s+(?<new>[ACGT]+)/
    if let match = text.wholeMatch(of: alleles.ignoresCase())?.output {
      return "\(match.x)-\(match.place)-\(match.old)-\(match.new)"
    }
    let transcript =
      /(?:FOXP3:)?(?<transcript>(?:NM_|ENST)[^\s:]+):exon[0-9]+:(?<dna>c\.[^\s:]+)(?::(?<protein>p\.[^\s:]+))?/
    guard let match = text.wholeMatch(of: transcript)?.output else { return text }
    return "\(match.transcript):\(match.dna)\(match.protein.map { "(\($0))" } ?? "")"
  }

  /// `c1189C>T` as `c.1189C>T`. Without white space.
  static func withPoint(_ text: String) -> String {
    text.replacing(/(?<before>^|:)c(?<rest>[-*]?[0-9][-+0-9]*[ACGT]+>)/) {
      "\($0.output.before)c.\($0.output.rest)"
    }
  }
}
