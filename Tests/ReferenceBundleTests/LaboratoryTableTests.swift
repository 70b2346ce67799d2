import Genome
import ReferenceBundle
import Testing

/// A laboratory's own tables.
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
