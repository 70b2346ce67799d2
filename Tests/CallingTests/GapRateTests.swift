import Genome
import TestSupport
import Testing

@testable import Calling

/// Gaps that the sequencing makes, told by the reads themselves.
@Suite struct GapRateTests {
  private let start = 49_255_000
  private let length = 3_000

  /// Thirty long reads; each base is missing in a share of them, by chance, and `planted` in all of
  /// `carriers`.
  private func store(
    missing: Double, planted: Int? = nil, carriers: Int = 0, count: Int = 30
  ) throws -> ReadStore {
    var random = SeededGenerator(seed: 7)
    var reads = try AlignedReads()
    for number in 0..<count {
      var operations = ""
      var bases = ""
      var run: (kind: Character, count: Int) = ("M", 0)
      for offset in 0..<length {
        let isPlanted = start + offset == planted && number < carriers
        let isMissing =
          isPlanted
          || (offset > 0 && offset < length - 1
            && Double.random(in: 0..<1, using: &random) < missing)
        let kind: Character = isMissing ? "D" : "M"
        if kind != run.kind {
          operations += "\(run.count)\(run.kind)"
          run = (kind, 0)
        }
        run.count += 1
        if !isMissing { bases += reads.text(start + offset, 1) }
      }
      operations += "\(run.count)\(run.kind)"
      reads.add(
        "r\(number)", flags: number % 2 * 16, at: start, operations, bases,
        qualities: String(repeating: "5", count: bases.utf8.count))
    }
    return try reads.store()
  }

  private func rate(_ store: ReadStore) -> GapRate {
    GapRate(Pileup(store, minimumQuality: 13), store.locus)
  }

  private let region = Interval(49_255_990, 49_256_010)

  @Test func readsWithoutGapsHaveWhatShortReadsHave() throws {
    let rates = rate(try store(missing: 0)).logarithms(beside: region)
    #expect(rates[1] == -4 && rates[4] == -4)
    #expect(rates[5] > -4 && rates[10] > rates[5])
    #expect(rates.last == -1)
  }

  @Test func gapsOfTheSequencingAreMeasured() throws {
    let rates = rate(try store(missing: 0.01)).logarithms(beside: region)
    #expect(abs(rates[1] - -2) < 0.1)
    // Twice the bases, twice the gaps.
    #expect(abs(rates[2] - -1.7) < 0.15)
  }

  /// A variant is no error of the reads beside it, and not of its own region.
  @Test func aVariantIsNoError() throws {
    let one = rate(try store(missing: 0, planted: 49_256_000, carriers: 30))
    #expect(one.logarithms(beside: region)[1] == -4)
    let elsewhere = one.logarithms(beside: Interval(49_256_500, 49_256_520))
    #expect(elsewhere[1] < -3.7)
  }

  private func calls(_ store: ReadStore, copies: Int) -> [RegionCall] {
    let settings = CallingSettings()
    let pileup = Pileup(store, minimumQuality: settings.minimumBaseQuality)
    let edits = CandidateEdits(store, pileup, settings)
    return AlignedReads.locus.map { locus in
      let caller = RegionCaller(
        locus: locus, bases: store.locus, gaps: GapRate(pileup, store.locus), settings: settings,
        copies: copies)
      return ActiveRegion.regions(edits.small, store.locus).compactMap {
        caller.call($0, store, Array(store.reads.indices))
      }.filter { !$0.isReference }
    }.value ?? []
  }

  /// Reads that lack every hundredth base show no deletion by it, and a real one all the same.
  @Test(arguments: [1, 2]) func longReadsWithGapsShowWhatIsThere(copies: Int) throws {
    #expect(calls(try store(missing: 0.01), copies: copies).isEmpty)
    let planted = 49_256_000
    let found = calls(
      try store(missing: 0.01, planted: planted, carriers: copies == 1 ? 30 : 15), copies: copies)
    let call = try #require(found.first)
    #expect(found.count == 1 && call.region.contains(planted))
    #expect(call.carried == (copies == 1 ? [1] : [0, 1]))
    let change = try #require(call.changes[1].first)
    #expect(change.reference.count == 1 && change.alternate.isEmpty)
  }
}

extension Result {
  fileprivate var value: Success? { try? get() }
}
