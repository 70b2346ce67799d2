import Flow
import HTS

/// Tells genotypes that were concluded from other people's haplotypes from those that were read.
enum Imputation {
  /// INFO flags of Beagle and Minimac.
  static let flags: Set<String> = ["IMP", "IMPUTED"]

  /// Whether the header declares one of them. Of another type the key is another program's.
  static func isDeclared(in header: VariantHeader) -> Bool {
    header.declares(anyOf: flags, as: "INFO", type: "Flag")
  }

  /// By the flag of Beagle (IMP) or Minimac (IMPUTED).
  static func isFlagged(_ record: borrowing VariantRecord) -> Bool {
    for flag in flags
    where record.hasInformation(flag) && record.information(flag) == nil { return true }
    return false
  }

  /// What has reads, their likelihoods or a quality of its own was read, also in a file that was merged with an
  /// imputed one.
  ///
  /// - Parameter alleles: the record's, REF among them.
  /// - Parameter origin: where the header declares such a flag, a record without it was genotyped, unless its dosage
  ///   is none of a genotype that was read, or the header names a program that imputes single missing genotypes too
  ///   and marks no record for it, as Beagle.
  static func told(
    by fields: SampleFields, _ call: SampleCall, alleles: Int, isFlagged: Bool, origin: FileOrigin
  ) -> SampleCall.Imputation? {
    guard !isOfReads(fields, call) else { return nil }
    if isFlagged { return .marked }
    if let program = origin.imputingProgram { return .byProgram(program) }
    if origin.marksImputed { return isBetweenGenotypes(fields, alleles: alleles) ? .likely : nil }
    return ["DS", "HDS", "GP"].contains { holdsNumber(fields.value($0)) } ? .likely : nil
  }

  /// DS, HDS, or GP where they are probabilities, hold more than whole numbers.
  private static func isBetweenGenotypes(_ fields: SampleFields, alleles: Int) -> Bool {
    let posteriors = GenotypePosteriors(fields, alleles: alleles)
    return posteriors?.isCertain == false
      || ["DS", "HDS"].contains { key in
        fields.value(key)?.split(separator: ",").compactMap { Double($0) }
          .contains { $0.isFinite && $0 != $0.rounded() } ?? false
      }
  }

  private static func isOfReads(_ fields: SampleFields, _ call: SampleCall) -> Bool {
    call.depth != nil || call.minimumDepth != nil || call.alleleDepths.contains { $0 != nil }
      || ["GQ", "RGQ", "GQX"].contains { holdsNumber(fields.value($0)) }
      || ["PL", "GL", "LPL", "LGL"].contains { key in
        // Alike of every genotype they are of no read.
        Set(fields.value(key)?.split(separator: ",").compactMap { Double($0) } ?? []).count > 1
      }
  }

  private static func holdsNumber(_ text: String?) -> Bool {
    text?.split(separator: ",").contains { Double($0) != nil } ?? false
  }
}
