import Genome
import ReferenceBundle

/// A curated table: what is read is printed, and the print is read as the same rows.
enum TableFuzz {
  private static let bundle: ReferenceBundle = {
    do { return try ReferenceBundle.embedded() } catch { fatalError("\(error)") }
  }()
  /// So that an input is about rows, not about the header.
  private static let header = Array(CuratedTableText.text([]).utf8)

  static func run(_ bytes: [UInt8]) {
    let whole = bytes.first == UInt8(ascii: "#") ? Array(bytes.dropFirst()) : header + bytes
    guard let table = try? bundle.table(whole, file: "table.tsv") else { return }
    let printed = CuratedTableText.text(table.rows)
    guard let again = try? bundle.table(Array(printed.utf8), file: "table.tsv") else {
      preconditionFailure("a table that was read can't be read when printed")
    }
    precondition(again.rows == table.rows && again.resolved == table.resolved)
  }
}
