import Genome
import Testing

@testable import Nomenclature

@Suite struct ChangePlacerTests {
  /// Each base that a name claims is looked at; the sentence says what stands there.
  @Test(arguments: [
    ("c.1189A>T", "has C there, not A"), ("c.751_753delAAA", "has GAG there, not AAA"),
    ("c.751_753del5", "speaks of 5 bases, but its positions hold 3"),
    ("c.751_753dupAAA", "has GAG there"), ("c.751_753delAAAinsT", "has GAG there"),
    ("c.751_753invAAA", "has GAG there"), ("c.1189C=", "nothing changes"),
    ("c.1189C>C", "nothing changes"), ("c.751_753delinsGAG", "nothing changes"),
    ("c.751_753insA", "two neighbouring positions"), ("c.210_211insA", "neighbouring"),
    ("c.751A=", "has G there"),
  ])
  func wrongClaimsAreRefused(_ name: String, _ cause: String) throws {
    let gene = try Gene()
    let error = try #require(throws: NameError.self) { try gene.change(name) }
    #expect(error.cause.contains(cause), "\(error)")
  }

  @Test func aPalindromeHasNoInversion() throws {
    let gene = try Gene()
    let sites = gene.locus.sequence.bytes
    let offset = try #require(
      sites.indices.dropLast(4).first {
        let stretch = BaseSequence(sites[$0..<($0 + 4)])
        return stretch == stretch.reverseComplement
      })
    let start = gene.locus.interval.start + offset
    let error = try #require(throws: NameError.self) {
      try HGVSReader.change(genomicName: "g.\(start)_\(start + 3)inv", on: gene.locus)
    }
    #expect(error.cause.contains("nothing changes"))
  }

  @Test func placesOutsideTheLocusAreSaid() throws {
    let gene = try Gene()
    let error = try #require(throws: NameError.self) {
      try HGVSReader.change(genomicName: "g.49248435del", on: gene.locus)
    }
    #expect(error.cause.contains("NC_000023.11:49248436-49269825"))
  }
}
