import ArgumentParser
import Pipelines
import ReferenceBundle

/// `foxp3 reference check`: proves the reference built into the program, or one in a folder.
struct CheckReference: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "The reference built into the program.",
    subcommands: [Check.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Prove the reference: checksums, sequences, transcripts, every curated row.")

    @Option(help: "Check this folder in place of the built-in reference.")
    var referenceBundle: String?

    func run() throws {
      let bundle = try Reference.read(referenceBundle)
      let problems = Reference.problems(bundle)
      for problem in problems { Message.error(problem) }
      guard problems.isEmpty else {
        throw PipelineError(.unusable, "\(bundle.origin): \(problems.count) problem(s)")
      }
      try StandardOutput.write(
        "\(bundle.origin): sound. \(bundle.table.rows.count) curated rows resolve on GRCh37 and "
          + "GRCh38; both loci give the coding sequence and \(bundle.protein.count) residues; "
          + "\(bundle.manifest.count) files match their checksums.\n")
    }
  }
}
