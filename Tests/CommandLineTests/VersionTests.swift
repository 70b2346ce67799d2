import Foundation
import TestSupport
import Testing

@Suite struct VersionTests {
  private func text(_ file: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
  }

  /// The change log and the citation are of the version that the program tells.
  @Test func theVersionIsTheOneOfTheChangeLog() throws {
    let told = try Program.run(["--version"]).output
    let version = try #require(told.firstMatch(of: /^foxp3 ([0-9.]+)/)?.1)
    let changes = try text("CHANGELOG.md")
    #expect(try #require(changes.firstMatch(of: /\n## ([0-9.]+) \(/)?.1) == version)
    #expect(try text("CITATION.cff").contains("\nversion: \(version)\n"))
  }
}
