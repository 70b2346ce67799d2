import Flow
import Genome
import Nomenclature

/// The first and last base of a DELLY deletion or duplication, proven by the reads' own bases (CONSENSUS).
///
/// Up to version 1.1 POS and END are the bases on both sides of the new junction, so that END of a deletion is the
/// base behind it and POS of a duplication its first base; later END is one base less, "to match VCF spec"
/// (dellytools/delly, src/modvcf.h). One base is another reading frame.
struct ConsensusJunction {
  let record: ReadRecord
  let kind: StructuralChange.Kind
  let locus: Locus

  /// Bases that have to agree on each side of the junction.
  private static let flank = 15

  /// `nil` for other callers' records, and for ends that DELLY itself calls imprecise.
  init?(_ record: ReadRecord, _ kind: StructuralChange.Kind?, on locus: Locus) {
    guard let kind, kind != .inversion, !record.isImprecise, record.alternates.count == 1,
      record.informationValue("SVMETHOD")?.hasPrefix("EMBL.DELLY") == true
    else { return nil }
    self.record = record
    self.kind = kind
    self.locus = locus
  }

  /// The stretch that CONSENSUS shows to be deleted or doubled, among those that either way of counting gives;
  /// `nil` where it shows none, or two that differ.
  func proven(stated end: Int) -> Interval? {
    guard let text = record.informationValue("CONSENSUS") else { return nil }
    let consensus = Array(text.uppercased().utf8)
    let starts = kind == .deletion ? [record.position + 1] : [record.position, record.position + 1]
    let shown = starts.flatMap { start in
      (end - 1...end + 1).map { Interval(start, $0) }
    }.filter { !$0.isEmpty && isShown($0, in: consensus) }
    // In a repeat several places give the same bases.
    guard let first = shown.first else { return nil }
    return shown.dropFirst().allSatisfy(locus.placements(ofDoubled: first).contains) ? first : nil
  }

  /// Where the ends may lie when nothing proves them.
  func unproven(stated end: Int) -> StructuralChange.Precision {
    let position = record.position
    return kind == .deletion
      ? .within(
        first: Interval(position + 1, position + 1), last: Interval(max(position + 1, end - 1), end)
      )
      : .within(first: Interval(position, position + 1), last: Interval(end, end + 1))
  }

  private func isShown(_ stretch: Interval, in consensus: [UInt8]) -> Bool {
    let flank = Self.flank
    let (before, behind) =
      kind == .deletion ? (stretch.start - 1, stretch.end + 1) : (stretch.end, stretch.start)
    guard let left = locus.bases(in: Interval(before - flank + 1, before))?.bytes,
      let right = locus.bases(in: Interval(behind, behind + flank - 1))?.bytes
    else { return false }
    let gap = JunctionBases(record: record).count
    let length = 2 * flank + gap
    guard consensus.count >= length else { return false }
    return (0...consensus.count - length).contains { first in
      consensus[first..<first + flank].elementsEqual(left)
        && consensus[(first + flank + gap)..<first + length].elementsEqual(right)
    }
  }
}
