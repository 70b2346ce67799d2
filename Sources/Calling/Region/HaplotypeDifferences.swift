import Genome
import Nomenclature

/// A haplotype as changes of the reference: what lies close together is one change, so that a
/// deletion-insertion or a change of neighbouring bases stays whole.
struct HaplotypeDifferences {
  let locus: Locus
  let region: Interval
  let reference: [UInt8]

  /// Equal bases between two substitutions that keep them apart.
  private static let apart = 3
  /// Equal bases between a gap and a substitution that keep them apart.
  private static let apartFromGap = 6

  /// Trimmed, left-aligned, in plus-strand order; empty for the reference.
  func changes(of haplotype: [UInt8]) -> [SequenceChange] {
    guard haplotype != reference else { return [] }
    let columns = haplotype.count == reference.count ? nil : gap(haplotype)
    return pieces(haplotype, columns).map { $0.leftAligned(on: locus) }
      .filter { !$0.isNone }
      .sorted { ($0.start, $0.interval.end) < ($1.start, $1.interval.end) }
  }

  /// Where one gap lets most bases agree: the number of bases before it.
  private func gap(_ haplotype: [UInt8]) -> Int {
    let shorter = min(haplotype.count, reference.count)
    var tail = [Int](repeating: 0, count: shorter + 1)
    for step in 1...max(1, shorter) where step <= shorter {
      let differs = haplotype[haplotype.count - step] != reference[reference.count - step]
      tail[step] = tail[step - 1] + (differs ? 1 : 0)
    }
    var head = 0
    var best = (cost: tail[shorter], place: 0)
    for place in 1...max(1, shorter) where place <= shorter {
      head += haplotype[place - 1] == reference[place - 1] ? 0 : 1
      if head + tail[shorter - place] < best.cost {
        best = (head + tail[shorter - place], place)
      }
    }
    return best.place
  }

  /// Stretches of reference and haplotype that differ: by substitution, or at the gap.
  private func pieces(_ haplotype: [UInt8], _ gap: Int?) -> [SequenceChange] {
    var stretches: [(reference: Range<Int>, haplotype: Range<Int>, isGap: Bool)] = []
    func append(_ left: Range<Int>, _ right: Range<Int>, isGap: Bool) {
      if let last = stretches.last {
        let limit = last.isGap || isGap ? Self.apartFromGap : Self.apart
        if left.lowerBound - last.reference.upperBound < limit {
          stretches[stretches.count - 1] = (
            last.reference.lowerBound..<left.upperBound,
            last.haplotype.lowerBound..<right.upperBound, last.isGap || isGap
          )
          return
        }
      }
      stretches.append((left, right, isGap))
    }
    let shift = haplotype.count - reference.count
    let before = gap ?? reference.count
    for index in 0..<before where haplotype[index] != reference[index] {
      append(index..<index + 1, index..<index + 1, isGap: false)
    }
    if gap != nil {
      append(
        before..<before + max(0, -shift), before..<before + max(0, shift), isGap: true)
      for index in (before + max(0, -shift))..<reference.count
      where haplotype[index + shift] != reference[index] {
        append(index..<index + 1, (index + shift)..<(index + shift + 1), isGap: false)
      }
    }
    return stretches.map { change($0.reference, haplotype[$0.haplotype]) }
  }

  private func change(_ place: Range<Int>, _ bases: ArraySlice<UInt8>) -> SequenceChange {
    SequenceChange(
      start: region.start + place.lowerBound, reference: BaseCode.sequence(reference[place]),
      alternate: BaseCode.sequence(bases))
  }
}
