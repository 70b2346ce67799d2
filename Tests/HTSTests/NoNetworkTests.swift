import Foundation
import HTS
import TestSupport
import Testing

/// No name and no content of an input makes the tool leave the machine.
@Suite struct NoNetworkTests {
  let folder: TemporaryFolder
  let listener: LoopbackListener

  init() throws {
    folder = try TemporaryFolder()
    listener = try LoopbackListener()
  }

  @Test(arguments: [
    "http", "https", "HTTP", "ftp", "s3+http", "gs+http", "preload:http", "crypt4gh:http",
    "unknown+scheme",
  ])
  func aURLIsRefused(_ scheme: String) {
    let url = "\(scheme)://127.0.0.1:\(listener.port)/x.vcf"
    let error = #expect(throws: HTSError.self) { _ = try VariantFile.open(url) }
    #expect(error?.code == .isURL)
    #expect(listener.connectionCount() == 0)
  }

  @Test(arguments: ["s3:bucket/x.vcf", "gs:bucket/x", "file:x.vcf", "data:,x", "preload:x", "mem:"])
  func aSchemeOfHtslibIsRefused(_ name: String) {
    let error = #expect(throws: HTSError.self) { _ = try VariantFile.open(name) }
    #expect(error?.code == .isURL)
  }

  @Test func anIndexMarkIsPartOfTheName() throws {
    let url = "http://127.0.0.1:\(listener.port)/x.tbi"
    let local = try folder.write("a.vcf", VariantText.header())
    let error = #expect(throws: HTSError.self) { _ = try VariantFile.open(local + "##idx##" + url) }
    #expect(error?.code == .notFound)
    let marked = try folder.write("a.vcf##idx##b", VariantText.header())
    #expect(try VariantText.lines(of: marked).isEmpty)
    #expect(listener.connectionCount() == 0)
  }

  @Test func aTicketIsNotFollowed() throws {
    let url = "http://127.0.0.1:\(listener.port)/x.vcf"
    let path = try folder.write(
      "ticket.vcf", "{\"htsget\":{\"format\":\"VCF\",\"urls\":[{\"url\":\"\(url)\"}]}}")
    let error = #expect(throws: HTSError.self) { _ = try VariantFile.open(path) }
    #expect(error?.code == .notVariants)
    #expect(listener.connectionCount() == 0)
  }

  @Test func aNameWithAColonIsLocalWhereItExists() throws {
    let before = FileManager.default.currentDirectoryPath
    #expect(!before.isEmpty)
    let path = try folder.write("run:1.vcf", VariantText.header())
    #expect(try VariantText.lines(of: path).isEmpty)
  }

  @Test func referenceServersAreOutOfReach() throws {
    _ = try VariantText.lines(of: try folder.write("a.vcf", VariantText.header()))
    for name in ["REF_PATH", "REF_CACHE"] {
      let value = unsafe getenv(name).map { unsafe String(cString: $0) }
      #expect(value?.hasPrefix("/dev/null/") == true, "\(name)")
    }
  }

  @Test(.enabled(if: ExternalTool.isInstalled("curl"), "curl is not installed"))
  func theListenerDoesCount() {
    let path = "http://127.0.0.1:\(listener.port)/x"
    _ = try? ExternalTool.run("curl", ["--max-time", "1", "-s", path])
    #expect(listener.connectionCount() > 0)
  }
}
