import Genome
import Nomenclature

/// Ways in which files write one allele.
enum Spelling: String, CaseIterable {
  /// Left-aligned with an anchor base, as the VCF specification asks for.
  case own
  case rightShifted
  /// With bases on both sides that do not change.
  case padded
  /// As the second ALT of a record.
  case multiallelic
  /// A substitution of several bases as one record for each base.
  case split

  /// A record without contig: POS, REF, ALT, and the allele's number in ALT.
  struct Record {
    var position: Int
    var reference: String
    var alternates: [String]
    var allele = 1
  }

  /// `change` is trimmed and left-aligned.
  func records(of change: SequenceChange, on locus: Locus) -> [Record] {
    switch self {
    case .own: [anchored(change, on: locus)]
    case .rightShifted: [anchored(change.rightAligned(on: locus), on: locus)]
    case .padded: [padded(change, before: 3, after: 4, on: locus)]
    case .multiallelic: [multiallelic(anchored(change, on: locus))]
    case .split: split(change, on: locus)
    }
  }

  private func anchored(_ change: SequenceChange, on locus: Locus) -> Record {
    padded(change, before: change.isIndel ? 1 : 0, after: 0, on: locus)
  }

  private func padded(
    _ change: SequenceChange, before: Int, after: Int, on locus: Locus
  ) -> Record {
    let left = bases(change.start - before, before, locus)
    let right = bases(change.interval.end + 1, after, locus)
    return Record(
      position: change.start - before, reference: left + change.reference.text + right,
      alternates: [left + change.alternate.text + right])
  }

  private func bases(_ start: Int, _ count: Int, _ locus: Locus) -> String {
    locus.bases(in: Interval(start, start + count - 1))?.text ?? ""
  }

  /// The first ALT is REF with another first base.
  private func multiallelic(_ record: Record) -> Record {
    let taken = [record.reference, record.alternates[0]]
    let others = "ACGT".map { String($0) + record.reference.dropFirst() }
    let other = others.first { !taken.contains($0) } ?? "N"
    return Record(
      position: record.position, reference: record.reference,
      alternates: [other, record.alternates[0]], allele: 2)
  }

  private func split(_ change: SequenceChange, on locus: Locus) -> [Record] {
    let pairs = zip(change.reference.bytes, change.alternate.bytes).enumerated()
    return pairs.filter { $0.element.0 != $0.element.1 }.map { offset, bases in
      Record(
        position: change.start + offset, reference: BaseSequence([bases.0]).text,
        alternates: [BaseSequence([bases.1]).text])
    }
  }
}
