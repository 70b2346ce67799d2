import ArgumentParser
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
    print("foxp3 \(ToolVersion.text)")
    print("curated table \(ToolVersion.table)")
    print("htslib \(HTSVersion.text)")
    print("scan kernel \(try ScanKernelName.chosen())")
  }

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as PipelineError {
      for line in error.lines { Message.error(line) }
      exit(withError: ExitCode(error.code.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}
