import Nomenclature
import Testing

@Suite struct CodingPositionTests {
  @Test(arguments: [
    (CodingPosition(76), "76"), (CodingPosition(-23, offset: 1), "-23+1"),
    (CodingPosition(211, offset: -2), "211-2"),
    (CodingPosition(876, isAfterStop: true), "*876"),
    (CodingPosition(12, isAfterStop: true, offset: -3), "*12-3"),
  ])
  func isWrittenAsInNames(_ place: CodingPosition, _ text: String) {
    #expect(place.description == text)
    #expect(place.isIntronic == (place.offset != 0))
  }
}
