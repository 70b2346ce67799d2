import GRDB

/// What went wrong in SQLite, as what a person can do about it.
enum StoreFault {
  static func told(_ error: any Error, _ file: String) -> StoreError {
    switch error {
    case let error as StoreError: error
    case let error as DatabaseError: told(error, file)
    // A value that is none of its column's kind.
    default: .damaged(file, "an entry can't be read")
    }
  }

  private static func told(_ error: DatabaseError, _ file: String) -> StoreError {
    let cause = error.message ?? error.resultCode.description
    return switch error.resultCode {
    case .SQLITE_NOTADB: .notAStore(file, "it is not an SQLite database")
    case .SQLITE_BUSY: .busy(file)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_PERM: .unwritable(file, cause)
    case .SQLITE_IOERR where !isOfReading(error): .unwritable(file, cause)
    default: .damaged(file, cause)
    }
  }

  private static func isOfReading(_ error: DatabaseError) -> Bool {
    [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ].contains(error.extendedResultCode)
  }
}
