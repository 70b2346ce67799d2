import ArgumentParser

/// A name may begin with a minus (`-22-1G>A`), which the parser would take for options of one letter each. No option
/// begins with a minus and a digit, so that for `explain` such an argument is a name: a mark hides its
/// minus from the parser.
enum LeadingMinus {
  /// No argument of a program can hold it.
  private static let mark: Character = "\0"

  /// - Parameter arguments: without the program's name.
  static func hidden(_ arguments: [String]) -> [String] {
    guard arguments.first == Explain.configuration.commandName else { return arguments }
    return zip([""] + arguments, arguments).map { before, argument in
      isName(argument, behind: before) ? "\(mark)\(argument)" : argument
    }
  }

  /// Every long option of `explain` but the help takes a value: what stands behind one is none of the names.
  private static func isName(_ argument: String, behind before: String) -> Bool {
    argument.prefixMatch(of: /-[0-9]/) != nil && before.wholeMatch(of: /--[^=]+/) == nil
  }

  /// The argument as it was given.
  static func shown(_ argument: String) -> String {
    argument.first == mark ? String(argument.dropFirst()) : argument
  }
}
