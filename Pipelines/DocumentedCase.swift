import Genome
import Nomenclature
import Settings

/// The case file of one patient, its variants placed on GRCh38.
struct DocumentedCase: Sendable {
  let patient: PatientCase
  private let byAllele: [SequenceChange: [CaseEvidence.Entry]]
  /// Entries on a new variant, which name the child.
  private let children: [CaseEvidence.Entry]
  private let path: String
  private let days: [DayInFile]

  /// `map`: NM_014009.4 on GRCh38. A name that can't be read is an error with its line.
  init(_ path: String, _ map: TranscriptMap) throws(PipelineError) {
    let evidence: CaseEvidence
    do throws(SettingsError) {
      evidence = try CaseEvidence.read(path)
    } catch {
      throw PipelineError(error)
    }
    var byAllele: [SequenceChange: [CaseEvidence.Entry]] = [:]
    for entry in evidence.entries {
      do throws(NameError) {
        let change = try HGVSReader.change(codingName: entry.variant, on: map)
        byAllele[change.leftAligned(on: map.locus), default: []].append(entry)
      } catch {
        throw PipelineError(.unusable, "\(DocumentedCase.place(path, entry)): \(error)")
      }
    }
    try DocumentedCase.checkRepeats(Array(byAllele.values), path)
    self.byAllele = byAllele
    self.path = path
    days = evidence.days
    patient = evidence.patient
    children = evidence.entries.filter { $0.child != nil }
  }

  /// One allele under two names must not have one criterion twice: which of them counts would hang on
  /// their order.
  private static func checkRepeats(
    _ alleles: [[CaseEvidence.Entry]], _ path: String
  ) throws(PipelineError) {
    let problems = alleles.flatMap { entries in
      entries.enumerated().compactMap { index, entry -> SettingsProblem? in
        guard let first = entries[..<index].first(where: { $0.criterion == entry.criterion }) else {
          return nil
        }
        let line = first.line.map { " (line \($0))" } ?? ""
        return SettingsProblem(
          line: entry.line,
          message: "\(entry.variant) is the allele of \(first.variant)\(line), which has "
            + "\(entry.criterion.rawValue) above already; keep one of the two entries")
      }
    }
    guard !problems.isEmpty else { return }
    throw PipelineError(SettingsError(kind: .invalid, file: path, problems: problems))
  }

  /// What is documented of an allele on GRCh38.
  func entries(_ change: SequenceChange) -> [CaseEvidence.Entry] { byAllele[change] ?? [] }

  /// A sentence where variants are documented that are not among the alleles carried (on GRCh38), by
  /// themselves or as a part of a joined allele: such evidence has no effect.
  func unmatched(_ carried: [SequenceChange]) -> [String] {
    let names = byAllele.filter { !carried.contains($0.key) }.flatMap(\.value).map(\.variant)
    guard !names.isEmpty else { return [] }
    return [
      "The case file documents evidence for \(Set(names).sorted().joined(separator: ", ")), which the "
        + "sample does not carry by this file: that evidence has no effect here."
    ]
  }

  /// Where the pedigree names a parent of the sample: where it is told whether the parents' data agree
  /// with what is documented as new. One sample's report is written before its relatives are read.
  func noteOnNewness(_ sample: String, _ pedigree: Pedigree) -> [String] {
    guard let entry = children.first,
      let member = pedigree.members.first(where: { $0.name == sample }),
      member.mother != nil || member.father != nil
    else { return [] }
    return [
      "The case file documents a new variant (\(entry.criterion.rawValue)), which is taken as given "
        + "here; whether the parents' samples agree is told in the report of the family "
        + "\(member.family), which has to be read with this one."
    ]
  }

  /// A new variant of a son can't be that of a female, nor that of a daughter a male's.
  func checkChild(is sex: Sex) throws(PipelineError) {
    guard sex != .unknown, let entry = children.first(where: { $0.child != sex }) else { return }
    throw PipelineError(
      .unusable,
      "\(DocumentedCase.place(path, entry)): the child of \(entry.criterion.rawValue) is a "
        + "\(entry.child == .male ? "son" : "daughter"), but the sample is \(sex.rawValue); correct "
        + "the case file, or the sex given for the sample")
  }

  /// Nothing is documented after the day of the run.
  func checkDays(until runDate: String) throws(PipelineError) {
    let problems = days.filter { $0.day > runDate }.map { day in
      SettingsProblem(
        line: day.line,
        message: "\(day.key) is '\(day.day)', after the day of the run (\(runDate)); correct it")
    }
    guard !problems.isEmpty else { return }
    throw PipelineError(SettingsError(kind: .invalid, file: path, problems: problems))
  }

  private static func place(_ path: String, _ entry: CaseEvidence.Entry) -> String {
    path + (entry.line.map { ":\($0)" } ?? "")
  }
}
