import Flow
import Genome
import Nomenclature
import Settings

/// All that the criteria may look at for one variant.
struct CriterionInput: Sendable {
  let annotated: AnnotatedVariant
  /// What it does to NM_014009.4.
  let mane: TranscriptAnnotation
  /// NM_014009.4 on the build of the variant.
  let map: TranscriptMap
  /// The allele, trimmed and left-aligned; also for a deletion given by its ends, where the locus
  /// has the bases.
  let change: SequenceChange?
  let structural: StructuralChange?
  /// Rows that bear on it; empty with the table switched off.
  let rows: [TableEvidence]
  let isTableOn: Bool
  let regions: [ProteinRegion]
  let evidence: VariantEvidence
  let policy: AcmgPolicy
  /// The change inside one exon, at whichever of its spellings lies there.
  let edit: TranscriptEdit?
  /// What `edit` does to the protein; `nil` where it lies outside the coding region.
  let protein: ProteinChange?
  /// Whether the exon may be read without the change, from an acceptor behind it.
  let repeatsAcceptor: Bool
  /// A donor behind the change up to which the exon may be read with it.
  let repeatedDonor: RepeatedDonor?

  /// `nil` for a variant that can't be assessed, or without a transcript.
  init?(
    _ annotated: AnnotatedVariant, map: TranscriptMap, rows: [TableEvidence], isTableOn: Bool,
    regions: [ProteinRegion], evidence: VariantEvidence, policy: AcmgPolicy
  ) {
    guard let mane = annotated.mane else { return nil }
    self.annotated = annotated
    self.mane = mane
    self.map = map
    self.rows = rows
    self.isTableOn = isTableOn
    self.regions = regions
    self.evidence = evidence
    self.policy = policy
    switch annotated.normalised.change {
    case .notAssessable: return nil
    case .sequence(let sequence):
      structural = map.structure(of: sequence)
      change = structural == nil ? sequence : nil
    case .structural(let symbolic):
      structural = CriterionInput.placed(symbolic, on: map)
      change = CriterionInput.deletion(symbolic, on: map.locus)
    }
    edit = change.flatMap { change in
      change.spellings(on: map.locus).lazy.compactMap { TranscriptEdit($0, on: map) }.first
    }
    protein = edit?.proteinChange()
    repeatsAcceptor = change.map(map.repeatsAcceptor) ?? false
    repeatedDonor = change.flatMap { RepeatedDonor($0, on: map) }
  }

  /// The same with other ends of the structural change, taken for exact.
  func with(ends interval: Interval) -> CriterionInput? {
    guard let structural else { return nil }
    var annotated = annotated
    annotated.normalised.change = .structural(
      StructuralChange(
        kind: structural.kind, interval: interval, unspelledBases: structural.unspelledBases))
    return CriterionInput(
      annotated, map: map, rows: rows, isTableOn: isTableOn, regions: regions, evidence: evidence,
      policy: policy)
  }

  /// Where a duplication takes exons whole at one of the places that give the same bases, that one.
  private static func placed(
    _ symbolic: StructuralChange, on map: TranscriptMap
  ) -> StructuralChange {
    guard symbolic.kind == .duplication, symbolic.precision == .exact else { return symbolic }
    var placed = symbolic
    placed.interval = map.placement(ofDoubled: symbolic.interval)
    return placed
  }

  private static func deletion(
    _ symbolic: StructuralChange, on locus: Locus
  ) -> SequenceChange? {
    symbolic.kind == .deletion && symbolic.unspelledBases == 0 ? symbolic.allele(on: locus) : nil
  }

  /// One residue is replaced by another.
  var isMissense: Bool { mane.consequences.contains(.missense) }

  /// Residues are won, lost or replaced in frame.
  var isInFrame: Bool {
    let terms: Set<ConsequenceTerm> = [.inframeDeletion, .inframeInsertion, .proteinAltering]
    return !repeatsAcceptor && !terms.isDisjoint(with: mane.consequences)
  }

  var isSynonymous: Bool {
    let terms: Set<ConsequenceTerm> = [.synonymous, .stopRetained, .startRetained]
    // A stop may be retained behind residues that are others.
    let isUnchanged = protein.map { $0.kind == .unchanged } != false
    return !repeatsAcceptor && isUnchanged && !terms.isDisjoint(with: mane.consequences)
  }

