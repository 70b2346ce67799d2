import Flow
import Genome
import HTS
import Scan
import Testing

@testable import Calling

/// Reads of a region to candidate haplotypes, a genotype, sites and the reads that support them.
@Suite struct RegionCallTests {
  private let start = 49_255_000
  private let reads: AlignedReads

  init() throws { reads = try AlignedReads() }

  /// The bases of a read of 100 from `start`, with others at offsets.
  private func bases(_ changes: [Int: String]) -> String {
    (0..<100).map { changes[$0] ?? reads.text(start + $0, 1) }.joined()
  }

  private func other(_ offset: Int) -> String { reads.other(than: start + offset) }

  /// A third base, which is neither the reference nor `other`.
  private func third(_ offset: Int) -> String {
    let taken = [reads.text(start + offset, 1), other(offset)]
    return ["A", "C", "G", "T"].first { !taken.contains($0) } ?? "N"
  }

  /// `copies` reads of each text, strands in turn.
  private func store(_ texts: [(String, Int)], qualities: String? = nil) throws -> ReadStore {
    var all = reads
    for (place, (text, count)) in texts.enumerated() {
      for number in 0..<count {
        all.add(
          "r\(place).\(number)", flags: number % 2 == 0 ? 0 : 16, at: start, "100M", text,
          qualities: qualities)
      }
    }
    return try all.store()
  }

  private func calls(
    _ texts: [(String, Int)], copies: Int?, qualities: String? = nil
  ) throws -> [RegionCall] {
    let store = try store(texts, qualities: qualities)
    let settings = CallingSettings()
    let pileup = Pileup(store, minimumQuality: settings.minimumBaseQuality)
    let edits = CandidateEdits(store, pileup, settings)
    let caller = RegionCaller(
      locus: reads.locus, bases: reads.bases, gaps: GapRate(pileup, reads.bases),
      settings: settings,
      copies: copies)
    return ActiveRegion.regions(edits.small, reads.bases).compactMap {
      caller.call($0, store, Array(store.reads.indices))
    }
  }

  private func site(_ call: RegionCall?) throws -> CalledSite {
    let sites = CalledSite.sites(try #require(call), on: reads.locus)
    #expect(sites.count == 1)
    return try #require(sites.first)
  }

  /// Too few reads for a mosaic, too many for errors: the one copy is not shown to be the reference.
  @Test(arguments: [(3, 7), (2, 6), (3, 17)])
  func aFewGoodReadsLeaveOneCopyOpen(_ others: Int, _ own: Int) throws {
    let calls = try calls([(bases([50: other(50)]), others), (bases([:]), own)], copies: 1)
    let call = try #require(calls.first)
    #expect(call.isReference)
    #expect(call.genotypeQuality == 0)
  }

  /// All on one strand: it may be an artefact or a mosaic, and is told as a call that fails its filter.
  @Test func aMosaicOnOneStrandIsCalledAndFiltered() throws {
    var all = reads
    for number in 0..<30 {
      let isOther = number % 6 == 0
      all.add(
        "r\(number)", flags: number % 2 == 0 ? 0 : 16, at: start, "100M",
        bases(isOther ? [50: other(50)] : [:]))
    }
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval,
      settings: CallingSettings(), kernel: .scalar)
    try all.forEach { caller.add($0, isInLocus: true) }
    let found = caller.calls(copies: 1).records.first {
      $0.position == start + 50 && $0.alternates != ["<*>"]
    }
    #expect(found?.filters.contains("StrandBias") == true)
    #expect(found?.calls.first?.genotype?.alleles == [0, 1])
  }

  @Test func oneCopyOfASubstitution() throws {
    let calls = try calls([(bases([50: other(50)]), 10)], copies: 1)
    let call = try #require(calls.first)
    #expect(calls.count == 1)
    #expect(call.carried == [1])
    #expect(call.genotypeQuality == 99)
    let site = try site(call)
    #expect(site.interval == Interval(start + 50, start + 50))
    #expect(site.alternates.map(\.text) == [other(50)])
    let support = AlleleSupport(site, call)
    #expect(support.depths == [0, 10])
    #expect(support.forward == [0, 5])
    #expect(support.reverse == [0, 5])
  }

