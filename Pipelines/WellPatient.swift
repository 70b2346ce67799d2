import Genome
import Settings

/// Evidence that speaks of an ill patient, of one whom the same file documents without any part of the triad, or the
/// pedigree as well: one of the two is wrong, and counting the evidence would hide that.
struct WellPatient {
  let patient: PatientCase

  private static let words: [Criterion: String] = [
    .pp4: "a phenotype that is specific for IPEX",
    .ps2: "a new variant, which counts in an affected child",
    .pm6: "a new variant, which counts in an affected child",
  ]

  func problems(_ entries: [CaseEvidence.Entry]) -> [SettingsProblem] {
    guard patient.isWithoutTriad else { return [] }
    return entries.compactMap { entry in
      guard let words = WellPatient.words[entry.criterion],
        entry.criterion == .pp4 || !patient.hasSigns, !entry.isPublished
      else { return nil }
      return SettingsProblem(
        line: entry.line,
        message:
          "\(entry.criterion.rawValue) of \(entry.variant) documents \(words), and the findings document "
          + "enteropathy, endocrinopathy and dermatitis as absent; correct the findings or leave the entry out"
      )
    }
  }

  /// Of a sample that the pedigree says is not affected. A daughter with a new variant may be well.
  func problems(_ entries: [CaseEvidence.Entry], of sample: String) -> [SettingsProblem] {
    entries.compactMap { entry in
      guard let words = WellPatient.words[entry.criterion], entry.child != .female,
        !entry.isPublished
      else { return nil }
      return SettingsProblem(
        line: entry.line,
        message:
          "\(entry.criterion.rawValue) of \(entry.variant) documents \(words), and the pedigree says that \(sample) is "
          + "not affected; correct the pedigree or leave the entry out")
    }
  }
}
