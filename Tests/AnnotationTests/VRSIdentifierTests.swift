import Genome
import Nomenclature
import TestSupport
import Testing

@testable import Annotation

/// Identifiers made by GA4GH's own Python package, ga4gh.vrs 2 (`Data/vrs.tsv`): substitutions,
/// insertions and deletions in and beside repeats, deletion-insertions, inversions.
@Suite struct VRSIdentifierTests {
  @Test func identifiersAreThoseOfTheReferenceImplementation() throws {
    let locus = try Fixture().locus
    let rows = try Repository.table("Tests/AnnotationTests/Data/vrs.tsv")
    #expect(rows.count == 71)
    for row in rows {
      let change = SequenceChange(
        start: try #require(Int(row[0])), reference: try #require(BaseSequence(row[1])),
        alternate: try #require(BaseSequence(row[2])))
      #expect(VRSIdentifier(locus: locus).identifier(of: change) == row[3], "\(row)")
      let left = change.leftAligned(on: locus)
      #expect(VRSIdentifier(locus: locus).identifier(of: left) == row[3], "\(row)")
    }
  }

  /// c.1189C>T, the identifier that ga4gh.vrs 2.3.3 gives for NC_000023.11:49251440:G:A.
  @Test func theGoldenIdentifier() throws {
    let change = SequenceChange(
      start: 49_251_441, reference: try #require(BaseSequence("G")),
      alternate: try #require(BaseSequence("A")))
    #expect(
      VRSIdentifier(locus: try Fixture().locus).identifier(of: change)
        == "ga4gh:VA.pfxj-NSjvYKk0i061mqv0qzSMd16693D")
  }

  @Test func theIdentifierDoesNotDependOnTheSpelling() throws {
    let locus = try Fixture().locus
    var random = RandomChanges(on: locus, seed: 81)
    let inner = Interval(locus.interval.start + 50, locus.interval.end - 50)
    for change in random.make(300, in: inner) {
      let identifier = VRSIdentifier(locus: locus).identifier(of: change)
      #expect(VRSIdentifier(locus: locus).identifier(of: random.padded(change)) == identifier)
      let right = change.rightAligned(on: locus)
      #expect(VRSIdentifier(locus: locus).identifier(of: right) == identifier)
    }
  }
}
