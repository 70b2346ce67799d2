import Flow
import Genome
import Testing

@testable import Reporting

/// What a family is told where a carrier's parents' samples show the reference.
@Suite struct GermCellsTests {
  private struct Person {
    var name: String
    var sex: Sex
    var mother: String?
    var father: String?
    /// `nil` of who is shown to be free of it.
    var origin: VariantOrigin?
    var isTested = true
    var isDeceased = false
  }

  private func family(_ people: [Person]) -> PedigreeText {
    let variant = Fixture.arg397Trp()
    let members = people.map { person in
      let member = Pedigree.Member(
        family: "F", name: person.name, father: person.father, mother: person.mother,
        sex: person.sex)
      var result = person.sex == .male ? Fixture.positiveMale : Fixture.carrierFemale
      result.sex.sex = person.sex
      if person.isDeceased {
        result.patientCase = PatientCase(
          head: ReportHead(patient: ReportHead.Patient(death: .onUnknownDay)))
      }
      return PedigreeMember(relation: member, result: person.isTested ? result : nil)
    }
    let carriers = people.map { person in
      guard let origin = person.origin else {
        return PedigreeCarriage(
          state: person.isTested ? .referenceSeen(depth: 40) : Fixture.unread)
      }
      let zygosity: Zygosity = person.sex == .male ? .hemizygous : .heterozygous
      return PedigreeCarriage(
        state: .alternateSeen, call: Fixture.carried(variant, zygosity, genotype: "1"),
        origin: origin)
    }
    return PedigreeText(
      pedigree: PedigreeResult(
        family: "F", members: members,
        variants: [PedigreeVariant(classified: variant, carriers: carriers)]),
      context: Fixture.context)
  }

  private func advice(_ people: [Person]) -> [String] {
    PedigreeAdvice(text: family(people)).sentences
  }

  private func statements(_ people: [Person]) -> String {
    let text = family(people)
    return text.pedigree.variants.flatMap(text.sentences).joined(separator: " ")
  }

  /// Two daughters of one man by two women who are free of it.
  private let ofOneFather = [
    Person(
      name: "G1", sex: .female, mother: "M1", father: "DON",
      origin: .germLineMosaicism(siblings: ["G2"], parents: ["DON"])),
    Person(
      name: "G2", sex: .female, mother: "M2", father: "DON",
      origin: .germLineMosaicism(siblings: ["G1"], parents: ["DON"])),
    Person(name: "M1", sex: .female), Person(name: "M2", sex: .female),
    Person(name: "DON", sex: .male),
  ]

  @Test func aFathersGermCellsAreNotTheMothers() {
    let advice = advice(
      ofOneFather + [
        Person(name: "G3", sex: .female, mother: "M3", father: "DON", isTested: false),
        Person(name: "B3", sex: .male, mother: "M3", father: "DON", isTested: false),
        Person(name: "M3", sex: .female, isTested: false),
      ])
    #expect(!advice.contains { $0.contains("egg cells") }, "\(advice)")
    #expect(
      advice.contains {
        $0.hasPrefix("DON, the father of G1,") && $0.contains("presumed in part of his germ cells")
          && $0.contains("further daughters of his have a risk")
      }, "\(advice)")
    #expect(advice.contains { $0.hasPrefix("G3, daughter of DON, may be a carrier") }, "\(advice)")
    #expect(!advice.contains { $0.contains("B3") }, "a son has his X from M3")
  }

  @Test func ofANewDaughtersParentsBothAreNamed() {
    let new = [
      Person(
        name: "GIRL", sex: .female, mother: "MUM", father: "DAD", origin: .apparentlyDeNovo),
      Person(name: "MUM", sex: .female), Person(name: "DAD", sex: .male),
    ]
    let advice = advice(new)
    #expect(
      advice.contains { $0.hasPrefix("MUM, the mother of GIRL,") && $0.contains("her egg cells") })
    #expect(
      advice.contains {
        $0.hasPrefix("DAD, the father of GIRL,")
          && $0.contains("in part of his germ cells is not excluded, so further daughters of his")
      }, "\(advice)")
    var boy = new
    boy[0].sex = .male
    #expect(!self.advice(boy).contains { $0.contains("DAD") }, "a son has it from his mother")
  }

  /// Who has died has no further pregnancy, and other children and stored germ cells may be there.
  @Test(arguments: ["MUM", "DAD"])
  func ofTheDeadNoFurtherPregnancyIsSpokenOf(name: String) {
    let advice = advice([
      Person(name: "GIRL", sex: .female, mother: "MUM", father: "DAD", origin: .apparentlyDeNovo),
      Person(name: "MUM", sex: .female, isDeceased: true),
      Person(name: "DAD", sex: .male, isDeceased: true),
    ]).first { $0.hasPrefix(name) }
    #expect(
      advice?.contains("who has died") == true && advice?.contains("stored germ cells") == true)
    #expect(advice?.contains("pregnancy") == false && advice?.contains("further") == false)
  }

  /// The mother whom half-sisters share.
  @Test func aMothersGermCellsAreNotTheFathers() {
    let advice = advice([
      Person(
        name: "G1", sex: .female, mother: "MUM", father: "D1",
        origin: .germLineMosaicism(siblings: ["G2"], parents: ["MUM"])),
      Person(
        name: "G2", sex: .female, mother: "MUM", father: "D2",
        origin: .germLineMosaicism(siblings: ["G1"], parents: ["MUM"])),
      Person(name: "MUM", sex: .female), Person(name: "D1", sex: .male),
      Person(name: "D2", sex: .male),
      Person(name: "BRO", sex: .male, mother: "MUM", father: "D2", isTested: false),
    ])
    #expect(advice.contains { $0.contains("presumed in part of her egg cells") }, "\(advice)")
    #expect(!advice.contains { $0.contains("D1") || $0.contains("D2,") }, "\(advice)")
    #expect(advice.contains { $0.hasPrefix("Testing BRO, son of MUM, is advised") }, "\(advice)")
  }

  /// One egg makes children of one sex, one mother and one father.
  @Test(
    arguments: [
      (Sex.male, "D1", true), (.male, nil, true), (.male, "D2", false), (.female, "D1", false),
    ] as [(Sex, String?, Bool)])
  func identicalTwinsAreAlike(sex: Sex, father: String?, mayBeTwins: Bool) {
    let text = statements([
      Person(
        name: "ONE", sex: .male, mother: "MUM", father: "D1",
        origin: .germLineMosaicism(siblings: ["TWO"], parents: ["MUM"])),
      Person(
        name: "TWO", sex: sex, mother: "MUM", father: father,
        origin: .germLineMosaicism(siblings: ["ONE"], parents: ["MUM"])),
      Person(name: "MUM", sex: .female),
    ])
    #expect(text.contains("germ-line mosaicism") && text.contains("every further child has a risk"))
    #expect(text.contains("identical twins") == mayBeTwins, "\(text)")
  }

  /// A man hands his X on to daughters alone.
  @Test func ofAFathersGermCellsDaughtersAreAtRisk() {
    #expect(statements(ofOneFather).contains("every further daughter of DON has a risk"))
    #expect(!statements(ofOneFather).contains("identical twins"))
    var dead = ofOneFather
    dead[4].isDeceased = true
    #expect(statements(dead).contains("every other daughter of DON has a risk"))
  }
}
