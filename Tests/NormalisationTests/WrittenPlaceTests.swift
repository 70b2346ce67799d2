import Flow
import Genome
import Nomenclature
import Normalisation
import TestSupport
import Testing

/// Records of one chromosome are put together where they are written: left-aligned each by itself,
/// an indel would move over its neighbour.
@Suite struct WrittenPlaceTests {
  struct Split: CustomTestStringConvertible {
    let records: [(Int, String, String)]
    let name: String
    var testDescription: String { name }
  }

  /// Names of what bcftools consensus makes of the records.
  static let splits = [
    Split(
      records: [(49_258_378, "C", "CA"), (49_258_380, "CC", "C")], name: "c.127G>T"),
    Split(
      records: [(49_258_425, "C", "T"), (49_258_426, "CTCC", "C")], name: "c.78_81delinsA"),
    Split(
      records: [(49_257_515, "G", "T"), (49_257_516, "GG", "G")], name: "c.365_366delinsA"),
    Split(
      records: [(49_251_358, "A", "G"), (49_251_359, "CAC", "C")], name: "c.1270_1272delinsC"),
    Split(
      records: [(49_251_321, "CTTGATCTTGAGGT", "C"), (49_251_336, "AGGGG", "A")],
      name: "c.1290_*12delinsTG"),
  ]

  @Test(arguments: splits) func whatIsWrittenCounts(_ split: Split) throws {
    let fixture = try Fixture()
    let carried = split.records.enumerated().map {
      fixture.written($1.0, $1.1, $1.2, "1", number: $0)
    }
    #expect(fixture.join(carried).names == [split.name])
    #expect(fixture.join(carried.reversed()).names == [split.name])
  }

  /// Where no phase is known, the note has the name of both as they are written.
  @Test func aNoteNamesWhatIsWritten() throws {
    let fixture = try Fixture()
    let joined = fixture.join([
      fixture.written(49_258_378, "C", "CA", "0/1", number: 1),
      fixture.written(49_258_380, "CC", "C", "0/1", number: 2),
    ])
    #expect(joined.names.count == 2)
    try #require(joined.notes.count == 1)
    #expect(joined.notes[0].contains("(c.127G>T)"))
  }

  /// Records cut at random from one changed stretch give its sequence again.
  @Test func whatIsJoinedIsTheFilesSequence() throws {
    let fixture = try Fixture()
    var random = SeededGenerator(seed: 7)
    for round in 0..<300 {
      let start = Int.random(in: 49_251_400...49_258_400, using: &random)
      var carried: [CarriedVariant] = []
      var written: [SequenceChange] = []
      var next = start
      for _ in 0..<3 {
        next += Int.random(in: 0...3, using: &random)
        let change = try fixture.anyChange(at: next, using: &random)
        next = change.position + change.reference.count
        carried.append(
          fixture.written(
            change.position, change.reference, change.alternate, "1", number: carried.count))
        written += carried.last?.variant.writtenChange.map { [$0] } ?? []
      }
      let named = Set(carried.compactMap(\.variant.sequenceChange))
      let gaps = named.filter(\.isInsertion).map(\.start)
      guard named.count == carried.count, Set(gaps).count == gaps.count,
        let whole = SequenceChange.together(written, on: fixture.locus)
      else { continue }
      let rows = fixture.join(carried).variants.compactMap(\.sequenceChange)
      let told = SequenceChange.together(rows, on: fixture.locus)
      #expect(
        told?.leftAligned(on: fixture.locus) == whole.leftAligned(on: fixture.locus),
        "round \(round): \(written)")
    }
  }

  /// Which of two insertions between the same bases comes first nothing tells.
  @Test(arguments: [[0, 1], [1, 0]]) func twoInsertionsAtOnePlaceStayApart(_ order: [Int]) throws {
    let fixture = try Fixture()
    let both = [
      fixture.written(49_257_510, "T", "TA", "1", number: 1),
      fixture.written(49_257_510, "T", "TGG", "1", number: 2),
    ]
    let joined = fixture.join(order.map { both[$0] })
    #expect(joined.variants.count == 2)
    #expect(joined.notes.isEmpty)
  }

  /// One allele told at two places of a repeat is no two.
  @Test func anAlleleToldTwiceCountsOnce() throws {
    let fixture = try Fixture()
    let joined = fixture.join([
      fixture.written(49_253_942, "AC", "A", "1", number: 1),
      fixture.written(49_253_944, "CC", "C", "1", number: 2),
    ])
    #expect(joined.names == ["c.941del", "c.941del"])
  }

  /// c.309del in exon 3 and c.320_321insT in exon 4.
  @Test(arguments: [
    ("1", "1", true), ("0|1", "0|1", true), ("0/1", "0/1", false), ("0|1", "1|0", nil),
  ])
  func aFrameRestoredBehindAnIntronIsSaid(
    _ first: String, _ second: String, _ isProven: Bool?
  ) throws {
    let fixture = try Fixture()
    let carried = [
      fixture.written(49_257_669, "GC", "G", first, number: 2),
      fixture.written(49_257_560, "T", "TA", second, number: 1),
    ]
    let joiner = HaplotypeJoiner(map: fixture.map, sex: .unknown, minimumFraction: 0.9)
    let joined = joiner.join(carried)
    #expect(joined.variants.count == 2)
    #expect(joined.notes.count == (isProven == nil ? 0 : 1))
    #expect(
      joined.notes.allSatisfy { $0.contains("p.(Met103_Ser107delinsIleThrSerSerLeu)") })
    #expect(joined.restoring.count == (isProven == true ? 2 : 0))
  }
}

extension Fixture {
  /// A substitution, deletion or insertion as a record behind an anchor at `position` writes it.
  fileprivate func anyChange(
    at position: Int, using random: inout SeededGenerator
  ) throws -> (position: Int, reference: String, alternate: String) {
    let length = Int.random(in: 1...3, using: &random)
    let bases = try #require(locus.bases(in: Interval(position, position + length))).text
    let anchor = String(bases.prefix(1))
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return (position, anchor, anchor == "A" ? "C" : "A")
    case 1: return (position, bases, anchor)
    default: return (position, anchor, anchor + bases.dropFirst())
    }
  }
}