  @Test func twoCopiesOfWhichOneIsChanged() throws {
    let calls = try calls([(bases([:]), 10), (bases([50: other(50)]), 10)], copies: 2)
    let call = try #require(calls.first)
    #expect(call.carried == [0, 1])
    let site = try site(call)
    #expect(site.genotype == [0, 1])
    #expect(AlleleSupport(site, call).depths == [10, 10])
    #expect(PhredLikelihoods.values(site, call)[1] == 0)
  }

  /// Both copies are changed in one place, each in its own way: one record with two alternates.
  @Test func twoAlternatesAreOneSite() throws {
    let calls = try calls(
      [(bases([50: other(50)]), 10), (bases([50: third(50)]), 10)], copies: 2)
    let site = try site(calls.first)
    #expect(Set(site.alternates.map(\.text)) == [other(50), third(50)])
    #expect(Set(site.genotype) == [1, 2])
    #expect(AlleleSupport(site, try #require(calls.first)).depths == [0, 10, 10])
  }

  /// Two bases of a codon on one molecule stay one change; on two molecules they are two sites.
  @Test func neighboursOnOneMoleculeStayWhole() throws {
    let both = bases([50: other(50), 51: other(51)])
    let whole = try site(try calls([(bases([:]), 10), (both, 10)], copies: 2).first)
    #expect(whole.interval == Interval(start + 50, start + 51))
    #expect(whole.alternates.map(\.text) == [other(50) + other(51)])
    let apart = try calls(
      [(bases([50: other(50)]), 10), (bases([51: other(51)]), 10)], copies: 2)
    let sites = CalledSite.sites(try #require(apart.first), on: reads.locus)
    #expect(sites.count == 2)
    #expect(sites.map(\.genotype).allSatisfy { Set($0) == [0, 1] })
    #expect(sites[0].genotype != sites[1].genotype)
  }

  @Test func readsOfUnknownSexAreCalledBothWays() throws {
    let call = try #require(try calls([(bases([50: other(50)]), 10)], copies: nil).first)
    #expect(call.carried == [1, 1])
    #expect(call.otherPloidy?.carried == [1])
  }

  /// One weak read among many, or mismatches of low quality: nothing is called.
  @Test func errorsAreNotCalled() throws {
    #expect(try calls([(bases([:]), 30), (bases([50: other(50)]), 1)], copies: 2).isEmpty)
    let weak = String(repeating: "'", count: 100)  // phred 6
    #expect(try calls([(bases([50: other(50)]), 10)], copies: 2, qualities: weak).isEmpty)
  }

  /// 6 of 40 molecules in a person with one copy, on both strands.
  @Test func aMosaicOnBothStrands() throws {
    let texts = [(bases([:]), 34), (bases([50: other(50)]), 6)]
    let call = try #require(try calls(texts, copies: 1).first)
    #expect(call.carried == [0, 1])
    #expect(abs((call.mosaicShare ?? 0) - 0.15) <= 0.02)
  }

  /// Noisy reads: three bases of each are others, every read has an error of its own near them, and two share one.
  @Test func changesThatReadsHaveTogetherAreACandidateBesideErrors() throws {
    let texts = (0..<20).map { number in
      let place = 54 + number / 2
      var changes = [50: other(50), 51: other(51), 52: other(52)]
      changes[place] = number % 2 == 0 ? other(place) : third(place)
      if number < 2 { changes[66] = other(66) }
      return (bases(changes), 1)
    }
    let call = try #require(try calls(texts, copies: 1).first)
    let sites = CalledSite.sites(call, on: reads.locus).filter { !$0.isReference }
    #expect(sites.map(\.interval) == [Interval(start + 50, start + 52)])
    #expect(sites.first?.alternates.map(\.text) == [other(50) + other(51) + other(52)])
  }

  @Test func candidatesAreTheReferenceFirstAndWhatReadsShow() throws {
    let store = try store([
      (bases([:]), 10), (bases([50: other(50)]), 9), (bases([52: other(52)]), 1),
    ])
    let region = Interval(start + 45, start + 55)
    let told = store.reads.compactMap { RegionRead($0, store, region, reach: 30) }
    let active = ActiveRegion(interval: region, edits: [])
    let settings = CallingSettings()
    let candidates = CandidateHaplotypes(
      active, told, EditsTogether(active, zip(told.indices, told), store, settings), reads.bases,
      settings)
    let reference = Array(reads.bases.codes(in: region))
    #expect(candidates.sequences.first == reference)
    var changed = reference
    changed[5] = BaseCode.of(try #require(other(50).utf8.first))
    // One read of twenty is under the lowest share.
    #expect(candidates.sequences == [reference, changed])
  }

  // MARK: Filters

  private func filters(_ texts: [(String, Int)], flags: [Int], mapping: Int = 60) throws
    -> [CallFilter]
  {
    var all = reads
    for (place, (text, count)) in texts.enumerated() {
      for number in 0..<count {
        all.add(
          "r\(place).\(number)", flags: place == 0 && number % 2 == 1 ? 16 : flags[place],
          at: start, "100M", text, mapping: place == 0 ? 60 : mapping)
      }
    }
    let store = try all.store()
    let settings = CallingSettings()
    let pileup = Pileup(store, minimumQuality: 13)
    let edits = CandidateEdits(store, pileup, settings)
    let region = try #require(ActiveRegion.regions(edits.small, reads.bases).first)
    let call = try #require(
      RegionCaller(
        locus: reads.locus, bases: reads.bases, gaps: GapRate(pileup, reads.bases),
        settings: settings, copies: 2
      ).call(region, store, Array(store.reads.indices)))
    let site = try site(call)
    return CallFilter.failed(site, AlleleSupport(site, call), call, reads.bases, settings)
  }

  @Test func readsOfOneStrandAreFiltered() throws {
    let texts = [(bases([:]), 40), (bases([50: other(50)]), 30)]
    #expect(try filters(texts, flags: [0, 0]) == [.strandBias])
    #expect(try filters(texts, flags: [0, 16]) == [.strandBias])
    // Too few to tell: p = 0.014 by scipy's fisher_exact([[20, 20], [8, 0]]).
    let few = [(bases([:]), 40), (bases([50: other(50)]), 8)]
    #expect(try filters(few, flags: [0, 0]).contains(.strandBias) == false)
  }

  @Test func readsOfLowMappingQualityAreFiltered() throws {
    let texts = [(bases([:]), 10), (bases([50: other(50)]), 8)]
    #expect(try filters(texts, flags: [0, 0], mapping: 25).contains(.mappingQuality))
    #expect(try !filters(texts, flags: [0, 0], mapping: 40).contains(.mappingQuality))
  }
}

@Suite struct ReferenceBlocksTests {
  private let start = 49_255_000

