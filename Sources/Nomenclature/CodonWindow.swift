public import Genome

/// The codons that a coding change touches, before and after.
///
/// An insertion between two codons touches none: the window is empty before and holds the new
/// codons after (VEP writes `-/NQS`).
public struct CodonWindow: Sendable, Hashable {
  /// 1-based number of the first codon; for an empty window, of the codon after it.
  public let firstCodon: Int
  public let reference: BaseSequence
  /// May end in one or two bases that no longer fill a codon.
  public let alternate: BaseSequence
  /// Bases of the window before the change, so that VEP's lower-case spelling can be written.
  public let leading: Int

  /// `nil` unless the edit lies wholly in the coding region.
  public init?(_ edit: TranscriptEdit) {
    guard edit.isWithinCoding else { return nil }
    let map = edit.map
    let from = edit.start - map.codingStart
    let to = edit.end - map.codingStart
    let first = from / 3
    let last = edit.removed.isEmpty && from % 3 == 0 ? first - 1 : to / 3
    leading = from % 3
    firstCodon = first + 1
    let begin = map.codingStart - 1 + first * 3
    let finish = map.codingStart - 1 + (last + 1) * 3
    reference = BaseSequence(map.spliced.bytes[begin..<finish])
    let head = map.spliced.bytes[begin..<(edit.start - 1)]
    let tail = map.spliced.bytes[edit.end..<max(finish, edit.end)]
    alternate = BaseSequence(Array(head) + edit.inserted.bytes + Array(tail))
  }

  public var lastCodon: Int { firstCodon + reference.count / 3 - 1 }
  public var referenceResidues: [AminoAcid] { GeneticCode.translate(reference.bytes) }

  /// A codon that is not filled is `X`, as VEP writes it.
  public var alternateResidues: [AminoAcid] {
    GeneticCode.translate(alternate.bytes) + (alternate.count % 3 == 0 ? [] : [.unknown])
  }
}
