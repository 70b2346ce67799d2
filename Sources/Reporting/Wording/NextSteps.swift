import Flow
import Genome

/// What a result asks for next: confirmation, the family, what was not looked at, counselling.
struct NextSteps {
  let person: TestedPerson

  private var result: SampleResult { person.result }

  var sentences: [String] {
    guard let conclusion = result.conclusion else { return [] }
    if conclusion.word == .notAssessable {
      return [onObstacle, counselling]
    }
    return onDonor + onVariants(conclusion) + onSecondVariant(conclusion) + onHealth(conclusion)
      + onCopies(conclusion)
      + onSuspicion(conclusion) + onFamily(conclusion)
      + onPicture(conclusion) + [counselling]
  }

  private var counselling: String {
    person.isDeceased ? "Offer the family genetic counselling." : "Offer genetic counselling."
  }

  private var onObstacle: String {
    if result.conclusion?.obstacle == .uncalledGenotypes {
      return
        "Have the file's genotypes called with the reference sites kept, or give the sample's own gVCF or reads, "
        + "before anything is concluded; that asks for no new sample."
    }
    return result.patientCase?.mayBeOfMother == true
      ? "Have this sample examined for the mother's cells, or test one that can be assessed, before anything is "
        + "concluded."
      : "Test a sample that can be assessed before anything is concluded."
  }

  private var onDonor: [String] {
    let later =
      person.isDeceased || person.isLost
      ? "or one stored from before the donor's blood was given" : "or one taken when they are gone"
    return result.patientCase?.mayHoldDonorCells == true
      ? [
        "Test a sample without the blood donor's cells (cultured skin fibroblasts, hair roots), \(later), before the "
          + "result is acted on or told to the family."
      ] : []
  }

  private func onVariants(_ conclusion: Conclusion) -> [String] {
    var steps: [String] = []
    let open = result.variants.filter {
      !$0.classified.clinicalClass.isBenignOrLikely && !$0.isBesideGene
    }
    if open.contains(where: { $0.classified.clinicalClass.isPathogenicOrLikely }) {
      steps.append(
        "Confirm each pathogenic or likely pathogenic variant by an orthogonal method before it is "
          + "acted on outside an emergency.")
    }
    if result.openRecords.contains(where: \.isHarmful) {
      steps.append(
        "Settle by an orthogonal method whether the sample carries the alleles that are held pathogenic and "
          + "stay open here.")
    }
    if open.contains(where: { $0.classified.harmfulRowSetAside != nil }) {
      steps.append(
        "Have the evidence of the table's row reviewed that holds a variant pathogenic without deciding its class."
          + (mayBeIll(of: open)
            ? " Where the clinical picture may fit, have \(pronoun) assessed clinically and immunologically without "
              + "waiting for that." : ""))
    }
    if result.variants.contains(where: { $0.classified.isHarmfulOnOneSide && !$0.isBesideGene }) {
      steps.append(
        "Have the row of the table and the documented evidence reviewed together, where one holds a variant "
          + "pathogenic or likely pathogenic and the other does not.")
    }
    if conclusion.finding == .vus {
      steps.append(
        "Base no decision on care on the variant of uncertain significance alone; have it classified "
          + "again when more is known of the family, of its function or of other patients.")
    }
    if open.contains(where: { !$0.isConfirmed && !$0.classified.clinicalClass.isPathogenicOrLikely }
    ) {
      steps.append("Settle each call that is not confirmed by an orthogonal method.")
    }
    let unclassified = open.filter { $0.isConfirmed && $0.classified.lacksClass }
    if unclassified.contains(where: { $0.ofChromosomeNumber != nil }) {
      steps.append("Have the karyotype examined: the number of X chromosomes is open.")
    }
    if unclassified.contains(where: { $0.ofChromosomeNumber == nil }) {
      steps.append("Have each variant without a class assessed by hand.")
    }
    return steps
  }

  /// A carrier's second variant, if it is real, may be the other copy's.
  private func onSecondVariant(_ conclusion: Conclusion) -> [String] {
    let isOpen = result.variants.contains {
      !$0.isConfirmed && !$0.isBesideGene && $0.classified.clinicalClass.isPathogenicOrLikely
    }
    guard conclusion.word == .carrier, isOpen else { return [] }
    return [
      "Settle whether she also has what is called pathogenic or likely pathogenic without being confirmed, and on which "
        + "copy, before she is taken for a carrier: real and on the other copy, it would leave her without an "
        + "unchanged one."
    ]
  }

  /// Whether no unchanged copy is left beside what a row holds pathogenic.
  private func mayBeIll(of variants: [SampleVariant]) -> Bool {
    person.isLiving && result.conclusion?.finding == .vus
      && variants.contains {
        $0.classified.harmfulRowSetAside != nil
          && [.hemizygous, .homozygous, .mosaic, .unknown].contains($0.zygosity)
      }
  }

