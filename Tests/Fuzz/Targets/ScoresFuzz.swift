import Flow
import Reading

/// CSQ, ANN and score fields: the input's first line is a header line, the second an INFO column.
enum ScoresFuzz {
  private static let tools = [
    ScoreFields.Tool(name: "REVEL", keys: ["REVEL", "REVEL_score"]),
    ScoreFields.Tool(name: "SpliceAI", keys: ["SpliceAI", "DS_AG", "DS_AL", "DS_DG", "DS_DL"]),
  ]

  static func run(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    let header = String(decoding: parts[0], as: UTF8.self)
    let information = String(decoding: parts.last ?? [], as: UTF8.self)
    let alternates = ["A", "T"]
    let record = ReadRecord(
      number: 1, contig: "X", position: 49_251_441, end: 49_251_441, reference: "G",
      alternates: alternates, fixedText: "X\t49251441\t.\tG\tA,T\t.\tPASS\t" + information)
    let fields = ScoreFields(
      tools: tools, header: header, transcripts: ["NM_014009.4", "ENST00000376207.10"])
    for allele in 0...(alternates.count + 1) {
      guard let reading = try? fields.scores(record, allele: allele) else { continue }
      for score in reading.scores { precondition((0...1).contains(score.value)) }
    }
  }
}
