import Flow
import Genome
import Nomenclature
import Normalisation
import Testing

/// VCF 4.5, sections 1.4.5 and 3: POS is the base before the event; SVLEN, else END, gives its end.
@Suite struct SymbolicAlleleTests {
  private let position = 49_255_491

  @Test func anExactDeletionIsTheSpelledOne() throws {
    let fixture = try Fixture()
    let wanted = NormalisedVariant.Change.sequence(try fixture.change("c.751_753del"))
    #expect(fixture.normalised(position, "T", "<DEL>", end: position + 3) == wanted)
    #expect(fixture.normalised(position, "T", "<DEL>", length: -3) == wanted)
    #expect(fixture.normalised(position, "T", "<DEL:ME:ALU>", length: 3) == wanted)
    #expect(fixture.normalised(position, "T", "<CN0>", end: position + 3) == wanted)
  }

  /// DRAGEN in VCF 4.2: `<DEL>` and `<DUP>` on one copy each, CN as many as there should be.
  @Test(arguments: [
    (["<DEL>", "<DUP>"], ["1/2:2"], true), (["<DUP>", "<DEL>"], ["2|1:2"], true),
    (["<DEL>", "<DUP>"], ["1/2:2", "0/0:2", "./.:."], true),
    (["<DEL>", "<DUP>"], ["1/2:2", "0/1:1"], false), (["<DEL>", "<DUP>"], ["1/2:3"], false),
    (["<DEL>", "<DUP>"], ["1/2:."], false), (["<DEL>", "<DUP>"], ["1/2"], false),
    (["<DEL>", "<DUP>"], ["0/1:2"], false), (["<DEL>", "<DUP>"], ["1/1:0"], false),
    (["<DEL>", "<DUP>"], ["0/0:2"], false), (["<DEL>", "<DEL>"], ["1/2:2"], false),
  ])
  func bothCopiesOfOneParentAreNoDeletion(
    _ alternates: [String], _ samples: [String], _ isNeutral: Bool
  ) throws {
    let record = ReadRecord(
      number: 1, contig: "chrX", position: position, end: position + 500, reference: "T",
      alternates: alternates, formatText: "GT:CN",
      calls: samples.map { text in
        let genotype = text.split(separator: ":").first.map(String.init) ?? "."
        return SampleCall(genotype: Fixture.genotype(genotype), text: text)
      })
    for (index, alternate) in alternates.enumerated() {
      let change = Normaliser(locus: try Fixture().locus).normalise(
        ReadVariant(record: record, alleleIndex: index + 1)
      ).change
      #expect((change == .notAssessable(.copyNeutral(alternate))) == isNeutral)
    }
  }

  /// Manta tells what comes in between the ends (SVINSSEQ).
  @Test func basesAtTheJunctionAreSpelledOut() throws {
    let fixture = try Fixture()
    let bases = try #require(fixture.locus.bases(in: Interval(position, position + 60))).text
    let anchor = String(bases.prefix(1))
    let deletion = fixture.normalised(
      position, "N", "<DEL>", end: position + 60,
      information: "END=\(position + 60);SVINSLEN=4;SVINSSEQ=ACGA")
    #expect(deletion == fixture.normalised(position, bases, anchor + "ACGA"))
  }

