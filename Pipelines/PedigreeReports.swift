import Assessment
import Delivery
import Flow
import Genome
import Reporting

/// Reports the families of the pedigree, each once all inputs are read: `<output>/<family>.foxp3.pedigree.*`.
///
/// A family is told where the pedigree names two people of it or more and one of them has a sample
/// in the run.
struct PedigreeReports {
  private let knowledge: Knowledge
  private let request: AnnotateRequest
  /// Members of families of two or more.
  let relatives: Set<String>
  private var samples: [String: PedigreeAssessor.Sample] = [:]

  init(knowledge: Knowledge, request: AnnotateRequest) {
    self.knowledge = knowledge
    self.request = request
    let members = request.pedigree.members
    let sizes = Dictionary(members.map { ($0.family, 1) }, uniquingKeysWith: +)
    relatives = Set(members.filter { sizes[$0.family, default: 0] > 1 }.map(\.name))
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

  /// The files written, relative to the output directory.
  func write() throws(PipelineError) -> [String] {
    let told = Set(
      request.pedigree.members.filter { relatives.contains($0.name) && samples[$0.name] != nil }
        .map(\.family))
    let families = request.pedigree.families.filter(told.contains)
    guard !families.isEmpty else { return [] }
    let reports = Reports(context: ReportSetup(knowledge: knowledge, request: request).context)
    var files: [String] = []
    do {
      var delivery = try Delivery(
        directory: request.outputDirectory, isPrivate: request.isPrivate)
      for family in families {
        let result = PedigreeAssessor(
          family: family, pedigree: request.pedigree, samples: samples
        ).assess()
        files += try stage(result, reports, in: &delivery)
      }
      try delivery.commit()
    } catch {
      throw PipelineError(writing: error)
    }
    return files
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
