import Genome
import Nomenclature
import TestSupport
import ReferenceBundle
import Testing

@Suite struct BuildAlignmentTests {
  /// GRCh37 spellings of ClinVar. Three insertions stand beside the three bases that GRCh38 lacks
  /// (GRCh37 49120967-49120969): ClinVar writes the same inserted bases on both builds, we write
  /// what gives the same resulting sequence.
  @Test func clinVarsPlacesAreCarriedOver() throws {
    let alignment = try Gene().bundle.alignment
    let beside: Set = [49_264_507, 49_264_509, 49_264_512]
    for variant in try ClinVarName.load() where !beside.contains(variant.grch38.start) {
      let on38 = variant.grch38.leftAligned(on: alignment.locus(.grch38))
      let on37 = variant.grch37.leftAligned(on: alignment.locus(.grch37))
      #expect(alignment.change(on38, from: .grch38) == on37, "\(variant.grch38)")
      #expect(alignment.change(on37, from: .grch37) == on38, "\(variant.grch37)")
    }
  }

  /// GRCh37's extra TAT stands leftmost in its repeat here, in ClinVar's lift rightmost: the
  /// insertion of those three bases is GRCh37's own sequence, the others stand three bases on.
  @Test func besideADifferenceTheResultCounts() throws {
    let alignment = try Gene().bundle.alignment
    let rows = try ClinVarName.load().filter {
      [49_264_507, 49_264_509, 49_264_512].contains($0.grch38.start)
    }.sorted { $0.grch38.start < $1.grch38.start }
    try #require(rows.count == 3)
    let carried = rows.map {
      alignment.change($0.grch38.leftAligned(on: alignment.locus(.grch38)), from: .grch38)
    }
    #expect(carried[0] == nil)
    for index in 1...2 {
      var expected = rows[index].grch37
      expected.start += 3
      #expect(carried[index] == expected.leftAligned(on: alignment.locus(.grch37)))
    }
  }

  @Test(arguments: Assembly.allCases)
  func thereAndBackIsTheSame(_ assembly: Assembly) throws {
    let alignment = try Gene().bundle.alignment
    let locus = alignment.locus(assembly)
    var random = RandomChanges(on: locus, seed: 11)
    let inner = Interval(locus.interval.start + 50, locus.interval.end - 50)
    var carried = 0
    for given in random.make(3000, in: inner) {
      let change = given.leftAligned(on: locus)
      guard let other = alignment.change(change, from: assembly) else { continue }
      carried += 1
      #expect(alignment.change(other, from: assembly.other) == change, "\(change)")
    }
    #expect(carried > 2950)
  }

  /// What each difference makes of GRCh37 is GRCh38's reference, and the other way round; another
  /// change of the same place is none.
  @Test(arguments: Assembly.allCases) func differencesAreTheOthersReference(_ assembly: Assembly)
    throws
  {
    let bundle = try Gene().bundle
    let alignment = bundle.alignment
    let (locus, other) = (alignment.locus(assembly), alignment.locus(assembly.other))
    for difference in bundle.differences {
      let own = assembly == .grch37 ? difference.grch37 : difference.grch38
      let theirs = assembly == .grch37 ? difference.grch38 : difference.grch37
      let change = SequenceChange(
        start: own.start, reference: try #require(locus.bases(in: own)),
        alternate: try #require(other.bases(in: theirs))
      ).leftAligned(on: locus)
      #expect(alignment.isReferenceOfOther(change, from: assembly))
      #expect(alignment.change(change, from: assembly) == nil)
      var longer = change
      longer.alternate = longer.alternate + (try #require(BaseSequence("ACGT")))
      #expect(!alignment.isReferenceOfOther(longer.leftAligned(on: locus), from: assembly))
    }
  }

  @Test(arguments: [(49_118_241, "T", "A"), (49_112_682, "", "AG"), (49_119_631, "A", "")])
  func anotherChangeOfThePlaceIsNoReference(
    _ start: Int, _ reference: String, _ alternate: String
  ) throws {
    let alignment = try Gene().bundle.alignment
    let change = try SequenceChange(start, reference, alternate)
    #expect(!alignment.isReferenceOfOther(change, from: .grch37))
  }

  @Test func positionsInADifferenceHaveNoCounterpart() throws {
    let bundle = try Gene().bundle
    for difference in bundle.differences {
      for position in difference.grch37.start..<(difference.grch37.end + 1) {
        #expect(bundle.alignment.position(position, from: .grch37) == nil)
      }
      #expect(
        bundle.alignment.position(difference.grch37.start - 1, from: .grch37)
          == difference.grch38.start - 1)
      #expect(
        bundle.alignment.position(difference.grch38.end + 1, from: .grch38)
          == difference.grch37.end + 1)
    }
    #expect(bundle.alignment.position(1, from: .grch38) == nil)
  }
}
