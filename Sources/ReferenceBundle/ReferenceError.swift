/// The reference, or a lab's table, can't be used. Holds every problem found, not only the first.
public struct ReferenceError: Error, Sendable, Hashable {
  /// What was read: `the built-in reference`, or a path.
  public let origin: String
  /// In the order of files and lines; never empty.
  public let problems: [TableProblem]

  public init(origin: String, problems: [TableProblem]) {
    self.origin = origin
    self.problems = problems
  }
}

extension ReferenceError: CustomStringConvertible {
  public var description: String {
    "\(head)\n" + problems.map { "  \($0)" }.joined(separator: "\n")
  }

  /// What stands before the problems.
  public var head: String {
    let noun = problems.count == 1 ? "problem" : "problems"
    return "\(origin) can't be used (\(problems.count) \(noun)); correct it and try again:"
  }
}
