import Foundation
import TestSupport
import Testing

/// The workflows of `Pipelines/workflows`, run by their engines (`make workflow-tools`): their folders
/// have the bytes of `foxp3 batch`, and failed samples are no success.
@Suite(.enabled(if: WorkflowEngines.areInstalled)) struct WorkflowTests {
  @Test(arguments: ["local", "cwl"]) func aWorkflowGivesTheBytesOfABatch(_ engine: String) throws {
    let script = Repository.root.appending(path: "Tests/Workflows/run.sh").path
    let run = try ExternalTool.outcome("/bin/bash", [script, Program.path, engine])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.split(separator: "\n").count(where: { $0.contains("equal to") }) == 2)
  }
}

enum WorkflowEngines {
  /// Whether to run tests that need them: they are there, or their absence has to fail.
  static var areInstalled: Bool {
    let engine = Repository.root.appending(path: ".venv-workflows/bin/snakemake").path
    return FileManager.default.isExecutableFile(atPath: engine)
      || ProcessInfo.processInfo.environment["CI"] != nil
  }
}
