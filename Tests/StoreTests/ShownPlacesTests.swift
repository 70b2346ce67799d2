import Flow
import Genome
import Testing

@testable import Store

/// Which samples are in the denominator of an allele.
@Suite struct ShownPlacesTests {
  private let place = Interval(StoreTests.position, StoreTests.position)

  private func variant(
    _ alternate: String = "A", _ zygosity: Zygosity = .hemizygous,
    at position: Int = StoreTests.position
  ) -> StoredVariant {
    var variant = StoreTests.variant(zygosity)
    variant.identifier = "chrX-\(position)-G-\(alternate)"
    variant.spelling = VariantSpelling(position: position, reference: "G", alternate: alternate)
    return variant
  }

  private func counts(_ samples: [StoredSample]) -> [[Int]] {
    AlleleCounts.all(in: samples).map {
      [$0.alleleCount, $0.alleleNumber, $0.carriersInUnassessed]
    }
  }

  /// Two boys of plain files with different alleles at one base, as of this version and of the first.
  @Test(arguments: [false, nil]) func plainFilesAreInNoDenominator(_ listsReference: Bool?) {
    let boys = ["A", "T"].map { alternate in
      StoreTests.sample(
        "boy\(alternate)", .male, [variant(alternate)], proven: [place],
        listsReference: listsReference)
    }
    #expect(counts(boys) == [[0, 0, 1], [0, 0, 1]])
  }

  /// A girl's two unphased neighbouring variants show no more than each of them.
  @Test(arguments: [false, nil, true]) func neighbouringVariantsShowNothingMore(
    _ listsReference: Bool?
  ) {
    let next = StoreTests.position + 1
    let girl = StoreTests.sample(
      "girl", .female,
      [variant("A", .heterozygous), variant("A", .heterozygous, at: next)],
      proven: [Interval(StoreTests.position, next)], listsReference: listsReference)
    #expect(counts([girl]) == [[0, 0, 1], [0, 0, 1]])
  }

  /// A file of several samples calls others reference at the places of its carriers alone: counting
  /// those and not the carriers would make every allele look rare.
  @Test(arguments: [false, nil]) func callsBesideACarrierAreNoReference(_ listsReference: Bool?) {
    let samples = [
      StoreTests.sample(
        "carrier", .male, [variant()], proven: [place], listsReference: listsReference),
      StoreTests.sample("other", .male, [], proven: [place], listsReference: listsReference),
    ]
    #expect(counts(samples) == [[0, 0, 1]])
  }

  /// A record with more bases than its variant, of a store that does not say what its source lists.
  @Test func aLongRecordShowsNothingMore() {
    let padded = Interval(StoreTests.position - 3, StoreTests.position + 3)
    let boy = StoreTests.sample("boy", .male, [variant()], proven: [padded], listsReference: nil)
    #expect(counts([boy]) == [[0, 0, 1]])
  }

  /// Reference blocks count also where a record does not say so, and where little of an exon is shown.
  @Test func referenceIsCounted() {
    let wide = Interval(StoreTests.position - 100, StoreTests.position + 100)
    let narrow = Interval(StoreTests.position - 2, StoreTests.position + 2)
    for (proven, listsReference) in [(wide, nil), (wide, true), (narrow, true)]
      as [(Interval, Bool?)]
    {
      let samples = [
        StoreTests.sample(
          "a", .male, [variant()], proven: [proven], listsReference: listsReference),
        StoreTests.sample("b", .male, [], proven: [proven], listsReference: listsReference),
      ]
      #expect(counts(samples) == [[1, 2, 0]])
    }
  }
}
