import Flow
import Genome
import Testing

@testable import Reporting

/// Whom a family's report names to be tested, from called carriers down through women of whom nothing is known.
@Suite struct PedigreeRelativesTests {
  private struct Person {
    var name: String
    var sex: Sex
    var mother: String?
    var father: String?
    /// `nil` without a sample.
    var zygosity: Zygosity?
    var isFree = false
    var affection = Pedigree.Affection.unknown
    /// With a sample that does not settle it.
    var isDeceased = false
    /// In a pregnancy, likewise.
    var isLost = false
  }

  private func advice(_ people: [Person], paternal: Set<String> = []) -> [String] {
    let variant = Fixture.arg397Trp()
    let members = people.map { person in
      var member = Pedigree.Member(
        family: "F", name: person.name, father: person.father, mother: person.mother,
        sex: person.sex)
      member.affection = person.affection
      var result = person.sex == .male ? Fixture.positiveMale : Fixture.carrierFemale
      result.sex.sex = person.sex
      if person.isDeceased {
        result.patientCase = PatientCase(
          head: ReportHead(patient: ReportHead.Patient(death: .onUnknownDay)))
      }
      if person.isLost {
        result.patientCase = PatientCase(head: ReportHead(addressee: .pregnancyLoss))
      }
      let isTested =
        person.zygosity != nil || person.isFree || person.isDeceased || person.isLost
      return PedigreeMember(relation: member, result: isTested ? result : nil)
    }
    let carriers = people.map { person in
      let call = person.zygosity.map { Fixture.carried(variant, $0, genotype: "1") }
      return PedigreeCarriage(
        state: call != nil
          ? .alternateSeen : person.isFree ? .referenceSeen(depth: 40) : Fixture.unread,
        call: call, origin: paternal.contains(person.name) ? .paternal : nil)
    }
    let family = PedigreeResult(
      family: "F", members: members,
      variants: [PedigreeVariant(classified: variant, carriers: carriers)])
    return PedigreeAdvice(text: PedigreeText(pedigree: family, context: Fixture.context)).sentences
  }

  private let early = "treatment can begin before organs are damaged."

