import Flow
import Genome
import Nomenclature
import Settings

/// PVS1: a loss of function is predicted, by the decision tree of Abou Tayoun 2018 (PMID 30192042)
/// in the direction of the transcript.
struct LossOfFunctionRule {
  let input: CriterionInput

  var map: TranscriptMap { input.map }
  var policy: AcmgPolicy.LossOfFunction { input.policy.lossOfFunction }

  func result() -> CriterionResult {
    if let entry = input.documented(.pvs1) { return CaseRules.met(entry) }
    let predicted = predicted()
    // What was seen in the patient's RNA comes before what the sequence predicts of splicing.
    guard predicted.strength != nil, !input.changesProtein, let entry = input.documented(.bp7)
    else {
      return predicted
    }
    return CriterionResult(
      .pvs1, .notMet,
      "RNA shows no loss, as documented by \(entry.by) on \(entry.on). Predicted was: "
        + predicted.fact, caveats: weakerThanPredicted(entry, predicted), sources: [entry.source])
  }

  /// Results from RNA go under PVS1 and BP7 (Walker 2023, PMC10357475). That they come before
  /// prediction however strongly they were weighed is this program's policy: where they were
  /// weighed lower than what they take the place of, that is said.
  private func weakerThanPredicted(
    _ entry: CaseEvidence.Entry, _ predicted: CriterionResult
  ) -> [String] {
    guard let strength = predicted.strength, entry.strength < strength else { return [] }
    return [
      "BP7 from RNA was weighed as \(entry.strength.words) and takes the place of a predicted loss "
        + "of \(strength.words) weight: the laboratory should make sure that its assay shows the "
        + "whole transcript, for without that entry PVS1 counts."
    ]
  }

  /// Without what was documented of the patient.
  func predicted() -> CriterionResult {
    if let structural = input.structural, structural.precision != .exact {
      return UncertainLoss(input: input, change: structural).result()
    }
    if let structural = input.structural, let open = openFrame(structural) { return open }
    if let structural = input.structural, structural.kind != .deletion {
      return rearranged(structural)
    }
    if let open = input.openAtSite(.pvs1) ?? input.openBesideOthers(.pvs1) { return open }
    // An insertion at an exon's border that is an intron's by its consequence leaves the exon and
    // the site as they were.
    if let edit = input.edit, !input.mane.consequences.contains(.intron) { return withinExon(edit) }
    if let change = input.change, let exchange = exchangeOverBorder(change) { return exchange }
    if let interval = input.structural?.interval ?? input.change?.interval,
      let exons = exons(touchedBy: interval)
    {
      return deleted(exons, interval)
    }
    guard let change = input.change else { return notMet("It removes no part of an exon.") }
    return withDonorCaveat(change, splice(SpliceSiteLoss(change, on: map)))
  }

  /// Of a change within one exon at whose ends bases come in that are not spelled.
  private func openFrame(_ change: StructuralChange) -> CriterionResult? {
    guard change.unspelledBases > 0,
      map.transcript.exons.contains(where: { $0.contains(change.interval) })
    else { return nil }
    return CriterionResult(
      .pvs1, .notEvaluated,
      "Bases come in at the ends of the change (\(change.unspelledBases)): what they make of the exon can't be said.",
      missing: "the sequence over its ends")
  }

  /// As many bases replaced as come in, over an exon's border: the site is lost only if its two intron
  /// bases are others then. Of many replaced by half as many or more it can't be said which are lost. `nil` for every
  /// other change.
  private func exchangeOverBorder(_ change: SequenceChange) -> CriterionResult? {
    guard change.reference.count > 1, input.edit == nil,
      let exons = exons(touchedBy: change.interval)
    else { return nil }
    if change.reference.count > TranscriptMap.longestSmall,
      2 * change.alternate.count >= change.reference.count
    {
      if let lost = siteLost(of: exons, change) { return lost }
      return CriterionResult(
        .pvs1, .notEvaluated,
        "\(change.reference.count) bases over an exon's border are replaced by \(change.alternate.count): the "
          + "decision tree has no branch for it.",
        missing: "RNA evidence")
    }
    guard !change.isIndel else { return nil }
    let loss = SpliceSiteLoss(change, on: map)
    guard loss.isEmpty else { return splice(loss) }
    return CriterionResult(
      .pvs1, .notEvaluated,
      "Bases on both sides of an exon's border are replaced, and the site keeps its GT or AG: the "
        + "decision tree has no branch for it.",
      missing: "RNA evidence")
  }

