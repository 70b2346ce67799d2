import ArgumentParser
import Delivery
import HTS
import Pipelines

/// The command line. It parses, calls a pipeline, and turns errors into exit statuses.
@main
struct Foxp3: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "foxp3",
    abstract: "Finds, names and classifies FOXP3 variants (IPEX syndrome) in sequencing output.",
    discussion: """
      Everything known about FOXP3 is inside the program: it needs no download and no network.
      A report is a draft until the laboratory's authorised person releases it.

      Exit status: 0 done, whatever was found; 64 wrong usage; 65 input that can't be used; 66 input \
      that is missing; 69 a needed program is missing; 70 a fault of foxp3; 73 can't write; 74 a read \
      error (truncated, corrupt); 75 some of several inputs failed.
      """,
    subcommands: [
      Annotate.self, Batch.self, Scan.self, Call.self, Explain.self, TableCommand.self,
      StoreCommand.self,
      CheckReference.self,
    ])

  @Flag(name: .long, help: "Show the versions of the program, its table and htslib.")
  var version = false

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    try StandardOutput.write(
      """
      foxp3 \(ToolVersion.text)
      curated table \(ToolVersion.table)
      htslib \(HTSVersion.text)
      scan kernel \(ScanKernelName.chosen())

      """)
  }

  static func main() {
    StandardError.fillPlace()
    Interruption.removesFiles()
    // Swift reads them from /proc; without it a run would look like one that was asked for nothing.
    guard !CommandLine.arguments.isEmpty else {
      Message.error("the arguments can't be read, since /proc is not mounted here; mount it")
      exit(withError: ExitCode(PipelineError.Code.internalFault.rawValue))
    }
    let arguments = LeadingMinus.hidden(Array(CommandLine.arguments.dropFirst()))
    do {
      var command = try parseAsRoot(arguments)
      let told = command as? any PatientCommand
      try Message.$redaction.withValue(told?.redaction) {
        try Message.$format.withValue(told?.logFormat ?? .text) { try run(&command, arguments) }
      }
    } catch {
      exit(withError: error)
    }
  }

  /// - Parameter arguments: without the program's name.
  private static func run(_ command: inout any ParsableCommand, _ arguments: [String]) throws {
    do {
      try OptionsGivenOnce.check(arguments)
      try command.run()
    } catch let error as PipelineError {
      for line in error.lines { Message.error(line) }
      throw ExitCode(error.code.rawValue)
    }
  }
}
