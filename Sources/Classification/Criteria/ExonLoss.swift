import Genome
import Nomenclature

/// What remains of the product when exons are missing from the transcript: deleted, or skipped
/// because a splice site is lost.
struct ExonLoss: Sendable, Hashable {
  /// First and last missing exon, counted from 1; those between are missing too.
  let exons: ClosedRange<Int>
  /// Coding bases missing.
  let codingBases: Int
  /// Residues of the unchanged protein missing or altered; `nil` where no coding base is missing.
  let residues: ClosedRange<Int>?
  let losesStart: Bool
  let losesStop: Bool
  /// What is read of the rest; `nil` where the start or the stop is lost, or no coding base.
  let product: SplicedProduct?

  var isInFrame: Bool { codingBases % 3 == 0 }

  init(_ exons: ClosedRange<Int>, on map: TranscriptMap) {
    self.exons = exons
    let lengths = map.transcript.exons.map(\.count)
    let first = map.exonStarts[exons.lowerBound - 1]
    let last = map.exonStarts[exons.upperBound - 1] + lengths[exons.upperBound - 1] - 1
    let coding = (max(first, map.codingStart), min(last, map.codingEnd))
    codingBases = max(0, coding.1 - coding.0 + 1)
    losesStart = first <= map.codingStart && map.codingStart <= last
    losesStop = first <= map.codingEnd && map.codingEnd <= last
    let length = map.protein.count - 1
    residues =
      codingBases > 0
      ? ((coding.0 - map.codingStart) / 3 + 1)...min(length, (coding.1 - map.codingStart) / 3 + 1)
      : nil
    guard codingBases > 0, !losesStart, !losesStop else {
      product = nil
      return
    }
    let bases = Array(map.spliced.bytes[..<(first - 1)] + map.spliced.bytes[last...])
    let junction =
      lengths.enumerated().filter { !exons.contains($0.offset + 1) }.map(\.element).dropLast()
      .reduce(0, +)
    product = SplicedProduct(bases, codingStart: map.codingStart, lastJunction: junction)
  }

  /// As `exon 3` or `exons 3-5`.
  var name: String {
    exons.count == 1 ? "exon \(exons.lowerBound)" : "exons \(exons.lowerBound)-\(exons.upperBound)"
  }
}
