public import Flow
public import Genome
import Nomenclature

/// Gives each variant its class by the curated table, else by the ACMG/AMP rules, with the rows that
/// bear on it.
///
/// A row decides only for its very allele (or the removal it describes), and only when it rests on
/// reviewed primary evidence or on ClinVar at two stars or more; where none does, the rules decide.
/// What the rules say is given in either case, and where it contradicts a row, that is said. Alleles
/// that can't be assessed and variants beyond the transcript's ends stay `not_evaluated`.
public struct Classifier: Sendable {
  private let matcher: TableMatcher
  private let rules: Rules

  /// `transcripts`: NM_014009.4 on each build.
  public init(
    rows: [PlacedRow], transcripts: [Assembly: Transcript], loci: [Assembly: Locus], rules: Rules
  ) {
    self.rules = rules
    matcher = TableMatcher(rows: rows, transcripts: transcripts, loci: loci)
  }

  /// `evidence`: what is known of the allele from outside the table, as counts, scores and the case file.
  public func classify(
    _ variant: AnnotatedVariant, evidence: VariantEvidence = .none
  ) -> ClassifiedVariant {
    if let reason = reasonWithoutClass(variant) {
      return ClassifiedVariant(
        annotated: variant, clinicalClass: .notEvaluated, source: .none, reason: reason)
    }
    let bearing = matcher.evidence(for: variant)
    let rows = bearing + JoinedParts(evidence.parts).rows(besides: bearing)
    let assessment =
      outsideReason(variant.normalised) == nil
      ? rules.assess(variant, rows: rows, evidence: evidence) : nil
    let matches = rows.filter(\.relation.isCarried)
    var classified = undecided(variant, rows, matches.first, assessment)
    let deciding = matches.first(where: \.decides)
    if let deciding {
      classified.clinicalClass = deciding.row.clinicalClass
      classified.source = deciding.isOfLaboratory ? .lab : .curated
      classified.reason = decisionReason(deciding)
    }
    classified.criteria = assessment?.codes ?? []
    classified.points = assessment?.points
    classified.rules = assessment
    classified.spliceNotes = assessment == nil ? [] : rules.spliceNotes(variant.normalised)
    classified.restoring = evidence.restoring
    classified.disagreements =
      (deciding.map { TableComparison.disagreements(of: $0, among: rows) } ?? [])
      + matches.compactMap { ClinVarComparison.disagreement(of: $0.row) }
      + [RulesComparison.disagreement(classified)].compactMap { $0 }
      + JoinedParts(evidence.parts).remarks(beside: classified.clinicalClass)
      + [classified.restoringRemark].compactMap { $0 }
    return classified
  }

  /// Why neither table nor rules are asked; `nil` where they are.
  private func reasonWithoutClass(_ variant: AnnotatedVariant) -> String? {
    if case .notAssessable(let cause) = variant.normalised.change {
      return "This allele can't be classified: \(cause.reason)."
    }
    guard variant.isReferenceOfGRCh38 else { return nil }
    return
      "It is the reference sequence of GRCh38, from which GRCh37 differs here: there, where the "
      + "names and the table stand, nothing is changed, so that it needs no class."
  }

  /// The class by the rules alone, or none where they can't be run.
  private func undecided(
    _ variant: AnnotatedVariant, _ rows: [TableEvidence], _ match: TableEvidence?,
    _ assessment: RulesAssessment?
  ) -> ClassifiedVariant {
    let open = openReason(variant, rows, match)
    guard let assessment else {
      return ClassifiedVariant(
        annotated: variant, clinicalClass: .notEvaluated, source: .none, reason: open,
        evidence: rows)
    }
    return ClassifiedVariant(
      annotated: variant, clinicalClass: assessment.classByPoints, source: .acmg,
      reason: "\(open) \(RulesComparison.sentence(assessment))", evidence: rows)
  }

  private func decisionReason(_ evidence: TableEvidence) -> String {
    let row = evidence.row
    let table = evidence.tableName
    let what =
      switch evidence.relation {
      case .removes:
        "This variant removes what row \(row.identifier) (\(row.codingName)) of \(table) describes"
      case .contains:
        "This variant contains row \(row.identifier) (\(row.codingName)) of \(table), which nothing "
          + "else of it touches"
      default: "Row \(row.identifier) of \(table) is this allele"
      }
    return sentence("\(what): \(row.clinicalClass.words). \(row.classReason)")
  }

  private func openReason(
    _ variant: AnnotatedVariant, _ evidence: [TableEvidence], _ match: TableEvidence?
  ) -> String {
    if let match, let why = match.whyNotDeciding {
      let bearing =
        switch match.relation {
        case .removes: "describes a part of this removal"
        case .contains: "is a part of this allele"
        default: "is this allele"
        }
      return
        "Row \(match.row.identifier) of \(match.tableName)\(Classifier.stated(match.row)) \(bearing), but it "
        + "does not decide a class: \(why)."
    }
    if let place = outsideReason(variant.normalised) { return place }
    return "No row of the curated table is this allele.\(Classifier.relatedSentence(evidence))"
  }

  private static func stated(_ row: CuratedVariant) -> String {
    row.clinicalClass == .notEvaluated ? "" : " (\(row.clinicalClass.words))"
  }

  /// Beyond the transcript's ends nothing is classified: at its 3' end begins another disease gene. A duplication
  /// spelled in bases lies where what it doubles lies.
  private func outsideReason(_ variant: NormalisedVariant) -> String? {
    guard let map = matcher.maps[variant.assembly],
      let place = variant.sequenceChange.flatMap(map.structure)?.interval ?? variant.interval
    else { return nil }
    let extent = map.transcript.extent
    if let reach = variant.reach, reach.overlaps(extent), !place.overlaps(extent) {
      return
        "As written it lies beside FOXP3; by what its record leaves open of its ends it may reach into the "
        + "gene."
    }
    if place.end < extent.start {
      return
        "It lies beyond the 3' end of FOXP3, towards CCDC22, a disease gene of its own, and is not "
        + "assessed here."
    }
    guard place.start > extent.end else { return nil }
    return
      "It lies upstream of exon 1 of NM_014009.4; no row of the curated table is this allele, and "
      + "its effect on the gene's regulation is not assessed here."
  }

  private static func relatedSentence(_ evidence: [TableEvidence]) -> String {
    let same = evidence.filter { $0.relation == .sameProteinChange }.map(\.row.identifier)
    if !same.isEmpty {
      return " Another allele with the same protein change is row \(same.joined(separator: ", "))."
    }
    let residue = evidence.filter { $0.relation == .sameResidue }.map(\.row.identifier)
    guard !residue.isEmpty else { return "" }
    return " Other changes of the same residue: row \(residue.joined(separator: ", "))."
  }

  private func sentence(_ text: String) -> String {
    let trimmed = text.last == " " ? String(text.dropLast()) : text
    return trimmed.hasSuffix(".") ? trimmed : trimmed + "."
  }
}

extension NormalisedVariant {
  /// The reference bases replaced, 1-based; empty (the place between two bases) for an insertion.
  fileprivate var interval: Interval? {
    switch change {
    case .sequence(let change): change.interval
    case .structural(let change): change.interval
    case .notAssessable: nil
    }
  }
}
