/// A score that can't be: the record, and with it its file, is wrong.
public struct ScoreProblem: Error, Sendable, Hashable {
  /// One clause, which the record's place stands before.
  public var clause: String

  public init(_ clause: String) { self.clause = clause }
}