  /// What is harmful without an unchanged copy beside it in each cell: organs may be damaged while tests are waited for.
  private static let urgent: [Finding] = [.hemizygousPLP, .mosaicPLP, .biallelicPLP]

  private func onHealth(_ conclusion: Conclusion) -> [String] {
    guard NextSteps.urgent.contains(conclusion.finding), person.isLiving else { return [] }
    return [
      "Arrange clinical and immunological assessment now, where there was none, also without signs of disease: "
        + "treatment can begin before organs are damaged."
    ]
  }

  /// What has to be known of the copies before the family is told anything of inheriting.
  private func onCopies(_ conclusion: Conclusion) -> [String] {
    switch conclusion.finding {
    case .plpStateUnknown:
      ["\(whatIsOpen(conclusion)), before anything is said of carrier status or inheritance."]
        + onLostCopy + onOpenCopies
    case .mosaicPLP: ["Examine a second tissue: it tells which cells may carry the variant."]
    case .biallelicPLP where person.isInTrans:
      [
        "Confirm that the variants stand on different copies, by the parents' samples or by phasing: on one copy they "
          + "would leave her an unchanged one."
      ]
    case .biallelicPLP where person.isOnCopyLeft:
      [
        "Confirm the deletion and its ends, which leave one copy where the other variant was read alone, and examine the "
          + "parents; without that deletion, look for the loss of the other copy."
      ]
    case .biallelicPLP: ["Look for the loss of the other copy, and examine the parents."]
    default: []
    }
  }

  private var onLostCopy: [String] {
    guard person.mayLackOtherCopy else { return [] }
    return [
      "Look for the loss of the other copy: copy number of FOXP3, and the karyotype (a single X, also in a part "
        + "of the cells)."
    ]
  }

  private func whatIsOpen(_ conclusion: Conclusion) -> String {
    switch conclusion.openCopies {
    case .phase:
      "Find out whether the variants stand on one copy or on both, by the parents' samples or by phasing"
    case .sameEvent:
      "Settle by an orthogonal method whether the variants are two or one change told twice, and on which copies they are"
    case .otherCopy: "Establish what the other copy has, and what that does"
    case .count, nil:
      "Establish that the sample is the patient's, the sex, and on how many copies the variant stands"
    }
  }

  /// Without an unchanged copy a patient may fall ill, and relatives are at risk either way.
  private var onOpenCopies: [String] {
    guard person.mayLackUnchangedCopy else { return [] }
    let care =
      person.isLiving
      ? [
        "Have \(pronoun) assessed clinically and immunologically without waiting for that: if no unchanged copy is "
          + "left, treatment can begin before organs are damaged."
      ] : []
    return care + (result.sex.isContradicted ? [] : [onRelativesOfOpenCopies])
  }

  private var pronoun: String {
    switch result.sex.sex {
    case .female: "her"
    case .male: "him"
    case .unknown: "the patient"
    }
  }

  private var onRelativesOfOpenCopies: String {
    let parents =
      switch result.sex.sex {
      case .female: "her mother and her father, where they have not been tested"
      case .male: "his mother, where she has not been tested"
      case .unknown: "the parents, where they have not been tested"
      }
    let children =
      switch result.sex.sex {
      case .female: "her sons, where she \(has) any"
      case .male: "his daughters, where he \(has) any and when they are of age"
      case .unknown: "children of the patient's own, where there are any"
      }
    return
      "Offer testing to \(parents)\(person.mayHaveChildren ? ", and to \(children)" : ""): the variant was "
      + "called, on however many copies."
  }

  /// Where nothing was found that explains an illness.
  private func onSuspicion(_ conclusion: Conclusion) -> [String] {
    if conclusion.word == .carrier { return onCarrierSigns(conclusion) }
    guard conclusion.finding == .vus || conclusion.finding == .noneReportable else { return [] }
    return onRelative(conclusion) + [
      conclusion.completeness == .complete
        ? "Where the clinical suspicion stands, consider other genes, and causes that this test "
          + "can't show."
        : "Where the clinical suspicion stands, complete what was not looked at, copy number "
          + "included, and consider other genes."
    ]
  }

  /// One changed copy explains no illness; what else may is not to be left undone.
  private func onCarrierSigns(_ conclusion: Conclusion) -> [String] {
    let isWhole = conclusion.completeness == .complete
    guard person.hasSigns else { return onSignsOfCarrier(isWhole) }
    let beside =
      person.isWithOneVariant
      ? []
      : [
        "Find out on which copy the variant beside it stands (parents' samples, phasing): on the other copy it may "
          + "leave her without an unchanged one."
      ]
    return beside + [
      "One changed copy does not explain the documented signs of illness"
        + (person.isDeceased ? "." : ": don't take her for a healthy carrier."),
      isWhole
        ? "Look at the other copy for what this test can't show (deep introns and regulatory regions)."
        : "Complete what was not looked at of the other copy, copy number included: a second variant or "
          + "the loss of that copy would leave her without an unchanged one.",
      "Have X inactivation examined, and consider other genes.",
    ]
  }

