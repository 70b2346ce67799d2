import Genome
import Nomenclature
import Settings

/// The case file of one patient, its variants placed on both builds.
struct DocumentedCase: Sendable {
  let patient: PatientCase
  /// SHA-256 of the file.
  let digest: String
  /// By build and allele.
  private let entries: [Assembly: [CaseAllele: [CaseEvidence.Entry]]]
  private let all: [CaseEvidence.Entry]
  /// Entries whose name is another allele's, or none's, counted on the other build.
  private let dependent: [CaseEvidence.Entry]
  /// Entries on a variant that is new in the patient.
  private let children: [CaseEvidence.Entry]
  private let path: String
  private let days: [DayInFile]

  /// A name that can't be read is an error with its line, and so is a strength that the policy's limits
  /// do not allow.
  init(_ path: String, _ names: CaseNames, _ policy: AcmgPolicy) throws(PipelineError) {
    let evidence: CaseEvidence
    do throws(SettingsError) {
      evidence = try CaseEvidence.read(path)
    } catch {
      throw PipelineError(error)
    }
    var entries: [Assembly: [CaseAllele: [CaseEvidence.Entry]]] = [:]
    // Once, though an allele has its entries on both builds.
    var problems: Set<SettingsProblem> = []
    for entry in evidence.entries {
      do throws(NameError) {
        let alleles = try names.alleles(entry.variant, on: entry.build ?? .grch38)
        for (assembly, allele) in alleles {
          entries[assembly, default: [:]][allele, default: []].append(entry)
        }
      } catch {
        let hint =
          entry.build == nil && names.fitsOnlyOnGRCh37(entry.variant)
          ? "; on GRCh37 it fits: add build: GRCh37 to the entry if the name was taken there" : ""
        problems.insert(SettingsProblem(line: entry.line, message: "\(error)\(hint)"))
      }
    }
    let limit = SegregationLimit(policy: policy)
    for entries in entries.values.flatMap(\.values) {
      problems.formUnion(DocumentedCase.repeats(entries))
      problems.formUnion(CaseContradiction.problems(entries))
      problems.formUnion([limit.problem(entries)].compactMap { $0 })
    }
    problems.formUnion(WellPatient(patient: evidence.patient).problems(evidence.entries))
    try DocumentedCase.refuse(problems.sorted { $0.message < $1.message }, path)
    self.entries = entries
    self.path = path
    digest = Digest.of(file: path) ?? "unknown"
    all = evidence.entries
    dependent = all.filter { $0.build == nil && names.dependsOnBuild($0.variant) }
    days = evidence.days
    patient = evidence.patient
    children = all.filter { $0.child != nil && !$0.isPublished }
  }

  /// One allele under two names must not have one criterion twice: which of them counts would hang on
  /// their order.
  private static func repeats(_ entries: [CaseEvidence.Entry]) -> [SettingsProblem] {
    entries.enumerated().compactMap { index, entry in
      guard let first = entries[..<index].first(where: { $0.criterion == entry.criterion }) else {
        return nil
      }
      return SettingsProblem(
        line: entry.line,
        message: "\(entry.variant) is the allele of \(first.variant)"
          + "\(first.line.map { " (line \($0))" } ?? ""), which has "
          + "\(entry.criterion.rawValue) above already; keep one of the two entries")
    }
  }

  private static func refuse(
    _ problems: [SettingsProblem], _ path: String
  ) throws(PipelineError) {
    guard !problems.isEmpty else { return }
    throw PipelineError(SettingsError(kind: .invalid, file: path, problems: problems))
  }

  /// What is documented of an allele on its build.
  func entries(_ allele: CaseAllele, on assembly: Assembly) -> [CaseEvidence.Entry] {
    entries[assembly]?[allele] ?? []
  }

  /// The documented variants that are none of these alleles.
  func names(notAmong alleles: [(allele: CaseAllele, assembly: Assembly)]) -> [String] {
    let counted = Set(alleles.flatMap { entries($0.allele, on: $0.assembly) })
    return Set(all.filter { !counted.contains($0) }.map(\.variant)).sorted()
  }

  /// A sentence for each variant that is documented but is not among the alleles `carried`, by
  /// themselves; the alleles `called` are those of the records, each alone, which may stand in a joined one. Such
  /// evidence has no effect.
  func unmatched(
    _ carried: [NamedAllele], called: [SequenceChange], on assembly: Assembly
  ) -> [String] {
    var absent: [String] = []
    var overlapped: [String] = []
    for name in names(notAmong: carried.map { ($0.allele, assembly) }) {
      let allele = entries[assembly]?.first { $0.value.contains { $0.variant == name } }?.key
      let sentence = allele?.change.flatMap { change in
        carried.lazy.compactMap {
          $0.sentence(on: name, change, isCalled: called.contains(change))
        }.first
      }
      if let sentence { overlapped.append(sentence) } else { absent.append(name) }
    }
    guard !absent.isEmpty else { return overlapped }
    return [
      "The case file documents evidence for \(absent.joined(separator: ", ")), which the "
        + "sample does not carry by this file: that evidence has no effect here."
    ] + overlapped
  }

  /// On GRCh37 an intron's number must not be read as GRCh38's without a word: the evidence would be
  /// another variant's.
  func checkNumbering(on assembly: Assembly) throws(PipelineError) {
    guard assembly == .grch37 else { return }
    let problems = dependent.map { entry in
      SettingsProblem(
        line: entry.line,
        message:
          "\(entry.variant) is another allele, or none, by the intron's numbers on GRCh37, the "
          + "build of this input, than by those on GRCh38; add build: GRCh37 or build: GRCh38 to the "
          + "entry, as the name was taken")
    }
    try DocumentedCase.refuse(problems, path)
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
    let problem = SettingsProblem(
      line: entry.line,
      message: "the child of \(entry.criterion.rawValue) is a "
        + "\(entry.child == .male ? "son" : "daughter"), but the sample is \(sex.rawValue); correct "
        + "the case file, or the sex given for the sample")
    try DocumentedCase.refuse([problem], path)
  }

  /// What speaks of an ill patient can't be that of a sample whom the pedigree calls well.
  func checkHealth(of sample: String, in pedigree: Pedigree) throws(PipelineError) {
    guard pedigree.members.contains(where: { $0.name == sample && $0.affection == .unaffected })
    else { return }
    try DocumentedCase.refuse(WellPatient(patient: patient).problems(all, of: sample), path)
  }

  /// Nothing is documented after the day of the run.
  func checkDays(until runDate: String) throws(PipelineError) {
    let problems = days.filter { $0.day > runDate }.map { day in
      SettingsProblem(
        line: day.line,
        message: "\(day.key) is “\(day.day)”, after the day of the run (\(runDate)); correct it")
    }
    try DocumentedCase.refuse(problems, path)
  }
}

extension CaseEvidence.Entry {
  /// Where another entry stands, behind what is said of it.
  var place: String { line.map { " in line \($0)" } ?? "" }
}
