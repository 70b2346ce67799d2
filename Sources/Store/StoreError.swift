/// A store that can't be used.
public enum StoreError: Error, Sendable, Hashable {
  /// There is no file of that name.
  case missing(String)
  /// Not a database, or that of another program.
  case notAStore(String, String)
  /// Made by a later version of the program.
  case newer(String)
  /// Another process kept it locked for too long.
  case busy(String)
  case other(String, String)
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let file): "\(file): does not exist; check the path"
    case .notAStore(let file, let cause):
      "\(file): is no store of foxp3 (\(cause)); name another file"
    case .newer(let file):
      "\(file): was made by a later version of foxp3; use that version, or another file"
    case .busy(let file): "\(file): is locked by another program; wait for its end and run again"
    case .other(let file, let cause): "\(file): the store can't be used (\(cause))"
    }
  }
}
