import Genome
import Nomenclature
import Testing

@testable import Annotation

/// Exon 2 of NM_014009.4 ends at c.210, exon 3 is c.211-315.
@Suite struct FeatureNumberingTests {
  private func numbering(
    _ name: String
  ) throws -> (exon: String?, intron: String?, distance: Int?) {
    let fixture = try Fixture()
    let touched = try fixture.change(name).interval
    let numbering = FeatureNumbering(transcript: fixture.map.transcript)
    return (
      numbering.exon(touched), numbering.intron(touched), numbering.spliceDistance(touched)
    )
  }

  @Test(
    arguments: [
      // Intronic: the number of the name.
      ("c.210+1G>A", nil, "2/11", 1), ("c.210+16C>T", nil, "2/11", 16),
      ("c.211-5C>T", nil, "2/11", -5), ("c.211-20C>A", nil, "2/11", -20),
      ("c.211-3_211-2del", nil, "2/11", -2), ("c.210+2_210+6del", nil, "2/11", 2),
      // Exonic: bases to the nearer inner end.
      ("c.205C>G", "2/12", nil, 6), ("c.211del", "3/12", nil, 1), ("c.224C>T", "3/12", nil, 14),
      ("c.288C>A", "3/12", nil, 28), ("c.1189C>T", "12/12", nil, 43),
      // Over a junction: at the junction.
      ("c.208_210+3del", "2/12", "2/11", 1), ("c.211-4_213del", "3/12", "2/11", -1),
      ("c.211-60_315+50del", "3/12", "2-3/11", -1),
      // Between two bases: the nearer one; on the junction itself it lies in neither.
      ("c.210_210+1insA", nil, nil, 1), ("c.210+4_210+5insT", nil, "2/11", 4),
    ] as [(String, String?, String?, Int?)])
  func placesAreCounted(
    _ name: String, _ exon: String?, _ intron: String?, _ distance: Int?
  ) throws {
    let found = try numbering(name)
    #expect(found.exon == exon, "\(name)")
    #expect(found.intron == intron, "\(name)")
    #expect(found.distance == distance, "\(name)")
  }

  /// In every intron the distance of a substitution is the number in its `c.` name.
  @Test func theDistanceIsTheNumberInTheName() throws {
    let map = try Fixture().map
    let numbering = FeatureNumbering(transcript: map.transcript)
    for intron in map.transcript.introns {
      for position in intron.start...intron.end {
        let offset = map.codingPosition(of: position)?.offset
        #expect(numbering.spliceDistance(Interval(position, position)) == offset)
      }
    }
  }

  @Test func theOuterEndsAreNoJunctions() throws {
    let map = try Fixture().map
    let numbering = FeatureNumbering(transcript: map.transcript)
    let extent = map.transcript.extent
    let first = map.transcript.exons[0]
    #expect(numbering.spliceDistance(Interval(extent.end, extent.end)) == first.count)
    #expect(numbering.spliceDistance(Interval(extent.end + 1, extent.end + 1)) == nil)
  }
}
