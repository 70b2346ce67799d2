public import Genome

extension ReadRecord {
  /// INFO has the flag IMPRECISE.
  public var isImprecise: Bool { information.contains("IMPRECISE") }

  /// How well the ends of a symbolic allele are known that changes `interval` (VCF 4.5, section 3:
  /// IMPRECISE, CIPOS, CIEND, two values for each ALT; CIPOS is counted from POS, CIEND from END).
  /// Without IMPRECISE they tell of a repeat at the ends, in which the change can be shifted.
  ///
  /// - Parameter isPoint: an insertion or a breakend, whose CIPOS holds for both ends where CIEND is absent.
  public func precision(
    ofAllele index: Int, changing interval: Interval, isPoint: Bool = false
  ) -> StructuralChange.Precision {
    guard isImprecise else { return .exact }
    let other = isPoint && informationValue("CIEND") == nil ? "CIPOS" : "CIEND"
    guard let first = range("CIPOS", index, around: interval.start),
      let last = range(other, index, around: interval.end), first.start <= last.end
    else { return .unknown }
    return .within(first: first, last: last)
  }

  /// How well the record's own place is known, by CIPOS alone: CIEND of a breakend to another chromosome is
  /// of the place there.
  func precisionOfPlace(ofAllele index: Int) -> StructuralChange.Precision {
    guard isImprecise else { return .exact }
    guard let first = range("CIPOS", index, around: position),
      let last = range("CIPOS", index, around: end)
    else { return .unknown }
    return .within(first: first, last: last)
  }

  /// The entries of INFO, as `END=100` or `IMPRECISE`.
  public var information: [Substring] {
    let columns = fixedText.split(separator: "\t", omittingEmptySubsequences: false)
    return columns.count > 7 ? columns[7].split(separator: ";") : []
  }

  /// What INFO gives for `key`; `nil` where it is absent or a flag.
  public func informationValue(_ key: String) -> Substring? {
    information.lazy.compactMap { entry in
      entry.hasPrefix(key) && entry.dropFirst(key.count).first == "="
        ? entry.dropFirst(key.count + 1) : nil
    }.first
  }

  private func range(_ key: String, _ index: Int, around position: Int) -> Interval? {
    guard let text = informationValue(key) else { return nil }
    let all = text.split(separator: ",").map { Int($0) }
    guard all.count == 2 || all.count == 2 * alternates.count else { return nil }
    let values = all.count == 2 ? all[...] : all.dropFirst(2 * (index - 1)).prefix(2)
    guard let low = values.first ?? nil, let high = values.last ?? nil, low <= high,
      low.magnitude < 1 << 31, high.magnitude < 1 << 31, position.magnitude < 1 << 40
    else { return nil }
    return Interval(position + low, position + high)
  }
}
