public import Genome

/// A name as people type it, put into the spelling that the readers know, as far as only one thing can
/// be meant: signs of word processors, the case of letters, blanks between a gene, a `c.` name and a `p.`
/// name, a build before or behind it, the brackets of an allele of one change, and what `TypedForms` knows. What
/// could mean two things stays as it was typed.
public struct TypedName: Sendable, Hashable {
  /// Without white space, as `NM_014009.4:c.1189C>T(p.Arg397Trp)`.
  public let text: String
  /// The build that stands beside the name, as in `g.49107902G>A (hg19)`, `hg19 chrX:49107902G>A`,
  /// `GRCh37:X:49107902:G:A`; `nil` where none does.
  public let build: Assembly?

  public init(_ name: String) {
    var text = TypedForms.withoutEnding(TypedSigns.plain(name))
    build = TypedName.takeBuild(&text)
    text = TypedForms.joinedColumns(TypedForms.withoutThousands(text))
    text = TypedForms.codingNameFirst(text)
    text = TypedName.joined(text)
    text.removeAll(where: \.isWhitespace)
    text = TypedForms.withPoint(TypedName.withoutBrackets(text))
    text = TypedForms.withoutArrow(TypedForms.withGenomicMark(text))
    self.text = TypedLetters.cased(TypedName.withSubstitutionSign(text))
  }

  private static func takeBuild(_ text: inout String) -> Assembly? {
    let ending = /[\s,]*[(\[\s,](?<build>hg19|hg38|GRCh37|GRCh38)(?:\.p[0-9]+)?[)\]]?$/
    let front =
      /^\s*[(\[]?(?<build>hg19|hg38|GRCh37|GRCh38)(?:\.p[0-9]+)?[)\]]?(?:[\s,]+|[-:_](?=(?:chr)?(?:X|23)[-:_]))/
    guard
      let match = text.firstMatch(of: ending.ignoresCase())
        ?? text.firstMatch(of: front.ignoresCase())
    else { return nil }
    let found: Assembly = match.output.build.hasSuffix("8") ? .grch38 : .grch37
    text.removeSubrange(match.range)
    return found
  }

  /// `c.[1189C>T]`, HGVS's allele of a single change, as `c.1189C>T`.
  private static func withoutBrackets(_ text: String) -> String {
    let allele = /^(?<before>(?:.*:)?[cgp]\.)\[(?<change>[^\[\];,]+)\](?<protein>(?:\(.*)?)$/
    guard let match = text.wholeMatch(of: allele.ignoresCase()) else { return text }
    return "\(match.output.before)\(match.output.change)\(match.output.protein)"
  }

  /// `FOXP3 c.1189C>T, p.Arg397Trp` as `FOXP3:c.1189C>T(p.Arg397Trp)`.
  private static func joined(_ text: String) -> String {
    var text = text
    let sequence =
      /^(?<word>FOXP3|chrX|(?:(?:NM|NP|NC|NG|LRG)_|ENS[TP])[^\s,:]+)[\s,]*(?:[\s,]|:)[\s,]*(?!\()/
    if let match = text.firstMatch(of: sequence.ignoresCase()) {
      text.replaceSubrange(match.range, with: match.output.word + ":")
    }
    let protein = /^(?<dna>.*c\..*?)[\s,;\/|]+(?:\((?<inner>p\..+)\)|(?<outer>p\..+))$/
    if let match = text.wholeMatch(of: protein.ignoresCase()) {
      return "\(match.output.dna)(\(match.output.inner ?? match.output.outer ?? ""))"
    }
    return joinedWithBareProtein(text)
  }

  /// `c.1189C>T (R397W)`, where the second word is a protein name and nothing else.
  private static func joinedWithBareProtein(_ text: String) -> String {
    let words = /^(?<dna>\S*c\.[^\s,;()]+)(?:[\s,;]+|(?=\())\(?(?<protein>[A-Z*][^\s()]*)\)?$/
    guard let match = text.wholeMatch(of: words),
      let canonical = ProteinNameText.canonical(match.output.protein),
      ProteinNameText.firstResidue(canonical) != nil
    else { return text }
    return "\(match.output.dna)(p.\(match.output.protein))"
  }

  /// `c.1189C-T`, as older papers and word processors write `c.1189C>T`.
  private static func withSubstitutionSign(_ text: String) -> String {
    let old =
      /^(?<before>(?:.*[cg]\.)?[-*]?[0-9](?:[-+*_0-9]*[0-9])?[ACGT]+)-(?<after>[ACGT]+(?:\(.*)?)$/
    guard let match = text.wholeMatch(of: old.ignoresCase()) else { return text }
    return "\(match.output.before)>\(match.output.after)"
  }
}
