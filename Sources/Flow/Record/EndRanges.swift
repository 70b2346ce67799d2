import Genome

/// Where the two ends of an allele may lie by its record, as offsets from the ends that it writes (VCF 4.5,
/// section 3: CIPOS from POS, CIEND from END, CILEN for the length; two values for each ALT).
struct EndRanges {
  let record: ReadRecord
  /// 1-based, as GT counts.
  let index: Int

  var first: ClosedRange<Int>? { offsets("CIPOS") }

  /// Where CIEND is absent it matches CIPOS, and may lie further off by as much as the length may differ.
  var last: ClosedRange<Int>? {
    guard !isGiven("CIEND"), let first else { return offsets("CIEND") }
    let length = offsets("CILEN").map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) } ?? 0
    return first.lowerBound - Int(length)...first.upperBound + Int(length)
  }

  /// Whether the range of the last base is its own, and not taken from the first one's.
  var tellsLast: Bool { isGiven("CIEND") }

  var areUnreadable: Bool { ["CIPOS", "CIEND"].contains { isGiven($0) && offsets($0) == nil } }

  /// Whether they tell of the repeat in which an exact change can be shifted: they go no further than it is long
  /// (HOMLEN, HOMSEQ). DELLY writes a base more, `CIPOS=-1,1` beside `HOMLEN=0`; its ends are asked of CONSENSUS
  /// (`ConsensusJunction`).
  var areOfRepeat: Bool {
    guard let length = repeatLength else { return false }
    return [first, last].compactMap(\.self).allSatisfy {
      -length - 1 <= $0.lowerBound && $0.upperBound <= length + 1
    }
  }

  /// Where an end at `position` may lie; `nil` for what can be no position.
  static func places(_ range: ClosedRange<Int>, around position: Int) -> Interval? {
    guard position.magnitude < 1 << 40 else { return nil }
    return Interval(position + range.lowerBound, position + range.upperBound)
  }

  private var repeatLength: Int? {
    let stated = value("HOMLEN").flatMap { Int($0) }.flatMap {
      (0..<1 << 31).contains($0) ? $0 : nil
    }
    return stated ?? value("HOMSEQ").map(\.count)
  }

  /// Whether the caller says that it knows the ends: PRECISE (Sniffles, cuteSV) beside ranges of ten bases at the most.
  /// LUMPY's ranges of nothing at 95 % (CIPOS95) do not say so: of split reads alone they are off by a base.
  var areCalledExact: Bool {
    let isShort = [first, last].compactMap(\.self).allSatisfy {
      -10 <= $0.lowerBound && $0.upperBound <= 10
    }
    return isShort && record.information.contains("PRECISE")
  }

  /// What a key with one value for each ALT gives for this one.
  private func value(_ key: String) -> Substring? {
    guard let text = record.informationValue(key) else { return nil }
    let all = text.split(separator: ",", omittingEmptySubsequences: false)
    guard all.count == record.alternates.count, all[index - 1] != "." else { return nil }
    return all[index - 1]
  }

  private func isGiven(_ key: String) -> Bool { pair(key)?.contains { $0 != "." } ?? false }

  /// The two values for this allele, or all of them where their number is wrong. CNVkit puts them in brackets.
  private func pair(_ key: String) -> ArraySlice<Substring>? {
    guard let text = record.informationValue(key) else { return nil }
    let bare = text.hasPrefix("(") && text.hasSuffix(")") ? text.dropFirst().dropLast() : text
    let all = bare.split(separator: ",")
    return all.count == 2 * record.alternates.count
      ? all.dropFirst(2 * (index - 1)).prefix(2) : all[...]
  }

  private func offsets(_ key: String) -> ClosedRange<Int>? {
    guard let pair = pair(key), pair.count == 2, let low = pair.first.flatMap({ Int($0) }),
      let high = pair.last.flatMap({ Int($0) }), low <= high, low.magnitude < 1 << 31,
      high.magnitude < 1 << 31
    else { return nil }
    return low...high
  }
}