  private func withDonorCaveat(
    _ change: SequenceChange, _ result: CriterionResult
  ) -> CriterionResult {
    guard result.strength != nil,
      SpliceSite.all(of: map.transcript).contains(where: { $0.becomesGC(by: change) })
    else { return result }
    var result = result
    result.caveats.append(
      "The donor becomes GC, which is a donor in use: a part of the transcripts may be spliced as "
        + "before, and RNA evidence should be sought.")
    result.sources.append(SpliceSite.sourceOfGC)
    return result
  }

  private static let nothingLost =
    "No stop is gained, the reading frame stays, and no splice site is lost."

  // MARK: Inside one exon

  private func withinExon(_ edit: TranscriptEdit) -> CriterionResult {
    guard let protein = input.protein else {
      return notMet(
        "It lies in an untranslated region: no automatic PVS1 there, the polyadenylation signal "
          + "included; only RNA or table evidence can show a loss.")
    }
    switch protein.kind {
    case .startLost:
      return met(policy.startLoss.value, startLossFact(behind: 1), policy.startLoss.source)
    case .unchanged where edit.shiftsFrame:
      return notMet("The protein is unchanged: its stop stays at the same residue.")
    case _
    where edit.touchesStopCodon && !protein.keepsStop && protein.stopResidue == length + 1:
      return notMet(
        "The protein's stop stays at the same residue: nothing behind the change is read.")
    default: break
    }
    if !protein.hasNewStop, let interval = input.structural?.interval ?? input.change?.interval,
      let end = endLost(by: interval)
    {
      return end
    }
    if case .extension_ = protein.kind {
      return notMet("The stop codon is lost and the protein is longer: PM4, not PVS1.")
    }
    if input.mane.consequences.contains(.stopLost), let stop = protein.stopResidue,
      stop > length + 1
    {
      return notMet(
        "The stop codon is lost and translation goes on to residue \(stop): PM4, not PVS1.")
    }
    guard protein.hasNewStop || edit.shiftsFrame else {
      return notMet(Self.nothingLost)
    }
    return truncated(from: protein.first, stop: protein.stopResidue, edit)
  }

  /// `from`: the first residue lost or altered; `stop`: the new stop's residue number.
  private func truncated(
    from first: Int, stop: Int?, _ edit: TranscriptEdit
  ) -> CriterionResult {
    let lost = first...max(first, length)
    guard let stop, let place = edit.place(ofStop: stop) else {
      return remaining(
        lost: lost, "The new frame has no stop: the decay of the messenger RNA can't be told.")
    }
    let distance = place.basesBeforeLastJunction
    let what = "New stop at residue \(stop) in exon \(place.exon)"
    guard distance > DecayPrediction.minimumDistance else {
      return remaining(
        lost: lost,
        "\(what), \(DecayPrediction.place(distance)): the messenger RNA is not expected to decay.")
    }
    return decaying(what, distance)
  }

  /// The product is made and lacks a part: strong where the part is critical or large, else
  /// moderate.
  func remaining(
    lost: ClosedRange<Int>, _ lead: String
  ) -> CriterionResult {
    let share = Double(lost.count) / Double(length)
    let percent = (share * 1000).rounded() / 10
    let fact =
      "\(lead) Residues \(lost.lowerBound)-\(lost.upperBound) of \(length) are lost or altered "
      + "(\(percent)%)"
    let critical = input.regions(policy.criticalRegions.value, touchedBy: lost)
    if !critical.isEmpty {
      let names = critical.map { "\($0.name) (\($0.first)-\($0.last))" }
      return met(
        .strong, "\(fact), of the \(names.joined(separator: " and ")) among them.",
        policy.criticalRegions.source)
    }
    if share > policy.proteinShare.value {
      return met(
        .strong, "\(fact), more than \(policy.proteinShare.value * 100)%.",
        policy.proteinShare.source)
    }
    return met(.moderate, "\(fact), no critical region among them.", policy.proteinShare.source)
  }

