import Flow
import Genome
import Testing

@testable import Assessment

/// Calls one by one that on one copy would be an allele of more bases.
@Suite struct UnphasedAlleleTests {
  private let places = [49_254_021, 49_254_022, 49_254_023]

  private func swapped(_ position: Int) -> SequenceChange {
    let base = Fixture.base(position)
    return Fixture.change(position, base, base == "A" ? "C" : "A")
  }

  /// The calls that are parts of an allele of the first bases.
  private func parts(of count: Int) throws -> [String] {
    let alleles = places.map {
      KnownAllele(row: Fixture.row("FX9\($0)", "c.\($0)", .uncertain), change: swapped($0))
    }
    let records = alleles.map { Fixture.record($0, Fixture.call("0/1")) }
    let variants = zip(alleles, records).map(Fixture.variant)
    let whole = places.prefix(count).map(swapped)
    let search = UnphasedAllele(
      locus: Fixture.locus,
      input: SampleInput(
        name: "girl", column: 0, records: records, variants: variants, declaredSex: .female,
        sexChromosomes: nil, provenance: Fixture.provenance),
      carried: try Fixture.assess(records, variants, .female).variants)
    return search.parts(
      of: Fixture.change(
        places[0], whole.map(\.reference.text).joined(),
        whole.map(\.alternate.text).joined())
    ).map(\.name)
  }

  @Test(arguments: [2, 3]) func theyAreItsParts(count: Int) throws {
    #expect(try parts(of: count) == places.prefix(count).map { "c.\($0)" })
  }
}
