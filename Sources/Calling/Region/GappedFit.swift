/// How well a read fits a haplotype where the sequencing itself makes gaps every few hundred bases, as in
/// long reads: log10 of the probability of the best alignment with any number of them (Gotoh 1982,
/// doi 10.1016/0022-2836(82)90398-9), near the diagonal.
struct GappedFit: Sendable {
  /// log10 of the probability that a gap begins, by the length of the run of one base it lies in.
  let gaps: [Double]
  /// log10 of the probability that it goes on by a base.
  let extending: Double
  /// log10 of the probability of another base, by its quality.
  let mismatch: [Double]

  /// Bases that the alignment may lie beside the diagonal.
  private static let band = 12
  private static let never = -1e9

  /// The three ways in which an alignment can end at a base of the read, by base of the haplotype.
  private struct Row {
    var matched: [Double]
    var inserted: [Double]
    var deleted: [Double]

    init(_ count: Int) {
      matched = Array(repeating: never, count: count)
      inserted = matched
      deleted = matched
    }

    /// The band moves by a base from one row to the next: what lies further away is never looked at.
    mutating func clear(around places: ClosedRange<Int>) {
      for place in max(0, places.lowerBound - 1)...min(matched.count - 1, places.upperBound + 1) {
        matched[place] = never
        inserted[place] = never
        deleted[place] = never
      }
    }

    func best(_ index: Int) -> Double { max(matched[index], inserted[index], deleted[index]) }
  }

  /// `isOpen`: the read may end before the sequence does.
  func value(_ codes: [UInt8], _ qualities: [UInt8], _ sequence: [UInt8], isOpen: Bool) -> Double {
    let opening = openings(sequence)
    let difference = isOpen ? 0 : sequence.count - codes.count
    func reach(_ index: Int) -> ClosedRange<Int> {
      let low = max(0, index + min(0, difference) - Self.band)
      let high = min(sequence.count, index + max(0, difference) + Self.band)
      return min(low, sequence.count)...max(high, min(low, sequence.count))
    }
    var row = Row(sequence.count + 1)
    var next = row
    row.matched[0] = 0
    extend(&row, over: reach(0), opening)
    for index in codes.indices {
      let places = reach(index + 1)
      next.clear(around: places)
      for place in places {
        if place > 0 {
          next.matched[place] =
            row.best(place - 1) + cost(codes[index], qualities[index], sequence[place - 1])
        }
        next.inserted[place] = max(
          row.matched[place] + opening[place], row.inserted[place] + extending)
      }
      extend(&next, over: places, opening)
      swap(&row, &next)
    }
    let ends = isOpen ? reach(codes.count) : sequence.count...sequence.count
    return ends.map(row.best).max() ?? Self.never
  }

  /// Bases of the haplotype that the read lacks.
  private func extend(_ row: inout Row, over places: ClosedRange<Int>, _ opening: [Double]) {
    for place in places where place > 0 {
      row.deleted[place] = max(
        row.matched[place - 1] + opening[place], row.deleted[place - 1] + extending)
    }
  }

  private func cost(_ code: UInt8, _ quality: UInt8, _ base: UInt8) -> Double {
    code == base || code >= BaseCode.unknown || base == BaseCode.open ? 0 : mismatch[Int(quality)]
  }

  /// What a gap costs at each base of a sequence, counted from 1; at 0 what it costs before the first.
  private func openings(_ sequence: [UInt8]) -> [Double] {
    var opening = [Double](repeating: gaps[1], count: sequence.count + 1)
    var start = 0
    while start < sequence.count {
      var end = start + 1
      while end < sequence.count, sequence[end] == sequence[start] { end += 1 }
      for place in start..<end { opening[place + 1] = gaps[min(end - start, gaps.count - 1)] }
      start = end
    }
    return opening
  }
}
