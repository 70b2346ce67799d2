import Delivery
import Testing

@Suite struct FileNameTests {
  @Test(arguments: [
    ("NA12878", "NA12878"), ("a b/c", "a_b_c"), ("../../etc", "_._.._etc"),
    (".hidden", "_hidden"), ("-rf", "_rf"), ("", "_"), ("é", "_"), ("x.y-z_1", "x.y-z_1"),
    ("a\u{0}b\nc", "a_b_c"),
  ])
  func safeName(_ name: String, _ expected: String) {
    #expect(FileName.safe(name) == expected)
  }

  @Test func everySafeNameIsOfTheAllowedCharacters() {
    for value in UInt32(0)..<0x250 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let safe = FileName.safe("x" + String(Character(scalar)))
      #expect(safe.utf8.allSatisfy { "._-".utf8.contains($0) || Self.isAlphanumeric($0) })
    }
  }

  @Test func clashesAreGroupedInOrder() {
    let clashes = FileName.clashes(of: ["a b", "c", "a_b", "S1", "s1", "d"])
    #expect(clashes == [["a b", "a_b"], ["S1", "s1"]])
    #expect(FileName.clashes(of: ["a", "b"]).isEmpty)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
