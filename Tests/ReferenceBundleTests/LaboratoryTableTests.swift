import Genome
import ReferenceBundle
import Testing

/// Tables as spreadsheets save them.
@Suite struct LaboratoryTableTests {
  private let bundle: ReferenceBundle
  private let text: String

  init() throws {
    bundle = try ReferenceBundle.embedded()
    var row = try #require(bundle.table.rows.first { $0.codingName == "c.1189C>T" })
    row.identifier = "LAB-1"
    row.classReason = "seen once"
    text = CuratedTableText.text([row])
  }

  private func problems(_ text: String) -> [String] {
    do throws(ReferenceError) {
      _ = try bundle.table(Array(text.utf8), file: "lab.tsv")
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    let table = try bundle.table(Array("\u{FEFF}\(text)".utf8), file: "lab.tsv")
    #expect(table.rows.map(\.identifier) == ["LAB-1"])
    #expect(problems("\u{FEFF}\u{FEFF}\(text)").count == 1)
    #expect(problems("\u{FEFF}").count == 1)
  }

  /// A quoted cell would be read with its quotes, and with those within it doubled.
  @Test func aQuotedCellIsRefused() {
    #expect(
      problems(text.replacing("seen once", with: "\"seen \"\"once\"\"\"")) == [
        "lab.tsv, line 2, column class_reason: \"seen \"\"once\"\"\" begins and ends with a quote; "
          + "save the table as text without quotes"
      ])
    #expect(problems(text.replacing("seen once", with: "\"seen\" once")).isEmpty)
  }

  /// A file that was edited in place is another basis, whatever its name.
  @Test func anEditedFileIsAnotherBasis() throws {
    func layered(_ text: String) throws -> LayeredTable {
      let table = try bundle.table(Array(text.utf8), file: "own/lab.tsv")
      return LayeredTable(builtIn: (bundle.table, "1.0.0"), laboratories: [table])
    }
    let first = try layered(text)
    let edited = try layered(text.replacing("seen once", with: "seen twice"))
    #expect(first.version == "1.0.0 under lab.tsv" && edited.version == first.version)
    #expect(first.basis != edited.basis)
    #expect(try layered(text).basis == first.basis)
    #expect(first.basis.hasPrefix("1.0.0 under lab.tsv (SHA-256 "))
    #expect(
      LayeredTable(builtIn: (bundle.table, "1.0.0"), laboratories: []).basis == "1.0.0")
  }
}
