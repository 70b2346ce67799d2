import Flow
import HTS

/// The values that a record has of one tool for one allele, until it is clear whether they are one.
struct ScoreCandidates {
  let tool: String
  private var values: [(value: Double, field: String)] = []
  private var unassigned: [String] = []
  /// SpliceAI's deltas under keys of their own (`…_DS_AG`), by the last two letters: all four are
  /// parts of one score.
  private var parts: [Substring: (value: Double, field: String)] = [:]

  private static let partEndings = ["DS_AG", "DS_AL", "DS_DG", "DS_DL"]

  init(tool: String) { self.tool = tool }

  /// A value, or several joined by `&` as VEP does. Where some of them are missing, it may be this allele's or
  /// transcript's that is.
  mutating func add(_ text: Substring, _ field: String) throws(ScoreProblem) {
    let pieces = text.split(separator: "&", omittingEmptySubsequences: false)
    let missing = pieces.count { $0.isEmpty || $0 == "." }
    guard missing == 0 || missing == pieces.count else {
      return unassigned("\(field) lacks some of its \(pieces.count) values")
    }
    for piece in pieces {
      guard let value = try ScoreCandidates.number(piece, field) else { continue }
      if let ending = ScoreCandidates.partEndings.first(where: field.hasSuffix) {
        if let known = parts[ending.suffix(2)], known.value != value {
          unassigned("\(field) has different values for the allele")
        }
        parts[ending.suffix(2)] = (value, field)
      } else {
        values.append((value, field))
      }
    }
  }

  /// The highest of several deltas; where one is missing the highest isn't known.
  mutating func addHighest(
    _ texts: ArraySlice<Substring>, _ field: String
  ) throws(ScoreProblem) {
    var found: [Double] = []
    for text in texts {
      if let value = try ScoreCandidates.number(text, field) { found.append(value) }
    }
    guard let highest = found.max() else { return }
    guard found.count == texts.count else {
      return unassigned("\(field) lacks one of the four deltas")
    }
    values.append((highest, field))
  }

  /// Takes the highest of the deltas gathered so far, under keys of `field`, as one score; of equal ones that whose
  /// key is the first by its letters.
  mutating func closeParts(_ field: String) {
    defer { parts = [:] }
    let highest = parts.values.max { ($0.value, $1.field) < ($1.value, $0.field) }
    guard let highest else { return }
    guard parts.count == ScoreCandidates.partEndings.count else {
      return unassigned("\(field) lacks one of the four deltas")
    }
    values.append(highest)
  }

  /// A value is there that can't be taken for the allele's.
  mutating func unassigned(_ clause: String) { unassigned.append(clause) }

  /// The same, where no value was found that can.
  mutating func unassignedElse(_ clause: String) {
    if values.isEmpty { unassigned.append(clause) }
  }

  var score: ScoreEvidence? {
    values.first.map { ScoreEvidence(tool: tool, value: $0.value, field: $0.field) }
  }

  var doubt: ScoreDoubt? {
    if let clause = unassigned.first {
      return ScoreDoubt(tool: tool, reason: "\(clause), so that no \(tool) score is used.")
    }
    let distinct = Set(values.map(\.value)).sorted()
    guard distinct.count > 1 else { return nil }
    let fields = Set(values.map(\.field)).sorted().joined(separator: ", ")
    return ScoreDoubt(
      tool: tool,
      reason: "\(tool) has different values for the allele, "
        + "\(distinct.map { "\($0)" }.joined(separator: " and ")) (\(fields)): none is used.")
  }

  /// `nil` for a missing one. All tools that are known here score from 0 to 1.
  private static func number(
    _ text: Substring, _ field: String
  ) throws(ScoreProblem) -> Double? {
    guard !text.isEmpty, text != "." else { return nil }
    guard let value = DecimalNumber.value(text), (0...1).contains(value) else {
      throw ScoreProblem("\(field) holds \(Excerpt.quoted(text)), which is no score from 0 to 1")
    }
    return value
  }
}
