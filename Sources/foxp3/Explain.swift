import ArgumentParser
import Flow
import Genome
import Pipelines

/// `foxp3 explain`: prints every stage's value for variants given by name.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain variants given by name.",
    discussion: """
      A name is HGVS (c.1189C>T, p.Arg397Trp, NC_000023.11:g.49251441G>A), SPDI, \
      chrX-49251441-G-A, a row of the table (FX0001, VCV000011407) or a name from a paper (227delT).
      In a shell, put names with > or * in quotes: foxp3 explain 'c.1189C>T'.
      Of several names, those that can't be read are said on standard error and the others are \
      explained, with exit status 75; where none can be read it is 65.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case tsv
  }

  @Argument(help: "Names of variants.", transform: LeadingMinus.shown)
  var variants: [String]

  @Option(help: "text, json or tsv.")
  var format = Format.text

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let knowledge = try knowledge.load()
    for note in knowledge.evidenceNotes { Message.note(note) }
    let pipeline = ExplainPipeline(knowledge: knowledge)
    try pipeline.checkCase(until: Today.text)
    let (explained, failed) = pipeline.explain(variants)
    if let only = failed.first, variants.count == 1 { throw only }
    for error in failed { Message.error(error.message) }
    if !explained.isEmpty { try write(explained, pipeline) }
    if let unused = pipeline.unusedEvidence(explained) { Message.note(unused) }
    guard failed.isEmpty else {
      throw explained.isEmpty
        ? PipelineError(.unusable, "none of \(variants.count) names can be read")
        : PipelineError(
          .partial,
          "\(failed.count) of \(variants.count) names can't be read; the others are explained")
    }
  }

  private func write(
    _ explanations: [ExplainPipeline.Explanation], _ pipeline: ExplainPipeline
  ) throws {
    switch format {
    case .text:
      try StandardOutput.write(
        explanations.map(ExplanationText.text).joined(separator: "\n\n") + "\n")
    case .json: try StandardOutput.write(pipeline.json(explanations))
    case .tsv:
      try StandardOutput.write(pipeline.tsv(explanations))
      for row in explanations.flatMap(\.rows).map(\.evidence.row) {
        Message.note(
          "\(row.identifier) (\(row.codingName)) is no one allele and has no line in this table; "
            + "--format text and json have it")
      }
    }
  }
}