  private func blocks(
    _ reads: AlignedReads, copies: Int, outside: [Interval] = [], quality: [Int: Int] = [:]
  ) throws -> [ReadRecord] {
    let store = try reads.store()
    let pileup = Pileup(store, minimumQuality: 13)
    return ReferenceBlocks(
      pileup: pileup, spanning: SpanningReads(store, depth: pileup.depth), locus: reads.locus,
      contig: "chrX", settings: CallingSettings(), copies: copies
    ).records(outside: outside, quality: quality)
  }

  private func evenly(_ count: Int, length: Int = 100) throws -> AlignedReads {
    var reads = try AlignedReads()
    for number in 0..<count {
      reads.add("r\(number)", at: start, "\(length)M", reads.text(start, length))
    }
    return reads
  }

  @Test func anEvenDepthIsOneBlock() throws {
    let block = try #require(try blocks(evenly(10), copies: 1).first)
    #expect(block.interval == Interval(start, start + 99))
    #expect(block.alternates == ["<*>"])
    let call = try #require(block.calls.first)
    #expect(call.genotype?.text == "0")
    #expect(call.depth == 10)
    #expect(call.minimumDepth == 10)
    #expect(call.genotypeQuality == 99)
  }

  /// Of two copies a read shows one: 3 for each.
  @Test func twoCopiesNeedMoreReads() throws {
    let six = try #require(try blocks(evenly(6), copies: 2).first?.calls.first)
    #expect(six.genotype?.text == "0/0")
    #expect(six.genotypeQuality == 18)
    #expect(try blocks(evenly(7), copies: 2).first?.calls.first?.genotypeQuality == 21)
  }

