import Assessment
import Delivery
import Flow
import Genome
import Reporting

/// What came of the families of a run.
public struct FamilyOutcome: Sendable, Hashable {
  /// Written, relative to the output directory.
  public var files: [String] = []
  /// What the members' samples and case files say against each other, and what the store did not take, in sentences.
  public var warnings: [String] = []

  public init() {}
}

/// Reports the families of the pedigree, each once all inputs are read: `<output>/<family>.foxp3.pedigree.*`.
///
/// A family is told where the pedigree names someone's parent and one of its people has a sample in
/// the run.
struct PedigreeReports {
  private let knowledge: Knowledge
  private let request: AnnotateRequest
  let relatives: Set<String>
  private var samples: [String: PedigreeAssessor.Sample] = [:]

  init(knowledge: Knowledge, request: AnnotateRequest) {
    self.knowledge = knowledge
    self.request = request
    relatives = request.pedigree.relatives
  }

  mutating func add(_ result: InputResult) throws(PipelineError) {
    for (input, sample) in zip(result.inputs, result.samples)
    where sample.hasGenotypes && relatives.contains(sample.sample) {
      samples[sample.sample] = PedigreeAssessor.Sample(
        input: input, result: sample,
        assessor: try knowledge.assessor(sample.provenance.assembly, request.profile))
    }
  }

  /// Families whose files would have one name are refused before anything is read.
  static func check(_ pedigree: Pedigree) throws(PipelineError) {
    guard let clash = FileName.clashes(of: pedigree.families).first else { return }
    let list = clash.map { "“\($0)”" }.joined(separator: ", ")
    throw PipelineError(.usage, "the families \(list) would write the same files; rename them")
  }

  /// Writes the reports of every family that is told.
  func write() throws(PipelineError) -> FamilyOutcome {
    let told = Set(
      request.pedigree.members.filter { relatives.contains($0.name) && samples[$0.name] != nil }
        .map(\.family))
    let families = request.pedigree.families.filter(told.contains)
    guard !families.isEmpty else { return FamilyOutcome() }
    let reports = Reports(context: ReportSetup(knowledge: knowledge, request: request).context)
    var outcome = FamilyOutcome()
    do {
      var delivery = try Delivery(
        directory: request.outputDirectory, isPrivate: request.isPrivate, besides: request.read)
      for family in families {
        let result = PedigreeAssessor(
          family: family, pedigree: request.pedigree, samples: samples
        ).assess()
        outcome.files += try stage(result, reports, in: &delivery)
        outcome.warnings += reports.pedigreeWarnings(result)
      }
      try delivery.commit()
    } catch {
      throw PipelineError(writing: error)
    }
    return outcome
  }

  private func stage(
    _ result: PedigreeResult, _ reports: Reports, in delivery: inout Delivery
  ) throws -> [String] {
    let name = FileName.safe(result.family) + ".foxp3.pedigree"
    var files: [String] = []
    if request.formats.contains(.json) {
      try delivery.stage(name + ".json", bytes: reports.pedigreeJSON(result))
      files.append(name + ".json")
    }
    if request.formats.contains(.html) {
      try delivery.stage(name + ".html", text: reports.pedigreeHTML(result))
      files.append(name + ".html")
    }
    return files
  }
}
