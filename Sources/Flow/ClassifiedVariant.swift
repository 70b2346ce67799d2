public import Genome

/// How a row of the curated table bears on a variant.
public enum TableRelation: String, Sendable, CaseIterable, Hashable {
  /// The same allele.
  case sameAllele = "same_allele"
  /// The row's removal lies wholly inside this variant's.
  case removes
  /// A pathogenic or likely pathogenic row's allele is a part of this change of several bases, in
  /// a codon (or, outside codons, at a base) that nothing else of it touches.
  case contains
  /// The allele of a part of this joined variant.
  case part
  /// Another allele that gives the same protein change.
  case sameProteinChange = "same_protein_change"
  /// Another change of the same residue.
  case sameResidue = "same_residue"
  /// Another substitution of the same base of a splice motif, acting through splicing.
  case sameSpliceBase = "same_splice_base"
  /// A substitution of another base of the same splice motif, acting through splicing.
  case sameSpliceMotif = "same_splice_motif"
  /// Another change of the polyadenylation signal.
  case samePolyadenylationSignal = "same_polyadenylation_signal"
}

extension TableRelation {
  /// Whether what the row describes is on the chromosome with the variant.
  public var isCarried: Bool { [.sameAllele, .removes, .contains].contains(self) }
}

/// A row of the curated table, or of a laboratory's own, with its bearing on a variant.
public struct TableEvidence: Sendable, Hashable {
  public var row: CuratedVariant
  public var relation: TableRelation
  /// Protein name of the row's allele on NM_014009.4, or `nil`.
  public var rowProteinName: String?
  /// The row is of a laboratory's own table.
  public var isOfLaboratory: Bool
  /// Why it decides nothing of this variant, although by itself it would; else `nil`.
  public var setAside: SetAside?

  public enum SetAside: Sendable, Hashable {
    /// The row of an upper table with this identifier decides on its allele.
    case overruled(by: String)
    /// It holds what it describes not harmful, and more of the gene is removed too.
    case takesMore
    /// The same, where more may be removed: the ends are not known exactly.
    case mayTakeMore

    /// A clause for a report.
    public var reason: String {
      switch self {
      case .overruled(let identifier): "row \(identifier) of an upper table decides in its place"
      case .takesMore: "more of the gene is removed too, of which it says nothing"
      case .mayTakeMore: "more of the gene may be removed too, of which it says nothing"
      }
    }
  }

  public init(
    row: CuratedVariant, relation: TableRelation, rowProteinName: String? = nil,
    isOfLaboratory: Bool = false, setAside: SetAside? = nil
  ) {
    self.isOfLaboratory = isOfLaboratory
    self.setAside = setAside
    self.row = row
    self.relation = relation
    self.rowProteinName = rowProteinName
  }

  /// Whether the row may decide a class of this variant by itself.
  public var decides: Bool { row.decides && setAside == nil }

  /// Whether it is a word on a smaller removal alone.
  public var isOfLess: Bool { setAside == .takesMore || setAside == .mayTakeMore }

  public var whyNotDeciding: String? { row.whyNotDeciding ?? setAside?.reason }
}

/// What decided the class.
public enum ClassSource: String, Sendable, CaseIterable, Hashable {
  case curated
  case lab
  case acmg
  case none = "."
}

/// A variant with its class and what it stands on.
public struct ClassifiedVariant: Sendable, Hashable {
  public var annotated: AnnotatedVariant
  public var clinicalClass: ClinicalClass
  public var source: ClassSource
  /// One sentence: why this class, or why none.
  public var reason: String
  /// ACMG/AMP criteria met, as `PVS1`; empty where the rules were not run.
  public var criteria: [String] = []
  public var points: Int? = nil
  /// What the rules say, also where a table row decides; `nil` where they can't be run.
  public var rules: RulesAssessment? = nil
  /// Rows that bear on the variant: the same allele first.
  public var evidence: [TableEvidence]
  /// Disagreements between sources, each a sentence.
  public var disagreements: [String] = []
  /// What the change does to splice signals by position weights, each a sentence: notes, on which
  /// nothing stands.
  public var spliceNotes: [String] = []
  /// Names of changes of the same copy, in other exons, that take its frame shift back.
  public var restoring: [String] = []

