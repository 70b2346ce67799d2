internal import Genome

/// `Assemblies.tsv`: the names of chromosomes X and Y, what tells the build, and where the locus lies.
struct AssemblyTable {
  static let fileName = "Assemblies.tsv"
  static let columns = [
    "name", "assembly", "supported", "kind", "length", "locus_start", "locus_end", "source",
  ]

  /// What a name in the table is.
  enum Kind: String, CaseIterable {
    /// The RefSeq accession of chromosome X in one build.
    case accession
    /// Another accession of the same sequence.
    case synonym
    /// A name that says nothing of the build.
    case name
    /// A fix-patch contig that carries a copy of FOXP3.
    case patch
    /// A name or accession of chromosome Y, which is looked at for the sex alone.
    case chromosomeY = "chromosome_y"
  }

  /// Chromosome X of a supported build.
  struct Chromosome {
    let accession: String
    let length: Int
    let locus: Interval
  }

  private(set) var chromosomes: [Assembly: Chromosome] = [:]
  private(set) var naming = ChromosomeNaming(
    names: [:], chromosomeYNames: [], patches: [:], patchLengths: [:], unsupportedLengths: [:])

  init(_ bytes: [UInt8], problems: inout [TableProblem]) {
    let file = AssemblyTable.fileName
    let table = Table(bytes, file: file, columns: AssemblyTable.columns, problems: &problems)
    var seen: Set<String> = []
    for row in table.rows {
      var reader = RowReader(row)
      let name = reader.required("name")
      if !seen.insert(name).inserted { reader.fail("name", "\(name) is listed twice") }
      if reader.yes("supported") == false {
        addUnsupported(&reader)
      } else {
        addSupported(name, &reader)
      }
      problems += reader.problems
    }
    for assembly in Assembly.allCases where chromosomes[assembly] == nil {
      let cause = "has no accession row for \(assembly.rawValue)"
      problems.append(TableProblem(file: file, cause: cause))
    }
  }

  private mutating func addUnsupported(_ reader: inout RowReader) {
    let build = reader.required("assembly")
    if let length = reader.integer("length") { naming.unsupportedLengths[length] = build }
  }

  private mutating func addSupported(_ name: String, _ reader: inout RowReader) {
    guard let kind = reader.word("kind", Kind.self) else { return }
    switch kind {
    case .name:
      naming.names.updateValue(nil, forKey: name)
      return
    case .chromosomeY:
      naming.chromosomeYNames.insert(name)
      return
    case .accession, .synonym, .patch: break
    }
    guard let assembly = reader.word("assembly", Assembly.self) else { return }
    switch kind {
    case .patch:
      naming.patches[name] = assembly
      if let length = reader.optionalInteger("length") { naming.patchLengths[length] = assembly }
    case .synonym, .name, .chromosomeY: naming.names.updateValue(assembly, forKey: name)
    case .accession:
      naming.names.updateValue(assembly, forKey: name)
      addChromosome(name, assembly, &reader)
    }
  }

  private mutating func addChromosome(
    _ name: String, _ assembly: Assembly, _ reader: inout RowReader
  ) {
    guard let length = reader.integer("length"),
      let locus = reader.interval("locus_start", "locus_end")
    else { return }
    if locus.end > length { reader.fail("locus_end", "lies beyond the chromosome's end") }
    if chromosomes[assembly] != nil {
      reader.fail("assembly", "\(assembly.rawValue) has a second accession row")
    }
    chromosomes[assembly] = Chromosome(accession: name, length: length, locus: locus)
  }
}
