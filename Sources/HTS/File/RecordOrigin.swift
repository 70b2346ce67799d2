/// Where a record was read, for messages.
public struct RecordOrigin: Sendable, Hashable {
  public var file: String
  /// 1-based count within the file, or within the index query.
  public var number: Int
  public var isQuery: Bool

  public init(file: String, number: Int, isQuery: Bool = false) {
    self.file = file
    self.number = number
    self.isQuery = isQuery
  }

  /// As `record 12 (X:49250000)`.
  func description(site: String) -> String {
    "record \(number)" + (isQuery ? " of the index query" : "") + (site.isEmpty ? "" : " (\(site))")
  }
}
