import Foundation
import TestSupport
import Testing

/// Without `/proc` the program can't read its arguments: that is no success.
@Suite struct ArgumentsTests {
  private static let canUnshare =
    getuid() == 0
    && (try? ExternalTool.outcome("unshare", ["-m", "mount", "-t", "tmpfs", "none", "/mnt"]).status)
      == 0

  @Test(.enabled(if: canUnshare))
  func unreadableArgumentsAreAnError() throws {
    let run = try ExternalTool.outcome(
      "unshare",
      [
        "-m", "/bin/sh", "-c", "mount -t tmpfs none /proc && exec \"$0\" batch none.csv",
        Program.path,
      ])
    #expect(run.status == 70 && run.output.isEmpty)
    #expect(run.errors.contains("/proc is not mounted"))
  }
}
