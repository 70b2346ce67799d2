public import Flow
import HTS

/// Scores of prediction tools in a record's INFO: under keys of their own (`REVEL=0.93`, SpliceAI's
/// `ALLELE|SYMBOL|…`), or as sub-fields of VEP's `CSQ` or SnpEff's `ANN`.
public struct ScoreFields: Sendable {
  /// A tool by its name and the keys its score may stand under.
  public struct Tool: Sendable, Hashable {
    public var name: String
    public var keys: [String]

    public init(name: String, keys: [String]) {
      self.name = name
      self.keys = keys
    }
  }

  /// The last is what this program's own files call the `CSQ` of their source.
  private static let annotations = ["CSQ", "ANN", "SOURCE_CSQ"]

  private let tools: [Tool]
  /// Names of the sub-fields of CSQ, ANN and SOURCE_CSQ, from the header.
  private let subfields: [String: [String]]
  /// Transcripts by which an entry of CSQ or ANN is chosen, without versions.
  private let transcripts: Set<String>

  public init(tools: [Tool], header: String, transcripts: [String]) {
    self.tools = tools
    self.transcripts = Set(transcripts.map { String($0.prefix { $0 != "." }) })
    var subfields: [String: [String]] = [:]
    let marks = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    for line in header.utf8.split(whereSeparator: marks.contains).map({ Substring($0) }) {
      guard line.hasPrefix("##INFO=<"), let key = HeaderLine(line)?.identifier else { continue }
      if ScoreFields.annotations.contains(key), subfields[key] == nil {
        subfields[key] = ScoreFields.names(line)
      }
    }
    self.subfields = subfields
  }

  /// The names after `Format: ` (VEP) or between the quotes of the description (SnpEff).
  private static func names(_ line: Substring) -> [String] {
    let body =
      line.firstRange(of: "Format: ").map { line[$0.upperBound...] }
      ?? line.firstRange(of: "annotations: '").map { line[$0.upperBound...] } ?? ""
    return body.prefix { $0 != "\"" && $0 != "'" && $0 != ">" }.split(
      separator: "|", omittingEmptySubsequences: false
    ).map { String($0.filter { !$0.isWhitespace }) }
  }

  /// Whether a record has a key under which one of the tools' scores may stand, with or without a
  /// value.
  public func hasKey(_ record: ReadRecord) throws(ScoreProblem) -> Bool {
    let values = try information(record)
    return tools.contains { tool in
      tool.keys.contains { values[Substring($0)] != nil }
        || ScoreFields.annotations.contains { key in
          values[Substring(key)] != nil && !places(of: tool, in: key).isEmpty
        }
    }
  }

  /// The scores of one ALT (counted from 1, as GT counts). Several values of one tool that differ
  /// are a doubt, and none of them is a score; one outside 0 to 1 or that is no number is an error.
  public func scores(
    _ record: ReadRecord, allele: Int
  ) throws(ScoreProblem) -> ScoreReading {
    guard record.alternates.indices.contains(allele - 1) else { return ScoreReading() }
    let values = try information(record)
    var reading = ScoreReading()
    guard !values.isEmpty else { return reading }
    for tool in tools {
      var found = ScoreCandidates(tool: tool.name)
      try direct(tool, values, record, allele, &found)
      for key in ScoreFields.annotations { try nested(tool, key, values, record, allele, &found) }
      if let doubt = found.doubt {
        reading.doubts.append(doubt)
      } else if let score = found.score {
        reading.scores.append(score)
      }
    }
    return reading
  }

  /// INFO's values by the keys that scores may stand under; one of them twice is an error.
  private func information(_ record: ReadRecord) throws(ScoreProblem) -> [Substring: Substring] {
    guard let information = record.informationText else { return [:] }
    var values: [Substring: Substring] = [:]
    for entry in information.utf8.split(separator: UInt8(ascii: ";")).map({ Substring($0) }) {
      let key = Substring(entry.utf8.prefix { $0 != UInt8(ascii: "=") })
      guard isKnown(key) else { continue }
      guard values[key] == nil else {
        throw ScoreProblem("INFO holds the key \(key) more than once")
      }
      values[key] = entry.dropFirst(key.count + 1)
    }
    return values
  }

