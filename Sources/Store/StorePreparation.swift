import GRDB

/// Whether a database is a store of ours, and what it lacks to be one.
enum StorePreparation {
  /// Makes the tables in an empty database, and brings those of an earlier version up to date.
  static func prepare(_ database: Database, file: String) throws {
    guard try !isEmpty(database) else {
      try database.execute(sql: StoreSchema.text)
      try database.execute(sql: "PRAGMA application_id = \(Store.applicationID)")
      return try mark(database)
    }
    let version = try checkedVersion(database, file: file)
    guard version < StoreSchema.version else { return }
    for step in version..<StoreSchema.version {
      if let statement = StoreSchema.steps[step] { try database.execute(sql: statement) }
    }
    try mark(database)
  }

  /// Refuses what is not a store, or one of a later version; changes nothing.
  static func check(_ database: Database, file: String) throws {
    guard try !isEmpty(database) else { throw StoreError.notAStore(file, "it is empty") }
    _ = try checkedVersion(database, file: file)
  }

  private static func checkedVersion(_ database: Database, file: String) throws -> Int {
    guard try number(database, "PRAGMA application_id") == Store.applicationID else {
      throw StoreError.notAStore(file, "it is another program's database")
    }
    let version = try number(database, "PRAGMA user_version")
    guard version <= StoreSchema.version else { throw StoreError.newer(file) }
    return version
  }

  private static func isEmpty(_ database: Database) throws -> Bool {
    try number(database, "PRAGMA application_id") == 0
      && number(database, "PRAGMA user_version") == 0
      && number(database, "SELECT count(*) FROM sqlite_master") == 0
  }

  private static func mark(_ database: Database) throws {
    try database.execute(sql: "PRAGMA user_version = \(StoreSchema.version)")
  }

  private static func number(_ database: Database, _ statement: String) throws -> Int {
    try Int.fetchOne(database, sql: statement) ?? 0
  }
}
