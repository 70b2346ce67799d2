import Genome

/// The case of a name's letters as HGVS has it, where only one reading is left: accessions and bases upper
/// case, `c.`, `del` and the like lower case, residues of three letters with a capital.
enum TypedLetters {
  /// `text` has no white space.
  static func cased(_ text: String) -> String {
    let colon = text.firstIndex(of: ":")
    let before = colon.map { sequence(text[..<$0]) + ":" } ?? ""
    let after = colon.map { text[text.index(after: $0)...] } ?? text[...]
    return before + description(String(after))
  }

  /// `nm_014009.4(foxp3)` as `NM_014009.4(FOXP3)`, `chrx` as `chrX`, `hg19` as `GRCh37`.
  private static func sequence(_ text: Substring) -> String {
    let known = ["chrx": "chrX", "x": "X", "hg19": "GRCh37", "hg38": "GRCh38"]
    let lower = text.lowercased()
    let builds = Assembly.allCases.map(\.rawValue)
    if let name = known[lower] ?? builds.first(where: { $0.lowercased() == lower }) { return name }
    let word = /(?:nm|np|nc|ng|xm)_[0-9.]+|lrg(?=_)|ens[tp][0-9.]+|foxp3/
    return String(text.replacing(word.ignoresCase()) { $0.output.uppercased() })
  }

  private static func description(_ text: String) -> String {
    let mark = /^(?<kind>[cg])\.(?<change>[^(]*)(?<rest>.*)$/
    if let match = text.wholeMatch(of: mark.ignoresCase()) {
      return match.output.kind.lowercased() + "." + operation(match.output.change)
        + stated(match.output.rest)
    }
    return protein(text)
  }

  /// `DELinsgc` as `delinsgc`: what is no base can only be a word of HGVS.
  private static func operation(_ text: Substring) -> String {
    String(text.replacing(/delins|del|dup|ins|inv/.ignoresCase()) { $0.output.lowercased() })
  }

  private static func stated(_ text: Substring) -> String {
    guard let match = text.wholeMatch(of: /\((?<name>p\..*)\)/.ignoresCase()) else {
      return String(text)
    }
    return "(\(protein(String(match.output.name))))"
  }

  private static func protein(_ text: String) -> String {
    let isMarked = text.lowercased().hasPrefix("p.")
    let name = isMarked ? "p." + text.dropFirst(2) : text
    return deletedResidue(name) ?? threeLetters(name) ?? oneLetter(name) ?? name
  }

  /// `delE251` of older papers: `p.E251del`; not `delA38`, where the A may be a base.
  private static func deletedResidue(_ text: String) -> String? {
    let old =
      /(?<mark>p\.)?\(?(?:del|\u{0394}|\u{2206})(?<residue>[A-Z](?:[a-z]{2})?)(?<number>[0-9]+)\)?/
    guard let parts = text.wholeMatch(of: old)?.output, AminoAcid(name: parts.residue) != nil,
      parts.mark != nil || BaseSequence(parts.residue) == nil
    else { return nil }
    return "p.\(parts.residue)\(parts.number)del"
  }

  /// `p.arg397trp`, `ARG397TRP`: with three letters nothing else can be meant.
  private static func threeLetters(_ text: String) -> String? {
    let words = ["delins", "del", "dup", "ins", "fs", "ext"]
    var rest = text.hasPrefix("p.") ? text.dropFirst(2) : text[...]
    var name = text.hasPrefix("p.") ? "p." : ""
    var hasResidue = false
    while let first = rest.first {
      let lower = rest.prefix(6).lowercased()
      if let word = words.first(where: lower.hasPrefix) {
        name += word
        rest = rest.dropFirst(word.count)
      } else if let residue = AminoAcid(name: rest.prefix(3)), rest.prefix(3).utf8.count == 3 {
        name += residue.threeLetters
        rest = rest.dropFirst(3)
        hasResidue = true
      } else if first.isASCII, first.isNumber || "()_*?=-".contains(first) {
        name.append(first)
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    return hasResidue ? name : nil
  }

  /// `r397w`; without `p.` not where both letters could be bases (`c169t`).
  private static func oneLetter(_ text: String) -> String? {
    let name = /(?<mark>p\.)?\(?(?<old>[a-z])(?<number>[0-9]+)(?<new>[a-z*])\)?/
    guard let match = text.wholeMatch(of: name.ignoresCase()) else { return nil }
    let (old, new) = (match.output.old.uppercased(), match.output.new.uppercased())
    let mayBeBases = BaseSequence(old) != nil && BaseSequence(new) != nil
    guard match.output.mark != nil || !mayBeBases else { return nil }
    return "\(match.output.mark ?? "")\(old)\(match.output.number)\(new)"
  }
}
