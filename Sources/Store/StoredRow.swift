import Flow
import Foundation
import GRDB
import Genome

/// Values out of the rows of a store. One that is none of its column's kind is an error: the file is damaged.
enum StoredRow {
  static func sample(_ row: Row, _ database: Database) throws -> StoredSample {
    let record: Int64 = try value(row, "id")
    let variants = try Row.fetchAll(
      database, sql: "SELECT * FROM variant WHERE record_id = ? ORDER BY id", arguments: [record])
    let proven = try Row.fetchAll(
      database, sql: "SELECT first, last FROM proven WHERE record_id = ? ORDER BY first",
      arguments: [record])
    return StoredSample(
      sample: try value(row, "sample"), contentDigest: try value(row, "content_digest"),
      runDate: try value(row, "run_date"),
      basis: StoredSample.Basis(
        tool: try value(row, "tool"), table: try value(row, "curated_table"),
        evidence: try value(row, "evidence")),
      hasCase: try value(row, "has_case"), inputName: try value(row, "input_name"),
      sex: try word(row, "sex"), sexSource: try word(row, "sex_source"),
      conclusion: try value(row, "conclusion"), finding: try value(row, "finding"),
      completeness: try value(row, "completeness"), variants: try variants.map(variant),
      proven: try proven.map(stretch),
      // A reader does not bring an older store up to date.
      listsReference: row.hasColumn("lists_reference") ? try value(row, "lists_reference") : nil)
  }

  private static func stretch(_ row: Row) throws -> Interval {
    let first: Int = try value(row, "first")
    let last: Int = try value(row, "last")
    guard first <= last else { throw damage("a stretch ends before it begins") }
    return Interval(first, last)
  }

  private static func variant(_ row: Row) throws -> StoredVariant {
    let text: String = try value(row, "change")
    var changes = try JSONDecoder().decode([StoredChange].self, from: Data(text.utf8))[...]
    let criteria: String = try value(row, "criteria")
    let restoring: String? = row.hasColumn("restoring") ? try value(row, "restoring") : nil
    return StoredVariant(
      identifier: try value(row, "identifier"), vrsIdentifier: try value(row, "vrs_identifier"),
      name: try value(row, "name"), spelling: try spelling(row),
      assembly: try word(row, "assembly"), change: changes.popFirst(), parts: Array(changes),
      clinicalClass: try word(row, "class"), source: try word(row, "class_source"),
      criteria: criteria.split(separator: ",").map(String.init), points: try value(row, "points"),
      zygosity: try word(row, "zygosity"), genotype: try value(row, "genotype"),
      isConfirmed: try value(row, "is_confirmed"),
      restoring: restoring?.split(separator: ",").map(String.init))
  }

  private static func spelling(_ row: Row) throws -> VariantSpelling? {
    guard let position: Int = try value(row, "position") else { return nil }
    return VariantSpelling(
      position: position, reference: try value(row, "reference"),
      alternate: try value(row, "alternate"))
  }

  private static func value<Value: DatabaseValueConvertible>(
    _ row: Row, _ column: String
  ) throws -> Value {
    try row.decode(Value.self, forColumn: column)
  }

  /// A word that this version does not know is a fault of the file.
  private static func word<Word: RawRepresentable<String>>(
    _ row: Row, _ column: String
  ) throws -> Word {
    let text: String = try value(row, column)
    guard let word = Word(rawValue: text) else {
      throw damage("“\(text)” in the column \(column) is not known")
    }
    return word
  }

  private static func damage(_ cause: String) -> DatabaseError { DatabaseError(message: cause) }
}
