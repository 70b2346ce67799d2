import Genome
import HTS
import Testing

@testable import Calling

@Suite struct AlignmentLayoutTests {
  private let start = 49_255_000

  private func layout(
    at position: Int, _ cigar: String, bases count: Int, within stretch: Interval? = nil,
    clipLimit: Int = 400
  ) throws -> AlignmentLayout? {
    var reads = try AlignedReads()
    let sequence = count == 0 ? "*" : String(repeating: "A", count: count)
    reads.add(at: position, cigar, sequence)
    var found: AlignmentLayout?
    try reads.forEach {
      found = AlignmentLayout($0, within: stretch ?? reads.bases.interval, clipLimit: clipLimit)
    }
    return found
  }

  private typealias Block = ReadStore.Block

  @Test func everyOperationMovesAsTheSpecificationSays() throws {
    let layout = try #require(
      try layout(at: start, "2H3S10M2I5=1X4D6M3N7M1P8M2S1H", bases: 44))
    #expect(
      layout.blocks == [
        Block(position: start, offset: 3, count: 10, followsSkip: false),
        Block(position: start + 10, offset: 15, count: 6, followsSkip: false),
        Block(position: start + 20, offset: 21, count: 6, followsSkip: false),
        Block(position: start + 29, offset: 27, count: 15, followsSkip: true),
      ])
    #expect(layout.bases == 0..<44)
  }

  @Test func whatIsSkippedBetweenBlocksIsKept() throws {
    let layout = try #require(try layout(at: start, "5=0N4=1I2X1D3=", bases: 15))
    #expect(
      layout.blocks == [
        Block(position: start, offset: 0, count: 5, followsSkip: false),
        Block(position: start + 5, offset: 5, count: 4, followsSkip: true),
        Block(position: start + 9, offset: 10, count: 2, followsSkip: false),
        Block(position: start + 12, offset: 12, count: 3, followsSkip: false),
      ])
  }

  /// Of a read that goes on beyond the stretch, only what lies in it is kept.
  @Test func whatLiesBesideTheStretchIsCutOff() throws {
    let stretch = Interval(start, start + 99)
    let both = try #require(try layout(at: start - 50, "5S200M5S", bases: 210, within: stretch))
    #expect(both.blocks == [Block(position: start, offset: 55, count: 100, followsSkip: false)])
    #expect(both.bases == 55..<155)
    let left = try #require(try layout(at: start + 50, "5S100M", bases: 105, within: stretch))
    #expect(left.blocks == [Block(position: start + 50, offset: 5, count: 50, followsSkip: false)])
    #expect(left.bases == 0..<55)
  }

  @Test func longClipsAreCutToTheLimit() throws {
    let layout = try #require(
      try layout(at: start, "300S100M300S", bases: 700, clipLimit: 40))
    #expect(layout.bases == 260..<440)
  }

  @Test func readsWithoutBasesOrBesideTheStretchHaveNoBlocks() throws {
    #expect(try layout(at: start, "100M", bases: 0)?.blocks.isEmpty == true)
    let far = Interval(start + 1_000, start + 2_000)
    #expect(try layout(at: start, "100M", bases: 100, within: far)?.blocks.isEmpty == true)
    #expect(try layout(at: start, "50M3000N50M", bases: 100, within: far)?.blocks.isEmpty == true)
  }

  /// A skip over the whole locus, and a base of a stretch a million bases further on.
  @Test func aSkipOfTenMillionBasesIsGoneOverAtOnce() throws {
    let layout = try #require(
      try layout(at: start - 9_999_950, "50M9999900N50M", bases: 100))
    #expect(layout.blocks == [Block(position: start, offset: 50, count: 50, followsSkip: false)])
    #expect(layout.bases.count <= 100)
  }
}
