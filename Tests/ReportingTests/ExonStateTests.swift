import Flow
import Genome
import TestSupport
import Testing

@testable import Reporting

@Suite struct ExonStateTests {
  /// More than fifty bases are a deletion of exons, fifty a change within what was read (docs/conclusions.md).
  @Test(arguments: [(50, false), (51, true)])
  func aSmallDeletionTakesNoExonAway(length: Int, isDeletion: Bool) {
    var variant = Fixture.positiveMale.variants[0]
    variant.classified.annotated.normalised.change = .sequence(
      SequenceChange(
        start: 1_000, reference: BaseSequence([UInt8](repeating: UInt8(ascii: "A"), count: length)),
        alternate: BaseSequence()))
    #expect(ExonDeletion.all([variant]).count == (isDeletion ? 1 : 0))
  }
}
