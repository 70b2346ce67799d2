import Foundation
import GRDB

/// A laboratory's own history: what was seen in whom, when, and what it stood on. One SQLite file,
/// safe under several processes at once and under one that is killed (write-ahead log).
public final class Store: Sendable {
  /// In SQLite's header: tells our files from others' (`foxp` as a number).
  static let applicationID = 0x666F_7870
  static let schemaVersion = 1

  let file: String
  let queue: DatabaseQueue

  /// Opens a store. `isMade`: makes it where there is no file.
  public init(_ file: String, isMade: Bool) throws(StoreError) {
    guard isMade || FileManager.default.fileExists(atPath: file) else {
      throw .missing(file)
    }
    self.file = file
    do {
      queue = try Store.open(file)
      try queue.write { database in try Store.prepare(database, file: file) }
    } catch {
      throw Store.told(error, file)
    }
  }

  /// Ends the use of the store, and merges the log into the file where no one else uses it. A store
  /// that is dropped, or whose process is killed, loses nothing: the log is merged by the next.
  public func close() { try? queue.close() }

  /// Two processes that make one file at once may each find it locked for a moment, which SQLite
  /// tells without waiting while the log is switched on.
  private static func open(_ file: String) throws -> DatabaseQueue {
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

  private static func prepare(_ database: Database, file: String) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let owner = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    if owner == applicationID {
      guard version <= schemaVersion else { throw StoreError.newer(file) }
      return
    }
    let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard owner == 0, version == 0, objects == 0 else {
      throw StoreError.notAStore(file, "it is another program's database")
    }
    try database.execute(sql: StoreSchema.text)
    try database.execute(
      sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(schemaVersion)")
  }

  static func told(_ error: any Error, _ file: String) -> StoreError {
    switch error {
    case let error as StoreError: error
    case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB:
      .notAStore(file, "it is not an SQLite database")
    case let error as DatabaseError where error.resultCode == .SQLITE_BUSY: .busy(file)
    case let error as DatabaseError:
      .other(file, error.message ?? error.resultCode.description)
    default: .other(file, String(describing: error))
    }
  }
}

enum StoreSchema {
  static let text = """
    CREATE TABLE record (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      sample TEXT NOT NULL,
      content_digest TEXT NOT NULL,
      run_date TEXT NOT NULL,
      tool TEXT NOT NULL,
      curated_table TEXT NOT NULL,
      evidence TEXT NOT NULL,
      has_case INTEGER NOT NULL,
      input_name TEXT NOT NULL,
      sex TEXT NOT NULL,
      sex_source TEXT NOT NULL,
      conclusion TEXT,
      finding TEXT,
      completeness TEXT,
      UNIQUE (sample, content_digest, tool, curated_table, evidence)
    );
    CREATE TABLE variant (
      id INTEGER PRIMARY KEY,
      record_id INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE,
      identifier TEXT NOT NULL,
      vrs_identifier TEXT NOT NULL,
      name TEXT NOT NULL,
      position INTEGER,
      reference TEXT,
      alternate TEXT,
      assembly TEXT NOT NULL,
      change TEXT NOT NULL,
      class TEXT NOT NULL,
      class_source TEXT NOT NULL,
      criteria TEXT NOT NULL,
      points INTEGER,
      zygosity TEXT NOT NULL,
      genotype TEXT NOT NULL,
      is_confirmed INTEGER NOT NULL
    );
    CREATE INDEX variant_of_record ON variant (record_id);
    CREATE INDEX variant_by_identifier ON variant (identifier);
    CREATE TABLE proven (
      record_id INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL
    );
    CREATE INDEX proven_of_record ON proven (record_id);
    """
}
