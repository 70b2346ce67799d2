import Testing

@testable import Calling

/// Alignment of a read with gaps of its own to a haplotype.
@Suite struct GappedFitTests {
  private let haplotype: [UInt8] = [0, 1, 2, 3, 0, 1, 2, 3, 3, 3, 0, 2, 1, 0, 2, 3, 1, 2, 0, 1]
  private let fit = GappedFit(
    gaps: [0, -2, -1.9, -1.5], extending: -0.2,
    mismatch: (0...93).map { -Double($0) / 10 })

  private func value(_ codes: [UInt8], isOpen: Bool = false) -> Double {
    fit.value(codes, Array(repeating: 30, count: codes.count), haplotype, isOpen: isOpen)
  }

  private func isClose(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-9 }

  @Test func basesCostWhatTheyCostWithoutGaps() {
    #expect(value(haplotype) == 0)
    var other = haplotype
    other[5] = 2
    #expect(isClose(value(other), -3))
  }

  /// A gap costs by the run it lies in, and each further base of it less.
  @Test func aGapCostsByItsRun() {
    var single = haplotype
    single.remove(at: 2)
    #expect(isClose(value(single), -2))
    var run = haplotype
    run.remove(at: 8)
    #expect(isClose(value(run), -1.5))
    var three = haplotype
    three.removeSubrange(10...12)
    #expect(isClose(value(three), -2.4))
    var inserted = haplotype
    inserted.insert(contentsOf: [0, 0], at: 5)
    #expect(isClose(value(inserted), -2.2) || value(inserted) > -2.2)
  }

  /// What one gap can't explain, two do: the bases between them are not taken for others.
  @Test func twoGapsOfOneReadAreTwo() {
    var codes = haplotype
    codes.remove(at: 16)
    codes.insert(1, at: 3)
    #expect(codes.count == haplotype.count)
    #expect(isClose(value(codes), -4))
  }

  @Test func aReadMayEndBeforeTheSequence() {
    #expect(value(Array(haplotype.prefix(9)), isOpen: true) == 0)
    #expect(value(Array(haplotype.prefix(9))) < -2)
    var codes = Array(haplotype.prefix(12))
    codes.remove(at: 2)
    #expect(isClose(value(codes, isOpen: true), -2))
    #expect(value([], isOpen: true) == 0)
  }
}
