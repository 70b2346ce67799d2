import Foundation
import TestSupport
import Testing

/// A signal that ends the program takes its unfinished files and new folders away, and is what the
/// program ends by.
@Suite(.enabled(if: ExternalTool.isInstalled("python3"), "python3 is not installed"))
struct SignalTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Scans a stream of reads that never ends into a file, and sends the signal once its temporary
  /// file is there.
  private func interrupted(
    _ signal: CInt, setUp: String = ":"
  ) throws -> (reason: Process.TerminationReason, status: CInt, wasThere: Bool) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // A shell in the background may have been told to ignore signals, and hands that on.
    let reset =
      "import os,signal,sys\nfor s in (1,2,15): signal.signal(s,signal.SIG_DFL)\n"
      + "os.execv(sys.argv[1],sys.argv[1:])"
    process.arguments = [
      "-c", "exec python3 -c \"$2\" /bin/sh -c \"$3\" \"$0\" \"$1\"", Program.path,
      folder.path("new/sub/out.bam"), reset,
      "\(setUp); exec \"$0\" scan - -o \"$1\" 2>/dev/null",
    ]
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data(try ReadFiles.sam(step: 50).utf8))
    var wasThere = false
    for _ in 0..<1000 where !wasThere {
      usleep(20_000)
      wasThere = folder.files(under: "new").contains { $0.hasSuffix(".partial") }
    }
    kill(process.processIdentifier, signal)
    for _ in 0..<500 where process.isRunning && !setUp.hasPrefix("trap") { usleep(20_000) }
    // The stream's end lets a program go on that the signal did not end.
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    return (process.terminationReason, process.terminationStatus, wasThere)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func nothingIsLeft(_ signal: CInt) throws {
    let end = try interrupted(signal)
    #expect(end.wasThere)
    #expect(end.reason == .uncaughtSignal)
    #expect(end.status == signal)
    #expect(folder.files(under: "").isEmpty)
  }

  /// As under nohup(1).
  @Test func anIgnoredSignalStaysIgnored() throws {
    let end = try interrupted(SIGHUP, setUp: "trap '' HUP")
    #expect(end.wasThere)
    #expect(end.reason == .exit && end.status == 0)
    #expect(folder.files(under: "new/sub") == ["out.bam"])
  }

  /// Files that were there before stay as they were.
  @Test func anOlderFileStays() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("new/sub"), withIntermediateDirectories: true)
    _ = try folder.write("new/sub/out.bam", "older")
    let end = try interrupted(SIGTERM)
    #expect(end.wasThere && end.status == SIGTERM)
    #expect(folder.files(under: "new/sub") == ["out.bam"])
    #expect(try folder.bytes("new/sub/out.bam") == Array("older".utf8))
  }
}
