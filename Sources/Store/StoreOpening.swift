import Foundation
import GRDB

/// The ways to a store's database.
enum StoreOpening {
  /// Two processes that make one file at once may each find it locked for a moment, which SQLite
  /// tells without waiting while the log is switched on.
  static func forWriting(_ file: String) throws -> DatabaseQueue {
    guard !isFolder(file) else { throw StoreError.unwritable(file, "it is a directory") }
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(60)
    let limit = 100
    for _ in 1..<limit {
      do {
        return try DatabaseQueue(path: file, configuration: configuration)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        Thread.sleep(forTimeInterval: 0.05)
      }
    }
    return try DatabaseQueue(path: file, configuration: configuration)
  }

  /// Opens a store that may be archived, on a disk or in a folder that can't be written.
  ///
  /// SQLite reads a database with a log only with helper files beside it, which it would have to make,
  /// and which a reader's connection leaves there: made by another user, they would shut out those who
  /// write. Without a log none is needed where SQLite is told that the file does not change
  /// (`immutable`, sqlite.org/uri.html); whether that was true is looked at after reading. With a log
  /// the helper files are those of the writer.
  static func forReading(_ file: String) throws -> (DatabaseQueue, StillFile?) {
    try checkIsFile(file)
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(60)
    let still = StillFile(file)
    do {
      return (
        try DatabaseQueue(path: still?.address ?? file, configuration: configuration), still
      )
    } catch let error as DatabaseError where isRefused(error) {
      throw still == nil
        ? StoreError.openLog(file)
        : .missing(file, "can't be read (permission denied); ask for read permission")
    }
  }

  private static func checkIsFile(_ file: String) throws(StoreError) {
    guard FileManager.default.fileExists(atPath: file) else {
      throw .missing(file, "does not exist; check the path")
    }
    guard !isFolder(file) else { throw .missing(file, "is a directory; give a file") }
  }

  private static func isFolder(_ file: String) -> Bool {
    let url = URL(fileURLWithPath: file)
    return (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
  }

  private static func isRefused(_ error: DatabaseError) -> Bool {
    [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
  }
}
