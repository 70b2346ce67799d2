import Foundation
import Pipelines

/// How reports are asked for, by `annotate` and `batch` alike.
enum ReportOptions {
  static func formats(_ list: String) throws -> Set<AnnotateRequest.Format> {
    let names = list.split(separator: ",").map(String.init)
    let known = AnnotateRequest.Format.allCases.map(\.rawValue).joined(separator: ", ")
    guard !names.isEmpty else { throw PipelineError(.usage, "--formats is empty; known: \(known)") }
    return Set(
      try names.map { name in
        guard let format = AnnotateRequest.Format(rawValue: name) else {
          throw PipelineError(.usage, "--formats: “\(name)” is not known; known: \(known)")
        }
        return format
      })
  }

  /// The day asked for, else today.
  static func runDate(_ choice: String?) throws -> String {
    guard let choice else { return Today.text }
    guard choice.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil, Today.exists(choice) else {
      throw PipelineError(.usage, "--run-date: “\(choice)” is not a day as 2026-01-31")
    }
    return choice
  }
}

/// The calendar's day is read here and nowhere else.
private enum Today {
  /// Whether the calendar has this day.
  static func exists(_ date: String) -> Bool {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return false }
    return DateComponents(
      calendar: Calendar(identifier: .gregorian), year: parts[0], month: parts[1], day: parts[2]
    ).isValidDate
  }

  static var text: String {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    func padded(_ number: Int?, _ width: Int) -> String {
      let digits = String(number ?? 0)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
  }
}
