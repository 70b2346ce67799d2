import Annotation
import Flow
import Genome
import Nomenclature

/// A place where our answer is another than VEP's, and the passage that decides it
/// (`docs/vep-differences.md` explains each).
struct VEPDifference: Hashable {
  enum Category: String, CaseIterable {
    /// VEP judged the spelling it was given; for the left-aligned spelling, or by our own rules
    /// for the given one, the answers agree.
    case spelling
    /// A stop inside an insertion: VEP says the stop is retained.
    case stopInInsertion = "stop_in_insertion"
    /// A donor stands before the inserted bases and again behind them: VEP judged them in the exon.
    case repeatedDonor = "repeated_donor"
    /// The alternate is longer than the reference: VEP tests a stretch that is not replaced.
    case longerAlternate = "longer_alternate"
    /// The stop codon or the bases before it: VEP's stop_retained, `delext`, in-frame `delins`, or
    /// an insertion where residues before the stop make an extension.
    case stopCodon = "stop_codon"
    /// VEP counts stops in another 3' UTR than the transcript's.
    case untranslatedStop = "untranslated_stop"
    /// VEP names no protein change where coding and untranslated bases go together.
    case codingBorder = "coding_border"
    /// A lost or kept start.
    case start
    /// A stop at once is nonsense, whatever brings it.
    case nonsense
    /// Several residues unchanged: `p.(Ser13_Leu14=)`.
    case unchanged
    case unexplained
  }

  let row: String
  let column: String
  let theirs: String
  let ours: String
  let category: Category

  var line: String {
    [row, column, theirs, ours, category.rawValue].joined(separator: "\t")
  }
}

/// Finds out why an answer differs.
struct VEPJudge {
  let row: VEPRow
  let given: SequenceChange
  let ours: TranscriptAnnotation
  /// Our answer for the spelling VEP was given, not shifted.
  let asGiven: TranscriptAnnotation

  var differences: [VEPDifference] {
    var found: [VEPDifference] = []
    let terms = joined(ours.consequences)
    if terms != row.consequence {
      found.append(difference("consequence", row.consequence, terms, consequenceCategory))
    }
    let name = ours.codingName ?? "."
    if name != row.codingName {
      found.append(difference("hgvs_c", row.codingName, name, .unexplained))
    }
    let protein = VEPJudge.bare(ours.proteinName)
    if protein != row.proteinName {
      found.append(difference("hgvs_p", row.proteinName, protein, proteinCategory(protein)))
    }
    return found
  }

  private func difference(
    _ column: String, _ theirs: String, _ ours: String, _ category: VEPDifference.Category
  ) -> VEPDifference {
    VEPDifference(
      row: "\(row.position)\t\(row.reference)\t\(row.alternate)\t\(row.transcript)",
      column: column, theirs: theirs, ours: ours, category: category)
  }

  private var consequenceCategory: VEPDifference.Category {
    if joined(asGiven.consequences) == row.consequence { return .spelling }
    if isBehindDonor { return .repeatedDonor }
    if row.consequence.contains("stop_retained"), asGiven.consequences.contains(.stopGained) {
      return .stopInInsertion
    }
    if nearStop { return .stopCodon }
    if nearStart { return .start }
    if !given.reference.isEmpty, given.alternate.count > given.reference.count {
      return .longerAlternate
    }
    return .unexplained
  }

  private func proteinCategory(_ protein: String) -> VEPDifference.Category {
    if VEPJudge.bare(asGiven.proteinName) == row.proteinName { return .spelling }
    let theirs = row.proteinName
    if nearStart { return .start }
    if let left = theirs.firstRange(of: "fsTer"), let right = protein.firstRange(of: "fsTer"),
      theirs[..<left.lowerBound] == protein[..<right.lowerBound]
    {
      return .untranslatedStop
    }
    if theirs == ".", crossesCodingBorder { return .codingBorder }
    if theirs.hasSuffix("Ter"), protein.hasSuffix("Ter") { return .nonsense }
    if nearStop { return theirs.contains("extTer17") ? .untranslatedStop : .stopCodon }
    if protein.hasSuffix("="), theirs.hasSuffix("=") { return .unchanged }
    if given != given.trimmed() || row.codingName == ours.codingName, isMoved { return .spelling }
    return .unexplained
  }

  /// VEP builds the protein name from bases it did not move together with the position.
  private var isMoved: Bool { ours.codingName == row.codingName && movedFromGiven }

  var movedFromGiven = false

  private var crossesCodingBorder: Bool {
    ours.codingName?.contains("*") == true || ours.consequences.contains(.stopLost)
      || ours.consequences.contains(.stopRetained) || ours.codingName == "."
      || asGiven.proteinName == nil
  }

  /// Named in the intron, and given in the exon.
  private var isBehindDonor: Bool {
    ours.codingName?.contains("+") == true && ours.consequences.contains(.intron)
      && !asGiven.consequences.contains(.intron)
  }

  private var nearStop: Bool {
    let stop = row.transcript == "NM_014009.4" ? 1294 : 1189
    let name = row.codingName
    let numbers = name.split { !$0.isNumber }.compactMap { Int($0) }
    return name.contains("*") || numbers.contains { $0 >= stop - 5 && $0 <= stop + 2 }
      || row.proteinName.contains("Ter432") || row.proteinName.contains("Ter397")
      || ours.proteinName?.contains("Ter432") == true
      || ours.proteinName?.contains("Ter397") == true
  }

  private var nearStart: Bool {
    row.consequence.contains("start_") || ours.consequences.contains(.startLost)
      || ours.consequences.contains(.startRetained) || row.proteinName.contains("Met1")
  }

  private func joined(_ terms: [ConsequenceTerm]) -> String {
    terms.map(\.rawValue).joined(separator: "&")
  }

  static func bare(_ name: String?) -> String {
    (name ?? ".").filter { $0 != "(" && $0 != ")" }
  }
}
