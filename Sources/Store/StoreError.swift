/// A store that can't be used.
public enum StoreError: Error, Sendable, Hashable {
  /// There is no file of that name that can be read: which, and why.
  case missing(String, String)
  /// Not a database, an empty file, or another program's database.
  case notAStore(String, String)
  /// Made by a later version of the program.
  case newer(String)
  /// Another process kept it locked for too long, or wrote while it was read.
  case busy(String)
  /// Cut off or corrupt.
  case damaged(String, String)
  /// Entries are in its log alone, which can't be read without the right to write.
  case openLog(String)
  case unwritable(String, String)
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let file, let cause): "\(file): \(cause)"
    case .notAStore(let file, let cause):
      "\(file): is no store of foxp3 (\(cause)); name another file"
    case .newer(let file):
      "\(file): was made by a later version of foxp3; use that version, or another file"
    case .busy(let file):
      "\(file): is in use by another program; wait for its end and run again"
    case .damaged(let file, let cause):
      "\(file): the store is cut off or damaged (\(cause)); use an undamaged copy"
    case .openLog(let file):
      "\(file): the latest entries are in \(file)-wal beside it, which can't be opened without the right to "
        + "write there; copy both files to a folder of your own, and read the copy"
    case .unwritable(let file, let cause):
      "\(file): the store can't be written (\(cause)); check the path, the disk and the right to write"
    }
  }
}
