import Foundation
import TestSupport
import Testing

@testable import Delivery

@Suite struct DeliveryTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func filesAppearOnlyWithTheCommit() throws {
    let target = folder.path("out")
    var delivery = try Delivery(directory: target)
    try delivery.stage("S1/S1.tsv", text: "one\n")
    try delivery.stage("S2/S2.tsv", text: "two\n")
    #expect(!FileManager.default.fileExists(atPath: target + "/S1/S1.tsv"))
    try delivery.commit()
    #expect(try String(contentsOfFile: target + "/S1/S1.tsv", encoding: .utf8) == "one\n")
    #expect(try String(contentsOfFile: target + "/S2/S2.tsv", encoding: .utf8) == "two\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: target + "/S1") == ["S1.tsv"])
  }

  @Test func withoutCommitNothingStays() throws {
    let target = folder.path("a/b")
    do {
      var delivery = try Delivery(directory: target)
      try delivery.stage("S1/S1.tsv", text: "one\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: target + "/S1").count == 1)
    }
    #expect(try folder.names().isEmpty)
  }

  @Test func aFolderThatWasThereStays() throws {
    _ = try folder.write("older.txt", "x")
    do {
      var delivery = try Delivery(directory: folder.path)
      try delivery.stage("new.txt", text: "y")
    }
    #expect(try folder.names() == ["older.txt"])
  }

  /// Another run that names its files in the folder is waited for, so that they are all of one run.
  @Test func whoNamesFilesIsWaitedFor() async throws {
    let path = folder.path
    let other = NamingTurn(in: path)
    let task = Task.detached {
      var delivery = try Delivery(directory: path)
      try delivery.stage("one", text: "1")
      try delivery.stage("two", text: "2")
      try delivery.commit()
    }
    try await Task.sleep(for: .milliseconds(300))
    #expect(try folder.names().allSatisfy { $0.hasSuffix(".partial") })
    other.end()
    try await task.value
    #expect(try folder.names().sorted() == ["one", "two"])
  }

  /// A folder that may be written and searched, but not read, can't be locked: nothing waits.
  @Test func aFolderThatCanNotBeLockedIsWrittenAllTheSame() throws {
    NamingTurn(in: folder.path("none")).end()
    var delivery = try Delivery(directory: folder.path)
    try delivery.stage("one", text: "1")
    try delivery.commit()
    #expect(try folder.names() == ["one"])
  }

  @Test func anOlderFileIsReplacedWhole() throws {
    _ = try folder.write("r.txt", "a much longer text")
    var delivery = try Delivery(directory: folder.path)
    try delivery.stage("r.txt", text: "new")
    #expect(try folder.bytes("r.txt") == Array("a much longer text".utf8))
    try delivery.commit()
    #expect(try folder.bytes("r.txt") == Array("new".utf8))
  }

  @Test func aWriterMayFillAStagedPath() throws {
    var delivery = try Delivery(directory: folder.path)
    let path = try delivery.stagedPath(for: "x.vcf.gz")
    try Data("written elsewhere".utf8).write(to: URL(fileURLWithPath: path))
    try delivery.commit()
    #expect(try folder.bytes("x.vcf.gz") == Array("written elsewhere".utf8))
    #expect(try folder.names() == ["x.vcf.gz"])
  }

  @Test func privateFilesAreForTheUserAlone() throws {
    let target = folder.path("p")
    var delivery = try Delivery(directory: target, isPrivate: true)
    try delivery.stage("x.txt", text: "x")
    try delivery.commit()
    #expect(try Self.mode(target + "/x.txt") == 0o600)
    #expect(try Self.mode(target) == 0o700)
  }

  @Test func otherFilesFollowTheUmask() throws {
    var delivery = try Delivery(directory: folder.path)
    try delivery.stage("x.txt", text: "x")
    try delivery.commit()
    let plain = folder.path("plain")
    #expect(FileManager.default.createFile(atPath: plain, contents: Data()))
    #expect(try Self.mode(folder.path("x.txt")) == Self.mode(plain))
  }

  @Test func aDirectoryInTheWayIsAnErrorBeforeAnythingIsDelivered() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("x.txt"), withIntermediateDirectories: false)
    var delivery = try Delivery(directory: folder.path)
    try delivery.stage("first.txt", text: "1")
    let error = #expect(throws: DeliveryError.self) { try delivery.stage("x.txt", text: "x") }
    #expect(error?.code == .inTheWay)
    #expect(error?.file.hasSuffix("x.txt") == true)
  }

  @Test func aDirectoryThatComesInTheWayLaterIsFoundBeforeTheFirstRename() throws {
    var delivery = try Delivery(directory: folder.path)
    try delivery.stage("first.txt", text: "1")
    try delivery.stage("second.txt", text: "2")
    try FileManager.default.createDirectory(
      atPath: folder.path("second.txt"), withIntermediateDirectories: false)
    let error = #expect(throws: DeliveryError.self) { try delivery.commit() }
    #expect(error?.code == .inTheWay)
    #expect(!FileManager.default.fileExists(atPath: folder.path("first.txt")))
  }

  @Test func aFileWhereTheOutputDirectoryShouldBe() throws {
    let file = try folder.write("f", "x")
    let error = #expect(throws: DeliveryError.self) { _ = try Delivery(directory: file) }
    #expect(error?.code == .inTheWay)
    let below = #expect(throws: DeliveryError.self) { _ = try Delivery(directory: file + "/sub") }
    #expect(below?.code == .inTheWay)
  }

  @Test(arguments: ["../x", "/x", "a/../../x", "a//b", ".", "", "a\u{0}b"])
  func aNameMayNotLeaveTheDirectory(_ name: String) throws {
    var delivery = try Delivery(directory: folder.path)
    let error = #expect(throws: DeliveryError.self) { try delivery.stage(name, text: "x") }
    #expect(error?.code == .badName)
  }

  @Test func aNameMayNotBeStagedTwice() throws {
    var delivery = try Delivery(directory: folder.path)
    try delivery.stage("x", text: "1")
    let error = #expect(throws: DeliveryError.self) { try delivery.stage("x", text: "2") }
    #expect(error?.code == .badName)
  }

  @Test(.enabled(if: FileManager.default.isWritableFile(atPath: "/dev/shm")))
  func filesInMemoryAreFiles() throws {
    let place = "/dev/shm/foxp3-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: place) }
    var delivery = try Delivery(directory: place)
    try delivery.stage("x", text: "1")
    try delivery.commit()
    #expect(try String(contentsOfFile: place + "/x", encoding: .utf8) == "1")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsNamed() throws {
    let descriptor = unsafe open("/dev/full", O_WRONLY)
    let error = #expect(throws: DeliveryError.self) {
      try OutputFile.write([1, 2, 3], to: descriptor, for: "out/report.html")
    }
    #expect(error?.code == .noSpace)
    #expect(error?.file == "out/report.html")
  }

  @Test(.enabled(if: FileSystemUser.canBeChanged))
  func aDirectoryThatMayNotBeWrittenToIsNamed() throws {
    let closed = folder.path("closed")
    try FileManager.default.createDirectory(
      atPath: closed, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
    let error = FileSystemUser.asNobody {
      #expect(throws: DeliveryError.self) {
        var delivery = try Delivery(directory: closed)
        try delivery.stage("x", text: "x")
      }
    }
    #expect(error?.code == .notPermitted)
    #expect(error?.file == closed + "/x")
  }

  private static func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }
}
