import Flow
import Genome
import Testing

@testable import Reporting

@Suite struct ConclusionStatementTests {
  private func sentence(_ result: SampleResult) -> String {
    ConclusionStatement(result: result).sentence
  }

  private func result(
    _ finding: Finding, _ word: ConclusionWord, sex: Sex = .male,
    completeness: Completeness = .incomplete, variants: [SampleVariant], read: Bool = false
  ) -> SampleResult {
    Fixture.result(
      "s", sex: sex, variants: variants, finding: finding, completeness: completeness, word: word,
      reasons: ["Because."], read: read)
  }

  private let missense = Fixture.carried(Fixture.arg397Trp(), .hemizygous, genotype: "1")

  @Test func positiveMale() {
    let sentence = sentence(Fixture.positiveMale)
    #expect(
      sentence
        == "Positive: a pathogenic variant of FOXP3, c.1189C>T p.(Arg397Trp), is present on the "
        + "only X chromosome (hemizygous); with a fitting clinical picture this supports IPEX "
        + "syndrome, and it has to be confirmed by an orthogonal method.")
  }

  @Test func twoVariantsOnTwoCopiesAreNoLossOfACopy() {
    let trans = sentence(Fixture.inTrans)
    #expect(trans.contains("leave no copy of FOXP3 read without a pathogenic"))
    #expect(!trans.contains("loss of the other copy"))
    #expect(trans.contains("that they stand on different copies has to be confirmed"))
    let homozygous = result(
      .biallelicPLP, .positive, sex: .female,
      variants: [Fixture.carried(Fixture.arg397Trp(), .homozygous, genotype: "1/1")])
    #expect(sentence(homozygous).contains("the loss of the other copy has to be considered"))
  }

  /// Counts and names are of alleles.
  @Test func anAlleleOfTwoRecordsIsOneVariant() {
    let again = Fixture.carried(
      Fixture.arg397Trp(Fixture.record(2, 49_251_441, "G", ["A"])), .hemizygous, genotype: "1/1")
    let other = Fixture.carried(Fixture.donor(.pathogenic), .hemizygous, genotype: "1")
    for (finding, word) in [
      (Finding.hemizygousPLP, ConclusionWord.positive), (.plpStateUnknown, .uncertain),
    ] {
      let one = sentence(result(finding, word, variants: [missense, again]))
      #expect(one == sentence(result(finding, word, variants: [missense])))
      let two = sentence(result(finding, word, variants: [missense, again, other]))
      #expect(
        two.contains("2 pathogenic variants of FOXP3, c.1189C>T p.(Arg397Trp) and c.-23+1G>T,"))
    }
  }

  /// One X can't carry two changes of the same bases.
  @Test func twoChangesOfTheSameBasesAreNotSaidToBePresentOnOneX() {
    var wider = Fixture.arg397Trp(Fixture.record(2, 49_251_440, "CG", ["TA"]))
    wider.annotated.normalised.change = .sequence(
      SequenceChange(
        start: 49_251_440, reference: BaseSequence("CG") ?? BaseSequence(),
        alternate: BaseSequence("TA") ?? BaseSequence()))
    let other = Fixture.carried(wider, .hemizygous, genotype: "1")
    let two = sentence(result(.hemizygousPLP, .positive, variants: [missense, other]))
    #expect(two.contains("which can't carry all of them, since they change the same bases"))
    #expect(!two.contains("present on the only X"))
    let apart = Fixture.carried(Fixture.donor(.pathogenic), .hemizygous, genotype: "1")
    #expect(
      sentence(result(.hemizygousPLP, .positive, variants: [missense, apart])).contains(
        "present on the only X chromosome"))
  }

  @Test func carrierIsSaidOfAFemaleOnly() {
    #expect(sentence(Fixture.carrierFemale).hasPrefix("Carrier: a pathogenic variant of FOXP3"))
    #expect(sentence(Fixture.carrierFemale).contains("heterozygous in a female"))
    for sex in [Sex.male, .unknown] {
      let other = sentence(
        result(
          .heterozygousPLP, .uncertain, sex: sex,
          variants: [Fixture.carried(Fixture.arg397Trp(), .heterozygous, genotype: "0/1")]))
      #expect(!other.contains("female") && other.contains("establish the sex"))
    }
  }

  @Test(arguments: [
    (Finding.mosaicPLP, ConclusionWord.positive, "part of the reads only (mosaic)"),
    (.biallelicPLP, .positive, "leaves no copy of FOXP3 read without"),
    (
      .plpStateUnknown, .uncertain,
      "how many copies carry it, or whether an unchanged one is left, can't be stated"
    ),
  ])
  func otherStates(finding: Finding, word: ConclusionWord, part: String) {
    let sentence = sentence(result(finding, word, variants: [missense]))
    #expect(sentence.contains(part) && sentence.contains("c.1189C>T p.(Arg397Trp)"))
    #expect(sentence.contains("orthogonal"))
  }

  @Test func theStateNamedLeads() {
    let conflict = Fixture.carried(Fixture.phe373Ala([]), .conflict, genotype: "0/1")
    let sentence = sentence(result(.hemizygousPLP, .positive, variants: [conflict, missense]))
    #expect(sentence.contains("c.1189C>T") && !sentence.contains("c.1117"))
  }

  @Test func negativeSaysWhatWasAndWasNotLookedAt() {
    let text = sentence(Fixture.negativeMale)
    #expect(text.hasPrefix("Negative for sequence variants: no pathogenic, likely pathogenic or"))
    #expect(text.contains("all 3 known places of small variants were looked at"))
    #expect(text.contains("but not for copy number"))
    let complete = sentence(
      result(
        .noneReportable, .negative, completeness: .complete, variants: [], read: true))
    #expect(complete.contains("copy number included") && complete.contains("does not remove"))
  }

  @Test func negativeCountsWhatIsOpen() {
    var open = Fixture.negativeMale
    open.ledger[1].state = Fixture.unread
    #expect(sentence(open).contains("2 of 3 known places of small variants"))
  }

  @Test func inconclusiveNamesTheGap() {
    #expect(
      sentence(Fixture.inconclusive)
        == "Inconclusive: no pathogenic, likely pathogenic or uncertain variant of FOXP3 was "
        + "confirmed, but 3 of 3 known places of small variants were not shown to be read; IPEX "
        + "syndrome is neither supported nor excluded by this result.")
  }

  @Test func unconfirmedAndUnclassifiedVariantsAreNamed() {
    let doubtful = Fixture.carried(
      Fixture.arg397Trp(), .hemizygous, genotype: "1", unconfirmed: ["Depth 3 is below 8."])
    let unclassified = Fixture.carried(Fixture.donor(), .hemizygous, genotype: "1")
    let text = sentence(
      result(.noneReportable, .inconclusive, variants: [doubtful, unclassified], read: true))
    #expect(text.contains("c.1189C>T p.(Arg397Trp), was called but not confirmed"))
    #expect(text.contains("c.-23+1G>T, is not classified"))
  }

  /// A result whose finding and variants disagree must not deny the variant it lists.
  @Test func aListedVariantIsNeverDenied() {
    let text = sentence(result(.noneReportable, .inconclusive, variants: [missense]))
    #expect(!text.contains("no pathogenic") && text.contains("c.1189C>T"))
    let unusable = sentence(
      result(.noneReportable, .notAssessable, completeness: .notAssessable, variants: [missense]))
    #expect(unusable.contains("c.1189C>T") && unusable.contains("nothing is concluded"))
  }

  @Test func uncertainForbidsPredictiveUse() {
    let variant = Fixture.carried(Fixture.donor(.uncertain), .hemizygous, genotype: "1")
    let text = sentence(result(.vus, .uncertain, variants: [variant], read: true))
    #expect(
      text.hasPrefix(
        "Uncertain: a variant of uncertain significance in FOXP3, c.-23+1G>T, is present"))
    #expect(text.contains("must not be used for carrier, predictive or prenatal testing"))
  }

  @Test func everyCombinationEndsAsOneSentence() {
    for finding in Finding.allCases {
      for word in ConclusionWord.allCases {
        for variants in [[], [missense]] {
          let text = sentence(result(finding, word, variants: variants))
          #expect(text.hasPrefix(word.label + ": ") && text.hasSuffix("."))
          #expect(!text.contains("  ") && !text.contains(", ,") && !text.contains("unnamed"))
        }
      }
    }
  }

  @Test func aFindingWithoutItsVariantIsAFault() {
    for finding in Finding.allCases where finding != .noneReportable {
      let text = sentence(result(finding, .positive, variants: []))
      #expect(text.contains("do not use this report"))
    }
  }

  @Test func withoutSamplesNobodyIsJudged() {
    #expect(sentence(Fixture.withoutSamples).contains("nothing is said of any person"))
  }

  /// Beyond the gene's 3' end nothing is said of FOXP3's copies; the variant is only listed.
  @Test func aVariantBesideTheGeneIsNoVariantOfFOXP3() {
    var beside = missense
    beside.classified.clinicalClass = .notEvaluated
    beside.classified.annotated.transcripts = [
      Fixture.annotation(nil, nil, [.downstreamGene], .modifier)
    ]
    #expect(
      sentence(result(.noneReportable, .inconclusive, variants: [beside])).contains(
        "not classified"))
    beside.besideGene = .downstream
    let result = result(.noneReportable, .inconclusive, variants: [beside])
    #expect(!sentence(result).contains("not classified"))
    let told = CounsellingChoice(result: result, context: Fixture.context).counselling
    #expect(!told.contains { $0.key.hasPrefix("zygosity") })
    let inGene = self.result(.hemizygousPLP, .positive, variants: [missense])
    let toldThere = CounsellingChoice(result: inGene, context: Fixture.context).counselling
    #expect(toldThere.contains { $0.key == "zygosity.hemizygous" })
  }

  @Test func anUnconfirmedCallIsNotToldAsAFact() {
    var doubtful = missense
    doubtful.unconfirmedReasons = ["FILTER is LowQual"]
    let result = result(.noneReportable, .inconclusive, variants: [doubtful])
    let told = CounsellingChoice(result: result, context: Fixture.context).counselling
    #expect(!told.contains { $0.key.hasPrefix("zygosity") })
    #expect(sentence(result).contains("called but not confirmed"))
  }
}
