import Flow
import Genome
import Nomenclature

/// The conclusion in one sentence that a clinician can act on.
///
/// It is built from the result's own facts and never says more than they do: "no variant" always
/// comes with what was and what was not looked at, and a variant that was called without being
/// confirmed or classified is named.
struct ConclusionStatement {
  let result: SampleResult

  var sentence: String {
    guard let conclusion = result.conclusion else { return withoutSample }
    return "\(conclusion.word.label): \(statement(conclusion))."
  }

  private var withoutSample: String {
    let count = DistinctAlleles.of(result.variants).count
    return "No conclusion: the file has no sample column, so \(Words.count(count, "variant")) of "
      + "FOXP3 \(count == 1 ? "is" : "are") named and classified here, and nothing is "
      + "said of any person."
  }

  private func statement(_ conclusion: Conclusion) -> String {
    switch conclusion.word {
    case .failed: return "the analysis did not end and nothing is concluded, for the reason below"
    case .notAssessable: return notAssessable
    default: break
    }
    if let missing = missingVariant(conclusion.finding) { return missing }
    switch conclusion.finding {
    case .hemizygousPLP: return hemizygous
    case .mosaicPLP: return mosaic
    case .biallelicPLP: return biallelic
    case .heterozygousPLP: return heterozygous
    case .plpStateUnknown: return stateUnknown
    case .vus: return uncertain
    case .noneReportable: return noneReportable(conclusion)
    }
  }

  /// A finding without a variant behind it is a fault; the report says so rather than assert it.
  private func missingVariant(_ finding: Finding) -> String? {
    let isThere =
      switch finding {
      case .noneReportable: true
      case .vus: !reportable { $0.clinicalClass == .uncertain }.isEmpty
      default: !leading(nil).isEmpty
      }
    return isThere
      ? nil
      : "the finding is \(finding.rawValue), but no such variant is listed, which is a fault of "
        + "this program; do not use this report"
  }

  // MARK: A pathogenic or likely pathogenic variant

  private var hemizygous: String {
    let variants = leading(.hemizygous)
    let meaning =
      person.hasPicture
      ? "with a fitting clinical picture this supports IPEX syndrome"
      : "most males with such a variant become ill with IPEX syndrome, but not all, and how severely can't "
        + "be foretold before birth"
    let place =
      excludeEachOther(variants)
      ? "called on the only X chromosome (hemizygous), which can't carry all of them, since they change the same "
        + "bases: one event that is told twice, or an error"
      : "present on the only X chromosome (hemizygous)"
    return "\(described(variants)) \(isOrAre(variants)) \(place); "
      + "\(meaning), and it has to be confirmed by an orthogonal method"
  }

  private func excludeEachOther(_ variants: [SampleVariant]) -> Bool {
    let changes = variants.compactMap(\.classified.annotated.normalised.writtenChange)
      .sorted { $0.stands(before: $1) }
    return zip(changes, changes.dropFirst()).contains { $0.overlaps($1) }
  }

  private var mosaic: String {
    let variants = leading(.mosaic)
    return
      "\(described(variants)) \(isOrAre(variants)) present in part of the reads only (mosaic); this "
      + "can cause or contribute to IPEX syndrome, and it has to be confirmed by an orthogonal "
      + "method, in a second tissue where possible"
  }

  private var biallelic: String {
    let leading = leading(nil)
    let assessment =
      person.isLost || person.isDeceased ? "" : "clinical and immunological assessment and for "
    let open =
      person.isInTrans
      ? "that they stand on different copies has to be confirmed, by the parents' samples or by phasing"
      : "the loss of the other copy has to be considered"
    return "\(described(leading)) \(leading.count == 1 ? "leaves" : "leave") no copy of FOXP3 read "
      + "without a pathogenic or likely pathogenic variant; this calls for "
      + "\(assessment)confirmation by an orthogonal method, and \(open)"
  }

  private var heterozygous: String {
    let variants = leading(.heterozygous)
    let state = "\(described(variants)) \(isOrAre(variants)) heterozygous"
    guard result.sex.sex == .female else {
      return "\(state); confirm by an orthogonal method and establish the sex before this is read "
        + "as carrier status"
    }
    if person.isOfUnknownShare {
      return
        "\(described(variants)) \(isOrAre(variants)) called heterozygous in a female, in a share of reads that is "
        + "not that of one of two copies: whether all of her cells carry it is not known; \(unexplained)"
        + "settle it by an orthogonal method and in a second tissue before "
        + (person.isDeceased
          ? "her family's risk is told, and offer the family genetic counselling"
          : "a carrier's risk is told, and offer genetic counselling")
    }
    let offer =
      person.isUnborn || person.isLost
      ? "offer the parents testing and genetic counselling"
      : "offer \(person.isDeceased ? "the family " : "")genetic counselling"
    return "\(state) in a female, the state of a carrier of X-linked IPEX syndrome; \(unexplained)"
      + "confirm by an orthogonal method and \(offer)"
  }