  /// Spelled as an insertion, an exon's copy would lie in the intron, and an inversion is told by what it turns round.
  @Test(arguments: [("<DUP:TANDEM>", StructuralChange.Kind.duplication), ("<INV>", .inversion)])
  func besideAStretchBasesAtTheJunctionAreCounted(
    _ alternate: String, _ kind: StructuralChange.Kind
  ) throws {
    let end = position + 60
    #expect(
      try Fixture().normalised(
        position, "N", alternate, end: end, information: "END=\(end);SVINSLEN=1;SVINSSEQ=A")
        == .structural(
          StructuralChange(kind: kind, interval: Interval(position + 1, end), unspelledBases: 1)))
  }

  /// DELLY and Pindel tell their number alone: what is made of an exon is open.
  @Test(arguments: ["INSLEN=4", "NTLEN=4", "SVINSLEN=4", "SVINSLEN=4;SVINSSEQ=."])
  func basesOfWhichTheNumberAloneIsToldAreCounted(_ told: String) throws {
    let fixture = try Fixture()
    let end = position + 60
    #expect(
      fixture.normalised(position, "N", "<DEL>", end: end, information: "END=\(end);\(told)")
        == .structural(
          StructuralChange(
            kind: .deletion, interval: Interval(position + 1, end), unspelledBases: 4)))
    #expect(
      fixture.normalised(position, "N", "<DEL>", end: end, information: "END=\(end);INSLEN=0")
        == fixture.normalised(position, "N", "<DEL>", end: end, information: "END=\(end)"))
  }

  /// A girl with one X is called so by depth.
  @Test(arguments: ["<DEL>", "<DUP>"]) func mostOfTheChromosomeIsItsNumber(_ alternate: String)
    throws
  {
    let change = try Fixture().normalised(
      10_001, "N", alternate, end: 156_030_895, information: "END=156030895;SVTYPE=CNV")
    #expect(change == .notAssessable(.chromosomeNumber(alternate)))
  }

  @Test func anExactInversionIsSpelledOut() throws {
    let fixture = try Fixture()
    let stretch = Interval(position + 1, position + 8)
    let bases = try #require(fixture.locus.bases(in: stretch))
    let change = SequenceChange(
      start: stretch.start, reference: bases, alternate: bases.reverseComplement)
    #expect(
      fixture.normalised(position, "T", "<INV>", end: stretch.end)
        == .sequence(change.leftAligned(on: fixture.locus)))
  }

  @Test(arguments: [
    ("<DUP>", ".", StructuralChange.Kind.duplication),
    ("<DEL>", "IMPRECISE;SVTYPE=DEL", .deletion), ("<INV>", "SVTYPE=INV;IMPRECISE", .inversion),
  ])
  func whatIsKnownByItsEndsStaysSo(
    _ alternate: String, _ information: String, _ kind: StructuralChange.Kind
  ) throws {
    let change = try Fixture().normalised(
      position, "T", alternate, end: position + 500, information: information)
    #expect(
      change
        == .structural(
          StructuralChange(
            kind: kind, interval: Interval(position + 1, position + 500),
            precision: information.contains("IMPRECISE") ? .unknown : .exact)))
  }

  /// CIPOS and CIEND are counted from POS and END. Without IMPRECISE a missing CIEND matches CIPOS, and a missing
  /// CIPOS is 0,0 (VCF 4.5, section 3).
  @Test(arguments: [
    ("CIPOS=-10,20;CIEND=-5,0", [-9, 21, 495, 500]), ("CIPOS=-10,20", [-9, 21, 490, 520]),
    ("CIEND=-5,0", [1, 1, 495, 500]), ("CIPOS=-10,20;CILEN=-3,4", [-9, 21, 486, 524]),
    ("CIPOS=-1,1;CIEND=-1,1", [0, 2, 499, 501]), ("CIPOS=20,-10;CIEND=0,0", []),
    ("CIPOS=-10,20;CIEND=-5,0;HOMLEN=9223372036854775807", [-9, 21, 495, 500]),
    ("CIPOS=-10,20;CIEND=-5,0;HOMLEN=-9223372036854775808", [-9, 21, 495, 500]),
    ("PRECISE;CIPOS=-10,20;CIEND=-5,0", [-9, 21, 495, 500]),
    ("IMPRECISE;CIPOS=-10,20;CIEND=-5,0", [-9, 21, 495, 500]),
    ("IMPRECISE;CIPOS=0,0;CIEND=0,0", [1, 1, 500, 500]),
    ("IMPRECISE;CIPOS=-10,20", []), ("IMPRECISE;CIPOS=20,-10;CIEND=0,0", []),
    ("IMPRECISE;CIPOS=x,1;CIEND=0,0", []),
    ("IMPRECISE;CIPOS=0,0;CIEND=0,99999999999999999999", []),
    ("IMPRECISE;CIPOS=-9223372036854775808,0;CIEND=-5,5", []),
    ("IMPRECISE;CIPOS=-10,20,0,0;CIEND=-5,0,0,0", []),
  ])
  func endsThatAreNotExactAreKept(_ information: String, _ offsets: [Int]) throws {
    let precision: StructuralChange.Precision =
      offsets.isEmpty
      ? .unknown
      : .within(
        first: Interval(position + offsets[0], position + offsets[1]),
        last: Interval(position + offsets[2], position + offsets[3]))
    let change = try Fixture().normalised(
      position, "T", "<DEL>", end: position + 500,
      information: "\(information);END=\(position + 500)")
    #expect(
      change
        == .structural(
          StructuralChange(
            kind: .deletion, interval: Interval(position + 1, position + 500),
            precision: precision)))
  }

  /// Ranges that tell of a repeat at exact ends: as long as HOMLEN says, or as the bases allow.
  @Test(arguments: [
    "PRECISE;CIPOS=-5,5;CILEN=-3,3",
    "CIPOS=0,2;CIEND=0,2", "CIPOS=0,2", "CIPOS=-9,9;CIEND=-9,9;HOMLEN=8", "CIPOS=0,0",
  ])
  func exactEndsInARepeatStayExact(_ information: String) throws {
    let fixture = try Fixture()
    let length = 300
    let start = try #require(
      (49_250_500..<49_264_000).first { place in
        [0, 1].allSatisfy {
          fixture.locus.base(at: place + $0) == fixture.locus.base(at: place + $0 + length)
        } && fixture.locus.base(at: place + 2) != fixture.locus.base(at: place + 2 + length)
      })
    let end = start + length - 1
    func normalised(_ information: String) -> NormalisedVariant.Change {
      fixture.normalised(
        start - 1, "N", "<DEL>", end: end, information: "\(information);END=\(end)")
    }
    #expect(normalised(information) == normalised("SVTYPE=DEL"))
    // Three bases are more than the repeat has, and LUMPY's ranges at 95 % are too narrow.
    for inexact in ["CIPOS=0,3;CIEND=0,3", "CIPOS=-10,9;CIEND=-10,9;CIPOS95=0,0;CIEND95=0,0"] {
      guard case .structural(let change) = normalised(inexact) else {
        Issue.record("\(inexact) is exact")
        continue
      }
      #expect(change.precision != .exact)
    }
  }

  @Test func aDeletionThatLeavesTheLocusKeepsItsEnds() throws {
    let fixture = try Fixture()
    let end = fixture.locus.interval.end + 5000
    #expect(
      fixture.normalised(position, "T", "<DEL>", end: end)
        == .structural(
          StructuralChange(kind: .deletion, interval: Interval(position + 1, end))))
  }

  @Test(arguments: [
    "<INS>", "<CNV>", "<CN2>", "<BND>", "<INS:ME:L1>", "<DUP:INT>", "<DUP:DISPERSED>",
  ])
  func symbolsWithoutASequenceAreNotAssessed(_ alternate: String) throws {
    #expect(
      try Fixture().normalised(position, "T", alternate, end: position + 100)
        == .notAssessable(.symbolic(alternate)))
  }

  @Test func aDeletionOfNothingIsNotAssessed() throws {
    #expect(
      try Fixture().normalised(position, "T", "<DEL>") == .notAssessable(.symbolic("<DEL>")))
  }

  /// Wherever a caller puts a duplication in a repeat, it is the same one, at the lowest place.
  @Test(arguments: [60, 61, 300, 999]) func duplicationsOfTheSameBasesAreOne(_ length: Int) throws {
    let locus = try Fixture().locus
    let start = try #require(
      (49_250_500..<49_264_000).first {
        locus.base(at: $0) == locus.base(at: $0 + length)
          && locus.base(at: $0 + 1) == locus.base(at: $0 + 1 + length)
          && locus.base(at: $0 - 1) != locus.base(at: $0 - 1 + length)
      })
    let lowest = StructuralChange(
      kind: .duplication, interval: Interval(start, start + length - 1))
    for shift in 0...2 {
      let change = try Fixture().normalised(
        start - 1 + shift, "N", "<DUP>", end: start + shift + length - 1)
      #expect(change == .structural(lowest))
    }
    #expect(lowest.rightAligned(on: locus).interval.start >= start + 2)
    #expect(lowest.rightAligned(on: locus).leftAligned(on: locus) == lowest)
    let imprecise = StructuralChange(
      kind: .duplication, interval: Interval(start + 1, start + length), precision: .unknown)
    #expect(imprecise.leftAligned(on: locus) == imprecise)
  }

  /// In tandem it is the insertion that is spelled in bases.
  @Test(arguments: [60, 5000]) func anExactDuplicationInTandemIsTheSpelledOne(_ length: Int) throws
  {
    let fixture = try Fixture()
    let stretch = Interval(position + 1, position + length)
    let bases = try #require(fixture.locus.bases(in: stretch)).text
    let symbol = fixture.normalised(position, "T", "<DUP:TANDEM>", end: stretch.end)
    #expect(symbol == fixture.normalised(position, "T", "T" + bases))
    if case .sequence = symbol {} else { Issue.record("\(symbol)") }
  }
}