  private func hasMethionine(behind residue: Int) -> Bool {
    map.protein.dropFirst(residue).contains(.methionine)
  }

  private func startLossFact(behind residue: Int) -> String {
    let next = map.protein.indices.first { $0 >= residue && map.protein[$0] == .methionine }
    let restart = next.map { "the next in-frame methionine is residue \($0 + 1)" }
    return "The start codon is lost; \(restart ?? "no in-frame methionine follows")."
  }

  // MARK: Splice sites

  func splice(_ loss: SpliceSiteLoss) -> CriterionResult {
    guard !loss.isEmpty else {
      return notMet(
        input.isCanonicalSplice
          ? "The resulting sequence still has the splice site's GT or AG."
          : Self.nothingLost)
    }
    if loss.donors == [1] && loss.acceptors.isEmpty {
      return notMet(
        "The donor of the non-coding exon 1 is lost: no automatic PVS1, only RNA or table evidence "
          + "can show what that does.")
    }
    if loss.donors.isEmpty && loss.acceptors == [2] {
      return notMet(
        "The acceptor of exon 2 lies before its untranslated part and the ATG may survive: no "
          + "automatic PVS1, only RNA or table evidence can show a loss.")
    }
    let sites =
      loss.donors.map { "the donor of exon \($0)" }
      + loss.acceptors.map { "the acceptor of exon \($0)" }
    let exons = loss.donors.filter { $0 > 1 } + loss.acceptors
    guard let first = exons.min(), let last = exons.max() else {
      return notMet("No coding exon's splice site is lost.")
    }
    let names = sites.joined(separator: " and ")
    let loss = ExonLoss(first...last, on: map)
    return lost(
      loss,
      "\(names.prefix(1).uppercased() + names.dropFirst()) is lost, \(loss.name) taken as skipped")
  }

  // MARK: Exons missing

  /// Exons a deletion takes bases of, counted from 1; `nil` where it lies in one intron.
  func exons(touchedBy interval: Interval) -> ClosedRange<Int>? {
    let touched = map.transcript.exons.indices.filter {
      map.transcript.exons[$0].overlaps(interval)
    }
    guard let first = touched.first, let last = touched.last else { return nil }
    return (first + 1)...(last + 1)
  }

  private func deleted(_ exons: ClosedRange<Int>, _ interval: Interval) -> CriterionResult {
    if interval.contains(map.transcript.coding) {
      return met(
        .veryStrong, "The whole coding region is deleted.", "Abou Tayoun 2018, PMID 30192042")
    }
    let loss = ExonLoss(exons, on: map)
    guard loss.codingBases > 0 else {
      return notMet(
        "Of the exons only the non-coding exon 1 is touched: no automatic PVS1; the table has a row for its "
          + "loss.")
    }
    let touchesCoding = map.transcript.hasCodingBases(in: interval)
    if exons == 1...2, !touchesCoding {
      return notMet(
        "Of the exons only exon 1 and untranslated bases of exon 2 are touched: no automatic PVS1; the table has a "
          + "row for the loss of exon 1.")
    }
    if exons == 2...2, !touchesCoding {
      return notMet(
        "Only untranslated bases of exon 2 and its acceptor are touched: no automatic PVS1.")
    }
    if exons.upperBound == map.transcript.exons.count, exons.count == 1, !touchesCoding {
      return notMet("Only untranslated bases of the last exon are touched: no automatic PVS1.")
    }
    if let end = endLost(by: interval) { return end }
    let isWhole = exons.allSatisfy { interval.contains(map.transcript.exons[$0 - 1]) }
    return lost(
      loss,
      isWhole
        ? "Deletion of \(loss.name)"
        : "A part of \(loss.name) is lost together with a splice site, \(loss.name) taken as missing"
    )
  }

