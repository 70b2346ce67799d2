import Flow
import Genome
import Testing

@testable import Assessment

/// One large change that two programs tell, one of them without its ends.
@Suite struct TwiceToldEventTests {
  private func variant(
    _ kind: StructuralChange.Kind, _ start: Int, _ end: Int,
    _ precision: StructuralChange.Precision = .exact
  ) -> SampleVariant {
    let change = StructuralChange(
      kind: kind, interval: Interval(start, end), precision: precision)
    return variant(.structural(change))
  }

  private func variant(_ change: NormalisedVariant.Change) -> SampleVariant {
    SampleVariant(
      classified: Fixture.variant(change, [], .pathogenic, name: nil), genotypeText: "0/1",
      filterText: "PASS", zygosity: .heterozygous)
  }

  private func around(_ start: Int, _ end: Int) -> StructuralChange.Precision {
    .within(
      first: Interval(start - 100, start + 100), last: Interval(end - 100, end + 100))
  }

  @Test func openEndsFitWhereTheyMayBeTheSame() {
    let open = variant(.deletion, 1000, 3000, around(1000, 3000))
    #expect(open.mayBeSameEvent(as: variant(.deletion, 1090, 2950)))
    #expect(variant(.deletion, 1090, 2950).mayBeSameEvent(as: open))
    #expect(open.mayBeSameEvent(as: variant(.deletion, 1150, 2900, around(1150, 2900))))
    #expect(!open.mayBeSameEvent(as: variant(.deletion, 1101, 2950)))
    #expect(!open.mayBeSameEvent(as: variant(.deletion, 1090, 3101)))
    #expect(!open.mayBeSameEvent(as: variant(.duplication, 1090, 2950)))
  }

  @Test func exactOnesAreTwo() {
    #expect(!variant(.deletion, 1000, 3000).mayBeSameEvent(as: variant(.deletion, 1000, 3001)))
  }

  /// CNVnator says IMPRECISE, and no range.
  @Test func withoutRangesEachHasToTakeHalfOfTheOther() {
    let open = variant(.deletion, 1000, 2999, .unknown)
    #expect(open.mayBeSameEvent(as: variant(.deletion, 1500, 2499)))
    #expect(!open.mayBeSameEvent(as: variant(.deletion, 1500, 2498)))
    #expect(!open.mayBeSameEvent(as: variant(.deletion, 2500, 4499)))
    #expect(!open.mayBeSameEvent(as: variant(.deletion, 3000, 4999)))
  }

  /// A carrier's deletion, told once more without its ends and without a class: no second one is beside it.
  @Test(arguments: [(0, ConclusionWord.carrier), (5_000, .uncertain)])
  func whatMayBeTheSameLeavesACarrier(distance: Int, word: ConclusionWord) throws {
    let other = (49_255_000 + distance, 49_257_000 + distance)
    let changes = [
      StructuralChange(kind: .deletion, interval: Interval(49_255_000, 49_257_000)),
      StructuralChange(
        kind: .deletion, interval: Interval(other.0, other.1), precision: around(other.0, other.1)),
    ]
    let classes = [ClinicalClass.pathogenic, .uncertain]
    let records = changes.indices.map { index in
      let start = changes[index].interval.start - 1
      return ReadRecord(
        number: index, contig: "chrX", position: start, end: changes[index].interval.end,
        reference: Fixture.base(start), alternates: ["<DEL>"], filters: ["PASS"],
        calls: [Fixture.call("0/1")])
    }
    let variants = changes.indices.map { index in
      var variant = Fixture.variant(
        .structural(changes[index]), [ReadVariant(record: records[index], alleleIndex: 1)],
        classes[index], name: "c.\(index)")
      variant.annotated.transcripts[0].impact = .high
      variant.annotated.transcripts[0].consequences = [.featureTruncation]
      return variant
    }
    #expect(try Fixture.assess(records, variants, .female).conclusion?.word == word)
  }

  @Test func aDeletionInBasesIsOneToo() {
    let bases = Fixture.change(1500, String(repeating: "A", count: 1000), "")
    let open = variant(.deletion, 1000, 2999, .unknown)
    #expect(open.mayBeSameEvent(as: variant(.sequence(bases))))
    let exchange = Fixture.change(1500, String(repeating: "A", count: 1000), "T")
    #expect(!open.mayBeSameEvent(as: variant(.sequence(exchange))))
  }
}
