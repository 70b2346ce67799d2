/// One thing wrong in a settings file.
public struct SettingsProblem: Sendable, Hashable {
  /// 1-based; `nil` where the problem is not at one line, as a missing key.
  public var line: Int?
  /// What is wrong and what to write instead.
  public var message: String

  public init(line: Int?, message: String) {
    self.line = line
    self.message = message
  }
}

/// A settings file that can't be used, with everything found wrong in it.
public struct SettingsError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// No such built-in name, and no readable file of that name.
    case notFound
    /// The file was read and its content is wrong.
    case invalid
  }

  public var kind: Kind
  /// The file as it was named by the user, or the built-in profile's name.
  public var file: String
  /// In the order of their lines; those without a line last. Never empty.
  public var problems: [SettingsProblem]

  public init(kind: Kind, file: String, problems: [SettingsProblem]) {
    self.kind = kind
    self.file = file
    self.problems = problems.sorted { ($0.line ?? Int.max) < ($1.line ?? Int.max) }
  }
}

extension SettingsError: CustomStringConvertible {
  /// One line per problem, as `lab.yaml:7: …`.
  public var description: String { problems.map(line).joined(separator: "\n") }

  /// As `lab.yaml:7: …`.
  public func line(_ problem: SettingsProblem) -> String {
    "\(file)\(problem.line.map { ":\($0)" } ?? ""): \(problem.message)"
  }
}
