import Foundation

/// Programs in Python that some tests compare with, run by the interpreter of `.venv`
/// (`make python-tools`). Without it those tests are passed over, except under `CI`: there they run,
/// and fail.
public enum PythonTool {
  /// The interpreter that `Tests/Python/requirements.txt` was installed for.
  public static let interpreter = Repository.root.appending(path: ".venv/bin/python3").path

  public static var isInstalled: Bool {
    FileManager.default.isExecutableFile(atPath: interpreter)
      || ProcessInfo.processInfo.environment["CI"] != nil
  }

  /// Runs a program given as text.
  public static func outcome(
    program: String, _ arguments: [String]
  ) throws -> ExternalTool.Run {
    try ExternalTool.outcome(interpreter, ["-W", "ignore", "-c", program] + arguments)
  }

  /// Runs a script of `Tests/Python`.
  public static func outcome(script: String, _ arguments: [String]) throws -> ExternalTool.Run {
    let path = Repository.root.appending(path: "Tests/Python/\(script)").path
    return try ExternalTool.outcome(interpreter, ["-W", "ignore", path] + arguments)
  }
}
