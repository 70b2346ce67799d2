import Genome
import Testing

@testable import Calling

@Suite struct ThinningTests {
  private let interval = Interval(1, 3_000)

  private func kept(_ starts: [Int], limit: Int) -> [Bool] {
    var thinning = Thinning(interval: interval, limit: limit)
    return starts.enumerated().map { number, start in
      thinning.keeps(UInt64(number) &* 0x9E37_79B9, over: Interval(start, start + 149))
    }
  }

  @Test func shallowDataStayWhole() {
    let starts = (0..<2_000).map { 1 + $0 }
    #expect(kept(starts, limit: 1_000).allSatisfy { $0 })
  }

  /// 100 reads start at each base: 15,000 over each; about the limit is kept everywhere.
  @Test func deepDataAreThinnedEvenly() {
    let starts = (0..<2_000).flatMap { Array(repeating: 1 + $0, count: 100) }
    let chosen = zip(starts, kept(starts, limit: 1_000)).filter(\.1).map(\.0)
    for position in stride(from: 300, to: 1_900, by: 100) {
      let depth = chosen.count { ($0...$0 + 149).contains(position) }
      #expect((600...2_000).contains(depth))
    }
  }

  @Test func anAmpliconKeepsAFewTimesTheLimitAtTheMost() {
    let all = kept(Array(repeating: 500, count: 50_000), limit: 1_000)
    #expect(all.count { $0 } <= 2_000)
    #expect(all.count { $0 } >= 1_000)
  }
}
