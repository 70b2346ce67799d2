import Foundation
import TestSupport
import Testing

/// Damaged files of every kind: an error with its status, one sentence and nothing written, or the
/// right answer; never a crash, never another answer.
///
/// `FOXP3_FAULTS` gives the number of damages (`make validate` asks for a thousand).
@Suite(
  .enabled(if: ["bcftools", "bgzip", "samtools", "tabix"].allSatisfy(ExternalTool.isInstalled)))
struct FaultTests {
  private static let count =
    ProcessInfo.processInfo.environment["FOXP3_FAULTS"].flatMap { Int($0) } ?? 66

  private struct Answer: Hashable {
    var table: [UInt8]
    var uncovered: [UInt8]
  }

  private func run(
    _ input: String, in folder: TemporaryFolder, _ options: [String] = []
  ) throws -> (run: ExternalTool.Run, answer: Answer?) {
    try? FileManager.default.removeItem(atPath: folder.path("out"))
    let run = try Program.annotate(
      [folder.path(input)], ["--formats", "tsv,bed", "--sex", "male"] + options, to: folder)
    guard run.status == 0 else { return (run, nil) }
    let name = input.contains("am") ? "made" : "P1"
    return (
      run,
      Answer(
        table: try folder.bytes("out/\(name)/\(name).foxp3.tsv"),
        uncovered: try folder.bytes("out/\(name)/\(name).foxp3.bed"))
    )
  }

  @Test(arguments: FaultTarget.allCases)
  func anErrorOrTheRightAnswer(_ target: FaultTarget) throws {
    let folder = try TemporaryFolder()
    try FaultTarget.prepare(folder)
    let names = target.names
    let sound = try folder.bytes(names.damaged)
    let expected = try #require(try run(names.input, in: folder).answer)
    let index = FaultTarget.allCases.firstIndex(of: target) ?? 0
    for number in 0..<max(1, Self.count / FaultTarget.allCases.count) {
      let fault = Fault(seed: UInt64(number * 100 + index))
      _ = try folder.write(names.damaged, fault.damaged(sound))
      let (run, answer) = try run(names.input, in: folder)
      guard let answer else {
        expectRefusal(run, folder, "\(target), \(fault)")
        continue
      }
      if target.isText {
        try expectAnswerOfText(answer, names.input, folder, "\(target), \(fault)")
      } else {
        #expect(answer == expected, "\(target), \(fault): \(run.errors)")
      }
    }
  }

  /// An index of another file, one without content, a folder in its place.
  @Test(arguments: FaultTarget.allCases.filter(\.isIndex))
  func anIndexThatIsNone(_ target: FaultTarget) throws {
    let folder = try TemporaryFolder()
    try FaultTarget.prepare(folder)
    let (input, index) = target.names
    let expected = try #require(try run(input, in: folder).answer)
    let others = try FaultTarget.allCases.filter { $0.isIndex && $0 != target }.map {
      try folder.bytes($0.names.damaged)
    }
    for content in [[], Array("none".utf8), try folder.bytes(input)] + others {
      _ = try folder.write(index, content)
      let (run, answer) = try run(input, in: folder)
      if run.status == 0 {
        #expect(answer == expected, "\(target): \(run.errors)")
      } else {
        expectRefusal(run, folder, "\(target)")
      }
    }
  }

  private func expectRefusal(_ run: ExternalTool.Run, _ folder: TemporaryFolder, _ what: String) {
    #expect([65, 66, 74].contains(run.status), "\(what): status \(run.status), \(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1, "\(what): \(run.errors)")
    #expect(run.errors.hasPrefix("foxp3: error: "), "\(what): \(run.errors)")
    #expect(folder.files(under: "out").isEmpty, "\(what)")
  }

  /// Text that was damaged is another text: read through blocks, by an index where tabix takes it and
  /// as a whole, it has the same answer.
  private func expectAnswerOfText(
    _ answer: Answer, _ input: String, _ folder: TemporaryFolder, _ what: String
  ) throws {
    let packed = folder.path("again.vcf.gz")
    for name in [packed, packed + ".tbi"] { try? FileManager.default.removeItem(atPath: name) }
    let bytes = try ExternalTool.run("bgzip", ["-c", folder.path(input)])
    _ = try folder.write("again.vcf.gz", bytes)
    #expect(try run("again.vcf.gz", in: folder, ["--full-scan"]).answer == answer, "\(what)")
    let indexing = try ExternalTool.outcome("tabix", ["-p", "vcf", packed])
    guard indexing.status == 0 else { return }
    // By an index htslib also refuses lines elsewhere on X and Y that are no records.
    let indexed = try run("again.vcf.gz", in: folder)
    if let other = indexed.answer {
      #expect(other == answer, "\(what), by index")
    } else {
      expectRefusal(indexed.run, folder, "\(what), by index")
    }
  }
}
