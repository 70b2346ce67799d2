import Flow

/// A female's call beside a reference that hardly a read shows, where DP counts reads of neither: her other copy may be
/// lost, as with such a share of all reads, or have an allele that the file does not tell.
struct UntoldOtherCopy {
  let input: SampleInput

  /// `carried`, with such calls open. One whose other copy is called stands beside that.
  func settled(_ carried: [SampleVariant]) -> [SampleVariant] {
    carried.map { variant in
      guard variant.zygosity == .heterozygous, isMoreThanChance(variant),
        let reads = reads(beside: variant, among: carried)
      else { return variant }
      var open = variant
      open.zygosity = .unknown
      open.mayLackOtherCopy = true
      open.zygosityNote =
        "Called heterozygous, but hardly a read shows the reference, and \(reads) show neither allele: the other copy "
        + "may have an allele that the file does not tell, or may be lost (a deletion, a single X, also in a part of the "
        + "cells)."
      return open
    }
  }

  /// Of neither allele, as `20 of 40 reads`; `nil` where there are none, or another call is on the other copy.
  func reads(beside variant: SampleVariant, among carried: [SampleVariant]) -> String? {
    for part in variant.classified.annotated.normalised.parts {
      guard let call = input.call(at: part.record),
        case let reads = call.untoldReads(beside: part.alleleIndex), reads > 0,
        !carried.contains(where: {
          HaplotypePhase.between(variant, $0, in: input) == .differentCopies
        })
      else { continue }
      return "\(reads) of \(call.depth ?? reads) reads"
    }
    return nil
  }

  /// Of the reads counted, each part has more than chance gives of one of two copies.
  private func isMoreThanChance(_ variant: SampleVariant) -> Bool {
    variant.classified.annotated.normalised.parts.allSatisfy { part in
      guard let call = input.call(at: part.record), call.readsOfAlleles > 0 else { return false }
      let reads = call.reads(of: part.alleleIndex)
      return call.lacksReference
        && !ChanceOfHalf.explains(reads, share: Double(reads) / Double(call.readsOfAlleles))
    }
  }
}
