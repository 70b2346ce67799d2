/// What is wrong between the rows of a sheet: names that clash, parents that are missing.
struct SampleSheetCheck {
  private(set) var problems: [SettingsProblem] = []
  private let rows: [SampleSheet.Row]

  init(rows: [SampleSheet.Row], fileName: (String) -> String) {
    self.rows = rows
    checkNames(fileName)
    checkWholeFiles()
    checkParents()
  }

  private mutating func checkNames(_ fileName: (String) -> String) {
    var first: [String: (line: Int, sample: String)] = [:]
    for row in rows {
      guard let sample = row.sample else { continue }
      let key = fileName(sample)
      guard let earlier = first[key] else {
        first[key] = (row.line, sample)
        continue
      }
      fail(
        row.line,
        earlier.sample == sample
          ? "the sample “\(sample)” is in line \(earlier.line) already"
          : "the sample “\(sample)” would write the same files as “\(earlier.sample)” in line "
            + "\(earlier.line); rename one of them")
    }
  }

  /// A row that takes every sample of a file leaves none for another row.
  private mutating func checkWholeFiles() {
    var whole: [String: Int] = [:]
    for row in rows where row.sample == nil { whole[row.input] = whole[row.input] ?? row.line }
    for row in rows {
      guard let line = whole[row.input], line != row.line, !row.input.isEmpty else { continue }
      fail(row.line, "line \(line) takes every sample of \(row.input) already")
    }
  }

  /// Who can't be whose parent is told of the pedigree, with what `--ped` says (`PedigreeCheck`).
  private mutating func checkParents() {
    for row in rows where row.sample == nil && !(row.father.isEmpty && row.mother.isEmpty) {
      fail(row.line, "parents are of one sample; name the sample")
    }
    if rows.allSatisfy({ $0.sample != nil }) {
      problems += SampleSheetCheck.missingParents(rows, known: [])
    }
  }

  static func missingParents(
    _ rows: [SampleSheet.Row], known: Set<String>
  ) -> [SettingsProblem] {
    let names = known.union(rows.compactMap(\.sample))
    return rows.flatMap { row in
      [("father", row.father), ("mother", row.mother)].compactMap { role, name in
        name.isEmpty || names.contains(name)
          ? nil
          : SettingsProblem(
            line: row.line,
            message: "the \(role) “\(name)” has no row; add one, or leave the field empty")
      }
    }
  }

  private mutating func fail(_ line: Int, _ message: String) {
    problems.append(SettingsProblem(line: line, message: message))
  }
}
