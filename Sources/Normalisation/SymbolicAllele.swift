import Flow
import Genome
import Nomenclature

/// A symbolic ALT with ends.
struct SymbolicAllele {
  let variant: ReadVariant
  let locus: Locus

  /// An exact deletion or inversion whose bases are all known becomes the sequence change it is, so
  /// that it has the same name and matches the same rows as when it is spelled out.
  var change: NormalisedVariant.Change {
    guard !variant.record.isCopyNeutral else {
      return .notAssessable(.copyNeutral(variant.alternate))
    }
    guard let kind, !interval.isEmpty else {
      return .notAssessable(.symbolic(variant.alternate))
    }
    guard !endsDisagree else { return .notAssessable(.endsDisagree(variant.alternate)) }
    if kind != .inversion, 2 * interval.count > locus.chromosomeLength {
      return .notAssessable(.chromosomeNumber(variant.alternate))
    }
    let junction = JunctionBases(record: variant.record)
    let isSpelled = kind == .deletion ? junction.untold == 0 : junction.count == 0
    if isSpelled, kind != .duplication, precision == .exact, let bases = locus.bases(in: interval) {
      let alternate = kind == .deletion ? junction.bases : bases.reverseComplement
      let change = SequenceChange(
        start: interval.start, reference: bases, alternate: alternate)
      return change.isNone
        ? .notAssessable(.noChange) : .sequence(change.leftAligned(on: locus))
    }
    if isSpelled, isTandem, let bases = locus.bases(in: interval) {
      let change = SequenceChange(
        start: interval.end + 1, reference: BaseSequence(), alternate: bases)
      return .sequence(change.leftAligned(on: locus))
    }
    return .structural(
      StructuralChange(
        kind: kind, interval: interval, precision: precision,
        unspelledBases: precision == .exact ? junction.count : 0
      )
      .leftAligned(on: locus))
  }

  /// An exact duplication in tandem is named and matched as the one that is spelled out. One that is called
  /// by depth has no exact ends, and up to 50 bases are below what depth can show.
  private var isTandem: Bool {
    kind == .duplication && precision == .exact
      && (variant.alternate.hasPrefix("<DUP:TANDEM")
        || interval.count <= SequenceChange.longestSmall)
  }

  private var kind: StructuralChange.Kind? { StructuralChange.Kind(symbol: variant.alternate) }

  /// POS is the base before the event. Of a single alternate END is its end: SVLEN may take off what
  /// was inserted, or count copies. Of several, END is the furthest, and each has its SVLEN.
  private var interval: Interval {
    proven ?? Interval(variant.record.position + 1, statedEnd ?? endByLength ?? variant.record.end)
  }

  private var consensus: ConsensusJunction? {
    ConsensusJunction(variant.record, kind, on: locus)
  }

  private var proven: Interval? { statedEnd.flatMap { consensus?.proven(stated: $0) } }

  private var statedEnd: Int? {
    guard variant.record.alternates.count == 1 else { return nil }
    return variant.record.information.lazy.compactMap {
      $0.hasPrefix("END=") ? Int($0.dropFirst(4)) : nil
    }.first
  }

  private var endByLength: Int? {
    let lengths = variant.record.structuralLengths
    let index = variant.alleleIndex - 1
    let length = index < lengths.count ? lengths[index] : nil
    return length.map { variant.record.position + abs($0) }
  }

  /// SVLEN and END give a deletion or inversion quite different sizes.
  private var endsDisagree: Bool {
    guard kind != .duplication, let end = statedEnd, let other = endByLength else { return false }
    let longer = max(end, other) - variant.record.position
    return abs(end - other) > max(10, longer / 10)
  }

  private var precision: StructuralChange.Precision {
    let record = variant.record
    if let consensus, let statedEnd {
      return proven == nil ? consensus.unproven(stated: statedEnd) : .exact
    }
    let told = record.precision(ofAllele: variant.alleleIndex, changing: interval)
    return !record.isImprecise && isShift(told) ? .exact : told
  }

  /// Whether the bases let the change be shifted, with the same result, over just the ranges of its ends: then
  /// they tell of that, and it is exact. Deletions and duplications of the same stretches are shifted alike.
  private func isShift(_ told: StructuralChange.Precision) -> Bool {
    guard kind == .deletion || kind == .duplication, case .within(let first, let last) = told,
      first.count == last.count, first.start - interval.start == last.start - interval.end
    else { return false }
    let starts = locus.placements(ofDoubled: interval).map(\.start)
    return starts.contains(first.start) && starts.contains(first.end)
  }
}
