import Flow
import Genome
import Nomenclature
import TestSupport
import Testing

@Suite struct NormaliserTests {
  /// c.751_753del padded, shifted to the right and trimmed from either side is one allele.
  @Test(arguments: [
    (49_255_491, "TCTC", "T"), (49_255_490, "TTCTC", "TT"), (49_255_493, "TCCT", "T"),
    (49_255_491, "TCTCCTTC", "TCTTC"), (49_255_492, "CTCCT", "CT"),
  ])
  func oneSpellingForAll(_ position: Int, _ reference: String, _ alternate: String) throws {
    let fixture = try Fixture()
    let wanted = try fixture.change("c.751_753del")
    #expect(fixture.normalised(position, reference, alternate) == .sequence(wanted))
  }

  @Test func lowerCaseIsReadAsUpperCase() throws {
    let fixture = try Fixture()
    #expect(
      fixture.normalised(49_251_441, "g", "a") == .sequence(try fixture.change("c.1189C>T")))
  }

  @Test(arguments: [
    ("G", "*", NotAssessable.spanningDeletion), ("G", "<*:DEL>", .spanningDeletion),
    ("G", "G]chr1:100]", .breakend("G]chr1:100]")), ("G", "[chr1:100[G", .breakend("[chr1:100[G")),
    ("G", ".A", .breakend(".A")), ("G", "A.", .breakend("A.")),
    ("G", "R", .notBases("R")), ("G", "N", .notBases("N")), ("R", "A", .notBases("R")),
    ("G", "G", .noChange),
    ("A", "G", .referenceMismatch(file: "A", build: "G")),
    ("N", "G", .referenceMismatch(file: "N", build: "G")),
  ])
  func whatIsNoAlleleHasAReason(
    _ reference: String, _ alternate: String, _ reason: NotAssessable
  ) throws {
    let change = try Fixture().normalised(49_251_441, reference, alternate)
    #expect(change == .notAssessable(reason))
    #expect(!reason.reason.isEmpty)
  }

  /// As Sniffles 2.0 writes it: all of REF is lost, as its length says.
  @Test func aDeletionWrittenAsNIsTheOneWithTheBaseBefore() throws {
    let fixture = try Fixture()
    let interval = Interval(49_251_400, 49_251_599)
    let bases = try #require(fixture.locus.bases(in: interval)).text
    let before = try #require(fixture.locus.bases(in: Interval(49_251_399, 49_251_399))).text
    func told(_ length: Int, _ information: String) -> NormalisedVariant.Change {
      fixture.normalised(
        interval.start, bases, "N", length: length, information: information)
    }
    #expect(
      told(-200, "SVTYPE=DEL;PRECISE")
        == fixture.normalised(interval.start - 1, before + bases, before))
    #expect(
      told(-200, "SVTYPE=DEL;IMPRECISE")
        == .structural(
          StructuralChange(kind: .deletion, interval: interval, precision: .unknown)))
    #expect(told(-199, "SVTYPE=DEL") == .notAssessable(.notBases("N")))
    #expect(told(-200, ".") == .notAssessable(.notBases("N")))
  }

  @Test func beyondTheLocusIsSaid() throws {
    let fixture = try Fixture()
    let end = fixture.locus.interval.end
    let base = try #require(fixture.locus.bases(in: Interval(end, end)))
    #expect(
      fixture.normalised(end, base.text + "A", base.text) == .notAssessable(.outsideLocus))
    #expect(fixture.normalised(1, "A", "G") == .notAssessable(.outsideLocus))
  }

  /// A deletion needs no bases beyond the locus: it is the one that `<DEL>` gives by its ends.
  @Test func aDeletionBeyondTheLocusIsKnownByItsEnds() throws {
    let fixture = try Fixture()
    let locus = fixture.locus.interval
    let bases = try #require(fixture.locus.bases(in: locus)).text
    let whole = "GAC" + bases + "TTA"
    let start = locus.start - 3
    let deletion = NormalisedVariant.Change.structural(
      StructuralChange(kind: .deletion, interval: Interval(start + 1, locus.end + 3)))
    #expect(fixture.normalised(start, whole, "G") == deletion)
    #expect(
      fixture.normalised(
        start, "G", "<DEL>", end: locus.end + 3, information: "END=\(locus.end + 3)")
        == deletion)
    #expect(fixture.normalised(start, whole, "GT") == .notAssessable(.outsideLocus))
    let tail = String(bases.suffix(1000))
    #expect(
      fixture.normalised(locus.end - 999, tail + "TTA", String(tail.prefix(1)))
        == .structural(
          StructuralChange(
            kind: .deletion, interval: Interval(locus.end - 998, locus.end + 3))))
    let other = "GAC" + bases.dropLast() + (bases.hasSuffix("A") ? "C" : "A") + "TTA"
    guard case .notAssessable(let reason) = fixture.normalised(start, other, "G"),
      case .referenceMismatch = reason
    else {
      Issue.record("bases of the locus that are not the build's")
      return
    }
    #expect(reason.reason.count < 200)
  }

  /// REF for ALT beside SVTYPE tells that something changes, and not what.
  @Test func referenceForAlternateOfAStructuralRecordIsASymbol() throws {
    #expect(
      try Fixture().normalised(49_251_441, "G", "G", information: "SVTYPE=DEL;END=49252000")
        == .notAssessable(.symbolic("G")))
  }

  /// Every spelling of a made-up allele gives the same change, and that change the same sequence.
  @Test func theSpellingDoesNotMatter() throws {
    let fixture = try Fixture()
    let locus = fixture.locus
    var random = RandomChanges(on: locus, seed: 61)
    let inner = Interval(locus.interval.start + 50, locus.interval.end - 50)
    for given in random.make(1500, in: inner) {
      let left = given.leftAligned(on: locus)
      for spelled in [random.padded(given), random.padded(given.rightAligned(on: locus))]
      where !spelled.reference.isEmpty && !spelled.alternate.isEmpty {
        #expect(
          fixture.normalised(spelled.start, spelled.reference.text, spelled.alternate.text)
            == .sequence(left))
      }
    }
  }
}
