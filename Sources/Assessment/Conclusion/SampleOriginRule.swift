import Flow
import Genome

/// Whose DNA the sample holds, by what is documented: blood after a transplant is the donor's, a
/// prenatal sample may be the mother's, and after a transfusion some of it may be another person's.
///
/// Where the DNA may not be the patient's, nothing is concluded, whatever was found in it.
struct SampleOriginRule: Sendable {
  let patientCase: PatientCase?

  /// `nil` where nothing documented stands against the sample being the patient's own.
  var conclusion: Conclusion? {
    let obstacles = [transplant, mother].compactMap { $0 }
    guard !obstacles.isEmpty else { return nil }
    return Conclusion(
      finding: .noneReportable, completeness: .notAssessable, word: .notAssessable,
      reasons: obstacles, obstacle: .origin)
  }

  /// What keeps a result without a finding from being a negative.
  var doubts: [String] {
    guard patientCase?.mayHoldDonorCells == true, let transfusion = patientCase?.transfusion else {
      return []
    }
    return [
      "A blood product was given\(day(transfusion.date)), and the donor's white cells may be in the "
        + "sample (\(text(transfusion.attestation))): the patient's own alleles may be hidden, and "
        + "alleles of the donor may be among the calls."
    ]
  }

  private var transplant: String? {
    guard let patientCase, let transplant = patientCase.transplant,
      patientCase.isTakenAfterTransplant, !isFreeOfBloodCells
    else { return nil }
    let sample =
      patientCase.sample.map { "the sample is of \($0.tissue.words)" }
      ?? "the sample's tissue is not documented"
    let taken = patientCase.sample?.takenOn
    let when = taken.map { ", taken on \($0)" } ?? ", and the day it was taken is not documented"
    return "The patient had a blood stem cell transplant\(day(transplant.date)) "
      + "(\(text(transplant.attestation))); \(sample)\(when): its DNA is the donor's in whole or in "
      + "part, so that nothing is said of the patient. Cultured skin fibroblasts, hair roots, or a "
      + "sample of before the transplant can be tested."
  }

  private var mother: String? {
    guard let contamination = patientCase?.maternalContamination else {
      guard let tissue = patientCase?.sample?.tissue, tissue.isPrenatal else { return nil }
      return
        "The sample is \(tissue == .cordBlood ? tissue.words : "prenatal"), and no result of a test for the mother's "
        + "cells is documented: its DNA may be hers, so that nothing is said of the child."
    }
    let who = text(contamination.attestation)
    switch contamination.result {
    case .excluded: return nil
    case .found:
      return "Cells of the mother were found in the sample by \(contamination.method) (\(who)): "
        + "nothing is said of the child."
    case .notTested:
      return "The sample was not tested for cells of the mother (\(who)): its DNA may be hers, so "
        + "that nothing is said of the child."
    }
  }

  private var isFreeOfBloodCells: Bool {
    patientCase?.sample?.tissue.isFreeOfBloodCells == true
  }

  private func day(_ date: String?) -> String { date.map { " on \($0)" } ?? "" }

  private func text(_ attestation: PatientCase.Attestation) -> String {
    "documented by \(attestation.by) on \(attestation.on)"
  }
}
