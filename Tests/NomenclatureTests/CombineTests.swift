import Genome
import Nomenclature
import Testing

@Suite struct CombineTests {
  @Test func twoSubstitutionsOfACodonAreOneAllele() throws {
    let gene = try Gene()
    let parts = [try gene.change("c.1118T>C"), try gene.change("c.1117T>G")]
    let whole = try #require(SequenceChange.combining(parts, on: gene.locus))
    #expect(whole == (try SequenceChange(49_251_692, "AA", "GC")))
    #expect(SequenceChange.combining(parts.reversed(), on: gene.locus) == whole)
  }

  @Test func theResultIsThatOfBoth() throws {
    let gene = try Gene()
    let low = try gene.change("c.240_241insG")
    let high = try gene.change("c.227del")
    let whole = try #require(SequenceChange.combining([low, high], on: gene.locus))
    // The later one first, so that the earlier one's place still holds.
    let shift = low.start < high.start ? (high, low) : (low, high)
    var bytes = gene.locus.sequence.bytes
    for change in [shift.0, shift.1] {
      let from = change.start - gene.locus.interval.start
      bytes.replaceSubrange(from..<(from + change.reference.count), with: change.alternate.bytes)
    }
    #expect(try whole.applied(to: gene.locus) == bytes)
  }

  @Test func overlappingChangesHaveNoSum() throws {
    let gene = try Gene()
    let parts = [try gene.change("c.751_753del"), try gene.change("c.752A>G")]
    #expect(SequenceChange.combining(parts, on: gene.locus) == nil)
    #expect(SequenceChange.combining([], on: gene.locus) == nil)
  }

  /// Nothing tells which of the two comes first.
  @Test func insertionsBetweenTheSameBasesHaveNoSum() throws {
    let gene = try Gene()
    let parts = [try SequenceChange(49_257_511, "", "A"), try SequenceChange(49_257_511, "", "GG")]
    #expect(SequenceChange.combining(parts, on: gene.locus) == nil)
    #expect(SequenceChange.combining(parts.reversed(), on: gene.locus) == nil)
  }

  @Test func aDeletionTakenBackIsNoChange() throws {
    let gene = try Gene()
    let deletion = try SequenceChange(49_251_441, "G", "")
    let insertion = try SequenceChange(49_251_442, "", "G")
    #expect(SequenceChange.combining([deletion, insertion], on: gene.locus) == nil)
  }
}
