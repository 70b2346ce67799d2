internal import Genome

/// Identifiers that stand for different alleles in tables that lie over each other: what a report or a
/// reason calls by its identifier has to be one row.
public enum SharedIdentifiers {
  /// A problem for each row that has another allele's identifier, from the lowest table up.
  public static func problems(
    builtIn: CuratedTable?, laboratories: [CuratedTable]
  ) -> [TableProblem] {
    var known: [String: (row: ResolvedVariant, table: String)] = [:]
    for row in builtIn?.resolved ?? [] { known[row.row.identifier] = (row, "the built-in table") }
    var problems: [TableProblem] = []
    for table in laboratories {
      for row in table.resolved {
        let name = row.row.identifier
        guard let first = known[name] else {
          known[name] = (row, table.file)
          continue
        }
        guard first.row.grch38 != row.grch38 else { continue }
        problems.append(
          TableProblem(
            file: table.file, column: "id",
            cause: "row \(name) (\(row.row.codingName)) has the identifier of another allele, "
              + "\(first.row.row.codingName) of \(first.table); give it one of its own"))
      }
    }
    return problems
  }
}