  private func lost(_ loss: ExonLoss, _ lead: String) -> CriterionResult {
    guard let residues = loss.residues else { return notMet("\(lead): no coding base is missing.") }
    if loss.losesStart {
      return lostStart(loss, residues, lead)
    }
    if loss.losesStop {
      return withCaveat(loss, remaining(lost: residues, "\(lead), and with it the stop codon."))
    }
    guard loss.isInFrame else {
      return withCaveat(
        loss,
        shifted(loss, residues, "\(lead): \(loss.codingBases) coding bases, a shift of the frame."))
    }
    let fact = "\(lead): \(loss.codingBases) coding bases, in frame."
    let kept = remaining(lost: residues, fact)
    if loss.exons.contains(where: policy.strongExons.value.contains),
      (kept.strength ?? .supporting) < .strong
    {
      return withCaveat(loss, met(.strong, kept.fact, policy.strongExons.source))
    }
    return withCaveat(loss, kept)
  }

  private func lostStart(
    _ loss: ExonLoss, _ residues: ClosedRange<Int>, _ lead: String
  ) -> CriterionResult {
    let restart = startLossFact(behind: residues.upperBound)
    if loss.losesStop || !hasMethionine(behind: residues.upperBound) {
      return met(
        .veryStrong, "\(lead), and with it the ATG. \(restart) No product is left.",
        "Abou Tayoun 2018, PMID 30192042")
    }
    let lostAlone = met(
      policy.startLoss.value, "\(lead), and with it the ATG. \(restart)", policy.startLoss.source)
    // With further coding exons gone too, what is missing weighs by itself.
    guard loss.exons.upperBound > 2 else { return lostAlone }
    let kept = remaining(lost: residues, "\(lead), and with it the ATG. \(restart)")
    return withCaveat(
      loss, (kept.strength ?? .supporting) > policy.startLoss.value ? kept : lostAlone)
  }

  private func shifted(
    _ loss: ExonLoss, _ residues: ClosedRange<Int>, _ fact: String
  ) -> CriterionResult {
    let (stop, distance) = (loss.product?.stopResidue, loss.product?.basesBeforeLastJunction)
    guard loss.product?.isDecayExpected == true, let stop, let distance else {
      let place = distance.map { ", \(DecayPrediction.place($0))" } ?? ""
      let stop = stop.map { " New stop at residue \($0)\(place)." } ?? ""
      return remaining(
        lost: residues.lowerBound...length,
        "\(fact)\(stop) The messenger RNA is not expected to decay.")
    }
    return decaying("\(fact) New stop at residue \(stop)", distance)
  }

  private func decaying(_ what: String, _ distance: Int) -> CriterionResult {
    met(
      .veryStrong,
      "\(what), \(DecayPrediction.place(distance)) (more than \(DecayPrediction.minimumDistance)): decay of the "
        + "messenger RNA is expected.",
      "Abou Tayoun 2018, PMID 30192042")
  }

  // MARK: Results

  /// Residues of the unchanged protein.
  var length: Int { map.protein.count - 1 }

  func met(
    _ strength: EvidenceStrength, _ fact: String, _ source: String
  ) -> CriterionResult {
    var sources = [source, policy.mechanism.source]
    var caveats: [String] = []
    if isOfExonAbsentElsewhere {
      caveats.append(absenceCaveat)
      sources.append(policy.exonAbsentFromOtherTranscript.source)
    }
    return CriterionResult(
      .pvs1, .met(strength), fact, caveats: caveats, sources: sources)
  }

  func notMet(_ fact: String) -> CriterionResult {
    CriterionResult(.pvs1, .notMet, fact)
  }

  private func withCaveat(_ loss: ExonLoss, _ result: CriterionResult) -> CriterionResult {
    let exon = policy.exonAbsentFromOtherTranscript.value
    guard loss.exons == exon...exon, result.caveats.isEmpty else { return result }
    var result = result
    result.caveats.append(absenceCaveat)
    return result
  }

  private var isOfExonAbsentElsewhere: Bool {
    let exon = policy.exonAbsentFromOtherTranscript.value
    return input.edit != nil
      && input.mane.exon?.split(separator: "/").first.map(String.init) == "\(exon)"
  }

  private var absenceCaveat: String {
    "Exon \(policy.exonAbsentFromOtherTranscript.value) is not in NM_001114377.2, but its loss "
      + "causes IPEX all the same: the absence is no excuse."
  }
}
