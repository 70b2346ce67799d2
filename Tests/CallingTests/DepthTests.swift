import Flow
import Foundation
import Genome
import TestSupport
import Testing

@testable import Calling

/// Read starts drawn at a mean per bin, with stretches of other copy ratios.
@Suite struct DepthTests {
  private let window = Interval(1_000_001, 1_300_000)
  private let locus = Interval(1_140_001, 1_160_000)

  private func profile(
    mean: Double, ratios: [(Interval, Double)] = [], seed: UInt64 = 1
  ) -> DepthProfile {
    var generator = SeededGenerator(seed: seed)
    let empty = DepthProfile(window: window, minimumMappingQuality: 20)
    let starts = empty.starts.indices.map { bin in
      let place = empty.interval(ofBin: bin)
      let ratio = ratios.first { $0.0.overlaps(place) }?.1 ?? 1
      return Self.poisson(mean * ratio, &generator)
    }
    return DepthProfile(window: window, starts: starts, readLength: 150)
  }

  /// Knuth's method: products of uniform numbers.
  private static func poisson(_ mean: Double, _ generator: inout SeededGenerator) -> Int {
    var count = 0
    var left = mean
    while left > 0 {
      left += log(Double.random(in: 1e-12..<1, using: &generator))
      if left > 0 { count += 1 }
    }
    return count
  }

  @Test func evenDepthHasNoSegments() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let profile = profile(mean: 25, seed: seed)
      let baseline = try DepthBaseline(profile, outside: locus)
      #expect(abs(baseline.mean - 25) < 2)
      #expect(DepthSegments(profile, baseline).segments.isEmpty)
    }
  }

  @Test func aLostCopyIsFoundWithItsEnds() throws {
    let lost = Interval(1_145_001, 1_150_000)
    for ratio in [0.0, 0.5, 1.5, 2.0] {
      let profile = profile(mean: 50, ratios: [(lost, ratio)])
      let baseline = try DepthBaseline(profile, outside: locus)
      let segments = DepthSegments(profile, baseline).segments
      let segment = try #require(segments.first)
      #expect(segments.count == 1)
      #expect(segment.ratio == ratio)
      #expect(abs(segment.interval.start - lost.start) <= 2 * DepthProfile.binSize)
      #expect(abs(segment.interval.end - lost.end) <= 2 * DepthProfile.binSize)
      #expect(segment.odds > 23)
    }
  }

  @Test func tooFewShallowOrUnevenReadsMakeNoBaseline() {
    #expect(throws: DepthBaseline.Doubt.tooFewBins) {
      try DepthBaseline(profile(mean: 0), outside: locus)
    }
    #expect(throws: DepthBaseline.Doubt.tooShallow) {
      try DepthBaseline(profile(mean: 2), outside: locus)
    }
    let exome = (0..<1_200).map { $0 % 20 < 3 ? 100 : 1 }
    #expect(throws: DepthBaseline.Doubt.uneven) {
      try DepthBaseline(
        DepthProfile(window: window, starts: exome, readLength: 150), outside: locus)
    }
  }

  /// A reference call's depth is asked of copy number too: of a male 8, of a female 20.
  @Test func depthDecidesWhetherCopyNumberIsAssessed() {
    for (mean, copies, isAssessed) in [
      (10.0, 1, false), (20.0, 1, true), (20.0, 2, false), (50.0, 2, true),
    ] {
      let rule = CopyNumberRule(
        profile: profile(mean: mean), locus: locus,
        settings: CallingSettings(), copies: copies)
      #expect(rule.judge().reading.isAssessed == isAssessed)
    }
  }
}
