import Testing

@testable import Nomenclature

@Suite struct PlaceScannerTests {
  private func coding(_ text: String) throws -> (String, String?, String) {
    var scanner = PlaceScanner(name: text, text: text[...])
    let (first, last) = try scanner.codingPlaces()
    return (first.description, last?.description, String(scanner.rest))
  }

  @Test(arguments: [
    ("76A>G", "76", nil, "A>G"), ("-23+1G>T", "-23+1", nil, "G>T"), ("*876A>G", "*876", nil, "A>G"),
    ("1290_*12delinsTG", "1290", "*12", "delinsTG"), ("210+1_211-1del", "210+1", "211-1", "del"),
  ])
  func placesComeOffTheFront(
    _ text: String, _ first: String, _ last: String?, _ rest: String
  ) throws {
    let read = try coding(text)
    #expect(read.0 == first)
    #expect(read.1 == last)
    #expect(read.2 == rest)
  }

  @Test(arguments: ["", "A", "+1", "*", "--1", "0A", "1+", "1+0A", "1_", "1_A", "1234567890A"])
  func whatIsNoPlaceIsRefused(_ text: String) {
    #expect(throws: NameError.self) { try coding(text) }
  }
}
