import ArgumentParser

/// How what happens is told on standard error: lines for a person, or a JSON object a line.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
