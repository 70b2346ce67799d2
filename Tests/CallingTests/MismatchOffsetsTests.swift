import Testing

@testable import Calling

/// The tag MD (SAM optional fields specification, section 1.1).
@Suite struct MismatchOffsetsTests {
  /// `10A5^AC6` is the specification's own example: ten that match, an A of the reference that differs,
  /// five that match, AC deleted, six that match.
  @Test(arguments: [
    ("10A5^AC6", [10]), ("50", []), ("0C0T48", [0, 1]), ("3N4G0", [8]), ("0^AC0G5", [2]),
    ("5^A0C3^TT2", [6]),
  ])
  func offsetsAreThoseOfTheRule(_ text: String, _ offsets: [Int]) {
    #expect(MismatchOffsets.read(text) == offsets)
  }

  @Test(arguments: ["", "A", "10a5", "10A", "^AC6", "10-5", "5^", "5A^C2"])
  func whatBreaksTheRuleTellsNothing(_ text: String) {
    #expect(MismatchOffsets.read(text) == nil)
  }
}
