import Foundation
import TestSupport
import Testing

/// The store under several processes at once and under ones that are killed.
@Suite struct StoreProcessTests {
  private let folder: TemporaryFolder
  private let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.path("lab.sqlite")
  }

  private func process(_ sheet: String, _ output: String) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = [
      "batch", sheet, "-o", folder.path(output), "--quiet", "--store", store, "--formats", "tsv",
      "--run-date", "2026-01-31",
    ]
    return process
  }

  private func answer(_ statement: String) throws -> String {
    let run = try ExternalTool.outcome(
      "python3",
      [
        "-c",
        "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0])",
        store, statement,
      ])
    return String(run.output.dropLast())
  }

  /// Several runs make and fill one store at the same time; nothing is lost or written twice.
  @Test func severalRunsWriteAtOnce() throws {
    let sheets = try (0..<4).map { part in
      let rows = try (1...8).map { number in
        let name = "S\(part)x\(number)"
        _ = try folder.write(name + ".vcf", VariantText.with { $0.samples = [name] })
        return "\(name),\(name).vcf"
      }
      return try folder.write(
        "sheet\(part).csv", (["sample,input"] + rows).joined(separator: "\n") + "\n")
    }
    let processes = sheets.enumerated().map { process($1, "out\($0)") }
    for process in processes { try process.run() }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(try answer("SELECT count(*) FROM record") == "32")
    #expect(try answer("SELECT count(DISTINCT sample) FROM record") == "32")
    #expect(try answer("SELECT count(*) FROM variant") == "32")
    #expect(try answer("PRAGMA integrity_check") == "ok")
  }

  /// A killed run leaves a whole store, without half of any sample; run again, it has all.
  @Test func killedRunsLeaveItWhole() throws {
    let sheet = try BatchFiles.cohort(15, in: folder)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<4 {
      let process = process(sheet, "out")
      try process.run()
      Thread.sleep(forTimeInterval: Double.random(in: 0.02...0.6, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let last = process(sheet, "out")
    try last.run()
    last.waitUntilExit()
    #expect(last.terminationStatus == 0)
    #expect(try answer("PRAGMA integrity_check") == "ok")
    #expect(try answer("SELECT count(*) FROM record") == "18")
    #expect(
      try answer("SELECT count(*) FROM variant WHERE record_id NOT IN (SELECT id FROM record)")
        == "0")
    let frequency = try Program.run(["store", "frequency", store, "c.1189C>T"])
    #expect(frequency.status == 0)
    // Two of fifteen, and two of the file of three.
    #expect(frequency.output.split(separator: "\n").count == 2)
  }

  /// A kept sample is one that the store has too.
  @Test func resumeFillsAStoreThatLacksSamples() throws {
    let sheet = try BatchFiles.cohort(2, in: folder)
    let output = folder.path("out")
    #expect(try Program.batch(sheet, ["--quiet"], to: output).status == 0)
    let run = try Program.batch(sheet, ["--resume", "--store", store], to: output)
    #expect(run.status == 0)
    #expect(!run.errors.contains(", kept"))
    #expect(try answer("SELECT count(*) FROM record") == "5")
    let again = try Program.batch(sheet, ["--resume", "--store", store], to: output)
    #expect(again.errors.components(separatedBy: ", kept").count == 5 + 1)
  }

  /// A run with another sex writes over the sample's record: what is kept would be another answer than the store's.
  @Test func resumeRedoesWhatTheStoreTellsOtherwise() throws {
    let text = VariantText()
    let input = try folder.write("P1.vcf", text.text)
    let sheet = try folder.write("sheet.csv", "sample,input,sex\n\(text.samples[0]),P1.vcf,male\n")
    let options = ["--store", store]
    let output = folder.path("out")
    #expect(try Program.batch(sheet, options, to: output).status == 0)
    let other = try Program.run(
      [
        "annotate", input, "--sex", "female", "-o", folder.path("other"), "--quiet", "--run-date",
        "2026-01-31",
      ] + options)
    #expect(other.status == 0)
    #expect(try answer("SELECT sex FROM record") == "female")
    let run = try Program.batch(sheet, ["--resume"] + options, to: output)
    #expect(run.status == 0 && !run.errors.contains(", kept"), "\(run.errors)")
    #expect(try answer("SELECT sex FROM record") == "male")
    #expect(
      try Program.batch(sheet, ["--resume"] + options, to: output).errors.contains(", kept"))
  }

  /// A run of an earlier day takes no later record's place: that is told, and is no reason to do it again.
  @Test func whatALaterRecordKeepsOutIsTold() throws {
    let text = VariantText()
    let input = try folder.write("P1.vcf", text.text)
    let sheet = try folder.write("sheet.csv", "sample,input,sex\n\(text.samples[0]),P1.vcf,male\n")
    func annotate(_ sex: String, _ day: String) throws -> ExternalTool.Run {
      try Program.run(
        [
          "annotate", input, "--sex", sex, "-o", folder.path(day), "--run-date", day, "--store",
          store,
        ])
    }
    #expect(try !annotate("male", "2026-03-01").errors.contains("later run date"))
    let earlier = try annotate("female", "2026-02-01")
    #expect(earlier.status == 0)
    #expect(
      earlier.errors.contains("the store keeps a record of a later run date (2026-03-01"),
      "\(earlier.errors)")
    #expect(try answer("SELECT sex FROM record") == "male")
    let options = ["--store", store]
    let output = folder.path("out")
    let first = try Program.batch(sheet, options, to: output)
    #expect(first.errors.contains("later run date (2026-03-01"), "\(first.errors)")
    let again = try Program.batch(sheet, ["--resume"] + options, to: output)
    #expect(again.errors.contains(", kept") && !again.errors.contains("later run date"))
  }

  /// A mistyped year would keep every later run out of the store.
  @Test(arguments: [("2199-01-01", true), ("2026-01-31", false)])
  func aDayThatIsToComeIsTold(day: String, isTold: Bool) throws {
    let input = try folder.write("P1.vcf", VariantText().text)
    let run = try Program.run([
      "annotate", input, "-o", folder.path("out"), "--run-date", day, "--store", store,
    ])
    #expect(run.status == 0)
    #expect(run.errors.contains("--run-date \(day) is after today") == isTold, "\(run.errors)")
  }

  /// A new store and the files SQLite keeps beside it are the user's alone, whatever the umask; one that
  /// others may read stops the run before anything is written.
  @Test(arguments: ["annotate", "batch"])
  func aPrivateRunKeepsTheStorePrivate(_ command: String) throws {
    let input = try folder.write("P1.vcf", VariantText().text)
    let sheet = try folder.write("sheet.csv", "sample,input\nP1,P1.vcf\n")
    func run(_ options: [String]) throws -> ExternalTool.Run {
      let what = command == "batch" ? sheet : input
      return try Program.run(
        [command, what, "-o", folder.path("out"), "--store", store] + options, setUp: "umask 000")
    }
    #expect(try run(["--private"]).status == 0)
    #expect(try folder.mode(of: "lab.sqlite") == 0o600)
    #expect(try run(["--private"]).status == 0)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: store)
    try FileManager.default.removeItem(atPath: folder.path("out"))
    let refused = try run(["--private"])
    #expect(refused.status == 73)
    #expect(refused.errors.contains("others may open this file (mode 640)"), "\(refused.errors)")
    #expect(!folder.files(under: "out").contains { $0.contains("P1") })
    #expect(try folder.mode(of: "lab.sqlite") == 0o640)
    #expect(try run([]).status == 0)
  }

  @Test func whatIsNoStoreIsOneError() throws {
    let text = try folder.write("notes.txt", String(repeating: "notes\n", count: 300))
    for (arguments, status) in [
      (["store", "frequency", text], 65), (["store", "reclassify", folder.path("none")], 66),
    ] {
      let run = try Program.run(arguments)
      #expect(run.status == Int32(status))
      #expect(run.output.isEmpty)
      #expect(run.errors.split(separator: "\n").count == 1)
    }
  }
}