  /// A carrier's illness is not explained by what makes her one.
  private var unexplained: String {
    guard person.hasSigns else { return "" }
    let open = [
      result.conclusion?.completeness == .incomplete ? "a second variant" : nil,
      result.copyNumber.isAssessed ? nil : "the loss of the other copy",
      "an unequal X inactivation", "a cause in another gene",
    ].compactMap { $0 }
    return
      "one changed copy alone does not explain the signs of illness that are documented in her, and "
      + "\(Words.list(open)) are not excluded; "
  }

  private var person: TestedPerson { TestedPerson(result: result) }

  private var stateUnknown: String {
    let variants = leading(nil)
    return
      "\(described(variants)) \(isOrAre(variants)) present, but how many copies carry it, or whether an "
      + "unchanged one is left, can't be stated, for the reason below; IPEX syndrome is not excluded, and "
      + "what is open has to be established by an orthogonal method"
  }

  // MARK: No such variant

  private var uncertain: String {
    let variants = reportable { $0.clinicalClass == .uncertain }
    var text =
      "\(described(variants)) \(isOrAre(variants)) present; \(heldHarmful(variants))this neither supports nor "
      + "excludes IPEX syndrome and must not be used for carrier, predictive or prenatal testing"
    if let doubt { text += "; besides, \(doubt)" }
    return text
  }

  /// Of a harmful row that decides nothing the first sentence has to speak: it is no variant of which nothing is known.
  private func heldHarmful(_ variants: [SampleVariant]) -> String {
    let held = variants.filter { $0.classified.harmfulRowSetAside != nil }
    guard !held.isEmpty else { return "" }
    let names = held.map {
      VariantName.short($0.classified.annotated, provenance: result.provenance)
    }
    let which = variants.count == 1 ? "it" : Words.shortList(names)
    return
      "\(which) \(held.count == 1 ? "is" : "are") listed as pathogenic or likely pathogenic, on evidence that has to "
      + "be reviewed first; until then "
  }

  private func noneReportable(_ conclusion: Conclusion) -> String {
    // A result that lists such a variant must not deny it, whatever its finding.
    let confirmed = reportable { $0.clinicalClass.rank <= ClinicalClass.uncertain.rank }
    let none =
      confirmed.isEmpty
      ? "no pathogenic, likely pathogenic or uncertain variant of FOXP3 was confirmed"
      : "\(described(confirmed)) \(isOrAre(confirmed)) among the calls"
    switch conclusion.word {
    case .negative:
      return "\(none), and \(lookedAt) were looked at, copy number included; "
        + (person.mayAskForCarrierStatus
          ? "\(ConclusionStatement.hiddenVariant) and other genes remain to be considered"
          : "this lowers but does not remove the chance of IPEX syndrome, and other genes can cause the "
            + "same picture")
    case .negativeSequenceOnly:
      return "\(none), and \(lookedAt) were looked at for sequence variants, but not for copy "
        + "number; deletions and duplications of FOXP3"
        + (person.mayAskForCarrierStatus ? ", \(ConclusionStatement.hiddenVariant)" : "")
        + " and other genes remain to be considered"
    default:
      return "\(none), but \(doubt ?? "the data do not settle it, for the reason below"); IPEX "
        + "syndrome \(person.mayAskForCarrierStatus ? "or carrier status " : "")is neither supported nor "
        + "excluded by this result"
    }
  }

  private static let hiddenVariant =
    "a variant in only a part of her cells (egg cells among them)"

  private var notAssessable: String {
    var parts = ["nothing is concluded about FOXP3 in this sample, for the reason below"]
    let called = distinct { $0.classified.clinicalClass.isPathogenicOrLikely }
    if !called.isEmpty {
      parts.append(
        "\(described(called)) \(isOrAre(called)) among the calls all the same and must be followed up in a sample "
          + "that can be assessed")
    }
    if let open { parts.append("\(open) and must be settled") }
    return parts.joined(separator: "; ")
  }

  private var open: String? {
    let names = result.harmfulOpenNames
    return names.isEmpty ? nil : "whether it carries \(Words.list(names)) is open"
  }

