import Foundation

/// A program that some tests compare with. Where it is missing those tests are passed over, except
/// under `CI`: there they run, and fail.
public enum ExternalTool {
  /// Whether to run tests that need it: it is there, or its absence has to fail.
  public static func isInstalled(_ name: String) -> Bool {
    path(name) != nil || ProcessInfo.processInfo.environment["CI"] != nil
  }

  public static func path(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  public struct Failed: Error {
    public var name: String
    public var errors: String
  }

  public struct Run {
    public var status: Int32
    public var bytes: [UInt8]
    public var errors: String

    public var output: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// Runs a tool by name or path and gives what it prints and how it ended.
  public static func outcome(_ name: String, _ arguments: [String]) throws -> Run {
    guard let path = name.contains("/") ? name : path(name) else {
      throw Failed(name: name, errors: "not installed")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, bytes: bytes,
      errors: String(decoding: complaints, as: UTF8.self))
  }

  /// What the tool prints; an error where it fails.
  @discardableResult
  public static func run(_ name: String, _ arguments: [String]) throws -> [UInt8] {
    let run = try outcome(name, arguments)
    guard run.status == 0 else { throw Failed(name: name, errors: run.errors) }
    return run.bytes
  }
}
