import Flow
import Genome
import Scan
import Testing

@testable import Calling

/// A boy's variant in nearly all of his reads, and low shares of a second sequence.
@Suite struct ReferenceBesideTests {
  private let place = 49_255_050

  /// `own` of the reads have another base than the reference, as good as `quality` says, strands in turn.
  private func calls(
    own: Int, of count: Int, quality: Character = "F", mapping: Int = 60,
    _ settings: CallingSettings = CallingSettings(minimumFraction: 0.05)
  ) throws -> (record: SampleCall?, filters: [String], calls: SampleCalls) {
    var reads = try AlignedReads()
    let changed =
      reads.text(place - 50, 50) + reads.other(than: place) + reads.text(place + 1, 49)
    for number in 0..<count {
      // Spread over the strands, whichever are fewer.
      let isOwn = (number + 1) * own / count > number * own / count
      reads.add(
        "r\(number)", flags: number * 7 / 3 % 2 == 0 ? 0 : 16, at: place - 50, "100M",
        isOwn ? changed : reads.text(place - 50, 100),
        qualities: String(repeating: quality, count: 100), mapping: mapping)
    }
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval, settings: settings,
      kernel: .scalar)
    try reads.forEach { caller.add($0, isInLocus: true) }
    let calls = caller.calls(copies: 1)
    let record = calls.records.first { $0.position == place && $0.alternates != ["<*>"] }
    return (record?.calls.first, record?.filters ?? [], calls)
  }

  /// 3: hemizygous, 2: in a part of the cells, 1: not sure.
  private func strength(_ call: SampleCall?) -> Int {
    guard let call, (call.genotypeQuality ?? 0) >= 20 else { return 1 }
    return call.genotype?.alleles == [1] ? 3 : 2
  }

  @Test(arguments: [20, 28, 30, 36, 40, 60, 100])
  func moreReadsOfTheReferenceGiveNoStrongerAnswer(_ count: Int) throws {
    var last = 3
    for others in 0...7 {
      let own = strength(try calls(own: count - others, of: count).record)
      #expect(own <= last, "\(others) of \(count)")
      #expect(own > 1, "\(others) of \(count)")
      if others * 10 <= count { #expect(own == 3, "\(others) of \(count)") }
      last = own
    }
  }

  @Test func aFewReadsOfTheReferenceAreTold() throws {
    #expect(try calls(own: 37, of: 40).calls.besideReference == [place])
    #expect(try calls(own: 40, of: 40).calls.besideReference.isEmpty)
  }

  /// The other way round the reference is not proven.
  @Test func aFewReadsOfAVariantLeaveThePlaceOpen() throws {
    let records = try calls(own: 3, of: 30).calls.records
    let block = records.first { $0.interval.contains(place) }
    #expect(block?.calls.first?.genotypeQuality == 0)
  }

  /// Under the profile's share a base in a run is not confirmed to be missing in a part of the cells; another base is.
  @Test func aMosaicOfFewReadsInARunIsFiltered() throws {
    let deep = CallingSettings(minimumFraction: 0.05, mosaicFraction: 0.05)
    #expect(try deletion(own: 8) == ["LowMosaic"])
    #expect(try deletion(own: 8, deep) == ["PASS"])
    #expect(try deletion(own: 14) == ["PASS"])
    let other = try calls(own: 7, of: 100)
    #expect(other.record?.genotype?.alleles == [0, 1])
    #expect(other.filters == ["PASS"])
  }

  /// Filters of a deletion in a run of four G in `own` of 100 reads.
  private func deletion(
    own: Int, _ settings: CallingSettings = CallingSettings(minimumFraction: 0.05)
  ) throws -> [String]? {
    let run = 49_257_715
    var reads = try AlignedReads()
    for number in 0..<100 {
      let isOwn = number < own
      let tail = reads.text(isOwn ? run + 1 : run, 50)
      reads.add(
        "r\(number)", flags: number % 2 * 16, at: run - 50, isOwn ? "50M1D50M" : "100M",
        reads.text(run - 50, 50) + tail)
    }
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval, settings: settings,
      kernel: .scalar)
    try reads.forEach { caller.add($0, isInLocus: true) }
    return caller.calls(copies: 1).records.first { $0.alternates != ["<*>"] }?.filters
  }

  /// The mapping is doubted, not the bases.
  @Test func aReadOfLowMappingQualityMayHaveGoodBases() throws {
    let found = try calls(
      own: 30, of: 30, mapping: 10, CallingSettings(minimumMappingQuality: 10))
    #expect(found.filters == ["LowMapQ"])
  }

  /// What is good enough to prove the reference is good enough to show a variant.
  @Test(arguments: [".", "/"]) func theLowestGoodBasesShowAVariant(_ quality: Character) throws {
    let found = try calls(own: 30, of: 30, quality: quality)
    #expect(found.record?.genotype?.alleles == [1])
    #expect(found.filters == ["PASS"])
    let reference = try calls(own: 0, of: 30, quality: quality)
    #expect(reference.calls.records.allSatisfy { $0.calls.first?.genotypeQuality == 99 })
  }
}
