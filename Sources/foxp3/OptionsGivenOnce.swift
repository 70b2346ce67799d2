import Pipelines

/// Of an option with one value the parser keeps the last that is given, and a case or a file of evidence that was
/// given first would be lost without a word. So no option is taken twice but those that may be repeated.
enum OptionsGivenOnce {
  /// - Parameter arguments: without the program's name.
  static func check(_ arguments: [String]) throws(PipelineError) {
    var given: Set<String> = []
    for argument in arguments.prefix(while: { $0 != "--" }) {
      guard let name = name(argument), !repeatable.contains(name) else { continue }
      guard given.insert(name).inserted else {
        throw PipelineError(.usage, "\(name) is given twice; give it once")
      }
    }
  }

  private static let repeatable: Set<String> = ["--table", "--sample"]

  /// The long name where there is a short one too; `nil` for what is no option.
  private static func name(_ argument: String) -> String? {
    guard argument.count > 1, argument.hasPrefix("-") else { return nil }
    let name = argument.prefix { $0 != "=" }
    return switch name.prefix(2) {
    case "-o": "--output"
    case "-O": "--output-type"
    default: name == "--output-dir" ? "--output" : String(name)
    }
  }
}
