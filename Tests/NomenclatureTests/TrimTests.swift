import Genome
import Nomenclature
import Testing

@Suite struct TrimTests {
  @Test(arguments: [
    (100, "GATTC", "GACTC", 102, "T", "C"), (100, "GA", "G", 101, "A", ""),
    (100, "G", "GA", 101, "", "A"), (100, "CAA", "CA", 101, "A", ""),
    (100, "AC", "GT", 100, "AC", "GT"), (100, "AT", "AT", 100, "", ""),
  ])
  func sharedBasesGoTheSuffixFirst(
    _ start: Int, _ reference: String, _ alternate: String, _ left: Int, _ old: String,
    _ new: String
  ) throws {
    let trimmed = try SequenceChange(start, reference, alternate).trimmed()
    #expect(trimmed == (try SequenceChange(left, old, new)))
  }
}
