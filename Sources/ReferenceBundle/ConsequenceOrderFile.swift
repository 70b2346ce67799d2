internal import Genome

/// `ConsequenceOrder.txt`: a term and its impact on each line, most severe first; lines that begin
/// with `#` are remarks.
enum ConsequenceOrderFile {
  static let fileName = "ConsequenceOrder.txt"

  static func read(_ bytes: [UInt8], problems: inout [TableProblem]) -> ConsequenceOrder {
    var entries: [(term: ConsequenceTerm, impact: Impact)] = []
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      if words.count == 2, let term = ConsequenceTerm(rawValue: words[0]),
        let impact = Impact(rawValue: words[1]), !entries.contains(where: { $0.term == term })
      {
        entries.append((term, impact))
      } else {
        let cause = "“\(line)” is not a term of this program, not listed before, and its impact"
        problems.append(TableProblem(file: fileName, line: number + 1, cause: cause))
      }
    }
    for term in ConsequenceTerm.allCases where !entries.contains(where: { $0.term == term }) {
      problems.append(TableProblem(file: fileName, cause: "\(term.rawValue) is missing"))
    }
    return ConsequenceOrder(entries)
  }
}
