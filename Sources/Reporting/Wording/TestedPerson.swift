import Flow
import Genome

/// What a sentence depends on besides the conclusion: whether the person tested is born, of age, ill, or
/// asks for a relative's sake, as far as the case file and the pedigree tell.
struct TestedPerson {
  /// A word behind the second dot of a sentence's key; all of a key's have to hold.
  enum Condition: String, CaseIterable {
    /// And living, as far as the case file tells.
    case born
    /// Died, and may have children.
    case deceasedAdult = "deceased_adult"
    /// Sampled in a pregnancy, and not known to be born.
    case unborn
    /// Not born, lost, or known to be under age.
    case minor
    case grown = "not_minor"
    /// Not known to be of age.
    case young = "not_adult"
    case signs
    case noSigns = "no_signs"
    /// Born, or with signs: a clinical picture can be looked at.
    case picture
    case noPicture = "no_picture"
    /// A female whose own illness is not documented: the question may be whether she is a carrier.
    case asked = "carrier_question"
    case notAsked = "own_question"
    /// A relative's variant may be the question.
    case relative
    /// Harmful alleles of which she has the reference too, on different copies; or no such pair.
    case inTrans = "in_trans"
    case oneAllele = "one_allele"
    /// What is reported of her stands on one of two copies, as far as the reads tell.
    case oneCopy = "one_copy"
    case unknownShare = "unknown_share"
    /// Whether an unchanged copy is left is open, of a sample whose X and Y don't contradict the sex.
    case otherCopyOpen = "other_copy_open"
    /// No other call of the gene is listed that is not known to be harmless.
    case alone
    case complete
    case completeSequence = "complete_sequence"
    case incomplete
  }

  let result: SampleResult
  /// As `2026-01-31`; empty where ages don't matter.
  var runDate = ""
  /// Whether the pedigree gives this person children.
  var isParent = false

  private var head: ReportHead? { result.patientCase?.head }

  /// The parents lost the pregnancy.
  var isLost: Bool { head?.addressee == .pregnancyLoss }

  /// Who has a date of birth is born, in whatever tissue the test was made.
  var isUnborn: Bool { !isLost && !isDeceased && isOfPregnancy && birthday == nil }

  /// Cord blood is a newborn's.
  private var isOfPregnancy: Bool {
    guard let patientCase = result.patientCase else { return false }
    guard let tissue = patientCase.sample?.tissue else {
      return patientCase.maternalContamination != nil
    }
    return tissue.isPrenatal && tissue != .cordBlood
  }

  /// The patient's own. Days after the run are refused with the case file. A date of ten years and more before a
  /// sample is taken in a pregnancy is the mother's; where it is not known when it was taken, one of 18 years and more
  /// before it was received or told of, since stored DNA of a child may be sent years later.
  private var birthday: String? {
    guard let born = head?.patient.dateOfBirth, isOfPregnancy else {
      return head?.patient.dateOfBirth
    }
    let sample = result.patientCase?.sample
    guard
      let sampled = sample?.takenOn ?? sample?.receivedOn ?? sample?.attestation.on
        ?? result.patientCase?.maternalContamination?.attestation.on,
      let limit = TestedPerson.day(sample?.takenOn == nil ? 18 : 10, yearsAfter: born)
    else { return born }
    return limit > sampled ? born : nil
  }

  /// Days as `2026-01-31`, which sort as text.
  private static func day(_ years: Int, yearsAfter day: String) -> String? {
    Int(day.prefix(4)).map { "\($0 + years)\(day.dropFirst(4))" }
  }

  /// After birth: the parents' loss of a pregnancy is told by the addressee.
  var isDeceased: Bool { head?.patient.death != nil }

  /// Born, not lost, and not said to have died.
  var isLiving: Bool { !isUnborn && !isLost && !isDeceased }

  /// Whether the pedigree says ill, or the case file has signs.
  var hasSigns: Bool { result.isAffected || result.patientCase?.hasSigns == true }

  var hasPicture: Bool { hasSigns || !isUnborn }

  var mayAskForCarrierStatus: Bool {
    result.sex.sex == .female && !hasSigns && !isLost && !isDeceased
  }

  var mayAskForRelative: Bool {
    mayAskForCarrierStatus || isUnborn || head?.request.familyHistory?.isEmpty == false
  }

  /// One variant of the gene at the most that is not known to be harmless.
  var isWithOneVariant: Bool {
    DistinctAlleles.of(
      result.variants.filter { !$0.isBesideGene && !$0.classified.clinicalClass.isBenignOrLikely }
    ).count < 2
  }

  /// Whether no copy is left unchanged though the reference was read beside each of the harmful alleles: the copies have
  /// different ones, and none is lost.
  var isInTrans: Bool {
    result.conclusion?.finding == .biallelicPLP && DistinctAlleles.of(harmful).count > 1
      && harmful.allSatisfy { $0.zygosity == .heterozygous && !$0.isOnCopyLeft }
  }

