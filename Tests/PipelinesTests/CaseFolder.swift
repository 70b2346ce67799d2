import Foundation
import Genome
import Testing

/// One folder of `Tests/Cases`: `input.vcf`, the rows of the table that have to come out
/// (`expected.tsv`, with the columns the case is about), and `case.md`, which starts with options
/// and says why the case is there. `Tests/Cases/README.md` lists the options.
struct CaseFolder: CustomTestStringConvertible {
  struct Option {
    /// As `sex`, `conclusion`, `ledger`.
    var key: String
    /// A sample's name, or a row of the table; empty where there is but one.
    var subject: String
    var value: String
  }

  struct Malformed: Error { var line: String }

  let name: String

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Cases")

  static let all: [CaseFolder] = {
    let entries = try? FileManager.default.contentsOfDirectory(atPath: root.path)
    return (entries ?? []).filter { !$0.hasSuffix(".md") }.sorted().map(CaseFolder.init)
  }()

  var testDescription: String { name }
  var input: String { file("input.vcf").path }

  /// The case file that goes with the input, where the folder has one.
  var caseFile: String? {
    let path = file("case.yaml").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  private func file(_ name: String) -> URL {
    CaseFolder.root.appending(path: self.name).appending(path: name)
  }

  /// The lines before the first empty one.
  func options() throws -> [Option] {
    let text = try String(contentsOf: file("case.md"), encoding: .utf8)
    return try text.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }.map { line in
        guard let colon = line.firstRange(of: ": ") else { throw Malformed(line: String(line)) }
        let head = line[..<colon.lowerBound].split(separator: " ", maxSplits: 1).map(String.init)
        return Option(
          key: head.first ?? "", subject: head.count > 1 ? head[1] : "",
          value: String(line[colon.upperBound...]))
      }
  }

  /// The header line's columns, and the rows.
  func expected() throws -> (columns: [String], rows: [[String]]) {
    let table = CaseFolder.cells(try String(contentsOf: file("expected.tsv"), encoding: .utf8))
    return (table.first ?? [], Array(table.dropFirst()))
  }

  static func cells(_ table: String) -> [[String]] {
    table.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
