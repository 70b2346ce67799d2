import Flow
import Foundation
import Genome
import TestSupport
import Testing

@testable import Store

/// How a store is opened by those who read and those who write.
@Suite struct StoreOpeningTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("lab.sqlite")
  }

  private func fill(_ names: String...) throws {
    let store = try Store(path, for: .writing)
    for name in names { try store.record(StoreTests.sample(name)) }
    store.close()
  }

  /// Runs statements, and lets SQLite close the file properly.
  private func run(_ statements: String...) throws {
    try ExternalTool.run(
      "python3",
      [
        "-c",
        """
        import sqlite3, sys
        c = sqlite3.connect(sys.argv[1])
        for s in sys.argv[2:]: c.execute(s)
        c.commit()
        c.close()
        """, path,
      ] + statements)
  }

  private func refused(_ file: String, for use: Store.Use) -> StoreError? {
    #expect(throws: StoreError.self) { _ = try Store(file, for: use).latest() }
  }

  private func set(_ mode: Int, _ paths: String...) throws {
    for path in paths {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
  }

  // MARK: Empty files

  @Test func anEmptyFileIsAStoreForWritersOnly() throws {
    let empty = try folder.write("empty.sqlite", "")
    #expect(refused(empty, for: .reading) == .notAStore(empty, "it is empty"))
    #expect(try folder.bytes("empty.sqlite").isEmpty)
    try Store(empty, for: .writing).record(StoreTests.sample("A"))
    #expect(try Store(empty, for: .reading).latest().count == 1)
  }

  @Test func aDatabaseWithoutTablesIsNoStoreForReaders() throws {
    try run("CREATE TABLE t (a)", "DROP TABLE t")
    #expect(refused(path, for: .reading) == .notAStore(path, "it is empty"))
  }

  // MARK: Readers

  /// As an archive lies on a disk: neither file nor folder can be written.
  @Test(.enabled(if: FileSystemUser.canBeChanged)) func anArchivedStoreIsRead() throws {
    try fill("A", "B")
    try set(0o444, path)
    try set(0o555, folder.path)
    defer { try? set(0o755, folder.path) }
    let samples = try FileSystemUser.asNobody { try Store(path, for: .reading).latest() }
    #expect(samples.map(\.sample) == ["A", "B"])
    FileSystemUser.asNobody {
      guard case .unwritable = refused(path, for: .writing) else {
        Issue.record("written all the same")
        return
      }
    }
  }

  /// Helper files of a reader's would shut out those who write.
  @Test func readersLeaveNothingBehind() throws {
    try fill("A")
    let before = try folder.bytes("lab.sqlite")
    _ = try Store(path, for: .reading).latest()
    #expect(try folder.bytes("lab.sqlite") == before)
    #expect(try folder.names() == ["lab.sqlite"])
  }

  /// What a running or a killed process has written is read too, also by those who can't write.
  @Test(.enabled(if: FileSystemUser.canBeChanged)) func theLogIsReadToo() throws {
    let writer = try Store(path, for: .writing)
    try writer.record(StoreTests.sample("A"))
    #expect(try Store(path, for: .reading).latest().map(\.sample) == ["A"])
    // Copied while the log is open, as a killed process leaves it.
    let left = try TemporaryFolder()
    for ending in ["", "-wal", "-shm"] {
      try FileManager.default.copyItem(
        atPath: path + ending, toPath: left.path("left.sqlite" + ending))
      try set(0o444, left.path("left.sqlite" + ending))
    }
    try set(0o555, left.path)
    defer { try? set(0o755, left.path) }
    let copy = left.path("left.sqlite")
    let samples = try FileSystemUser.asNobody { try Store(copy, for: .reading).latest() }
    #expect(samples.map(\.sample) == ["A"])
    try set(0o755, left.path)
    try FileManager.default.removeItem(atPath: copy + "-shm")
    try set(0o555, left.path)
    FileSystemUser.asNobody {
      #expect(refused(copy, for: .reading) == .openLog(copy))
    }
    writer.close()
  }

  @Test func aLinkLeadsToTheLogOfItsFile() throws {
    let writer = try Store(path, for: .writing)
    try writer.record(StoreTests.sample("A"))
    let link = folder.path("link.sqlite")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(try Store(link, for: .reading).latest().map(\.sample) == ["A"])
    writer.close()
  }

  /// Without a lock a change under the reader's eyes has to be told.
  @Test func whatIsWrittenMeanwhileIsNotTakenForTheStore() throws {
    try fill("A")
    let reader = try Store(path, for: .reading)
    let writer = try Store(path, for: .writing)
    #expect(throws: StoreError.busy(path)) { try reader.latest() }
    writer.close()
  }

  @Test func aNameWithSignsOfAnAddressIsAName() throws {
    let odd = folder.path("a?mode=memory#1 %41.sqlite")
    let store = try Store(odd, for: .writing)
    try store.record(StoreTests.sample("A"))
    store.close()
    #expect(try Store(odd, for: .reading).latest().count == 1)
  }

  @Test(.enabled(if: FileSystemUser.canBeChanged)) func whatCantBeOpenedIsSaid() throws {
    let inside = folder.path
    #expect(refused(inside, for: .reading) == .missing(inside, "is a directory; give a file"))
    #expect(refused(inside, for: .writing) == .unwritable(inside, "it is a directory"))
    try fill("A")
    try set(0o000, path)
    FileSystemUser.asNobody {
      #expect(
        refused(path, for: .reading)
          == .missing(path, "can't be read (permission denied); ask for read permission"))
    }
  }

  /// SQLite gives its helper files the mode of the store, so that a private one stays private.
  @Test func theLogIsAsPrivateAsTheStore() throws {
    _ = try folder.write("lab.sqlite", "")
    try set(0o600, path)
    let store = try Store(path, for: .writing)
    try store.record(StoreTests.sample("A"))
    for name in ["lab.sqlite", "lab.sqlite-wal", "lab.sqlite-shm"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
    }
    store.close()
  }

  // MARK: Damage

  @Test func aCutStoreIsAFaultOfReading() throws {
    try fill("A", "B", "C")
    let bytes = try folder.bytes("lab.sqlite")
    for length in [5_000, 9_000, bytes.count - 4_096] {
      let cut = folder.path("cut.sqlite")
      try Data(bytes.prefix(length)).write(to: URL(fileURLWithPath: cut))
      for use in [Store.Use.reading, .writing] {
        guard case .damaged(cut, _) = refused(cut, for: use) else {
          Issue.record("\(length) bytes, \(use)")
          continue
        }
      }
    }
  }

  /// Values that are none of their column's kind end no process.
  @Test(arguments: [
    "UPDATE record SET has_case = 'x'", "UPDATE record SET sex = 'both'",
    "UPDATE proven SET last = 1", "UPDATE variant SET change = '{'",
    "UPDATE variant SET alternate = NULL", "DROP TABLE proven",
  ])
  func aDamagedEntryIsAFaultOfReading(_ statement: String) throws {
    let store = try Store(path, for: .writing)
    try store.record(StoreTests.sample("A", .male, [StoreTests.variant(.hemizygous)]))
    store.close()
    try run(statement)
    guard case .damaged = refused(path, for: .reading) else {
      Issue.record("read all the same: \(statement)")
      return
    }
  }

  // MARK: Earlier versions

  /// Makes the store one of version 1.
  private func age() throws {
    try run(
      "ALTER TABLE record DROP COLUMN lists_reference", "ALTER TABLE variant DROP COLUMN restoring",
      "PRAGMA user_version = 1")
  }

  /// Readers take it as it is, also where they can't write.
  @Test func aStoreOfVersion1IsReadAsItIs() throws {
    try fill("A")
    try age()
    let before = try folder.bytes("lab.sqlite")
    let samples = try Store(path, for: .reading).latest()
    #expect(samples == [StoreTests.sample("A", listsReference: nil)])
    #expect(try folder.bytes("lab.sqlite") == before)
  }

  /// Writers add what it lacks, and lose nothing.
  @Test func aStoreOfVersion1IsWrittenOn() throws {
    try fill("A")
    try age()
    try fill("B")
    try fill("C")
    #expect(
      try Store(path, for: .reading).latest() == [
        StoreTests.sample("A", listsReference: nil), StoreTests.sample("B"),
        StoreTests.sample("C"),
      ])
  }
}
