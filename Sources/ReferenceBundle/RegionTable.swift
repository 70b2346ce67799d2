internal import Genome

/// `Domains.tsv`: the named stretches of the protein.
enum RegionTable {
  static let fileName = "Domains.tsv"
  static let columns = ["name", "first", "last", "source", "note"]

  static func read(_ bytes: [UInt8], problems: inout [TableProblem]) -> [ProteinRegion] {
    let table = Table(bytes, file: fileName, columns: columns, problems: &problems)
    var regions: [ProteinRegion] = []
    for row in table.rows {
      var reader = RowReader(row)
      let (name, source) = (reader.required("name"), reader.required("source"))
      if let residues = reader.interval("first", "last") {
        regions.append(
          ProteinRegion(name: name, first: residues.start, last: residues.end, source: source))
      }
      problems += reader.problems
    }
    return regions
  }
}
