/// Sequences of a FASTA file, by the first word of their header line.
struct FASTA {
  let file: String
  let records: [(name: String, letters: [UInt8])]

  /// `alphabet` says which letters may stand in a sequence line.
  init(
    _ bytes: [UInt8], file: String, alphabet: (UInt8) -> Bool, problems: inout [TableProblem]
  ) {
    self.file = file
    var records: [(name: String, letters: [UInt8])] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if line.first == UInt8(ascii: ">") {
        let name = line.dropFirst().prefix { $0 != UInt8(ascii: " ") }
        records.append((String(decoding: name, as: UTF8.self), []))
      } else if let bad = line.first(where: { !alphabet($0) }) {
        let cause = "has the character “\(Character(Unicode.Scalar(bad)))”, which is not allowed"
        problems.append(TableProblem(file: file, line: number + 1, cause: cause))
      } else if !records.isEmpty {
        records[records.count - 1].letters += line
      } else if !line.isEmpty {
        problems.append(TableProblem(file: file, line: number + 1, cause: "no > line before it"))
      }
    }
    self.records = records
    if records.isEmpty { problems.append(TableProblem(file: file, cause: "has no sequence")) }
  }

  func letters(_ name: String) -> [UInt8]? { records.first { $0.name == name }?.letters }
}
