import Flow
import Genome
import Reporting
import Store

extension StoredSample {
  /// Whether it says of the sample what a batch's summary does: sex, conclusion, and each listed variant with its
  /// class.
  func says(_ row: CohortSample) -> Bool {
    sex.rawValue == row.sex && conclusion == row.conclusion && finding == row.finding
      && completeness == row.completeness && row.variants.allSatisfy(lists)
  }

  /// Of a variant without a place on GRCh38 the conclusion has to do.
  private func lists(_ variant: CohortVariant) -> Bool {
    let name = variant.spdi.isEmpty ? variant.genomicName : variant.spdi
    return name.isEmpty
      || variants.contains {
        $0.identifier == name && $0.clinicalClass == variant.clinicalClass
          && $0.isConfirmed == variant.isConfirmed
      }
  }
}
