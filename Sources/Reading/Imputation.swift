import Flow
import HTS

/// Tells genotypes that were concluded from other people's haplotypes from those that were read.
enum Imputation {
  /// By the flag of Beagle (IMP) or Minimac (IMPUTED).
  static func isFlagged(_ record: borrowing VariantRecord) -> Bool {
    for flag in ["IMP", "IMPUTED"]
    where record.hasInformation(flag) && record.information(flag) == nil { return true }
    return false
  }

  /// Dosages or posteriors, and nothing of reads or of their likelihoods.
  static func isTold(by fields: SampleFields, _ call: SampleCall) -> Bool {
    let isOfReads =
      call.depth != nil || call.minimumDepth != nil || call.alleleDepths.contains { $0 != nil }
      || call.genotypeQuality != nil
      || ["PL", "GL", "LPL", "LGL"].contains { fields.value($0) != nil }
    return !isOfReads && ["DS", "HDS", "GP"].contains { holdsNumber(fields.value($0)) }
  }

  private static func holdsNumber(_ text: String?) -> Bool {
    text?.split(separator: ",").contains { Double($0) != nil } ?? false
  }
}
