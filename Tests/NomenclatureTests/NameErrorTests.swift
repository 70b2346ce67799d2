import Nomenclature
import Testing

@Suite struct NameErrorTests {
  @Test func isOneSentenceHoweverLongTheName() {
    #expect(NameError("c.1A>G", "cause").description == "c.1A>G: cause")
    #expect(NameError("", "the name is empty").description == "the name is empty")
    let long = NameError(String(repeating: "A", count: 5000), "cause").description
    #expect(long.count < 100)
    #expect(long.hasSuffix("…: cause"))
  }
}
