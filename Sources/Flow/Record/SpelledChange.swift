public import Genome
import Nomenclature

extension ReadVariant {
  /// What the record spells: the bases of ALT in the place of those of REF, neither trimmed nor compared with the
  /// build. `nil` where ALT puts in others than A, C, G and T, and where the ends are not exact.
  public var spelledChange: SequenceChange? {
    guard let reference = BaseSequence(record.reference) else { return nil }
    let start = record.position
    if let removed = removedReference {
      return record.precision(ofAllele: alleleIndex, changing: removed) == .exact
        ? SequenceChange(start: start, reference: reference, alternate: BaseSequence()) : nil
    }
    guard let bases = BaseSequence(alternate) else { return nil }
    let change = SequenceChange(start: start, reference: reference, alternate: bases)
    return change.trimmed().alternate.bytes.contains(UInt8(ascii: "N")) ? nil : change
  }

  /// All of REF, where ALT `N` beside SVTYPE and SVLEN stands for no base at all: so Sniffles 2.0 writes deletions,
  /// without the base before them (fritzsedlazeck/Sniffles, issue 422).
  public var removedReference: Interval? {
    let (lengths, count) = (record.structuralLengths, record.reference.utf8.count)
    guard alternate == "N" || alternate == "n", lengths.indices.contains(alleleIndex - 1),
      lengths[alleleIndex - 1]?.magnitude == UInt(count),
      record.informationValue("SVTYPE") == "DEL"
    else { return nil }
    return Interval(record.position, record.position + count - 1)
  }
}
