import Flow
import Genome
import Nomenclature
import Normalisation
import Testing

@Suite struct HaplotypeJoinerTests {
  @Test func twoSubstitutionsOfACodonAreOneAllele() throws {
    let fixture = try Fixture()
    let joined = fixture.join([
      try fixture.carried("c.1117T>G", "1", number: 2),
      try fixture.carried("c.1118T>C", "1", number: 1),
    ])
    #expect(joined.names == ["c.1117_1118delinsGC"])
    #expect(joined.notes.isEmpty)
    #expect(joined.variants[0].parts.map(\.record.number) == [1, 2])
    #expect(!joined.variants[0].joinReason.isEmpty)
  }

  @Test func threeChangesOfACodonAreOneAllele() throws {
    let fixture = try Fixture()
    let names = ["c.1117T>G", "c.1118T>C", "c.1119C>A"]
    let joined = fixture.join(
      try names.enumerated().map {
        try fixture.carried($1, "0|1", number: $0, phaseSet: "7")
      })
    #expect(joined.names == ["c.1117_1119delinsGCA"])
    #expect(joined.variants[0].joinReason.contains("phase set 7"))
  }

  /// Bases side by side are one deletion-insertion, of one codon or two; c.1116 is the last base of codon 372.
  @Test(arguments: [
    ("c.1116C>T", "c.1117T>G", ["c.1116_1117delinsTG"]),
    ("c.1116C>T", "c.1118T>C", ["c.1118T>C", "c.1116C>T"]),
    ("c.1045-236T>A", "c.1045-235C>T", ["c.1045-236_1045-235delinsAT"]),
  ])
  func neighboursAreOneChange(first: String, second: String, names: [String]) throws {
    let fixture = try Fixture()
    let joined = fixture.join([
      try fixture.carried(first, "1", number: 1), try fixture.carried(second, "1", number: 2),
    ])
    #expect(joined.names == names)
    #expect(joined.notes.isEmpty)
  }

  @Test(arguments: [
    ("1|0", "0|1", "5", "5", false), ("0|1", "1|0", nil, nil, false),
    ("0|1", "0|1", nil, nil, true), ("0|1", "0|1", "5", "5", true),
    ("1|1", "1|1", "5", "6", true), ("1/1", "1|1", nil, "6", true), ("1/1", "1/1", nil, nil, true),
  ])
  func phaseDecides(
    _ first: String, _ second: String, _ firstSet: String?, _ secondSet: String?,
    _ isJoined: Bool
  ) throws {
    let fixture = try Fixture()
    let joined = fixture.join([
      try fixture.carried("c.1117T>G", first, number: 1, phaseSet: firstSet),
      try fixture.carried("c.1118T>C", second, number: 2, phaseSet: secondSet),
    ])
    #expect(joined.names.count == (isJoined ? 1 : 2))
    #expect(joined.notes.isEmpty)
  }

  @Test(arguments: [
    ("0/1", "0/1", nil, nil), ("0|1", "0|1", "5", "6"), ("0|1", "0|1", "5", nil),
    ("0|1", "0/1", "5", "5"),
  ])
  func whatPhasingLeavesOpenIsSaid(
    _ first: String, _ second: String, _ firstSet: String?, _ secondSet: String?
  ) throws {
    let fixture = try Fixture()
    let joined = fixture.join([
      try fixture.carried("c.1117T>G", first, number: 1, phaseSet: firstSet),
      try fixture.carried("c.1118T>C", second, number: 2, phaseSet: secondSet),
    ])
    #expect(joined.names == ["c.1118T>C", "c.1117T>G"])
    try #require(joined.notes.count == 1)
    #expect(joined.notes[0].contains("may stand on one chromosome"))
    #expect(joined.notes[0].contains("c.1117_1118delinsGC"))
  }

