/// The header of a file of reads: its lines as in the source, and what they declare (SAM
/// specification, section 1.3).
public struct AlignmentHeader: Sendable, Hashable {
  /// An `@SQ` line.
  public struct Contig: Sendable, Hashable {
    public var name: String
    /// Bases.
    public var length: Int

    public init(name: String, length: Int) {
      self.name = name
      self.length = length
    }
  }

  /// An `@RG` line.
  public struct ReadGroup: Sendable, Hashable {
    public var identifier: String
    /// SM; `nil` where the line has none, or an empty one.
    public var sample: String?

    public init(identifier: String, sample: String?) {
      self.identifier = identifier
      self.sample = sample
    }
  }

  /// Every line, each ended by a newline.
  public let text: String
  /// In the header's order: a contig's place is its number in the records.
  public let contigs: [Contig]
  public let readGroups: [ReadGroup]
  /// `@HD SO:coordinate`.
  public let isCoordinateSorted: Bool

  public init(text: String) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { AlignmentHeader.fields($0) }
    self.text = text
    contigs = lines.filter { $0.type == "@SQ" }.map {
      Contig(
        name: $0.values["SN"] ?? "", length: $0.values["LN"].flatMap { Int($0) } ?? 0)
    }
    readGroups = lines.filter { $0.type == "@RG" }.compactMap { line in
      line.values["ID"].map { identifier in
        let sample = line.values["SM"].flatMap { $0.isEmpty ? nil : $0 }
        return ReadGroup(identifier: identifier, sample: sample)
      }
    }
    isCoordinateSorted = lines.first { $0.type == "@HD" }?.values["SO"] == "coordinate"
  }

  /// Sample names, each once, in the order of the read groups.
  public var samples: [String] {
    var seen: Set<String> = []
    return readGroups.compactMap(\.sample).filter { seen.insert($0).inserted }
  }

  private static func fields(_ line: Substring.UTF8View) -> (type: String, values: [String: String])
  {
    let columns = line.split(separator: UInt8(ascii: "\t")).map { String(Substring($0)) }
    var values: [String: String] = [:]
    for column in columns.dropFirst() {
      let parts = column.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, values[String(parts[0])] == nil {
        values[String(parts[0])] = String(parts[1])
      }
    }
    return (columns.first ?? "", values)
  }
}