  /// Whether its class is that of what a copy of the gene carries together, and not of the allele alone.
  public var dependsOnCopy: Bool { annotated.normalised.isJoined || !restoring.isEmpty }

  /// A sentence where the same copy takes its frame shift back.
  public var restoringRemark: String? {
    guard !restoring.isEmpty else { return nil }
    return
      "The same copy of the gene has \(restoring.joined(separator: " and ")) in another exon, and together they "
      + "keep the reading frame: what the copy does has to be judged by both."
  }

  public init(
    annotated: AnnotatedVariant, clinicalClass: ClinicalClass, source: ClassSource,
    reason: String, evidence: [TableEvidence] = []
  ) {
    self.annotated = annotated
    self.clinicalClass = clinicalClass
    self.source = source
    self.reason = reason
    self.evidence = evidence
  }

  /// Without a class, so that it can't be called harmless; the reference's own sequence needs none.
  public var lacksClass: Bool {
    clinicalClass == .notEvaluated && !annotated.isReferenceOfGRCh38
  }

  /// Pathogenic or likely so, or held so by a row of this very allele that may not decide.
  public var isHeldHarmful: Bool { clinicalClass.isPathogenicOrLikely || harmfulRowSetAside != nil }

  /// A harmful row of this very allele where the class is none: it may not decide.
  public var harmfulRowSetAside: CuratedVariant? {
    guard !clinicalClass.isPathogenicOrLikely, source == .acmg || source == .none else {
      return nil
    }
    return evidence.first {
      $0.relation == .sameAllele && $0.row.superseded.isEmpty
        && $0.row.clinicalClass.isPathogenicOrLikely
    }?.row
  }

  /// The class by the rules where a row decides and stands on another side. That the rules alone don't reach a class is
  /// no contradiction: what a row knows of patients they do not count.
  public var contradictingRules: ClinicalClass? {
    guard let theirs = rules?.classByPoints, theirs != .uncertain, source != .acmg,
      clinicalClass != .notEvaluated
    else { return nil }
    let isSameSide =
      clinicalClass.isPathogenicOrLikely == theirs.isPathogenicOrLikely
      && clinicalClass.isBenignOrLikely == theirs.isBenignOrLikely
    return isSameSide ? nil : theirs
  }

  /// Held harmful by a row of this very allele or by the rules, and the other contradicts it.
  public var isHarmfulOnOneSide: Bool {
    if clinicalClass.isBenignOrLikely, harmfulRowSetAside != nil { return true }
    return contradictingRules.map { $0.isPathogenicOrLikely || clinicalClass.isPathogenicOrLikely }
      ?? false
  }

  /// Harmless by the row that decides and harmful by the rules, or harmless by the rules and harmful by a row that does
  /// not decide: nobody is cleared before both were reviewed.
  public var isClearedOnOneSide: Bool { isHarmfulOnOneSide && clinicalClass.isBenignOrLikely }

  /// The row for this very allele, if the table has one; of several the first that decides.
  public var matchedRow: CuratedVariant? {
    let rows = evidence.filter { $0.relation == .sameAllele || $0.relation == .removes }
    return (rows.first(where: \.decides) ?? rows.first)?.row
  }

  /// A harmful row of a lower table for what is carried here that a laboratory's row overrules without saying
  /// so in its reason: a slip of the pen must not clear anybody.
  public var overruled: CuratedVariant? {
    let deciding = evidence.filter { $0.relation.isCarried && $0.row.decides }
    guard source == .lab, !clinicalClass.isPathogenicOrLikely, let top = deciding.first else {
      return nil
    }
    return deciding.dropFirst().map(\.row).first {
      $0.clinicalClass.isPathogenicOrLikely
        && !top.row.overrules($0.identifier)
    }
  }
}
