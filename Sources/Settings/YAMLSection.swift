import Genome
import Yams

/// One mapping of a YAML document, read key by key: each value is asked for by name and type, what
/// is wrong is collected with its line, and keys nobody asked for are wrong too.
///
/// A value that can't be read stands for itself as an empty or zero one; the problem it leaves keeps
/// the whole file from being used.
struct YAMLSection {
  private(set) var problems: [SettingsProblem] = []
  /// Every day that was read, those of inner sections too.
  private(set) var days: [DayInFile] = []
  /// Where the section stands, as `population.`; empty at the top.
  private let path: String
  /// Where it begins, 1-based.
  let line: Int?
  private var entries: [String: Node] = [:]
  private var keyLines: [String: Int] = [:]
  private var order: [String] = []

  init(_ node: Node, path: String = "") {
    self.path = path.isEmpty ? "" : path + "."
    line = node.mark?.line
    guard case .mapping(let mapping) = node else {
      report(line, "\(path.isEmpty ? "the file" : path) has to be a list of `key: value` lines")
      return
    }
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        report(key.mark?.line, "a key has to be a word")
        continue
      }
      entries[name] = value
      keyLines[name] = key.mark?.line
      order.append(name)
    }
  }

  /// Keys in the order of the file that nobody has taken yet.
  var remaining: [String] { order.filter { entries[$0] != nil } }

  func has(_ key: String) -> Bool { entries[key] != nil }

  mutating func report(_ line: Int?, _ message: String) {
    problems.append(SettingsProblem(line: line, message: message))
  }

  /// A problem with the value of `key`.
  mutating func fail(_ key: String, _ message: String) {
    report(keyLines[key] ?? line, "\(path)\(key) \(message)")
  }

  /// Every key that was not taken is a problem; called when a section has been read.
  mutating func close() {
    for key in remaining {
      report(keyLines[key], "“\(path)\(key)” is not a key known here; correct or remove it")
    }
    entries = [:]
  }

  mutating func take(_ key: String) -> Node? {
    if let node = entries.removeValue(forKey: key) { return node }
    report(line, "\(path)\(key) is missing")
    return nil
  }

  mutating func text(_ key: String) -> String {
    guard let node = take(key) else { return "" }
    return text(of: node, key)
  }

  mutating func textIfGiven(_ key: String) -> String? { has(key) ? text(key) : nil }

  /// `yes` and `no` also as YAML's true and false.
  mutating func answer(_ key: String) -> PatientCase.Answer {
    let text = text(key)
    switch text {
    case "yes", "true": return .yes
    case "no", "false": return .no
    case "unknown", "": return .unknown
    default:
      fail(key, "is “\(text)”; write yes, no or unknown")
      return .unknown
    }
  }

  mutating func words(_ key: String) -> [String] {
    guard let node = take(key) else { return [] }
    guard case .sequence(let sequence) = node, !sequence.isEmpty else {
      fail(key, "has to be a list with at least one entry, as [one, two]")
      return []
    }
    return sequence.map { text(of: $0, key) }
  }

  /// A day of the calendar, as `2026-01-31`.
  mutating func day(_ key: String) -> String {
    let text = text(key)
    if !text.isEmpty, !CalendarDay.isDay(text) {
      fail(key, "is “\(text)”; write a day of the calendar as 2026-01-31")
    }
    days.append(DayInFile(day: text, key: path + key, line: keyLines[key] ?? line))
    return text
  }

  /// A day of the calendar, `yes` where it is not known, or `no`.
  mutating func dayOrAnswer(_ key: String) -> (isYes: Bool, day: String?) {
    let text = text(key)
    switch text {
    case "yes", "true": return (true, nil)
    case "no", "false", "": return (false, nil)
    default:
      if !CalendarDay.isDay(text) {
        fail(key, "is “\(text)”; write yes, no or a day of the calendar as 2026-01-31")
        return (true, nil)
      }
      days.append(DayInFile(day: text, key: path + key, line: keyLines[key] ?? line))
      return (true, text)
    }
  }

  mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int {
    figure(key, Int.init, "a whole number from \(range.lowerBound) to \(range.upperBound)") {
      range.contains($0)
    } ?? 0
  }

  mutating func number(_ key: String, in range: ClosedRange<Double>) -> Double {
    figure(key, Double.init, "a number from \(range.lowerBound) to \(range.upperBound)") {
      range.contains($0)
    } ?? 0
  }

  /// A part of a whole, and not none of it.
  mutating func share(_ key: String) -> Double {
    figure(key, Double.init, "a share above 0 and up to 1, as 0.9") { $0 > 0 && $0 <= 1 } ?? 0
  }

  /// A number written without quotation marks, in one of the ways that every reader of YAML takes for the same:
  /// `010` is eight to some, and `1_000` a thousand.
  private mutating func figure<Number>(
    _ key: String, _ read: (String) -> Number?, _ kind: String, isPossible: (Number) -> Bool
  ) -> Number? {
    let isPlain = entries[key]?.scalar.map { [.plain, .any].contains($0.style) } ?? false
    let text = text(key)
    if isPlain, YAMLSection.isPlainNumber(text), let number = read(text), isPossible(number) {
      return number
    }
    if !text.isEmpty { fail(key, "is “\(text)”; write \(kind), without quotation marks") }
    return nil
  }

  private static func isPlainNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let isKnown = digits.allSatisfy { "0123456789.eE-".contains($0) }
    return isKnown && (!digits.hasPrefix("0") || digits == "0" || digits.hasPrefix("0."))
  }

  mutating func yes(_ key: String) -> Bool {
    let text = text(key)
    switch text {
    case "yes", "true": return true
    case "no", "false", "": return false
    default:
      fail(key, "is “\(text)”; write yes or no")
      return false
    }
  }

  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, or other: Word
  ) -> Word where Word.RawValue == String {
    let text = text(key)
    if let word = Word(rawValue: text) { return word }
    if !text.isEmpty {
      let allowed = Word.allCases.map(\.rawValue).joined(separator: ", ")
      fail(key, "is “\(text)”, which is not one of: \(allowed)")
    }
    return other
  }

  /// The section under `key`, read by `body` and closed.
  mutating func section<Value>(_ key: String, _ body: (inout YAMLSection) -> Value) -> Value? {
    guard let node = take(key) else { return nil }
    return read(node, path + key, body)
  }

  /// A list of sections under `key`, each read by `body` and closed.
  mutating func sections<Value>(
    _ key: String, _ body: (inout YAMLSection) -> Value
  ) -> [Value] {
    guard let node = take(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      fail(key, "has to be a list of entries that begin with -")
      return []
    }
    return sequence.map { read($0, path + key, body) }
  }

  private mutating func read<Value>(
    _ node: Node, _ path: String, _ body: (inout YAMLSection) -> Value
  ) -> Value {
    var inner = YAMLSection(node, path: path)
    let value = body(&inner)
    inner.close()
    problems += inner.problems
    days += inner.days
    return value
  }

  private mutating func text(of node: Node, _ key: String) -> String {
    guard let scalar = node.scalar else {
      fail(key, "needs one value, not a list or a group")
      return ""
    }
    let text = scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isNull = scalar.style == .plain && YAMLSection.nulls.contains(text)
    if text.isEmpty || isNull { fail(key, "is empty") }
    return isNull ? "" : text
  }

  /// YAML 1.2.2, section 10.3.2: written without quotes these are no value.
  private static let nulls: Set<String> = ["~", "null", "Null", "NULL"]
}