  @Test func aBlockEndsWhereTheDepthPassesAThreshold() throws {
    var reads = try evenly(7)
    reads.add("more", at: start + 50, "50M", reads.text(start + 50, 50))
    let found = try blocks(reads, copies: 1)
    #expect(
      found.map(\.interval) == [
        Interval(start, start + 49), Interval(start + 50, start + 99),
      ])
    #expect(found.map { $0.calls.first?.minimumDepth } == [7, 8])
  }

  @Test func placesWithoutReadsAndCalledOnesHaveNoBlock() throws {
    let called = Interval(start + 40, start + 42)
    let found = try blocks(evenly(10), copies: 1, outside: [called])
    #expect(
      found.map(\.interval) == [
        Interval(start, start + 39), Interval(start + 43, start + 99),
      ])
    #expect(try blocks(AlignedReads(), copies: 1).isEmpty)
  }

  /// A read in ten with another base leaves a doubt there alone.
  @Test func otherBasesLowerTheQuality() throws {
    var reads = try evenly(6)
    for number in 0..<4 {
      let wrong = reads.text(start, 50) + reads.other(than: start + 50) + reads.text(start + 51, 49)
      reads.add("w\(number)", at: start, "100M", wrong)
    }
    let found = try blocks(reads, copies: 2)
    let doubtful = try #require(found.first { $0.position == start + 50 })
    #expect(doubtful.end == start + 50)
    #expect(doubtful.calls.first?.genotypeQuality == 0)
  }

  /// `count` reads up to a base of a run of four G and as many from the next base on, as of amplicons without
  /// their primers, and `over` that go on.
  private func meeting(_ count: Int, over: Int) throws -> AlignedReads {
    let border = 49_257_716
    var reads = try AlignedReads()
    for number in 0..<count {
      reads.add("a\(number)", at: border - 79, "80M", reads.text(border - 79, 80))
      reads.add("b\(number)", at: border + 1, "80M", reads.text(border + 1, 80))
    }
    for number in 0..<over {
      reads.add("o\(number)", at: border - 40, "80M", reads.text(border - 40, 80))
    }
    return reads
  }

  /// An insertion or deletion in the run would change none of the reads.
  @Test func whereNoReadGoesOverTheReferenceIsNotShown() throws {
    let found = try blocks(meeting(20, over: 0), copies: 1)
    let open = try #require(found.first { $0.calls.first?.genotypeQuality == 0 })
    #expect(open.interval.contains(Interval(49_257_715, 49_257_718)))
    #expect(open.interval.count < 12)
    #expect(found.count == 3)
    #expect(found.first?.calls.first?.genotypeQuality == 99)
    #expect(found.last?.calls.first?.genotypeQuality == 99)
  }

  /// Three for each read that goes over the run.
  @Test(arguments: [(6, 18), (7, 21)])
  func readsThatGoOverARepeatShowTheReference(_ over: Int, _ quality: Int) throws {
    let found = try blocks(meeting(20, over: over), copies: 2)
    let block = try #require(found.first { $0.interval.contains(49_257_716) })
    #expect(block.calls.first?.genotypeQuality == Double(quality))
  }

  /// Amplicons that overlap leave nothing open, and the outer ends are as sure as what lies within.
  @Test func overlappingAmpliconsLeaveNothingOpen() throws {
    var reads = try evenly(10)
    for number in 0..<10 {
      reads.add("b\(number)", at: start + 88, "100M", reads.text(start + 88, 100))
    }
    let found = try blocks(reads, copies: 1)
    #expect(found.allSatisfy { $0.calls.first?.genotypeQuality == 99 })
    #expect(found.first?.position == start)
    #expect(found.last?.end == start + 187)
  }

  @Test func aRegionCalledReferenceHasItsOwnQuality() throws {
    let found = try blocks(evenly(10), copies: 1, quality: [start + 10: 12])
    #expect(found.first { $0.position == start + 10 }?.calls.first?.genotypeQuality == 12)
  }
}
