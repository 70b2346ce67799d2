import Flow
import Genome
import Testing

@testable import Reporting

/// What is said where a person's health, by the pedigree, does not fit the person's genotype.
@Suite struct PedigreePhenotypeTests {
  private func call(_ zygosity: Zygosity, _ grade: ClinicalClass) -> SampleVariant {
    var classified = Fixture.arg397Trp()
    classified.clinicalClass = grade
    return Fixture.carried(classified, zygosity, genotype: zygosity == .hemizygous ? "1" : "0/1")
  }

  /// A boy who is ill and carries the variant, his mother, and one more of `sex`, by `affection`.
  private func family(
    _ sex: Sex, _ affection: Pedigree.Affection, _ state: SiteState, father: Bool = false,
    grade: ClinicalClass = .pathogenic, hasSample: Bool = true
  ) -> PedigreeResult {
    var boy = Pedigree.Member(family: "F", name: "BOY", mother: "MUM", sex: .male)
    boy.affection = .affected
    let mum = Pedigree.Member(family: "F", name: "MUM", sex: .female, affection: .unaffected)
    var other = Pedigree.Member(family: "F", name: "KIN", sex: sex, affection: affection)
    if father { boy.father = "KIN" } else { other.mother = "MUM" }
    let zygosity: Zygosity = sex == .male ? .hemizygous : .heterozygous
    let own = call(zygosity, grade)
    let isCarrier = state == .alternateSeen
    var result = sex == .male ? Fixture.positiveMale : Fixture.carrierFemale
    if !isCarrier { result = Fixture.negativeMale }
    result.sex.sex = sex
    return PedigreeResult(
      family: "F",
      members: [
        PedigreeMember(relation: boy, result: Fixture.positiveMale),
        PedigreeMember(relation: mum, result: Fixture.carrierFemale),
        PedigreeMember(relation: other, result: hasSample ? result : nil),
      ],
      variants: [
        PedigreeVariant(
          classified: own.classified,
          carriers: [
            PedigreeCarriage(
              state: .alternateSeen, call: call(.hemizygous, grade), origin: .maternal),
            PedigreeCarriage(state: .alternateSeen, call: call(.heterozygous, grade)),
            PedigreeCarriage(state: state, call: isCarrier ? own : nil),
          ])
      ])
  }

  private func texts(_ family: PedigreeResult) -> (statements: String, advice: String) {
    let statements = family.variants.flatMap(
      PedigreeText(pedigree: family, context: Fixture.context).sentences)
    return (
      statements.joined(separator: " "),
      PedigreeAdvice(text: PedigreeText(pedigree: family, context: Fixture.context)).sentences
        .joined(separator: " ")
    )
  }

  private let free = SiteState.referenceSeen(depth: 40)

