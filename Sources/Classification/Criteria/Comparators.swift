import Flow
import Genome
import Nomenclature
import Settings

/// Rows of the table that another allele may be compared with: pathogenic or likely pathogenic by
/// evidence of their own, for another allele than the one at hand.
struct Comparators {
  let input: CriterionInput

  /// Rows in `relation` that decide a class by themselves, and act through the residue, not
  /// through splicing. A pathogenic one comes first.
  func rows(_ relation: TableRelation) -> [TableEvidence] {
    ordered(deciding(relation).filter { !leans($0) && spliceDoubt(of: $0) == nil })
  }

  /// The result where rows of `relation` are passed over since their changes may act through splicing; `nil` where
  /// none is.
  func passedOver(_ criterion: Criterion, _ relation: TableRelation) -> CriterionResult? {
    let rows = ordered(deciding(relation).filter { !leans($0) && Comparators.isMissenseRow($0) })
    guard let row = rows.first(where: { spliceDoubt(of: $0) != nil }),
      let doubt = spliceDoubt(of: row)
    else { return nil }
    let fact =
      "\(text(row)) "
      + (relation == .sameResidue
        ? "is another change of the residue" : "has the same protein change by another allele")
      + ", but \(doubt): the residue is no common ground."
    guard input.evidence.rowSpliceScores[row.row.identifier] == nil else {
      return CriterionResult(criterion, .notMet, fact)
    }
    return CriterionResult(
      criterion, .notEvaluated, fact,
      missing: "a \(AcmgPolicy.Scores.spliceTool) score of \(row.row.codingName) in --scores")
  }

  /// Why a row's change may act through splicing: it replaces bases of a splice motif, and no score of it excludes
  /// that. `nil` of every other row.
  private func spliceDoubt(of evidence: TableEvidence) -> String? {
    guard let change = change(of: evidence),
      SpliceSite.all(of: input.map.transcript).contains(where: {
        $0.motif.overlaps(change.interval)
      })
    else { return nil }
    let tool = AcmgPolicy.Scores.spliceTool
    guard let score = input.evidence.rowSpliceScores[evidence.row.identifier] else {
      return "it lies in a splice motif and may act through splicing"
    }
    return score < predictedSplicing
      ? nil : "\(tool) \(ShareText.exact(score)) predicts that it acts through splicing"
  }

  /// What a row's name says, on the build of the variant: so near an exon intronic numbers are the same on both.
  func change(of evidence: TableEvidence) -> SequenceChange? {
    try? HGVSReader.change(codingName: evidence.row.codingName, on: input.map)
  }

  /// The score from which on an effect on splicing is predicted.
  var predictedSplicing: Double {
    input.policy.scores.tool(AcmgPolicy.Scores.spliceTool)?.pathogenic.values.min() ?? 0
  }

  /// Those that could be compared with, did they not lean on the variant themselves.
  func leaning(_ relation: TableRelation) -> [TableEvidence] {
    ordered(deciding(relation).filter(leans))
  }

  private func deciding(_ relation: TableRelation) -> [TableEvidence] {
    input.rows.filter {
      $0.relation == relation && $0.row.decides && $0.row.clinicalClass.isPathogenicOrLikely
        && !$0.row.speaksOfSplicing
    }
  }

  /// The same for rows that act through splicing.
  func spliceRows() -> [TableEvidence] {
    ordered(
      input.rows.filter {
        ($0.relation == .sameSpliceBase || $0.relation == .sameSpliceMotif) && $0.row.decides
          && $0.row.clinicalClass.isPathogenicOrLikely && !leans($0)
      })
  }

  /// Whether the reason of a row's class names the variant at hand, or, without a name, a known change of the
  /// same residue where this is one: a row that leans on this variant can't carry it in turn.
  private func leans(_ evidence: TableEvidence) -> Bool {
    let reason = evidence.row.classReason
    if ownNames(beside: evidence.relation).contains(where: reason.contains) { return true }
    return evidence.relation == .sameResidue && isListedAsHarmful
      && reason.contains("same residue") && reason.firstMatch(of: /same residue as/) == nil
  }

