/// What a file of frequencies shows of being a laboratory's own. Its samples are patients and their
/// relatives: as a frequency among people they would make each patient's own variant look common.
enum LaboratoryCounts {
  /// What `store frequency --format vcf` writes, without the version behind it.
  static let headerLine = "##source=foxp3 store frequency"

  /// A run that is given such a file as frequencies is stopped.
  static func refuse(_ reading: EvidenceReading) throws(PipelineError) {
    try refuseGenotypes(reading)
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

  /// A sites file has no genotypes; a file that has them may be the patients' own.
  private static func refuseGenotypes(_ reading: EvidenceReading) throws(PipelineError) {
    guard let first = reading.samples.first else { return }
    let count = reading.samples.count
    let whose = count == 1 ? "a sample (\(first))" : "\(count) samples (\(first) and others)"
    throw PipelineError(
      .unusable,
      "\(reading.path): has the genotypes of \(whose), and frequencies are taken from a sites file "
        + "of the population alone: among patients a patient's own variant would be evidence that it "
        + "is harmless; give a gnomAD sites file, or, of a panel of the population, its sites "
        + "(bcftools view -G)")
  }
}
