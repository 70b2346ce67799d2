import Flow
import Genome

/// The JSON document of a family (`docs/pedigree.schema.json`). Fields are added, never renamed; what
/// is not known is `null`.
struct PedigreeDocument: Encodable {
  struct Member: Encodable {
    var name: String
    var father: OrNull<String>
    var mother: OrNull<String>
    var sex: String
    var affection: String
    var hasSample: Bool
    var conclusion: OrNull<String>
    /// Of the sample's own report, intronic names those of GRCh38.
    var statement: OrNull<String>
    /// Alleles held pathogenic or likely so of which it is open whether the sample carries them.
    var openHarmful: [String]
  }

  struct Carriage: Encodable {
    var member: String
    var state: String
    var reason: OrNull<String>
    var depth: OrNull<Int>
    var zygosity: OrNull<String>
    var genotype: OrNull<String>
    var origin: OrNull<String>
    var originReason: OrNull<String>
    var contradiction: OrNull<String>
    var contradictedCriteria: [String]
    /// The change of several bases that the member is called with, of which this one is a part.
    var partOf: OrNull<String>
  }

  struct Variant: Encodable {
    var name: String
    var classification: String
    /// The build first of the member whose class the family is told.
    var placements: [PlacementDocument]
    var vrsIdentifier: OrNull<String>
    var carriers: [Carriage]
    var statements: [String]
  }

  var schemaVersion = "1.0"
  var status = "draft"
  var runDate: String
  var disclaimer = ReportText.disclaimer
  var family: String
  var statement: String
  var members: [Member]
  var variants: [Variant]
  var advice: [String]
  var limits = PedigreeDocument.limits
  var tool: String
  var table: String

  static let limits = [
    "Parentage was not tested: the pedigree is taken as given.",
    "Each person's own report says what was looked at in their sample, and what was not.",
    "A parent counts as free of a variant only where the sample shows the reference there; a variant "
      + "in part of a parent's germ cells is not excluded by a blood sample.",
  ]

  init(_ pedigree: PedigreeResult, context: ReportContext) {
    let text = PedigreeText(pedigree: pedigree, context: context)
    runDate = context.runDate
    family = pedigree.family
    statement = text.statement
    members = pedigree.members.map { Member($0, text) }
    variants = pedigree.variants.map { Variant($0, of: pedigree.members, text) }
    advice = PedigreeAdvice(text: text).sentences
    tool = context.versions.tool
    table = context.versions.table
  }

  func bytes() throws(ReportError) -> [UInt8] {
    try JSONText.whole(self, named: family)
  }
}

extension PedigreeDocument.Member {
  fileprivate init(_ member: PedigreeMember, _ text: PedigreeText) {
    self.init(
      name: member.relation.name, father: OrNull(member.relation.father),
      mother: OrNull(member.relation.mother), sex: member.sex.rawValue,
      affection: member.relation.affection.rawValue, hasSample: member.result != nil,
      conclusion: OrNull(member.result?.conclusion?.word.rawValue),
      statement: OrNull(text.conclusion(of: member)),
      openHarmful: text.openHarmful(in: member))
  }
}

extension PedigreeDocument.Variant {
  fileprivate init(_ variant: PedigreeVariant, of members: [PedigreeMember], _ text: PedigreeText) {
    let annotated = variant.classified.annotated
    self.init(
      name: text.name(of: variant), classification: variant.classified.clinicalClass.rawValue,
      placements: annotated.placements.map(PlacementDocument.init),
      vrsIdentifier: OrNull(annotated.vrsIdentifier),
      carriers: zip(members, variant.carriers).map {
        PedigreeDocument.Carriage($0, $1, text)
      },
      statements: text.sentences(on: variant))
  }
}

extension PedigreeDocument.Carriage {
  fileprivate init(
    _ member: PedigreeMember, _ carriage: PedigreeCarriage, _ text: PedigreeText
  ) {
    var reason: String?
    if case .unresolved(let cause) = carriage.origin { reason = cause }
    self.init(
      member: member.relation.name, state: carriage.state.name,
      reason: OrNull(carriage.state.reason), depth: OrNull(carriage.state.depth),
      zygosity: OrNull(carriage.call?.zygosity.rawValue),
      genotype: OrNull(carriage.call?.genotypeText), origin: OrNull(carriage.origin?.name),
      originReason: OrNull(reason), contradiction: OrNull(carriage.contradiction),
      contradictedCriteria: carriage.contradictedCriteria.map(\.rawValue),
      partOf: OrNull(carriage.whole.map { text.name(of: $0, in: member) }))
  }
}
