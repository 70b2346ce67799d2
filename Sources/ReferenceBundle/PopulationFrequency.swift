/// How often an allele was seen in people not chosen for IPEX.
public struct PopulationFrequency: Sendable, Hashable {
  /// HGVS `c.` name on NM_014009.4 without accession.
  public let codingName: String
  /// Share of chromosomes with the allele, 0 to 1.
  public let alleleFrequency: Double
  /// Chromosomes looked at, where the source says.
  public let chromosomes: Int?
  /// Males with the allele, where the source says.
  public let hemizygotes: Int?
  public let source: String
  public let note: String

  public init(
    codingName: String, alleleFrequency: Double, chromosomes: Int?, hemizygotes: Int?,
    source: String, note: String
  ) {
    self.codingName = codingName
    self.alleleFrequency = alleleFrequency
    self.chromosomes = chromosomes
    self.hemizygotes = hemizygotes
    self.source = source
    self.note = note
  }
}

/// Reads `PopulationFrequencies.tsv`.
enum FrequencyTable {
  static let fileName = "PopulationFrequencies.tsv"
  static let columns = [
    "hgvs_c", "allele_frequency", "chromosomes", "hemizygotes", "source", "note",
  ]

  /// The frequencies, each with its line.
  static func read(
    _ bytes: [UInt8], problems: inout [TableProblem]
  ) -> [(line: Int, frequency: PopulationFrequency)] {
    let table = Table(bytes, file: fileName, columns: columns, problems: &problems)
    var entries: [(line: Int, frequency: PopulationFrequency)] = []
    for row in table.rows {
      var reader = RowReader(row)
      entries.append((row.line, frequency(&reader)))
      problems += reader.problems
    }
    return entries
  }

  private static func frequency(_ reader: inout RowReader) -> PopulationFrequency {
    let share = Double(reader.text("allele_frequency")) ?? -1
    if !(0...1).contains(share) {
      reader.fail("allele_frequency", "is not a number between 0 and 1")
    }
    return PopulationFrequency(
      codingName: reader.required("hgvs_c"), alleleFrequency: share,
      chromosomes: reader.optionalInteger("chromosomes", minimum: 1),
      hemizygotes: reader.optionalInteger("hemizygotes"),
      source: reader.required("source"), note: reader.text("note"))
  }
}
