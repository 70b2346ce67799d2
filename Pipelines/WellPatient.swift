import Genome
import Settings

/// Evidence that speaks of an ill patient, of one whom the same file documents without any part of the triad: one of
/// the two is wrong, and counting the evidence would hide that.
struct WellPatient {
  let patient: PatientCase
  let path: String

  private static let words: [Criterion: String] = [
    .pp4: "a phenotype that is specific for IPEX",
    .ps2: "a new variant, which counts in an affected child",
    .pm6: "a new variant, which counts in an affected child",
  ]

  func refuse(_ entries: [CaseEvidence.Entry]) throws(PipelineError) {
    guard patient.isWithoutTriad else { return }
    for entry in entries {
      guard let words = WellPatient.words[entry.criterion],
        entry.criterion == .pp4 || !patient.hasSigns, !entry.isPublished
      else { continue }
      let line = entry.line.map { ":\($0)" } ?? ""
      throw PipelineError(
        .unusable,
        "\(path)\(line): \(entry.criterion.rawValue) of \(entry.variant) documents \(words), and the findings document "
          + "enteropathy, endocrinopathy and dermatitis as absent; correct the findings or leave the entry out"
      )
    }
  }
}