  /// What keeps a sample without a reportable variant from being negative.
  private var doubt: String? {
    let unconfirmed = distinct {
      !$0.isConfirmed && !$0.classified.clinicalClass.isBenignOrLikely && !$0.isBesideGene
    }
    let unclassified = distinct {
      $0.isConfirmed && $0.classified.lacksClass && !$0.isBesideGene
    }
    var doubts: [String] = []
    if !unconfirmed.isEmpty {
      doubts.append(
        "\(described(unconfirmed)) \(unconfirmed.count == 1 ? "was" : "were") called but not "
          + "confirmed")
    }
    if !unclassified.isEmpty {
      doubts.append("\(described(unclassified)) \(isOrAre(unclassified)) not classified")
    }
    let cleared = distinct { $0.classified.isClearedOnOneSide && !$0.isBesideGene }
    if !cleared.isEmpty {
      doubts.append(
        "\(described(cleared)) \(isOrAre(cleared)) present, which a row of the table and the ACMG/AMP rules judge "
          + "in contrary ways"
      )
    }
    if let open { doubts.append(open) }
    if let gap { doubts.append(gap) }
    return doubts.isEmpty ? nil : doubts.joined(separator: "; ")
  }

  private var gap: String? {
    let counts = LedgerCounts(result.ledger)
    return counts.open > 0
      ? "\(counts.unseen) \(counts.open == 1 ? "was" : "were") not shown to be read" : nil
  }

  private var lookedAt: String { LedgerCounts(result.ledger).seen }

  // MARK: Variants in words

  /// The pathogenic and likely pathogenic variants that the sentence is about: confirmed ones
  /// before others, and among them those of `zygosity`, where there are any.
  private func leading(_ zygosity: Zygosity?) -> [SampleVariant] {
    let all = result.variants.filter { $0.classified.clinicalClass.isPathogenicOrLikely }
    let confirmed = all.filter(\.isConfirmed)
    let chosen = confirmed.isEmpty ? all : confirmed
    let inState = chosen.filter { $0.zygosity == zygosity }
    return DistinctAlleles.of(inState.isEmpty ? chosen : inState)
  }

  private func reportable(_ include: (ClassifiedVariant) -> Bool) -> [SampleVariant] {
    distinct { $0.isConfirmed && include($0.classified) }
  }

  /// Those variants, an allele that the file tells twice told once.
  private func distinct(_ include: (SampleVariant) -> Bool) -> [SampleVariant] {
    DistinctAlleles.of(result.variants.filter(include))
  }

  /// "a pathogenic variant of FOXP3, c.1189C>T p.(Arg397Trp)," or, of several, "2 … variants".
  private func described(_ variants: [SampleVariant]) -> String {
    let sorted = variants.enumerated().sorted {
      ($0.element.classified.clinicalClass.rank, $0.offset)
        < ($1.element.classified.clinicalClass.rank, $1.offset)
    }.map(\.element)
    let names = sorted.map {
      VariantName.short($0.classified.annotated, provenance: result.provenance)
    }
    let isUncertain = sorted.allSatisfy { $0.classified.clinicalClass == .uncertain }
    let gene = isUncertain ? "of uncertain significance in FOXP3" : "of FOXP3"
    guard sorted.count > 1 else {
      let kind = sorted.first.map { adjective($0.classified.clinicalClass) } ?? ""
      return "a \(kind)variant \(gene), \(names.first ?? "unnamed"),"
    }
    let isUnclassified = sorted.first?.classified.clinicalClass == .notEvaluated
    let kind = isUncertain || isUnclassified ? "" : adjectives(sorted) + " "
    return "\(sorted.count) \(kind)variants \(gene), \(Words.shortList(names)),"
  }

  private func adjective(_ clinicalClass: ClinicalClass) -> String {
    switch clinicalClass {
    case .uncertain, .notEvaluated: ""
    default: "\(clinicalClass.words) "
    }
  }

  private func adjectives(_ variants: [SampleVariant]) -> String {
    var words: [String] = []
    for variant in variants {
      let clinicalClass = variant.classified.clinicalClass
      let word = clinicalClass == .notEvaluated ? "unclassified" : clinicalClass.words
      if !words.contains(word) { words.append(word) }
    }
    return words.count > 1
      ? words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "") : words.first ?? ""
  }

  private func isOrAre(_ variants: [SampleVariant]) -> String {
    variants.count == 1 ? "is" : "are"
  }
}
