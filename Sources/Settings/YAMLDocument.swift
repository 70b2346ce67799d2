import Yams

/// A YAML text read into its top mapping, or what is wrong with it.
///
/// All scalars are taken as text, and `YAMLSection` reads what is asked for: without Yams' rules for other
/// types, which compile regular expressions first.
enum YAMLDocument {
  static func compose(_ yaml: String, empty: String) -> Result<Node, SettingsProblem> {
    do {
      if let document = try Yams.compose(yaml: yaml, .basic) { return .success(document) }
      return .failure(SettingsProblem(line: nil, message: empty))
    } catch let error as YamlError {
      return .failure(
        SettingsProblem(line: error.line, message: "not valid YAML: \(error.cause)"))
    } catch {
      return .failure(SettingsProblem(line: nil, message: "not valid YAML: \(error)"))
    }
  }
}

extension SettingsProblem: Error {}

extension YamlError {
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }

  /// The cause in one line, without the excerpt Yams puts under it.
  fileprivate var cause: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _), .reader(let problem, _, _, _):
      problem
    case .duplicatedKeysInMapping(let keys, _):
      "“\(keys.joined(separator: ", "))” stands more than once"
    default: "\(self)"
    }
  }
}
