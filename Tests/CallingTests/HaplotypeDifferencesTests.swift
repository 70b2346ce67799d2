import Genome
import Nomenclature
import Testing

@testable import Calling

@Suite struct HaplotypeDifferencesTests {
  private let locus: Locus
  private let region: Interval
  private let reference: [UInt8]

  init() throws {
    let reads = try AlignedReads()
    locus = reads.locus
    region = Interval(49_255_435, 49_255_474)
    reference = Array(reads.bases.codes(in: region))
  }

  private var differences: HaplotypeDifferences {
    HaplotypeDifferences(locus: locus, region: region, reference: reference)
  }

  /// With other bases at offsets.
  private func substituted(_ offsets: [Int]) -> [UInt8] {
    var codes = reference
    for offset in offsets { codes[offset] = (codes[offset] + 1) % 4 }
    return codes
  }

  @Test func theReferenceHasNone() {
    #expect(differences.changes(of: reference).isEmpty)
  }

  @Test func neighboursAreOneChangeAndFarOnesAreTwo() {
    let whole = differences.changes(of: substituted([10, 11]))
    #expect(whole.map(\.interval) == [Interval(region.start + 10, region.start + 11)])
    let codon = differences.changes(of: substituted([10, 12]))
    #expect(codon.map(\.interval) == [Interval(region.start + 10, region.start + 12)])
    let apart = differences.changes(of: substituted([10, 20]))
    #expect(apart.map(\.start) == [region.start + 10, region.start + 20])
    #expect(apart.allSatisfy { $0.isSubstitution })
  }

  /// Three bases give way to one that is none of them.
  @Test func aDeletionInsertionStaysWhole() throws {
    let removed = Array(reference[15..<18])
    let new = try #require(
      (0..<4 as Range<UInt8>).first {
        $0 != removed[0] && $0 != removed[2] && $0 != reference[14] && $0 != reference[18]
      })
    var codes = reference
    codes.replaceSubrange(15..<18, with: [new])
    let change = try #require(differences.changes(of: codes).first)
    #expect(differences.changes(of: codes).count == 1)
    #expect(change.isIndel)
    #expect(applied(differences.changes(of: codes)) == codes)
  }

  @Test func anIndelAndAFarSubstitutionAreTwo() {
    var codes = substituted([30])
    codes.removeSubrange(5..<7)
    let changes = differences.changes(of: codes)
    #expect(changes.count == 2)
    #expect(changes.last?.isSubstitution == true)
    #expect(applied(changes) == codes)
  }

  /// Whatever the haplotype: its changes give it back.
  @Test func changesGiveTheHaplotypeBack() {
    for start in stride(from: 8, to: 30, by: 3) {
      for length in 1...6 {
        var deleted = reference
        deleted.removeSubrange(start..<start + length)
        #expect(applied(differences.changes(of: deleted)) == deleted)
        var inserted = reference
        inserted.insert(contentsOf: substituted([1, 2, 4])[0..<length], at: start)
        #expect(applied(differences.changes(of: inserted)) == inserted)
      }
    }
  }

  /// The region's bases with changes made, by the locus' own bases around them.
  private func applied(_ changes: [SequenceChange]) -> [UInt8] {
    var codes: [UInt8] = []
    var next = region.start
    for change in changes {
      codes += reference[(next - region.start)..<(change.start - region.start)]
      codes += change.alternate.bytes.map(BaseCode.of)
      next = change.interval.end + 1
    }
    return codes + reference[(next - region.start)...]
  }
}
