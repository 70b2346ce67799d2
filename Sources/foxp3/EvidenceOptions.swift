import ArgumentParser
import Pipelines

/// What variants are classified by, of any patient: reference, tables, files of evidence.
struct EvidenceOptions: ParsableArguments {
  @Option(help: "A laboratory's own table, laid over ours (repeatable); none switches ours off.")
  var table: [String] = []

  @Option(help: "A gnomAD sites file (VCF or BCF) that holds the region, for BA1, BS1 and PM2.")
  var frequencies: String?

  @Option(help: "A VCF or BCF with REVEL, AlphaMissense or SpliceAI scores, for PP3, BP4 and BP7.")
  var scores: String?

  @Option(help: "Use this folder in place of the built-in reference.")
  var referenceBundle: String?

  var files: [String] { table + [frequencies, scores].compactMap { $0 } }

  func load(caseFile: String? = nil) throws -> Knowledge {
    try Knowledge(
      Reference.load(referenceBundle), tables: TableSelection(table),
      evidence: EvidenceFiles(frequencies: frequencies, scores: scores, caseFile: caseFile))
  }
}
