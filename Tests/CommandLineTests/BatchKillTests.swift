import Foundation
import TestSupport
import Testing

/// A batch that is killed (SIGKILL) at any moment and continued gives the same bytes as one that was
/// left alone. `FOXP3_KILLS` gives the number of rounds.
@Suite struct BatchKillTests {
  private let folder: TemporaryFolder
  private let sheet: String

  init() throws {
    folder = try TemporaryFolder()
    sheet = try BatchFiles.cohort(27, in: folder)
  }

  private static let rounds =
    ProcessInfo.processInfo.environment["FOXP3_KILLS"].flatMap { Int($0) } ?? 5

  @Test func resultsAreThoseOfAnUndisturbedRun() throws {
    let start = ContinuousClock.now
    #expect(try Program.batch(sheet, ["--quiet"], to: folder.path("whole")).status == 0)
    let duration = start.duration(to: .now) / .seconds(1)
    let whole = try BatchFiles.contents("whole", of: folder)
    #expect(whole.count == 30 * 7 + 5)
    var random = SeededGenerator(seed: 20_260_131)
    var interrupted = 0
    for round in 1...BatchKillTests.rounds {
      let name = "round\(round)"
      // Every third round the continued run is killed too.
      for attempt in 0..<(round % 3 == 0 ? 2 : 1) {
        let moment = Double.random(in: 0...duration, using: &random)
        if try kill(after: moment, output: name, resumes: attempt > 0) { interrupted += 1 }
      }
      let run = try Program.batch(sheet, ["--resume", "--quiet"], to: folder.path(name))
      #expect(run.status == 0, "round \(round): \(run.errors)")
      let contents = try BatchFiles.contents(name, of: folder)
      #expect(Set(contents.keys) == Set(whole.keys), "round \(round)")
      for (file, bytes) in whole {
        #expect(contents[file] == bytes, "round \(round): \(file)")
      }
      try FileManager.default.removeItem(atPath: folder.path(name))
    }
    #expect(interrupted > 0)
  }

  /// Whether the run was still going when it was killed.
  private func kill(after seconds: Double, output: String, resumes: Bool) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments =
      ["batch", sheet, "-o", folder.path(output), "--run-date", "2026-01-31", "--quiet"]
      + (resumes ? ["--resume"] : [])
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }
}