  /// Where nothing is documented of a carrier's health.
  private func onSignsOfCarrier(_ isWhole: Bool) -> [String] {
    guard person.isLiving else { return [] }
    let copy = isWhole ? "the other copy" : "the other copy, copy number included"
    return [
      "Where she has signs of illness, one changed copy does not explain them: examine \(copy), X inactivation "
        + "and other genes, and don't take her for a healthy carrier."
    ]
  }

  /// A negative says of a relative's variant only what was looked at.
  private func onRelative(_ conclusion: Conclusion) -> [String] {
    guard conclusion.finding == .noneReportable, person.mayAskForRelative else { return [] }
    let copies =
      conclusion.completeness == .complete
      ? "" : ", and complete copy number where it is a deletion or a duplication"
    let place =
      "Where the test was asked for because of a relative's variant, make sure that its place is among those "
      + "looked at\(copies)."
    guard person.mayAskForCarrierStatus, !person.isMinor, !isHarmfulCalled else { return [place] }
    return [
      place,
      "Where a child of hers has the variant, tell her that it may be in a part of her egg cells all the "
        + "same, and that testing in a further pregnancy can be discussed.",
    ]
  }

  /// Confirmed or not, or left open.
  private var isHarmfulCalled: Bool {
    result.openRecords.contains(where: \.isHarmful)
      || result.variants.contains {
        !$0.isBesideGene && $0.classified.clinicalClass.isPathogenicOrLikely
      }
  }

  private func onFamily(_ conclusion: Conclusion) -> [String] {
    switch conclusion.finding {
    case .hemizygousPLP:
      ["Offer testing to his mother, where she has not been tested, and then to relatives at risk."]
        + (person.mayHaveChildren ? [daughters] : [])
    case .heterozygousPLP where person.isOfUnknownShare:
      [
        "Settle by another method or in a second tissue in what share of her cells the variant stands, before her "
          + "risk is told and her parents are tested."
      ]
        + (person.mayHaveChildren
          ? ["Offer testing to her sons, where she \(has) any, without waiting for that."] : [])
    case .biallelicPLP where result.sex.sex == .female: [onMenOfBothCopies]
    case .heterozygousPLP where result.sex.sex == .female:
      [
        "Offer testing to her mother and her father, where they have not been tested, and then to relatives "
          + "at risk."
      ] + onChildrenOfDeceased
    default: []
    }
  }

  private var onChildrenOfDeceased: [String] {
    guard person.isDeceased, person.mayHaveChildren else { return [] }
    return [
      "Where she had children, each of them had a chance of one in two to inherit the variant: offer testing to her "
        + "sons, also without signs of disease, and to her daughters when they are of age."
    ]
  }

  private var daughters: String {
    "Where he \(has) daughters, each of them \(person.isDeceased ? "has" : "inherits") the variant: offer them genetic "
      + "counselling, and the test when they are of age, and testing to sons of theirs, who may have it from them."
  }

  private var has: String { person.isDeceased ? "had" : "has" }

  /// Her father gave her one of the copies from his only X, and each son of hers has one of them as his only one.
  private var onMenOfBothCopies: String {
    let sons = !person.mayHaveChildren ? "" : "; all sons of hers inherit a changed copy"
    return
      "Where both of her copies are confirmed as changed, offer testing to the men and boys who may have a changed copy as "
      + "their only one: her father, who has one as a rule, and her brothers\(sons)."
  }

  /// A carrier is not expected to have signs of IPEX, and an unborn child can't show them.
  private func onPicture(_ conclusion: Conclusion) -> [String] {
    if conclusion.word == .carrier, !person.hasSigns { return [] }
    guard !person.isUnborn else { return onPregnancy(conclusion) }
    guard !person.isLost else {
      return [
        "Read the result together with what was seen in the pregnancy and after it, and known of the family."
      ]
    }
    guard !person.isDeceased else {
      return [
        "Read the result together with what is known of the illness, and with what was found after death."
      ]
    }
    guard !person.hasPicture else {
      if conclusion.finding == .noneReportable, person.mayAskForCarrierStatus {
        return [
          "Where she has signs of illness, read the result together with the clinical picture and with "
            + "immunological findings."
        ]
      }
      return ["Read the result together with the clinical picture and with immunological findings."]
    }
    return []
  }

  private func onPregnancy(_ conclusion: Conclusion) -> [String] {
    let birth =
      NextSteps.urgent.contains(conclusion.finding) || person.mayLackUnchangedCopy
      ? [
        "Have clinical and immunological assessment planned from birth on: treatment can begin before "
          + "organs are damaged."
      ] : []
    return birth + [
      "Read the result together with what is seen in the pregnancy and known of the family."
    ]
  }

}
