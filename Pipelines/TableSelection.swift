import Foundation
import ReferenceBundle
import Settings

/// Which tables a run stands on (`--table`).
public struct TableSelection: Sendable, Hashable {
  /// Whether the built-in table is used.
  public var usesBuiltIn: Bool
  /// Laboratories' own tables; the last one lies topmost.
  public var files: [String]

  /// From the option's values: `none` switches the built-in table off.
  public init(_ choices: [String] = []) {
    usesBuiltIn = !choices.contains("none")
    files = choices.filter { $0 != "none" }
  }

  func load(_ bundle: ReferenceBundle) throws(PipelineError) -> LayeredTable {
    var tables: [CuratedTable] = []
    for file in files { tables.append(try TableSelection.read(file, bundle)) }
    return try TableSelection.layered(bundle, usesBuiltIn: usesBuiltIn, tables)
  }

  /// Lays tables over each other; an identifier of two alleles is an error.
  static func layered(
    _ bundle: ReferenceBundle, usesBuiltIn: Bool, _ tables: [CuratedTable]
  ) throws(PipelineError) -> LayeredTable {
    let problems = SharedIdentifiers.problems(
      builtIn: usesBuiltIn ? bundle.table : nil, laboratories: tables)
    if let first = problems.first {
      throw PipelineError(ReferenceError(origin: first.file, problems: problems))
    }
    return LayeredTable(
      builtIn: usesBuiltIn ? (bundle.table, bundle.tableVersion) : nil, laboratories: tables)
  }

  /// Reads one table and checks each name on both builds.
  static func read(
    _ path: String, _ bundle: ReferenceBundle
  ) throws(PipelineError) -> CuratedTable {
    guard !path.contains("://"), let data = SmallFile.contents(atPath: path) else {
      throw PipelineError(
        .missingInput, "\(path) is no table that can be read; give a local file, or none")
    }
    do throws(ReferenceError) {
      return try bundle.table([UInt8](data), file: path)
    } catch {
      throw PipelineError(error)
    }
  }
}