  /// The son of a man's untested daughter: she inherits the variant, and he has a chance of one in two.
  @Test func aGrandsonThroughAnObligateCarrierIsNamed() {
    let advice = advice([
      Person(name: "GPA", sex: .male, zygosity: .hemizygous),
      Person(name: "GMA", sex: .female, isFree: true),
      Person(name: "DAU", sex: .female, mother: "GMA", father: "GPA"),
      Person(name: "LONE", sex: .female, mother: "GMA", father: "GPA"),
      Person(name: "BOY", sex: .male, mother: "DAU"),
    ])
    let inherits = "a daughter of a man who carries it on his only X inherits it"
    #expect(advice.contains("DAU: \(inherits), and she can be offered the test now."), "\(advice)")
    #expect(advice.contains("LONE: \(inherits)."))
    #expect(
      advice.contains(
        "Testing BOY, son of DAU, is advised, also without signs of disease: \(early)"), "\(advice)"
    )
  }

  /// Father and mother both carry it.
  @Test func aDaughterOfTwoCarriersMayHaveItOnBothCopies() {
    let family = [
      Person(name: "DAD", sex: .male, zygosity: .hemizygous),
      Person(name: "MUM", sex: .female, zygosity: .heterozygous),
      Person(name: "SIS", sex: .female, mother: "MUM", father: "DAD"),
      Person(name: "ILL", sex: .female, mother: "MUM", father: "DAD", affection: .affected),
    ]
    let advice = advice(family)
    for beginning in [
      "Testing SIS is advised, as of a boy", "Testing ILL is advised first: affected",
    ] {
      #expect(
        advice.count { $0.hasPrefix(beginning) && $0.contains("both of her copies may have it") }
          == 1,
        "\(advice)")
    }
    #expect(!advice.contains { $0.contains("does not explain") })
  }

  /// Her brothers by the mother can't have it from her father.
  @Test func aPaternalVariantIsNotHerBrothers() {
    let advice = advice(
      [
        Person(name: "GIRL", sex: .female, mother: "MUM", father: "DAD", zygosity: .heterozygous),
        Person(name: "DAD", sex: .male, zygosity: .hemizygous),
        Person(name: "MUM", sex: .female),
        Person(name: "BRO", sex: .male, mother: "MUM", father: "DAD"),
      ], paternal: ["GIRL"])
    #expect(!advice.contains { $0.contains("BRO") }, "\(advice)")
  }

  /// Two sons with it and a mother who does not show it: her daughters' sons are at risk; and whoever is ill is named.
  @Test func aMotherWithTwoCarriersHandsItOn() {
    let advice = advice([
      Person(name: "ONE", sex: .male, mother: "MUM", zygosity: .hemizygous),
      Person(name: "TWO", sex: .male, mother: "MUM", zygosity: .hemizygous),
      Person(name: "MUM", sex: .female, isFree: true),
      Person(name: "SIS", sex: .female, mother: "MUM"),
      Person(name: "NEPHEW", sex: .male, mother: "SIS"),
    ])
    #expect(advice.contains { $0.hasPrefix("Testing NEPHEW, son of SIS") }, "\(advice)")
  }

  @Test func anIllRelativeBeyondAnUntestedMotherIsNamed() {
    let advice = advice([
      Person(name: "SON", sex: .male, mother: "MUM", zygosity: .hemizygous),
      Person(name: "TWIN", sex: .male, mother: "MUM", zygosity: .hemizygous),
      Person(name: "MUM", sex: .female, mother: "GMA"),
      Person(name: "GMA", sex: .female),
      Person(name: "UNCLE", sex: .male, mother: "GMA", affection: .affected),
      Person(name: "AUNT", sex: .female, mother: "GMA"),
      Person(name: "COUSIN", sex: .male, mother: "AUNT", affection: .affected),
    ])
    for name in ["UNCLE", "COUSIN"] {
      #expect(advice.contains { $0.hasPrefix("Testing \(name), child of") }, "\(name): \(advice)")
    }
    #expect(advice.count { $0.hasPrefix("Testing MUM") } == 1, "\(advice)")
  }

  /// Nothing is begun early in who has died.
  @Test func theStoredSampleOfTheDeadIsSettled() {
    let advice = advice([
      Person(name: "SON", sex: .male, mother: "MUM", zygosity: .hemizygous),
      Person(name: "MUM", sex: .female, zygosity: .heterozygous),
      Person(name: "BRO", sex: .male, mother: "MUM", affection: .affected, isDeceased: true),
    ])
    let told = advice.filter { $0.contains("BRO") }
    #expect(told.count == 1 && told.first?.contains("BRO, child of MUM, has died") == true)
  }

  @Test func ofALostBrotherTheStoredSampleIsSettled() {
    let advice = advice([
      Person(name: "SON", sex: .male, mother: "MUM", zygosity: .hemizygous),
      Person(name: "MUM", sex: .female, zygosity: .heterozygous),
      Person(name: "BRO", sex: .male, mother: "MUM", isLost: true),
    ])
    #expect(
      advice.filter { $0.contains("BRO") } == [
        "BRO, child of MUM, was lost in the pregnancy: settling it in the stored sample tells who else may carry it."
      ], "\(advice)")
  }

  /// A mother who has died is not sent to be tested, nor an aunt.
  @Test func ofADeadMotherTheStoredSampleIsSettled() {
    let advice = advice([
      Person(name: "SON", sex: .male, mother: "MUM", zygosity: .hemizygous),
      Person(name: "MUM", sex: .female, mother: "GMA", isDeceased: true),
      Person(name: "UNCLE", sex: .male, mother: "GMA", zygosity: .hemizygous),
      Person(name: "GMA", sex: .female, zygosity: .heterozygous),
      Person(name: "AUNT", sex: .female, mother: "GMA", isDeceased: true),
      Person(name: "COUSIN", sex: .male, mother: "AUNT"),
    ])
    #expect(
      !advice.contains { $0.contains("Testing MUM") || $0.contains("testing AUNT") }, "\(advice)")
    #expect(
      advice.contains { $0.hasPrefix("MUM, the mother of SON, has died: settling") }, "\(advice)")
    #expect(advice.contains { $0.hasPrefix("Testing COUSIN, son of AUNT, is advised, also") })
  }

  /// By his only X, whatever her sample shows; her mother is no source.
  @Test func aDeadDaughterOfAHemizygousManInheritedIt() {
    let advice = advice([
      Person(name: "DAD", sex: .male, zygosity: .hemizygous),
      Person(name: "DAU", sex: .female, mother: "WIFE", father: "DAD", isDeceased: true),
      Person(name: "KID", sex: .male, mother: "DAU"),
    ])
    #expect(
      advice.contains(
        "DAU has died: a daughter of a man who carries it on his only X inherits it, and her children may have it."
      ),
      "\(advice)")
    #expect(!advice.contains { $0.contains("WIFE") })
  }

  private let affectedLine = [
    Person(name: "SON", sex: .male, mother: "MUM", zygosity: .hemizygous, affection: .affected),
    Person(name: "MUM", sex: .female, mother: "GMA", zygosity: .heterozygous),
    Person(name: "GMA", sex: .female, zygosity: .heterozygous),
  ]

  /// Cousins through an untested aunt: the boy, his sister when she is of age, and their mother now.
  @Test func cousinsThroughAnUntestedAuntAreNamed() {
    let advice = advice(
      affectedLine + [
        Person(name: "AUNT", sex: .female, mother: "GMA"),
        Person(name: "COUSIN", sex: .male, mother: "AUNT"),
        Person(name: "GIRL", sex: .female, mother: "AUNT"),
        Person(name: "NIECE", sex: .female, mother: "AUNT"),
        Person(name: "LATE", sex: .male, mother: "NIECE"),
        Person(name: "ILL", sex: .male, mother: "AUNT", affection: .affected),
      ])
    for sentence in [
      "AUNT, daughter of GMA, may be a carrier and can be offered the test now.",
      "GIRL, daughter of AUNT, may be a carrier if AUNT is one, and can be offered the test when she is of age.",
      "NIECE, daughter of AUNT, may be a carrier if AUNT is one, and can be offered the test now.",
      "Testing ILL, child of AUNT, is advised first: the pedigree says that ILL is affected.",
    ] {
      #expect(advice.count { $0 == sentence } == 1, "\(sentence): \(advice)")
    }
    for (boy, mother) in [("COUSIN", "AUNT"), ("LATE", "NIECE")] {
      #expect(
        advice.count { $0.hasPrefix("Testing \(boy), son of \(mother), is advised, also") } == 1)
    }
  }

  /// Who is shown to be free of it hands nothing on, and an aunt whose mother is free is hardly a carrier.
  @Test func theWalkEndsWhereTheVariantDoes() {
    let free = advice(
      affectedLine + [
        Person(name: "AUNT", sex: .female, mother: "GMA", isFree: true),
        Person(name: "COUSIN", sex: .male, mother: "AUNT"),
      ])
    #expect(!free.contains { $0.contains("COUSIN") })
    let new = advice([
      Person(name: "SON", sex: .male, mother: "MUM", zygosity: .hemizygous),
      Person(name: "MUM", sex: .female, isFree: true),
      Person(name: "SIS", sex: .female, mother: "MUM"),
      Person(name: "NEPHEW", sex: .male, mother: "SIS"),
    ])
    #expect(new.contains { $0.hasPrefix("SIS, daughter of MUM") })
    #expect(!new.contains { $0.contains("NEPHEW") })
  }

  /// A son and a brother with it: she carries it, and is told so once.
  @Test func aWomanBetweenTwoCarriersIsNamedOnce() {
    let advice = advice([
      Person(name: "SON", sex: .male, mother: "MUM", zygosity: .hemizygous),
      Person(name: "BRO", sex: .male, mother: "MUM"),
      Person(name: "MUM", sex: .female, mother: "GMA"),
      Person(name: "GMA", sex: .female),
      Person(name: "UNCLE", sex: .male, mother: "GMA", zygosity: .hemizygous),
    ])
    let mentions = advice.filter { $0.hasPrefix("MUM") || $0.hasPrefix("Testing MUM") }
    #expect(
      mentions == [
        "Testing MUM, the mother of SON, is advised: since UNCLE carries it too, she carries it herself unless it "
          + "arose twice in the family."
      ], "\(advice)")
    #expect(advice.contains("Testing GMA, the mother of UNCLE, is advised."))
    #expect(
      advice.filter { $0.contains("BRO") }
        == [
          "Testing BRO, son of MUM, is advised, also without signs of disease: \(early)"
        ], "\(advice)")
  }
}