  /// `1/1` and `0/1`: one chromosome has both for sure, the other only one.
  @Test(
    arguments: [("1/1", "0/1", nil), ("1|1", "0|1", "5"), ("1|1", "0|1", nil)]
      as [(String, String, String?)])
  func homozygousBesideHeterozygousIsSaid(
    _ first: String, _ second: String, _ set: String?
  ) throws {
    let fixture = try Fixture()
    let joined = fixture.join([
      try fixture.carried("c.1117T>G", first, number: 1, phaseSet: set),
      try fixture.carried("c.1118T>C", second, number: 2, phaseSet: set),
    ])
    #expect(joined.names.count == 2)
    try #require(joined.notes.count == 1)
    #expect(joined.notes[0].contains("one chromosome carries them all"))
    #expect(joined.notes[0].contains("c.1117_1118delinsGC"))
  }

  @Test func twoAllelesOfOneRecordStandOnTwoChromosomes() throws {
    let fixture = try Fixture()
    let joined = fixture.join([
      try fixture.carried("c.1117T>G", "1/2", number: 1),
      try fixture.carried("c.1118T>C", "1/2", number: 1, allele: 2),
    ])
    #expect(joined.names.count == 2)
    #expect(joined.notes.isEmpty)
  }

  /// A male's `0/1` at 95% of the reads is his only copy; at 50% it isn't.
  @Test(arguments: [
    (Sex.male, [1, 19], 1), (.male, [10, 10], 2), (.female, [1, 19], 2), (.unknown, [1, 19], 2),
  ])
  func aMalesHighFractionIsHisOnlyCopy(_ sex: Sex, _ depths: [Int], _ count: Int) throws {
    let fixture = try Fixture()
    let joined = fixture.join(
      [
        try fixture.carried("c.1117T>G", "0/1", number: 1, depths: depths),
        try fixture.carried("c.1118T>C", "0/1", number: 2, depths: depths),
      ], sex: sex)
    #expect(joined.names.count == count)
    #expect(joined.notes.isEmpty == (count == 1))
  }

  /// The exon 3 deletion c.227del, and an insertion behind it that takes the frame back before the
  /// stop at residue 128.
  @Test func aRestoredFrameIsOneAllele() throws {
    let fixture = try Fixture()
    let joined = fixture.join([
      try fixture.carried("c.227del", "1", number: 2),
      try fixture.carried("c.235_236insG", "1", number: 1),
    ])
    #expect(joined.names.count == 1)
    #expect(joined.variants[0].isJoined)
  }

  @Test func whatStandsBetweenBelongsToIt() throws {
    let fixture = try Fixture()
    let names = ["c.906del", try withBase("c.930", fixture), "c.960_961insA"]
    let joined = fixture.join(
      try names.enumerated().map { try fixture.carried($1, "1", number: $0) })
    #expect(joined.names.count == 1)
    #expect(joined.variants[0].parts.count == 3)
  }

  /// c.1150del reads to a stop at residue 389 (c.1165-1167): an insertion before it brings the frame
  /// back, one behind it comes too late.
  @Test(arguments: [("c.1156_1157insA", 1), ("c.1230_1231insA", 2)])
  func aFrameIsRestoredBeforeItsStopOnly(_ insertion: String, _ count: Int) throws {
    let fixture = try Fixture()
    let joined = fixture.join([
      try fixture.carried("c.1150del", "1", number: 1),
      try fixture.carried(insertion, "1", number: 2),
    ])
    #expect(joined.names.count == count)
    #expect(joined.notes.isEmpty)
  }

  /// c.227del reads to a stop at residue 128: c.245del is read in its frame, and the stop of both
  /// is another one than that of either.
  @Test func aSecondShiftOfTheFrameIsReadInTheFirstOnes() throws {
    let fixture = try Fixture()
    let joined = fixture.join([
      try fixture.carried("c.227del", "1", number: 1),
      try fixture.carried("c.245del", "1", number: 2),
    ])
    #expect(joined.names.count == 1)
    #expect(joined.notes.isEmpty)
  }