  @Test func anIllBrotherWithoutItHasAnotherIllness() {
    let (statements, advice) = texts(family(.male, .affected, free))
    #expect(
      statements.contains("KIN is affected, as the pedigree says, and is shown not to carry it"))
    #expect(statements.contains("does not explain his illness") && statements.contains("BS4"))
    #expect(advice.contains("look for another cause of the illness, other genes among them"))
    // A girl does not show the illness by one copy, and a father hands no X on to a son.
    let girl = texts(family(.female, .affected, free))
    #expect(girl.statements.contains("does not explain her illness"))
    #expect(!girl.statements.contains("BS4") && girl.advice.contains("her own"))
    #expect(!texts(family(.male, .affected, free, father: true)).statements.contains("BS4"))
    let well = texts(family(.male, .unaffected, free))
    #expect(!well.statements.contains("KIN is affected") && !well.advice.contains("KIN"))
  }

  @Test(arguments: [false, true])
  func aWellMaleWithItIsExaminedNow(father: Bool) {
    let (statements, advice) = texts(family(.male, .unaffected, .alternateSeen, father: father))
    #expect(statements.contains("KIN carries it on his only X and is unaffected"))
    #expect(statements.contains("once he is of an age at which the disease would show"))
    #expect(statements.contains("it speaks for a late or mild course"))
    #expect(!statements.contains("against the variant's harm"))
    let open = texts(family(.male, .unaffected, .alternateSeen, father: father, grade: .uncertain))
    #expect(open.statements.contains("once he is of an age at which the disease would show"))
    #expect(open.statements.contains("against the variant's harm, or for a late or mild course"))
    #expect(advice.contains("KIN carries it on his only X: clinical and immunological assessment"))
    let unknown = texts(family(.male, .unknown, .alternateSeen, father: father))
    #expect(unknown.advice.contains("where he has not been examined"))
    let ill = texts(family(.male, .affected, .alternateSeen))
    #expect(!ill.statements.contains("KIN carries it") && !ill.advice.contains("assessment"))
  }

  @Test func anIllGirlWithOneCopyIsTestedFurther() {
    let (statements, advice) = texts(family(.female, .affected, .alternateSeen))
    #expect(statements.contains("one changed copy does not explain her illness"))
    #expect(advice.contains("have the other copy examined as a whole, copy number included"))
    let well = texts(family(.female, .unaffected, .alternateSeen))
    #expect(!well.statements.contains("illness") && !well.advice.contains("X inactivation"))
  }

  /// A share of reads beside that of one of two copies is told, and what it means for her illness.
  @Test func anIllGirlWithAnotherShareIsNotForgotten() {
    var most = family(.female, .affected, .alternateSeen)
    most.variants[0].carriers[2].call?.zygosityNote = "85% of the reads have the allele."
    most.variants[0].carriers[2].call?.alleleFraction = 0.85
    #expect(texts(most).statements.contains("KIN: 85% of the reads have the allele."))
    #expect(texts(most).statements.contains("one changed copy does not explain her illness"))
    #expect(texts(most).advice.contains("have the other copy examined as a whole"))
    var few = most
    few.variants[0].carriers[2].call?.alleleFraction = 0.1
    #expect(texts(few).statements.contains("in fewer reads than one of two copies gives"))
    #expect(texts(few).advice.contains("one changed copy at the most: have the other copy"))
  }

  /// Two alleles of one X: whether his only one has it is open.
  @Test(arguments: [
    (Pedigree.Affection.affected, Zygosity.conflict), (.unaffected, .conflict),
    (.unknown, .unknown),
  ])
  func aBoyWithAnOpenCallIsAssessed(affection: Pedigree.Affection, zygosity: Zygosity) {
    var open = family(.male, affection, .alternateSeen)
    open.variants[0].carriers[2].call?.zygosity = zygosity
    open.variants[0].carriers[2].call?.zygosityNote = "The genotype has two alleles."
    // Another variant on his only X settles it.
    #expect(!texts(open).statements.contains("an unchanged one"))
    open.members[2].result?.conclusion?.word = .uncertain
    let (statements, advice) = texts(open)
    #expect(statements.contains("KIN: The genotype has two alleles."))
    #expect(statements.contains("it may explain his illness") == (affection == .affected))
    #expect(statements.contains("whether an unchanged one is left is not known"))
    #expect(
      advice.contains("a single X in spite of the genotype") && advice.contains("advised now"))
  }

  /// Two of hers whose phase is not known.
  @Test func anIllGirlWithTwoUnphasedVariantsIsAssessed() {
    var open = family(.female, .affected, .alternateSeen)
    var second = call(.heterozygous, .likelyPathogenic)
    second.classified = Fixture.donor(.likelyPathogenic)
    open.members[2].result?.variants.append(second)
    open.members[2].result?.conclusion?.finding = .plpStateUnknown
    open.members[2].result?.conclusion?.openCopies = .phase
    let (statements, advice) = texts(open)
    #expect(
      statements.contains("what stands on her other copy is not settled by her own sample alone"))
    #expect(statements.contains("it may explain her illness"))
    #expect(advice.contains("or by phasing); clinical and immunological assessment is advised now"))
  }

  /// The line of a variant is that of the mother it is from, and another variant may explain an illness.
  @Test func segregationFailsOnlyWhereItWasToBeExpected() {
    var family = family(.male, .affected, free)
    family.variants[0].carriers[1].state = free
    #expect(texts(family).statements.contains("BS4"))
    family.variants[0].carriers[0].origin = .paternal
    #expect(!texts(family).statements.contains("BS4"))
    family.variants[0].carriers[0].origin = .maternal
    family.members[2].result?.conclusion?.word = .positive
    #expect(!texts(family).statements.contains("BS4"))
  }

  /// A variant beside it may change her other copy; and on both copies it is not "one changed copy".
  @Test func whatElseSheHasIsNotForgotten() {
    let uncertain = family(.female, .affected, .alternateSeen, grade: .uncertain)
    #expect(!texts(uncertain).statements.contains("one changed copy does not explain"))
    var both = family(.female, .unaffected, .alternateSeen)
    both.variants[0].carriers[2].call?.zygosity = .homozygous
    #expect(texts(both).statements.contains("KIN is called with it on both of her copies"))
    #expect(texts(both).advice.contains("the loss of one copy has to be looked for"))
  }

  @Test func whoWasLostIsNotExamined() {
    var family = family(.male, .unaffected, .alternateSeen)
    family.members[2].result?.patientCase = PatientCase(
      head: ReportHead(addressee: .pregnancyLoss))
    #expect(!texts(family).advice.contains("KIN carries it on his only X"))
  }

  /// Who is ill is not told that a girl decides when she is of age, nor "also without signs".
  @Test(arguments: [Sex.male, .female])
  func whoIsIllAndNotTestedIsTestedFirst(sex: Sex) {
    let open = family(sex, .affected, .notLookedAt(reason: "no sample"), hasSample: false)
    let advice = texts(open).advice
    #expect(advice.contains("Testing KIN, child of MUM, is advised first"))
    #expect(!advice.contains("of age and can") && !advice.contains("also without signs"))
  }

  /// An uncertain variant asks nobody to be treated, but is weighed by who has it.
  @Test func anUncertainVariantIsWeighedOnly() {
    let (statements, advice) = texts(
      family(.male, .unaffected, .alternateSeen, grade: .uncertain))
    #expect(statements.contains("speaks against the variant's harm"))
    #expect(!advice.contains("assessment is advised"))
    let benign = family(.male, .affected, free, grade: .benign)
    #expect(PedigreePhenotype(pedigree: benign, variant: benign.variants[0]).statements.isEmpty)
  }

  @Test func ofASampleOfAnotherSexNothingIsSaid() {
    var swapped = family(.male, .unaffected, .alternateSeen)
    swapped.members[2].result?.sex.isContradicted = true
    #expect(!texts(swapped).statements.contains("KIN carries it"))
  }

  /// The dead are not examined; what they carried is told.
  @Test func ofTheDeceasedNoAssessmentIsAdvised() {
    var family = family(.male, .unaffected, .alternateSeen)
    family.members[2].result?.patientCase = PatientCase(
      head: ReportHead(patient: ReportHead.Patient(death: .onUnknownDay)))
    let (statements, advice) = texts(family)
    #expect(statements.contains("KIN carries it on his only X"))
    #expect(statements.contains("If his health was confirmed at an age"), "\(statements)")
    #expect(!advice.contains("KIN carries it"), "\(advice)")
  }
}
