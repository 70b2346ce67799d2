import Foundation
import GRDB

/// A laboratory's own history: what was seen in whom, when, and what it stood on. One SQLite file,
/// safe under several processes at once and under one that is killed (write-ahead log).
public final class Store: Sendable {
  /// What a store is opened for.
  public enum Use: Sendable, Hashable {
    /// Made where there is no file, or an empty one.
    case writing
    /// Nothing is changed, and no right to write is needed.
    case reading
  }

  /// In SQLite's header: tells our files from others' (`foxp` as a number).
  static let applicationID = 0x666F_7870

  private let file: String
  private let queue: DatabaseQueue
  /// Of a store that is read without its lock: how it was found.
  private let stillFile: StillFile?

  public init(_ file: String, for use: Use) throws(StoreError) {
    self.file = file
    do {
      switch use {
      case .writing:
        stillFile = nil
        queue = try StoreOpening.forWriting(file)
        try queue.write { database in try StorePreparation.prepare(database, file: file) }
      case .reading:
        (queue, stillFile) = try StoreOpening.forReading(file)
        try queue.read { database in try StorePreparation.check(database, file: file) }
      }
    } catch {
      throw StoreFault.told(error, file)
    }
  }

  /// Ends the use of the store, and merges the log into the file where no one else uses it. A store
  /// that is dropped, or whose process is killed, loses nothing: the log is merged by the next.
  public func close() { try? queue.close() }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      let value = try queue.read(body)
      guard stillFile?.isStill ?? true else { throw StoreError.busy(file) }
      return value
    } catch {
      throw StoreFault.told(error, file)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.write(body)
    } catch {
      throw StoreFault.told(error, file)
    }
  }
}