  @Test func aPossiblyRestoredFrameIsSaidWithWhatStandsBetween() throws {
    let fixture = try Fixture()
    let joined = fixture.join([
      try fixture.carried("c.227del", "0/1", number: 1),
      try fixture.carried(withBase("c.232G>A", fixture), "0/1", number: 2),
      try fixture.carried("c.245_246insG", "0/1", number: 3),
    ])
    #expect(joined.names.count == 3)
    try #require(joined.notes.count == 1)
    #expect(joined.notes[0].contains("c.227del"))
    #expect(joined.notes[0].contains("between them"))
  }

  /// The pieces of ClinVar 11408's allele as a caller may split it.
  @Test func thePiecesOfADeletionInsertionAreOne() throws {
    let fixture = try Fixture()
    let whole = try fixture.change("c.1290_*12delinsTG")
    let deletion = SequenceChange(
      start: whole.start, reference: whole.reference, alternate: BaseSequence())
    let insertion = SequenceChange(
      start: whole.start, reference: BaseSequence(), alternate: whole.alternate)
    let template = try fixture.carried("c.1189C>T", "1", number: 1)
    let pieces = [deletion, insertion].enumerated().map { index, change in
      var piece = template
      piece.variant.change = .sequence(change)
      piece.variant.parts[0].record.number = index
      return piece
    }
    #expect(fixture.join(pieces).names == ["c.1290_*12delinsTG"])
  }

  /// Codon 152 lies half in exon 4 and half in exon 5; no allele by name can hold both changes.
  @Test func aCodonThatAnIntronDividesIsNotJoined() throws {
    let fixture = try Fixture()
    let names = try ["c.454", "c.455"].map { try withBase("\($0)N>N", fixture) }
    let joined = fixture.join(
      try names.enumerated().map { try fixture.carried($1, "1", number: $0) })
    #expect(joined.names.count == 2)
    try #require(joined.notes.count == 1)
    #expect(joined.notes[0].contains("codon 152, which an intron divides"))
  }

  @Test func overlappingAllelesAndOtherThingsStayAsTheyAre() throws {
    let fixture = try Fixture()
    let spanning = CarriedVariant(
      variant: NormalisedVariant(assembly: .grch38, change: .notAssessable(.spanningDeletion)),
      call: SampleCall(genotype: Fixture.genotype("1")))
    let joined = fixture.join([
      try fixture.carried("c.751_753del", "1", number: 1),
      try fixture.carried("c.752A>G", "1", number: 2), spanning,
    ])
    #expect(joined.variants.count == 3)
    #expect(joined.variants.allSatisfy { !$0.isJoined })
    #expect(fixture.join([]).variants.isEmpty)
  }

  @Test func theOrderOfTheFileDoesNotMatter() throws {
    let fixture = try Fixture()
    let carried = [
      try fixture.carried("c.1117T>G", "0|1", number: 1),
      try fixture.carried("c.1118T>C", "0|1", number: 2),
      try fixture.carried("c.227del", "0/1", number: 3),
      try fixture.carried("c.235_236insG", "0/1", number: 4),
    ]
    let forward = fixture.join(carried)
    let backward = fixture.join(carried.reversed())
    #expect(forward.names == backward.names)
    #expect(forward.notes == backward.notes)
  }

  /// A substitution at the place with whatever base stands there.
  private func withBase(_ name: String, _ fixture: Fixture) throws -> String {
    let place = String(name.dropFirst(2).prefix { $0.isNumber })
    let number = try #require(Int(place))
    let position = try #require(fixture.map.genomicPosition(of: CodingPosition(number)))
    let base = try #require(fixture.locus.bases(in: Interval(position, position)))
      .reverseComplement.text
    return "c.\(place)\(base)>\(base == "C" ? "G" : "C")"
  }
}
