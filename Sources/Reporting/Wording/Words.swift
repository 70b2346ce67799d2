import Flow
import Genome

/// Small pieces of sentences.
enum Words {
  /// "1 variant", "3 variants".
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// "a", "a and b", "a, b and c".
  static func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// As `list`, but the first three and how many more.
  static func shortList(_ items: [String]) -> String {
    items.count > 4 ? list(Array(items.prefix(3)) + ["\(items.count - 3) more"]) : list(items)
  }

  /// With a capital and a full stop. A sentence that begins with an HGVS name keeps its small
  /// letter (`C.76A>T` is no name), and one that begins with a place its contig.
  static func sentence(_ text: String) -> String {
    let isName =
      text.dropFirst().first == "." && text.first?.isLowercase == true || text.hasPrefix("chrX:")
    return closed(isName ? text : text.prefix(1).uppercased() + text.dropFirst())
  }

  /// With a full stop. What begins with a sample's name keeps its letters.
  static func closed(_ text: String) -> String {
    ".!?".contains(where: { text.last == $0 }) ? text : text + "."
  }

  /// `text` without its full stop, to stand inside another sentence.
  static func clause(_ text: String) -> String {
    text.last == "." ? String(text.dropLast()) : text
  }
}

extension ClinicalClass {
  /// The class as a reader of reports knows it.
  var label: String {
    switch self {
    case .pathogenic: "Pathogenic"
    case .likelyPathogenic: "Likely pathogenic"
    case .uncertain: "Uncertain significance"
    case .likelyBenign: "Likely benign"
    case .benign: "Benign"
    case .notEvaluated: "Not classified"
    }
  }

  /// A sign whose shape alone tells the class.
  var shape: String {
    switch self {
    case .pathogenic: "◆"
    case .likelyPathogenic: "◇"
    case .uncertain: "▲"
    case .likelyBenign: "○"
    case .benign: "●"
    case .notEvaluated: "□"
    }
  }
}

extension ConclusionWord {
  var label: String {
    switch self {
    case .positive: "Positive"
    case .carrier: "Carrier"
    case .uncertain: "Uncertain"
    case .negative: "Negative"
    case .negativeSequenceOnly: "Negative for sequence variants"
    case .inconclusive: "Inconclusive"
    case .notAssessable: "Not assessable"
    case .failed: "Failed"
    }
  }
}

extension Completeness {
  /// What was looked at, as a sentence.
  var sentence: String {
    switch self {
    case .complete:
      "Every place of the ledger below was looked at, for small variants and for copy number."
    case .completeSequence:
      "Every known place of small variants in the ledger below was looked at; copy number was not "
        + "assessed."
    case .incomplete: "Not every place of the ledger below was looked at."
    case .notAssessable: "The data allow no statement on what was looked at."
    }
  }
}

extension Zygosity {
  var label: String {
    switch self {
    case .hemizygous: "Hemizygous"
    case .heterozygous: "Heterozygous"
    case .homozygous: "Homozygous"
    case .mosaic: "Mosaic"
    case .conflict: "Conflict of genotype and sex"
    case .unknown: "Unknown"
    }
  }
}

extension SexAssessment {
  /// As "male (declared)".
  var label: String {
    switch source {
    case .declared: "\(sex.rawValue) (declared)"
    case .inferred: "\(sex.rawValue) (inferred from the data)"
    case .none: sex == .unknown ? "unknown" : sex.rawValue
    }
  }
}

extension LedgerEntry {
  /// Of a place that is no known variant nothing but what is carried there is called other.
  var label: String {
    state == .otherAlternateSeen && kind != .knownVariant
      ? "A variant is carried here (listed above)" : state.label
  }
}

extension SiteState {
  fileprivate var label: String {
    switch self {
    case .alternateSeen: "This allele is carried"
    case .otherAlternateSeen: "Another allele is carried here"
    case .referenceSeen: "Reference seen"
    case .uncertain: "Uncertain"
    case .notLookedAt: "Not looked at"
    }
  }

  /// That of another allele is no class's.
  var shape: String {
    switch self {
    case .alternateSeen: "◆"
    case .otherAlternateSeen: "≠"
    case .referenceSeen: "✓"
    case .uncertain: "?"
    case .notLookedAt: "✗"
    }
  }
}

extension TableRelation {
  var label: String {
    switch self {
    case .sameAllele: "The same allele"
    case .removes: "What the row removes is removed"
    case .contains: "The row's allele is a part of this one"
    case .sameProteinChange: "Another allele with the same protein change"
    case .sameResidue: "Another change of the same residue"
    case .part: "A part of this joined allele"
    case .sameSpliceBase: "Another change of the same base of the splice site"
    case .sameSpliceMotif: "A change of another base of the same splice site"
    case .samePolyadenylationSignal: "Another change of the polyadenylation signal"
    }
  }
}

extension CuratedVariant.Basis {
  var label: String {
    switch self {
    case .primary: "reviewed primary publications"
    case .clinvar: "ClinVar's aggregate record"
    case .lead: "a lead, which never decides"
    }
  }
}

extension ClassSource {
  var label: String {
    switch self {
    case .curated: "curated IPEX table"
    case .lab: "the laboratory's own table"
    case .acmg: "ACMG/AMP criteria"
    case .none: "nothing that decides"
    }
  }
}

extension DistinctAlleles {
  /// What a further record of an allele says of itself, or one of an event that is told whole and in pieces.
  static let note =
    "the file tells this change in another record too, by itself or with others, which is listed here as well; it is "
    + "counted once"
}

extension SampleResult {
  /// Alternates that are held pathogenic or likely so and stay open, with their classes.
  var harmfulOpenNames: [String] {
    Set(openRecords.filter(\.isHarmful).flatMap(\.names)).sorted().map(LongAllele.shortened)
  }
}

extension OpenRecord {
  /// As `chrX:49258383 T>TGG (./.)`, with what reads say against it, and the alternates' names.
  var words: String {
    let call = [genotype ?? "no GT", contradiction].compactMap { $0 }.joined(separator: ": ")
    return LongAllele.shortened((["\(spelling) (\(call))"] + names).joined(separator: ", "))
  }

  /// The first few of several, and how many more there are.
  static func list(_ words: [String]) -> String {
    let most = 20
    let more = words.count - most
    return words.prefix(most).joined(separator: "; ")
      + (more > 0 ? "; and \(more) more" : "")
  }
}
