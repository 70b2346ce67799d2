import Genome
import Testing

@testable import Calling

@Suite struct RegionReadTests {
  private let start = 49_255_000
  private var region: Interval { Interval(start + 40, start + 49) }

  private func read(
    at position: Int, _ cigar: String, _ bases: (AlignedReads) -> String,
    qualities: String? = nil, mapping: Int = 60
  ) throws -> RegionRead? {
    var reads = try AlignedReads()
    reads.add(at: position, cigar, bases(reads), qualities: qualities, mapping: mapping)
    let store = try reads.store()
    return try RegionRead(#require(store.reads.first), store, region, reach: 30)
  }

  @Test func aSpanningReadHasTheRegionsBases() throws {
    let read = try #require(try read(at: start, "100M") { $0.text(start, 100) })
    #expect(read.anchor == .both)
    #expect(Array(read.codes) == Array(try AlignedReads().bases.codes(in: region)))
    #expect(read.distanceFromEnd == 40)
    #expect(!read.isReverse)
    #expect(read.qualities.allSatisfy { $0 == 37 })
  }

  @Test func anIndelOfTheReadIsInItsBases() throws {
    let deleted = try #require(
      try read(at: start, "44M3D53M") { $0.text(start, 44) + $0.text(start + 47, 53) })
    #expect(deleted.anchor == .both)
    #expect(deleted.codes.count == 7)
    let inserted = try #require(
      try read(at: start, "44M2I54M") { $0.text(start, 44) + "AC" + $0.text(start + 44, 54) })
    #expect(inserted.codes.count == 12)
  }

  @Test func aClippedReadIsAnchoredOnOneSide() throws {
    let left = try #require(
      try read(at: start, "44M56S") { $0.text(start, 44) + String(repeating: "A", count: 56) })
    #expect(left.anchor == .left)
    #expect(left.codes.count == 30)
    let reference = try AlignedReads().bases.codes(in: Interval(start + 40, start + 43))
    #expect(Array(left.codes.prefix(4)) == Array(reference))
    let right = try #require(
      try read(at: start + 46, "46S54M") {
        String(repeating: "A", count: 46) + $0.text(start + 46, 54)
      })
    #expect(right.anchor == .right)
    #expect(right.codes.count == 30)
  }

  /// A base of the region is needed, and more than seven aligned ones beside it.
  @Test func aReadThatOnlyTouchesTellsNothing() throws {
    #expect(try read(at: start + 49, "50M") { $0.text(start + 49, 50) } != nil)
    #expect(try read(at: start + 50, "50M") { $0.text(start + 50, 50) } == nil)
    #expect(try read(at: start + 60, "50M") { $0.text(start + 60, 50) } == nil)
    #expect(
      try read(at: start + 50, "43S7M") {
        String(repeating: "A", count: 43) + $0.text(start + 50, 7)
      } == nil)
  }

  @Test func mappingQualityBoundsBaseQuality() throws {
    let read = try #require(try read(at: start, "100M", { $0.text(start, 100) }, mapping: 25))
    #expect(read.qualities.allSatisfy { $0 == 25 })
  }

  @Test func aMateWhoseBasesWentToTheOtherTellsNothing() throws {
    var reads = try AlignedReads()
    let bases = reads.text(start, 100)
    reads.add("p", flags: 0x63, at: start, "100M", bases, mate: start)
    reads.add("p", flags: 0x93, at: start, "100M", bases, mate: start)
    let store = try reads.store()
    let told = store.reads.compactMap { RegionRead($0, store, region, reach: 30) }
    #expect(told.count == 1)
  }

  /// The mate that lies over the region tells of it, with what both read; one that ends in it does not.
  @Test func theMateOverTheRegionTellsOfIt() throws {
    var reads = try AlignedReads()
    reads.add("p", flags: 0x63, at: start - 50, "98M", reads.text(start - 50, 98), mate: start)
    reads.add("p", flags: 0x93, at: start, "100M", reads.text(start, 100), mate: start - 50)
    let store = try reads.store()
    let told = store.reads.compactMap { RegionRead($0, store, region, reach: 30) }
    #expect(told.map(\.anchor) == [.both])
    #expect(told.first?.isReverse == true)
    #expect(told.first?.qualities == Array(repeating: 40, count: 8) + [37, 37])
  }
}

@Suite struct ReadLikelihoodTests {
  /// A, C, G, T are 0 to 3.
  private let haplotype: [UInt8] = [0, 1, 2, 3, 0, 1]

  private func read(
    _ codes: [UInt8], _ anchor: RegionRead.Anchor, quality: UInt8 = 30
  ) throws -> RegionRead {
    let start = 49_255_000
    var reads = try AlignedReads()
    reads.add(at: start, "100M", reads.text(start, 100))
    let store = try reads.store()
    var read = try #require(
      RegionRead(store.reads[0], store, Interval(start + 40, start + 49), reach: 30))
    read.anchor = anchor
    read.codes = codes[...]
    read.qualities = Array(repeating: quality, count: codes.count)
    return read
  }

  private let rule = ReadLikelihood(before: [2, 2], behind: [3, 3], gaps: [0, -4], longestRun: 1)
  /// An error of quality 30, which makes one of three other bases.
  private let error = -3.0 - 0.477_121_254_719_662_4

  private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 }

  @Test func equalBasesCostNothingAndOthersAnError() throws {
    #expect(rule.value(try read(haplotype, .both), haplotype) == 0)
    let one = rule.value(try read([0, 1, 2, 3, 0, 3], .both), haplotype)
    #expect(isClose(one, error))
    let unknown = rule.value(try read([0, 1, 4, 3, 0, 1], .both), haplotype)
    #expect(unknown == 0)
    let weak = rule.value(try read([1, 1, 2, 3, 0, 1], .both, quality: 2), haplotype)
    #expect(weak == 0)
  }

  /// One base missing: the cost of a gap and nothing else, wherever it lies.
  @Test func aGapCostsOnce() throws {
    for place in haplotype.indices {
      var codes = haplotype
      codes.remove(at: place)
      #expect(isClose(rule.value(try read(codes, .both), haplotype), -4))
      codes.insert(contentsOf: [2, 2, 2], at: place)
      #expect(rule.value(try read(codes, .both), haplotype) >= -4.4 + error)
    }
    #expect(isClose(rule.value(try read([0, 1, 0, 1], .both), haplotype), -4.2))
  }

  @Test func aReadAnchoredOnOneSideGoesOnIntoTheReference() throws {
    #expect(rule.value(try read([0, 1, 2, 3, 0, 1, 3, 3], .left), haplotype) == 0)
    #expect(rule.value(try read([2, 2, 0, 1, 2, 3, 0, 1], .right), haplotype) == 0)
    #expect(isClose(rule.value(try read([0, 1, 2, 3, 0, 1, 0], .left), haplotype), error))
    #expect(isClose(rule.value(try read([3, 0, 1, 2, 3, 0, 1], .right), haplotype), error))
  }
}
