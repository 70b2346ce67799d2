import Flow
import Genome

/// What is read from the first ATG of a transcript whose exons are joined otherwise.
struct SplicedProduct: Sendable, Hashable {
  /// Residue number of the stop; `nil` where none follows.
  let stopResidue: Int?
  /// Transcript bases from that stop to the last junction; negative behind it.
  let basesBeforeLastJunction: Int?

  var isDecayExpected: Bool {
    (basesBeforeLastJunction ?? Int.min) > DecayPrediction.minimumDistance
  }

  /// `codingStart`: place of the ATG's A in `bases`, 1-based; `lastJunction`: that of the last base before the last
  /// exon.
  init(_ bases: [UInt8], codingStart: Int, lastJunction: Int) {
    let product = GeneticCode.translateToStop(bases[(codingStart - 1)...])
    stopResidue = product.last == .stop ? product.count : nil
    basesBeforeLastJunction = stopResidue.map { lastJunction - (codingStart - 1 + $0 * 3) }
  }
}
