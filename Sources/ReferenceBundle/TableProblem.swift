/// One thing wrong in a file of the reference, and where.
public struct TableProblem: Sendable, Hashable {
  /// Path below the reference folder, or the lab's own table.
  public let file: String
  /// 1-based; `nil` where the whole file is meant.
  public let line: Int?
  /// The column's name in the header line; `nil` where the whole line is meant.
  public let column: String?
  /// What is wrong, as a clause.
  public let cause: String

  public init(file: String, line: Int? = nil, column: String? = nil, cause: String) {
    self.file = file
    self.line = line
    self.column = column
    self.cause = cause
  }
}

extension TableProblem: CustomStringConvertible {
  /// As `CuratedVariants.tsv, line 12, column class: …`.
  public var description: String {
    let place = [file, line.map { "line \($0)" }, column.map { "column \($0)" }]
    return place.compactMap { $0 }.joined(separator: ", ") + ": \(cause)"
  }
}
