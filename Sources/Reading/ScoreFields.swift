public import Flow

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

  private let tools: [Tool]
  /// Names of the sub-fields of CSQ and ANN, from the header.
  private let subfields: [String: [String]]
  /// Transcripts by which an entry of CSQ or ANN is chosen, without versions.
  private let transcripts: Set<String>

  public init(tools: [Tool], header: String, transcripts: [String]) {
    self.tools = tools
    self.transcripts = Set(transcripts.map { String($0.prefix { $0 != "." }) })
    var subfields: [String: [String]] = [:]
    for line in header.split(whereSeparator: \.isNewline) {
      for key in ["CSQ", "ANN"] where line.hasPrefix("##INFO=<ID=\(key),") {
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

  /// The scores of one ALT (counted from 1, as GT counts).
  public func scores(_ record: ReadRecord, allele: Int) -> [ScoreEvidence] {
    let columns = record.fixedText.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count > 7, record.alternates.indices.contains(allele - 1) else { return [] }
    var values: [Substring: Substring] = [:]
    for entry in columns[7].split(separator: ";") {
      let key = entry.prefix { $0 != "=" }
      values[key] = entry.dropFirst(key.count + 1)
    }
    return tools.compactMap { tool in
      direct(tool, values, record, allele) ?? nested(tool, values, record, allele)
    }
  }

  private func direct(
    _ tool: Tool, _ values: [Substring: Substring], _ record: ReadRecord, _ allele: Int
  ) -> ScoreEvidence? {
    for key in tool.keys {
      guard let text = values[Substring(key)] else { continue }
      let entries = text.split(separator: ",", omittingEmptySubsequences: false)
      let value =
        text.contains("|")
        ? ScoreFields.delta(entries, alternate: record.alternates[allele - 1])
        : ScoreFields.plain(entries, allele: allele, of: record.alternates.count)
      if let value { return ScoreEvidence(tool: tool.name, value: value, field: "INFO/\(key)") }
    }
    return nil
  }

  /// One value for each ALT, or one for all; anything else can't be assigned.
  private static func plain(_ entries: [Substring], allele: Int, of count: Int) -> Double? {
    if entries.count == count { return number(entries[allele - 1]) }
    let distinct = Set(entries.compactMap(number))
    return count == 1 && distinct.count == 1 ? distinct.first : nil
  }

  /// SpliceAI's own form, `ALLELE|SYMBOL|DS_AG|DS_AL|DS_DG|DS_DL|…`: the highest of the four deltas
  /// of FOXP3's entry.
  private static func delta(_ entries: [Substring], alternate: String) -> Double? {
    for entry in entries {
      let fields = entry.split(separator: "|", omittingEmptySubsequences: false)
      guard fields.count >= 6, fields[0] == alternate, fields[1] == "FOXP3" else { continue }
      let deltas = fields[2..<6].compactMap(number)
      return deltas.count == 4 ? deltas.max() : nil
    }
    return nil
  }

  private func nested(
    _ tool: Tool, _ values: [Substring: Substring], _ record: ReadRecord, _ allele: Int
  ) -> ScoreEvidence? {
    for key in ["CSQ", "ANN"] {
      guard let names = subfields[key], let text = values[Substring(key)] else { continue }
      let places = names.indices.filter { tool.keys.contains(names[$0]) }
      guard !places.isEmpty else { continue }
      for entry in text.split(separator: ",") {
        let fields = entry.split(separator: "|", omittingEmptySubsequences: false)
        guard fields.count == names.count, isOurs(fields, names, record, allele) else { continue }
        // Several sub-fields are the parts of one score (SpliceAI's four deltas): all are needed.
        let found = places.compactMap { ScoreFields.number(fields[$0]) }
        guard found.count == places.count, let value = found.max() else { continue }
        return ScoreEvidence(
          tool: tool.name, value: value, field: "\(key)/\(names[places[0]])")
      }
    }
    return nil
  }

  /// Whether an entry speaks of FOXP3's transcript and of this ALT. Without an ALT's number an
  /// entry is only taken where the record has one ALT.
  private func isOurs(
    _ fields: [Substring], _ names: [String], _ record: ReadRecord, _ allele: Int
  ) -> Bool {
    let feature = names.firstIndex(of: "Feature") ?? names.firstIndex(of: "Feature_ID")
    guard let feature, transcripts.contains(String(fields[feature].prefix { $0 != "." })) else {
      return false
    }
    if let number = names.firstIndex(of: "ALLELE_NUM") { return Int(fields[number]) == allele }
    return record.alternates.count == 1
  }

  private static func number(_ text: Substring) -> Double? {
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
