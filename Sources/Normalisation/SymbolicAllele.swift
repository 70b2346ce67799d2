import Flow
import Genome
import Nomenclature

/// A symbolic ALT with ends: `<DEL>`, `<DUP>`, `<INV>` and their subtypes (VCF 4.5, section 1.4.5).
struct SymbolicAllele {
  let variant: ReadVariant
  let locus: Locus

  /// An exact deletion or inversion whose bases are all known becomes the sequence change it is, so
  /// that it has the same name and matches the same rows as when it is spelled out.
  var change: NormalisedVariant.Change {
    guard let kind, !interval.isEmpty else {
      return .notAssessable(.symbolic(variant.alternate))
    }
    if kind != .duplication, !isImprecise, let bases = locus.bases(in: interval) {
      let alternate = kind == .deletion ? BaseSequence() : bases.reverseComplement
      let change = SequenceChange(
        start: interval.start, reference: bases, alternate: alternate)
      return change.isNone
        ? .notAssessable(.noChange) : .sequence(change.leftAligned(on: locus))
    }
    return .structural(StructuralChange(kind: kind, interval: interval))
  }

  private var kind: StructuralChange.Kind? {
    let name = variant.alternate.dropFirst().prefix { $0 != ">" && $0 != ":" }
    return StructuralChange.Kind(rawValue: String(name))
  }

  /// POS is the base before the event; its end is POS + SVLEN, or END.
  private var interval: Interval {
    let record = variant.record
    let index = variant.alleleIndex - 1
    let length = index < record.structuralLengths.count ? record.structuralLengths[index] : nil
    let end = length.map { record.position + abs($0) } ?? record.end
    return Interval(record.position + 1, end)
  }

  private var isImprecise: Bool {
    let columns = variant.record.fixedText.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count > 7 else { return false }
    return columns[7].split(separator: ";").contains("IMPRECISE")
  }
}
