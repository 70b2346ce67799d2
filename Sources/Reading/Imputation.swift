import Flow
import HTS

/// Tells genotypes that were concluded from other people's haplotypes from those that were read.
enum Imputation {
  /// INFO flags of Beagle and Minimac.
  static let flags: Set<String> = ["IMP", "IMPUTED"]

  /// By the flag of Beagle (IMP) or Minimac (IMPUTED).
  static func isFlagged(_ record: borrowing VariantRecord) -> Bool {
    for flag in flags
    where record.hasInformation(flag) && record.information(flag) == nil { return true }
    return false
  }

  /// What has reads, their likelihoods or a quality of its own was read, also in a file that was merged with an
  /// imputed one.
  ///
  /// - Parameter isMarked: the header declares such a flag: then a record without it was genotyped.
  static func told(
    by fields: SampleFields, _ call: SampleCall, isFlagged: Bool, isMarked: Bool
  ) -> SampleCall.Imputation? {
    guard !isOfReads(fields, call) else { return nil }
    if isFlagged { return .marked }
    let isDosage = ["DS", "HDS", "GP"].contains { holdsNumber(fields.value($0)) }
    return isDosage && !isMarked ? .likely : nil
  }

  private static func isOfReads(_ fields: SampleFields, _ call: SampleCall) -> Bool {
    call.depth != nil || call.minimumDepth != nil || call.alleleDepths.contains { $0 != nil }
      || ["GQ", "RGQ", "GQX", "PL", "GL", "LPL", "LGL"].contains { holdsNumber(fields.value($0)) }
  }

  private static func holdsNumber(_ text: String?) -> Bool {
    text?.split(separator: ",").contains { Double($0) != nil } ?? false
  }
}
