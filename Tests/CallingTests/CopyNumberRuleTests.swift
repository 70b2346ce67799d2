import Flow
import Foundation
import Genome
import TestSupport
import Testing

@testable import Calling

/// When copy number counts as assessed. Read starts are drawn with the spread of a genome's bins.
@Suite struct CopyNumberRuleTests {
  private let window = Interval(1_000_001, 1_320_000)
  private let locus = Interval(1_150_001, 1_170_000)

  /// Chance, a quarter of spread from bin to bin, and a tenth of slow waves.
  private func profile(
    _ ratios: [(Interval, Double)] = [], mean: Double = 50, seed: UInt64 = 1
  ) -> DepthProfile {
    var generator = SeededGenerator(seed: seed)
    let empty = DepthProfile(window: window, minimumMappingQuality: 20)
    let starts = empty.starts.indices.map { bin in
      let place = empty.interval(ofBin: bin)
      let ratio = ratios.first { $0.0.overlaps(place) }?.1 ?? 1
      let wave = 1 + 0.1 * sin(Double(bin) / 60 + Double(seed))
      let spread = max(0.2, 1 + 0.25 * Self.normal(&generator))
      let expected = mean * ratio * wave * spread
      return max(0, Int((expected + expected.squareRoot() * Self.normal(&generator)).rounded()))
    }
    return DepthProfile(window: window, starts: starts, readLength: 150)
  }

  /// Twelve uniform numbers less six: nearly a standard normal one.
  private static func normal(_ generator: inout SeededGenerator) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
  }

  private func rule(_ profile: DepthProfile, copies: Int? = 2) -> CopyNumberRule {
    CopyNumberRule(profile: profile, locus: locus, settings: CallingSettings(), copies: copies)
  }

  private func reading(
    _ profile: DepthProfile, copies: Int? = 2, beside calls: [Interval] = []
  ) -> CopyNumberReading {
    let rule = rule(profile, copies: copies)
    return rule.reading(rule.judge(), beside: calls)
  }

  /// Repeats behind the locus whose reads are badly mapped, as the GAGE genes', are no second level.
  @Test func spreadAloneIsNoLossAndPreventsNothing() {
    let repeats = Interval(1_235_001, 1_320_000)
    for seed in 1...12 as ClosedRange<UInt64> {
      for (mean, copies) in [(20.0, 1), (45, 2)] {
        let plain = profile(mean: mean, seed: seed)
        let segments = rule(plain).judge().segments?.segments ?? []
        #expect(!segments.contains { $0.interval.overlaps(locus) && $0.odds >= 12 }, "\(seed)")
        #expect(reading(plain, copies: copies).isAssessed, "\(seed) \(mean)")
        let broken = profile([(repeats, 0.05)], mean: mean, seed: seed)
        #expect(reading(broken, copies: copies).isAssessed, "\(seed) \(mean), repeats")
      }
    }
  }

  @Test(arguments: [
    (Interval(1_000_001, 1_190_000), "no reads lie over FOXP3"),
    (Interval(1_150_001, 1_320_000), "no reads lie over FOXP3"),
    (Interval(1_000_001, 1_160_000), "one side of FOXP3 only"),
    (Interval(1_160_001, 1_320_000), "one side of FOXP3 only"),
    (Interval(1_000_001, 1_147_000), "one side of FOXP3 only"),
  ])
  func aStretchWithoutReadsThatReachesTheLastReadIsOpen(_ lost: Interval, _ words: String) {
    for copies in [1, 2] {
      let reading = reading(profile([(lost, 0)]), copies: copies)
      #expect(!reading.isAssessed)
      #expect(reading.sentence.contains(words), "\(reading.sentence)")
    }
  }

  /// Beside the locus the file may end where it likes.
  @Test func aFileCutAroundTheLocusIsEnough() {
    let cut = [(Interval(1_000_001, 1_135_000), 0.0), (Interval(1_185_001, 1_320_000), 0)]
    #expect(reading(profile(cut)).isAssessed)
  }

  @Test func aLossWithBothEndsIsFound() {
    let lost = Interval(1_140_001, 1_180_000)
    let segments = rule(profile([(lost, 0)]), copies: 1).judge().segments?.segments ?? []
    #expect(segments.contains { $0.ratio == 0 && $0.interval.overlaps(locus) && $0.odds > 23 })
  }

  /// In a boy too.
  @Test func aLossInHalfOfTheCellsIsFound() {
    let lost = Interval(1_152_001, 1_160_000)
    let segments = rule(profile([(lost, 0.5)]), copies: 1).judge().segments?.segments ?? []
    #expect(segments.contains { $0.ratio == 0.5 && $0.interval.overlaps(lost) && $0.odds > 23 })
  }

  @Test func anotherDepthOverTheLocusNeedsACallThatSaysWhy() {
    for ratio in [0.5, 0.65, 1.6] {
      let profile = profile([(locus, ratio)])
      let reading = reading(profile)
      #expect(!reading.isAssessed, "\(ratio)")
      #expect(reading.sentence.contains("times as deep as X beside it"))
      #expect(self.reading(profile, beside: [locus]).isAssessed)
      #expect(!self.reading(profile, beside: [Interval(1_150_001, 1_152_000)]).isAssessed)
    }
  }

  /// The lost copy's depth is most of the window's: what is left looks like a gain beside the locus.
  @Test func aLossOfMostOfTheWindowIsOpen() {
    for reach in [60_000, 70_000, 80_000, 90_000, 100_000, 110_000, 120_000] {
      for seed in 1...3 as ClosedRange<UInt64> {
        let lost = Interval(locus.start - reach, locus.end + reach)
        let profile = profile([(lost, 0.5)], seed: seed)
        let segments = rule(profile).judge().segments?.segments ?? []
        let isFound = segments.contains {
          $0.ratio == 0.5 && $0.odds > 23 && $0.interval.overlaps(locus)
        }
        #expect(isFound || !reading(profile).isAssessed, "\(reach) \(seed)")
      }
    }
  }

  @Test func aGainThatIsCalledIsNoSecondLevel() {
    let gained = Interval(locus.start - 30_000, locus.end + 30_000)
    let profile = profile([(gained, 1.6)])
    #expect(!reading(profile).isAssessed)
    #expect(reading(profile, beside: [gained]).isAssessed)
  }
}
