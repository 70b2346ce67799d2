import Genome
import Nomenclature
import ReferenceBundle
import TestSupport
import Testing

/// Positions that ClinVar and NCBI give for NM_014009.4 (see `Reference/README.md`).
@Suite struct TranscriptMapTests {
  private func map(_ assembly: Assembly) throws -> TranscriptMap {
    let bundle = try EmbeddedReference.bundle()
    return TranscriptMap(
      transcript: bundle.transcripts(assembly)[0], locus: bundle.locus(assembly))
  }

  @Test(arguments: [
    (1150, 49_107_941, 49_251_480), (1189, 49_107_902, 49_251_441),
    (1190, 49_107_901, 49_251_440),
  ])
  func placesAgreeWithClinVar(_ number: Int, _ grch37: Int, _ grch38: Int) throws {
    #expect(try map(.grch37).genomicPosition(of: CodingPosition(number)) == grch37)
    #expect(try map(.grch38).genomicPosition(of: CodingPosition(number)) == grch38)
    #expect(try map(.grch38).codingPosition(of: grch38)?.description == "\(number)")
  }

  @Test(arguments: Assembly.allCases)
  func everyPositionMapsBack(_ assembly: Assembly) throws {
    let map = try map(assembly)
    let extent = map.transcript.extent
    for position in extent.start...extent.end {
      let place = try #require(map.codingPosition(of: position))
      #expect(map.genomicPosition(of: place) == position)
    }
    #expect(map.codingPosition(of: extent.start - 1) == nil)
    #expect(map.codingPosition(of: extent.end + 1) == nil)
  }

  @Test func placesThatDoNotExistAreRefused() throws {
    let map = try map(.grch38)
    let wrong = [
      CodingPosition(1297), CodingPosition(-73), CodingPosition(897, isAfterStop: true),
      CodingPosition(209, offset: 1), CodingPosition(210, offset: -1),
      CodingPosition(211, offset: 1), CodingPosition(210, offset: 600),
    ]
    for place in wrong { #expect(map.genomicPosition(of: place) == nil, "\(place)") }
  }
}