  private func isKnown(_ key: Substring) -> Bool {
    ScoreFields.annotations.contains { $0 == key }
      || tools.contains { $0.keys.contains { $0 == key } }
  }

  // MARK: Keys of their own

  private func direct(
    _ tool: Tool, _ values: [Substring: Substring], _ record: ReadRecord, _ allele: Int,
    _ found: inout ScoreCandidates
  ) throws(ScoreProblem) {
    for key in tool.keys {
      guard let text = values[Substring(key)] else { continue }
      let field = "INFO/\(key)"
      let entries = text.split(separator: ",", omittingEmptySubsequences: false)
      if text.contains("|") {
        try spliceDeltas(entries, record, allele, field, &found)
      } else if entries.count == record.alternates.count {
        try found.add(entries[allele - 1], field)
      } else if record.alternates.count == 1 {
        for entry in entries { try found.add(entry, field) }
      } else if entries.contains(where: { $0 != "." && !$0.isEmpty }) {
        found.unassigned(
          "\(field) holds \(entries.count) values for \(record.alternates.count) alternate alleles")
      }
    }
    found.closeParts("INFO")
  }

  /// SpliceAI's own form, `ALLELE|SYMBOL|DS_AG|DS_AL|DS_DG|DS_DL|…`: the highest of the four deltas
  /// of FOXP3's entries. One of an allele that the record doesn't have may be meant for this one.
  private func spliceDeltas(
    _ entries: [Substring], _ record: ReadRecord, _ allele: Int, _ field: String,
    _ found: inout ScoreCandidates
  ) throws(ScoreProblem) {
    let alternates = record.alternates.map { $0.uppercased() }
    var unknown: String?
    for entry in entries {
      let fields = entry.split(separator: "|", omittingEmptySubsequences: false)
      guard fields.count >= 2, AnnotationEntry.namesGene(fields[1]) else { continue }
      guard fields.count >= 6 else {
        throw ScoreProblem(
          "\(field) has an entry of \(fields.count) parts, too few for four deltas")
      }
      let scored = fields[0].uppercased()
      if scored == alternates[allele - 1] {
        try found.addHighest(fields[2..<6], field)
      } else if !alternates.contains(scored) {
        unknown = scored
      }
    }
    if let unknown {
      found.unassignedElse(
        "\(field) scores the allele \(Excerpt.quoted(unknown)), which the record lacks")
    }
  }

  // MARK: Sub-fields

  private func places(of tool: Tool, in key: String) -> [Int] {
    guard let names = subfields[key] else { return [] }
    return names.indices.filter { tool.keys.contains(names[$0]) }
  }

  private func nested(
    _ tool: Tool, _ key: String, _ values: [Substring: Substring], _ record: ReadRecord,
    _ allele: Int, _ found: inout ScoreCandidates
  ) throws(ScoreProblem) {
    let places = places(of: tool, in: key)
    guard !places.isEmpty, let names = subfields[key], let text = values[Substring(key)] else {
      return
    }
    let field = { (place: Int) in "\(key)/\(names[place])" }
    let (entries, others) = AnnotationEntry.list(text, names)
    let isReduced = AnnotationEntry.areOfMore(entries, than: record)
    var left: String?
    for entry in entries where places.contains(where: { !entry.isMissing($0) }) {
      switch (isOurs(entry), entry.allele(allele, of: record, isReduced: isReduced)) {
      case (_, .other): break
      case (true, .same):
        for place in places {
          if let text = entry.own(place, transcripts) {
            try found.add(text, field(place))
          } else if !entry.isOfSplicing(place) {
            left = "stands beside other transcripts of FOXP3 alone"
          }
        }
        found.closeParts(key)
      case (true, .unknown):
        left = "can't be told to be of this alternate allele"
      case (false, _):
        if entry.isOfGene { left = left ?? "stands beside other transcripts of FOXP3 alone" }
      }
    }
    if let left { found.unassignedElse("the value in \(key) \(left)") }
    if others > 0 {
      found.unassignedElse(
        "\(key) has an entry of another number of parts than the \(names.count) of the header")
    }
  }

  private func isOurs(_ entry: AnnotationEntry) -> Bool {
    entry.transcript.map { transcripts.contains(String($0)) } == true
  }
}