  /// The variant's `c.` name, and its missense change as `Arg397Trp` and `R397W`, unless that is the row's own
  /// change too, of which its reason may well speak.
  private func ownNames(beside relation: TableRelation) -> [String] {
    let protein =
      relation == .sameProteinChange
      ? nil : input.mane.proteinName.flatMap(ProteinNameText.canonical)
    return [input.mane.codingName, protein, protein.flatMap(oneLetter)].compactMap { $0 }
  }

  /// Whether the table has the variant's protein change as one that causes disease.
  private var isListedAsHarmful: Bool {
    input.rows.contains {
      ($0.relation == .sameAllele || $0.relation == .sameProteinChange)
        && $0.row.clinicalClass.isPathogenicOrLikely
    }
  }

  private func oneLetter(_ canonical: String) -> String? {
    guard let first = ProteinNameText.firstResidue(canonical),
      let last = AminoAcid(name: canonical.suffix(3))
    else { return nil }
    return String(decoding: [first.residue.code], as: UTF8.self) + "\(first.number)"
      + String(decoding: [last.code], as: UTF8.self)
  }

  private func ordered(_ fitting: [TableEvidence]) -> [TableEvidence] {
    fitting.filter { $0.row.clinicalClass == .pathogenic }
      + fitting.filter { $0.row.clinicalClass != .pathogenic }
  }

  /// Whether a row's change replaces one residue by another, by what it does to the protein and not by the
  /// words of a table.
  static func isMissenseRow(_ evidence: TableEvidence) -> Bool {
    guard let name = evidence.rowProteinName.flatMap(ProteinNameText.canonical),
      let first = ProteinNameText.firstResidue(name), first.number > 1,
      let last = AminoAcid(name: name.suffix(3))
    else { return false }
    return last != .stop && first.residue != .stop
      && name == "\(first.residue.threeLetters)\(first.number)\(last.threeLetters)"
  }

  /// As `FX0042 c.1189C>T p.(Arg397Trp) (pathogenic)`.
  func text(_ evidence: TableEvidence) -> String {
    let names = [evidence.row.identifier, evidence.row.codingName, evidence.rowProteinName]
    return names.compactMap { $0 }.joined(separator: " ")
      + " (\(evidence.row.clinicalClass.words))"
  }

  /// Why no row can be compared with, where that is not the table's answer.
  func obstacle(_ criterion: Criterion) -> CriterionResult? {
    guard input.isTableOn else {
      return CriterionResult(
        criterion, .notEvaluated, "The table is switched off.", missing: "a table of variants")
    }
    return nil
  }

  /// A missense change whose effect may come through splicing can't be compared by its residue.
  /// None where no effect was seen in the RNA, whatever is predicted.
  func splicingDoubt(_ criterion: Criterion) -> CriterionResult? {
    guard input.documented(.bp7) == nil else { return nil }
    let tool = AcmgPolicy.Scores.spliceTool
    if let doubt = input.evidence.scoreDoubts.first(where: { $0.tool == tool }) {
      return CriterionResult(
        criterion, .notEvaluated, "An effect on splicing is not excluded. \(doubt.reason)",
        missing: Predictions.oneValue)
    }
    if let score = input.score(tool) {
      guard score.value >= predictedSplicing else { return nil }
      return CriterionResult(
        criterion, .notMet,
        "\(tool) \(ShareText.exact(score.value)) predicts an effect on splicing, so that the residue "
          + "is no common ground.")
    }
    guard input.isNearSpliceSite else { return nil }
    return CriterionResult(
      criterion, .notEvaluated,
      "It lies in a splice region, and an effect on splicing is not excluded.",
      missing: "a \(tool) score")
  }
}
