import Genome
import Testing

@testable import Calling

@Suite struct ThinningTests {
  private let interval = Interval(1, 3_000)

  /// Of reads of 150 bases, those that are kept when all are known.
  private func kept(_ starts: [Int], limit: Int) -> [Bool] {
    var thinning = Thinning(interval: interval, limit: limit)
    let stretches = starts.map { Interval($0, $0 + 149) }
    for stretch in stretches { thinning.meet(stretch) }
    return stretches.enumerated().map { number, stretch in
      thinning.keeps(UInt64(number) &* 0x9E37_79B9, over: stretch)
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

  /// Reads come in order of place: those that begin behind others are of the other strand or amplicon.
  @Test func readsThatComeLaterAreKeptAsOftenAsTheFirst() {
    let starts = Array(repeating: 500, count: 5_000) + Array(repeating: 560, count: 5_000)
    let all = kept(starts, limit: 1_000)
    let (first, later) = (all.prefix(5_000).count { $0 }, all.dropFirst(5_000).count { $0 })
    #expect((900...1_100).contains(first))
    #expect((900...1_100).contains(later))
  }

  /// A few reads of one amplicon reach into the deep next one: their own places need them.
  @Test func readsThatReachAShallowPlaceAreKept() {
    let starts = Array(repeating: 500, count: 20_000) + Array(repeating: 600, count: 300)
    #expect(kept(starts, limit: 1_000).dropFirst(20_000).allSatisfy { $0 })
  }

  @Test func matesAreChosenTogether() {
    let starts = (0..<10_000).flatMap { _ in [500, 500] }
    var thinning = Thinning(interval: interval, limit: 1_000)
    for start in starts { thinning.meet(Interval(start, start + 149)) }
    let chosen = (0..<10_000).map { number in
      [500, 500].map { thinning.keeps(UInt64(number), over: Interval($0, $0 + 149)) }
    }
    #expect(chosen.allSatisfy { $0[0] == $0[1] })
    #expect((400...600).contains(chosen.count { $0[0] }))
  }
}
