import Foundation
import TestSupport
import Testing

/// Reading goes wrong halfway, or the file is changed by somebody else meanwhile. A library put
/// before the system's does that at a byte that is told.
@Suite(.enabled(if: ExternalTool.isInstalled("clang") && FaultTarget.canBePreloaded))
struct ReadFaultTests {
  let folder: TemporaryFolder
  private let library: String

  init() throws {
    folder = try TemporaryFolder()
    library = folder.path("read_faults.so")
    let source = Repository.root.appending(path: "Tests/Faults/read_faults.c").path
    try ExternalTool.run("clang", ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"])
    try FaultTarget.prepare(folder)
  }

  private func annotate(_ input: String, _ kind: String?, at place: Int) throws -> ExternalTool.Run
  {
    let path = folder.path(input)
    let fault = kind.map {
      "export LD_PRELOAD=\(library) FAULT_KIND=\($0) FAULT_AT=\(place) FAULT_FILE=\(path)"
    }
    return try Program.run(
      ["annotate", path, "-o", folder.path("out"), "--formats", "tsv", "--run-date", "2026-01-31"],
      setUp: fault ?? ":")
  }

  private func tables() -> [String: [UInt8]] {
    var tables: [String: [UInt8]] = [:]
    for file in folder.files(under: "out") where file.hasSuffix(".tsv") {
      tables[file] = try? folder.bytes("out/" + file)
    }
    return tables
  }

  private static let inputs = ["in.vcf", "in.vcf.gz", "csi.vcf.gz", "in.bcf", "in.bam", "in.cram"]

  @Test(arguments: inputs, ["error", "cut", "zero", "grow"])
  func anErrorOrTheRightAnswer(_ input: String, _ kind: String) throws {
    #expect(try annotate(input, nil, at: 0).status == 0)
    let expected = tables()
    let sound = try folder.bytes(input)
    for share in [0.0, 0.3, 0.6, 0.95] {
      try FileManager.default.removeItem(atPath: folder.path("out"))
      // Older than its index, as it was.
      let index = Date(timeIntervalSince1970: 1_700_000_000)
      _ = try folder.write(input, sound)
      try FileManager.default.setAttributes(
        [.modificationDate: index], ofItemAtPath: folder.path(input))
      let run = try annotate(input, kind, at: Int(Double(sound.count) * share))
      if run.status == 0 {
        #expect(tables() == expected, "\(input), \(kind) at \(share)")
      } else {
        #expect([65, 66, 74].contains(run.status), "\(share): \(run.status) \(run.errors)")
        #expect(folder.files(under: "out").isEmpty)
        // htslib prints a line of its own where the end can't be looked at.
        #expect(run.errors.contains("foxp3: error: "), "\(run.errors)")
        try FileManager.default.createDirectory(
          atPath: folder.path("out"), withIntermediateDirectories: true)
      }
    }
  }

  /// The fault does happen: a plain file can't be read without its last bytes.
  @Test func aReadErrorIsSaid() throws {
    let run = try annotate("in.vcf", "error", at: 1000)
    #expect(run.status == 74)
  }
}

extension FaultTarget {
  /// Whether a library can be put before the system's.
  static var canBePreloaded: Bool {
    #if os(Linux)
      true
    #else
      false
    #endif
  }
}
