public import Flow
public import Genome
public import Nomenclature

/// Joins variants of one haplotype that act together: those of one codon, and frame shifts of one
/// exon that restore the frame. Named one by one they would be named wrongly: `TTN` to `GCN` is
/// Phe to Ala, its two substitutions alone would be Val and Ser.
public struct HaplotypeJoiner: Sendable {
  private let map: TranscriptMap
  private let proof: HaplotypeProof

  /// - Parameters:
  ///   - map: the MANE Select transcript on the input's build.
  ///   - minimumFraction: least alternate fraction, 0 to 1, at which a male's `0/1` call counts
  ///     as his only copy.
  public init(map: TranscriptMap, sex: Sex, minimumFraction: Double) {
    self.map = map
    proof = HaplotypeProof(sex: sex, minimumFraction: minimumFraction)
  }

  /// The variants with joined ones in place of their parts, in plus-strand order, and a sentence
  /// for each join that is possible but not proven.
  public func join(
    _ carried: [CarriedVariant]
  ) -> (variants: [NormalisedVariant], notes: [String]) {
    var groups: [[CarriedVariant]] = []
    var reasons: [String] = []
    var notes: [String] = []
    let sorted = carried.sorted { start($0) < start($1) }
    for next in sorted {
      guard let last = groups.last, let before = last.last, actsTogether(last, next) else {
        groups.append([next])
        reasons.append("")
        continue
      }
      switch proof.answer(before, next) {
      case .same(let reason):
        groups[groups.count - 1].append(next)
        reasons[reasons.count - 1] = reason
      case .different:
        groups.append([next])
        reasons.append("")
      case .unknown:
        notes.append(possibleJoin(before, next))
        groups.append([next])
        reasons.append("")
      }
    }
    return (zip(groups, reasons).flatMap(joined), notes)
  }

  private func start(_ carried: CarriedVariant) -> Int {
    carried.variant.sequenceChange?.start ?? carried.variant.parts.first?.record.position ?? 0
  }

  private func actsTogether(_ group: [CarriedVariant], _ next: CarriedVariant) -> Bool {
    guard let new = edit(next), let last = group.last, let old = edit(last),
      isApart(last, next)
    else { return false }
    if let left = CodonWindow(old), let right = CodonWindow(new),
      left.firstCodon <= right.lastCodon, right.firstCodon <= left.lastCodon
    {
      return true
    }
    let open = group.compactMap { edit($0)?.lengthChange }.reduce(0, +)
    return open % 3 != 0 && new.shiftsFrame && (open + new.lengthChange) % 3 == 0
      && inOneExon(last, next)
  }

  private func edit(_ carried: CarriedVariant) -> TranscriptEdit? {
    carried.variant.sequenceChange.flatMap { TranscriptEdit($0, on: map) }
      .flatMap { $0.isWithinCoding ? $0 : nil }
  }

  /// Overlapping changes can't stand on one chromosome.
  private func isApart(_ first: CarriedVariant, _ second: CarriedVariant) -> Bool {
    guard let left = first.variant.sequenceChange, let right = second.variant.sequenceChange else {
      return false
    }
    return left.interval.end < right.start && left != right
  }

  private func inOneExon(_ first: CarriedVariant, _ second: CarriedVariant) -> Bool {
    guard let left = first.variant.sequenceChange, let right = second.variant.sequenceChange else {
      return false
    }
    return map.isWithinOneExon(Interval(left.start, max(right.start, right.interval.end)))
  }

  private func joined(_ group: [CarriedVariant], _ reason: String) -> [NormalisedVariant] {
    let changes = group.compactMap(\.variant.sequenceChange)
    guard group.count > 1, changes.count == group.count,
      let whole = SequenceChange.combining(changes, on: map.locus)
    else { return group.map(\.variant) }
    return [
      NormalisedVariant(
        assembly: map.locus.assembly, change: .sequence(whole),
        parts: group.flatMap(\.variant.parts), joinReason: reason)
    ]
  }

  private func possibleJoin(_ first: CarriedVariant, _ second: CarriedVariant) -> String {
    let names = [first, second].compactMap { carried in
      carried.variant.sequenceChange.flatMap(map.codingName)
    }
    let whole = SequenceChange.combining(
      [first, second].compactMap(\.variant.sequenceChange), on: map.locus)
    let together = whole.flatMap(map.codingName).map { " (\($0))" } ?? ""
    return "\(names.joined(separator: " and ")) may stand on one chromosome and then act together"
      + "\(together); the file's phasing does not settle it."
  }
}