  /// Whether a harmful allele is taken for the other copy's since a called deletion left no reference beside it.
  var isOnCopyLeft: Bool {
    harmful.contains(where: \.isOnCopyLeft)
  }

  /// Whether all of the gravest that is reported has a share of reads under that of one of two copies.
  var isOfUnknownShare: Bool {
    let reported = result.variants.filter {
      $0.isConfirmed && !$0.isBesideGene && !$0.classified.clinicalClass.isBenignOrLikely
    }
    let gravest = harmful.isEmpty ? reported : harmful
    return !gravest.isEmpty && gravest.allSatisfy(\.isOfUnknownShare)
  }

  /// Whether the conclusion stays open since her other copy may be lost.
  var mayLackOtherCopy: Bool {
    result.conclusion?.finding == .plpStateUnknown
      && result.variants.contains {
        $0.isConfirmed
          && ($0.ofChromosomeNumber == .deletion
            || $0.mayLackOtherCopy && $0.classified.clinicalClass.isPathogenicOrLikely)
      }
  }

  /// Whether the conclusion stays open since nothing shows that an unchanged copy is left. A low share of the reads
  /// does, but for a male's.
  var mayLackUnchangedCopy: Bool {
    result.conclusion?.finding == .plpStateUnknown
      && harmful.contains { result.sex.sex == .male || !isInFewReads($0) }
  }

  /// Confirmed ones of the gene, pathogenic or likely pathogenic.
  private var harmful: [SampleVariant] {
    result.variants.filter {
      $0.isConfirmed && !$0.isBesideGene && $0.classified.clinicalClass.isPathogenicOrLikely
    }
  }

  /// Left open by a share of reads that is under half of that of one of two copies.
  private func isInFewReads(_ variant: SampleVariant) -> Bool {
    variant.zygosity == .unknown && (variant.alleleFraction ?? 1) < 0.25
  }

  /// By the date of birth; without one by who is spoken to and who is a parent.
  var isAdult: Bool { isOfAge ?? (head?.addressee == .person || isParent) }

  /// To whom a page for the family speaks: as the case file says; without it an adult by the date of
  /// birth and who is a parent by the pedigree are spoken to themselves, else a parent or guardian.
  var addressee: ReportHead.Addressee { head?.addressee ?? (isAdult ? .person : .guardian) }

  var isMinor: Bool {
    isUnborn || isLost || (isOfAge.map { !$0 } ?? (head?.addressee == .guardian && !isParent))
  }

  /// Children of a dead person are spoken of where the age at death or the pedigree shows that there may be some; of a
  /// carrier, who did not die of it in infancy, where nothing shows that there were none.
  var mayHaveChildren: Bool {
    guard isDeceased, !isLost else { return isParent || !isMinor }
    let isCarrier = result.conclusion?.finding == .heterozygousPLP
    return isParent || isOfAge ?? (isCarrier && !isMinor && !isOfPregnancy)
  }

  /// On the day of the run, or of death. Who died on an unknown day was under age if not of age on the day of the run.
  private var isOfAge: Bool? {
    let death = head?.patient.death
    let last = death?.day ?? runDate
    guard !last.isEmpty, let majority = birthday.flatMap({ TestedPerson.day(18, yearsAfter: $0) })
    else { return nil }
    let isReached = majority <= last
    return isReached && death == .onUnknownDay ? nil : isReached
  }

  /// Whether each condition that the key names holds; a word that is none holds for nobody.
  func fits(_ key: String) -> Bool {
    key.split(separator: ".").dropFirst(2).allSatisfy { word in
      Condition(rawValue: String(word)).map(holds) ?? false
    }
  }

  private func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .born: isLiving
    case .deceasedAdult: isDeceased && mayHaveChildren
    case .unborn: isUnborn
    case .minor: isMinor
    case .grown: !isMinor
    case .young: isMinor || !isAdult
    case .signs: hasSigns
    case .noSigns: !hasSigns
    case .picture: hasPicture
    case .noPicture: !hasPicture
    case .asked: mayAskForCarrierStatus
    case .notAsked: !mayAskForCarrierStatus
    case .relative: mayAskForRelative
    case .alone: isWithOneVariant
    case .inTrans: isInTrans
    case .oneAllele: !isInTrans
    case .oneCopy: !isOfUnknownShare
    case .unknownShare: isOfUnknownShare
    case .otherCopyOpen: mayLackUnchangedCopy && !result.sex.isContradicted
    case .complete, .completeSequence, .incomplete:
      result.conclusion?.completeness.rawValue == condition.rawValue
    }
  }
}