  /// The protein is another one however the transcript is spliced: residues change, or coding bases
  /// are gone or rearranged.
  var changesProtein: Bool {
    guard !repeatsAcceptor, repeatedDonor == nil else { return false }
    if edit != nil { return protein.map { $0.kind != .unchanged } ?? false }
    guard let interval = structural?.interval ?? change?.interval else { return false }
    return map.transcript.hasCodingBases(in: interval)
  }

  /// It touches one of the two intron bases at a splice site.
  var isCanonicalSplice: Bool {
    mane.consequences.contains(.spliceDonor) || mane.consequences.contains(.spliceAcceptor)
  }

  /// Whether it lies so near a splice site that an effect on splicing has to be thought of.
  var isNearSpliceSite: Bool {
    let terms: Set<ConsequenceTerm> = [
      .spliceDonor, .spliceAcceptor, .spliceDonorFifthBase, .spliceDonorRegion, .spliceRegion,
      .splicePolypyrimidineTract,
    ]
    return !terms.isDisjoint(with: mane.consequences)
  }

  /// Bases of the messenger before the start or behind the stop change.
  var isInUntranslatedEnd: Bool {
    mane.consequences.contains(.fivePrimeUTR) || mane.consequences.contains(.threePrimeUTR)
  }

  /// Whether bases of the intron change that holds regulatory elements, by the policy.
  var isInRegulatoryIntron: Bool {
    let number = policy.scores.regulatoryIntron.value
    guard map.transcript.introns.indices.contains(number - 1),
      let interval = structural?.interval ?? change?.interval
    else { return false }
    let intron = map.transcript.introns[number - 1]
    return interval.isEmpty ? intron.contains(interval.start) : intron.overlaps(interval)
  }

  /// Residues of the unchanged protein that the change touches; `nil` outside the coding region.
  var residues: ClosedRange<Int>? { edit?.residues }

  /// Names of regions among `names` that a stretch of residues touches.
  func regions(_ names: [String], touchedBy residues: ClosedRange<Int>) -> [ProteinRegion] {
    regions.filter { names.contains($0.name) && residues.overlaps($0.first...$0.last) }
  }

  /// A criterion on the protein of a frame shift that other changes of the copy, behind an intron, take back;
  /// `nil` of every other change.
  func openBesideOthers(_ criterion: Criterion) -> CriterionResult? {
    let others = evidence.restoring
    guard !others.isEmpty else { return nil }
    return CriterionResult(
      criterion, .notEvaluated,
      "The same copy of the gene has \(others.joined(separator: " and ")) in another exon, and together they "
        + "keep the reading frame: by itself it says nothing of what is lost.",
      missing: "an assessment of what they do together")
  }

  /// A criterion on the protein where the messenger RNA can't be predicted, since a splice site stands
  /// twice; `nil` where it can.
  func openAtSite(_ criterion: Criterion) -> CriterionResult? {
    let fact: String
    if repeatsAcceptor {
      fact =
        "The exon's acceptor stands before the changed bases and again behind them: the exon may be "
        + "read as it was, or with the change."
    } else if let repeatedDonor, let change {
      let protein = map.proteinBehindSecondDonor(change)?.name
      fact =
        "The donor of exon \(repeatedDonor.exon) stands before the changed bases and again behind them, with "
        + "\(repeatedDonor.strengths): the exon may be read as it was, or with the change"
        + "\(protein.map { ", then \($0)" } ?? "")."
    } else {
      return nil
    }
    return CriterionResult(criterion, .notEvaluated, fact, missing: "RNA evidence")
  }

  /// What the laboratory documents of a criterion that the policy uses.
  func documented(_ criterion: Criterion) -> CaseEvidence.Entry? {
    guard policy.notUsed[criterion] == nil else { return nil }
    return evidence.documented.first { $0.criterion == criterion }
  }

  /// What was documented of the patient's RNA: a loss, or no effect on splicing.
  var documentedRNA: CaseEvidence.Entry? { documented(.pvs1) ?? documented(.bp7) }

  func score(_ tool: String) -> ScoreEvidence? { evidence.scores.first { $0.tool == tool } }
}
