import Genome

@testable import Settings

/// Sample sheets: a problem names a line that is there; a sheet that is taken, written out with every
/// field in quotation marks and read again, means the same.
enum SheetFuzz {
  static func run(_ text: String) {
    let reader = SampleSheetReader(text: text, file: "sheet.csv")
    let lines = text.utf8.count { $0 == 0x0A || $0 == 0x0D } + 1
    for problem in reader.problems {
      precondition(
        (1...lines).contains(problem.line ?? 1), "a problem in line \(problem.line ?? 0)")
    }
    let (sheet, found) = SampleSheet.read(text: text, file: "sheet.csv") { $0 }
    guard found.isEmpty else { return }
    precondition(!sheet.rows.isEmpty, "a sheet of no rows")
    let (again, lost) = SampleSheet.read(text: print(sheet), file: "sheet.csv") { $0 }
    precondition(lost.isEmpty, "a sheet that is taken is refused when it is written out")
    precondition(sheet.rows.map(meaning) == again.rows.map(meaning), "read twice, two meanings")
  }

  private static func meaning(_ row: SampleSheet.Row) -> SampleSheet.Row {
    var row = row
    row.line = 0
    return row
  }

  private static func print(_ sheet: SampleSheet) -> String {
    let header = SampleSheet.Column.allCases.map(\.rawValue).joined(separator: ",")
    let rows = sheet.rows.map { row in
      SampleSheet.Column.allCases.map { quoted(field($0, of: row)) }.joined(separator: ",")
    }
    return ([header] + rows).joined(separator: "\n")
  }

  private static func field(_ column: SampleSheet.Column, of row: SampleSheet.Row) -> String {
    switch column {
    case .sample: row.sample ?? "*"
    case .input: row.input
    case .alignments: row.alignments ?? ""
    case .sex: row.sex.rawValue
    case .family: row.family
    case .father: row.father
    case .mother: row.mother
    case .caseFile: row.caseFile ?? ""
    case .table: (row.tables ?? []).joined(separator: ";")
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
