/// The mark of a laboratory's own counts in a sites file's header. They are of patients and their
/// relatives: as a frequency among people they would make each patient's own variant look common.
enum LaboratoryCounts {
  /// What `store frequency --format vcf` writes, without the version behind it.
  static let headerLine = "##source=foxp3 store frequency"

  /// A run that is given such a file as frequencies is stopped.
  static func refuse(_ reading: EvidenceReading) throws(PipelineError) {
    guard
      reading.header.split(whereSeparator: \.isNewline).contains(where: {
        $0.hasPrefix(headerLine)
      })
    else { return }
    throw PipelineError(
      .unusable,
      "\(reading.path): holds a laboratory's own counts (foxp3 store frequency): its samples are "
        + "patients and their relatives, no sample of the population, and a patient's own variant "
        + "would be taken as evidence that it is harmless; give a gnomAD sites file, and look at "
        + "your own counts with 'foxp3 store frequency'")
  }
}
