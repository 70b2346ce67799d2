internal import Genome

/// `Transcripts/ACCESSION.tsv`: one transcript on both builds.
struct TranscriptTable {
  static let columns = [
    "feature", "value", "grch37_start", "grch37_end", "grch38_start", "grch38_end",
  ]

  /// What a row says.
  enum Feature: String, CaseIterable {
    case protein
    case ensemblAlias = "ensembl_alias"
    case maneSelect = "mane_select"
    case coding
    case exon
  }

  private let file: String
  private let accession: String
  private var protein = ""
  private var ensemblAlias = ""
  private var isManeSelect = false
  private var coding: [Assembly: Interval] = [:]
  private var exons: [Assembly: [Interval]] = [:]

  init(_ bytes: [UInt8], file: String, problems: inout [TableProblem]) {
    self.file = file
    let name = file.split(separator: "/").last ?? ""
    accession = String(name.hasSuffix(".tsv") ? name.dropLast(4) : name)
    let columns = TranscriptTable.columns
    let table = Table(bytes, file: file, columns: columns, problems: &problems)
    for row in table.rows {
      var reader = RowReader(row)
      take(&reader)
      problems += reader.problems
    }
    if protein.isEmpty { problems.append(TableProblem(file: file, cause: "has no protein row")) }
  }

  private mutating func take(_ reader: inout RowReader) {
    guard let feature = reader.word("feature", Feature.self) else { return }
    switch feature {
    case .protein: protein = reader.required("value")
    case .ensemblAlias: ensemblAlias = reader.text("value")
    case .maneSelect: isManeSelect = reader.yes("value") ?? false
    case .coding: coding = intervals(&reader)
    case .exon:
      let places = intervals(&reader)
      if reader.integer("value") != (exons[.grch38]?.count ?? 0) + 1 {
        reader.fail("value", "exons are numbered from 1 in transcript order")
      }
      for assembly in Assembly.allCases {
        exons[assembly, default: []] += places[assembly].map { [$0] } ?? []
      }
    }
  }

  private func intervals(_ reader: inout RowReader) -> [Assembly: Interval] {
    var places: [Assembly: Interval] = [:]
    places[.grch37] = reader.interval("grch37_start", "grch37_end")
    places[.grch38] = reader.interval("grch38_start", "grch38_end")
    return places
  }

  /// The transcript on one build, its exons proven to lie in the locus in order and its coding
  /// ends to lie in exons; `nil` with a problem where they don't.
  func transcript(on locus: Locus, problems: inout [TableProblem]) -> Transcript? {
    let exons = exons[locus.assembly] ?? []
    guard let coding = coding[locus.assembly],
      let cause = misplacement(of: exons, coding: coding, in: locus)
    else {
      return coding[locus.assembly].map {
        Transcript(
          accession: accession, protein: protein, ensemblAlias: ensemblAlias,
          isManeSelect: isManeSelect, exons: exons, coding: $0)
      } ?? missingCoding(&problems)
    }
    problems.append(TableProblem(file: file, cause: "\(locus.assembly.rawValue): \(cause)"))
    return nil
  }

  private func missingCoding(_ problems: inout [TableProblem]) -> Transcript? {
    problems.append(TableProblem(file: file, cause: "has no coding row"))
    return nil
  }

  private func misplacement(
    of exons: [Interval], coding: Interval, in locus: Locus
  ) -> String? {
    if exons.isEmpty { return "has no exon" }
    if !exons.allSatisfy(locus.interval.contains) { return "an exon lies outside the locus" }
    if zip(exons, exons.dropFirst()).contains(where: { $0.start <= $1.end + 1 }) {
      return "the exons are not in transcript order with an intron between them"
    }
    let ends = [coding.start, coding.end]
    return ends.allSatisfy { end in exons.contains { $0.contains(end) } }
      ? nil : "an end of the coding region lies in no exon"
  }
}
