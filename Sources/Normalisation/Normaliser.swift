public import Flow
public import Genome
import Nomenclature

/// Gives each alternate allele its only spelling: REF checked, shared bases trimmed, left-aligned.
public struct Normaliser: Sendable {
  private let locus: Locus

  public init(locus: Locus) { self.locus = locus }

  /// `variant` must not be a `<NON_REF>` or `<*>` allele: those name no variant.
  public func normalise(_ variant: ReadVariant) -> NormalisedVariant {
    NormalisedVariant(
      assembly: locus.assembly, change: change(of: variant), parts: [variant])
  }

  private func change(of variant: ReadVariant) -> NormalisedVariant.Change {
    let alternate = variant.alternate
    if alternate == "*" || alternate == "<*:DEL>" { return .notAssessable(.spanningDeletion) }
    if alternate.contains(where: { $0 == "[" || $0 == "]" })
      || ReadRecord.isSingleBreakend(alternate)
    {
      return .notAssessable(.breakend(alternate))
    }
    if alternate.hasPrefix("<") {
      return SymbolicAllele(variant: variant, locus: locus).change
    }
    guard let removed = variant.removedReference else {
      return sequenceChange(variant.record, alternate)
    }
    return removal(of: removed, by: variant)
  }

  /// As of `<DEL>`, ends that are not exact make it a change that is known by its ends alone.
  private func removal(
    of removed: Interval, by variant: ReadVariant
  ) -> NormalisedVariant.Change {
    let precision = variant.record.precision(ofAllele: variant.alleleIndex, changing: removed)
    guard precision == .exact else {
      return .structural(
        StructuralChange(kind: .deletion, interval: removed, precision: precision))
    }
    return sequenceChange(variant.record, "")
  }

  private func sequenceChange(
    _ record: ReadRecord, _ alternate: String
  ) -> NormalisedVariant.Change {
    guard let reference = BaseSequence(record.reference) else {
      return .notAssessable(.notBases(record.reference))
    }
    guard let bases = BaseSequence(alternate), !bases.bytes.contains(UInt8(ascii: "N")) else {
      return .notAssessable(.notBases(alternate))
    }
    let change = SequenceChange(start: record.position, reference: reference, alternate: bases)
    guard let present = locus.bases(in: change.interval) else { return beyond(change) }
    guard present == reference else {
      return .notAssessable(
        .referenceMismatch(file: reference.text, build: present.text))
    }
    guard change.isNone else {
      let aligned = change.leftAligned(on: locus)
      return unsure(aligned, record) ?? .sequence(aligned)
    }
    // REF for ALT with SVTYPE: what changes is told by INFO alone.
    return .notAssessable(
      record.informationValue("SVTYPE") == nil ? .noChange : .symbolic(alternate))
  }

  /// What is spelled, but not to the base: a larger deletion whose own SVLEN says otherwise (dysgu 1.9.0 writes REF one
  /// base short), and a duplication that is spelled with the reads' errors. `nil` for what may stand.
  private func unsure(
    _ change: SequenceChange, _ record: ReadRecord
  ) -> NormalisedVariant.Change? {
    let isUnsure =
      ["CILEN", "STDEV_LEN"].contains { record.informationValue($0) != nil }
    if isUnsure, change.isInsertion, locus.doubled(by: change) == nil,
      let duplication = NearDuplication(locus: locus).change(of: change)
    {
      return .structural(duplication)
    }
    guard change.isDeletion, change.isLarge, record.alternates.count == 1,
      record.informationValue("SVTYPE") == "DEL", let length = record.structuralLengths.first ?? nil
    else { return nil }
    // SVLEN may be of the deleted bases or of the difference.
    let inserted = JunctionBases(record: record).count
    let off = min(
      abs(abs(length) - change.reference.count),
      abs(abs(length) - inserted - change.reference.count))
    guard off > 0 else { return nil }
    guard off <= max(10, change.reference.count / 10) else {
      return .notAssessable(.endsDisagree("the deletion"))
    }
    let (first, last) = (change.interval.start, change.interval.end)
    return .structural(
      StructuralChange(
        kind: .deletion, interval: change.interval,
        precision: .within(
          first: Interval(first - off, first + off), last: Interval(last - off, last + off))))
  }

  /// Of a deletion the bases need not be known beyond the locus: it is the one that `<DEL>` gives by its ends.
  private func beyond(_ change: SequenceChange) -> NormalisedVariant.Change {
    let anchor = change.alternate.count
    let isAnchored = change.reference.bytes.starts(with: change.alternate.bytes)
    let deleted =
      isAnchored ? Interval(change.start + anchor, change.interval.end) : change.trimmed().interval
    guard isAnchored || change.trimmed().isDeletion, deleted.overlaps(locus.interval),
      let known = change.interval.intersection(locus.interval), let present = locus.bases(in: known)
    else { return .notAssessable(.outsideLocus) }
    let offset = known.start - change.start
    let written = BaseSequence(change.reference.bytes[offset..<(offset + known.count)])
    guard present == written else {
      return .notAssessable(.referenceMismatch(file: written.text, build: present.text))
    }
    return .structural(StructuralChange(kind: .deletion, interval: deleted))
  }
}
