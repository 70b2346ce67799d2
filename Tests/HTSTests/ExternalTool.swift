import Foundation

/// A tool of the field that some tests compare with; absent, those tests are skipped.
enum ExternalTool {
  static func isInstalled(_ name: String) -> Bool { path(name) != nil }

  static func path(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  struct Failed: Error { var name: String }

  /// Runs the tool and gives what it prints.
  @discardableResult
  static func run(_ name: String, _ arguments: [String]) throws -> [UInt8] {
    guard let path = path(name) else { throw Failed(name: name) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(name: name) }
    return bytes
  }
}
