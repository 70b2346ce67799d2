internal import Genome

/// The bases of the locus, from `Sequences/FOXP3_locus.BUILD.fa`.
enum LocusReader {
  static func read(
    _ assembly: Assembly, _ chromosome: AssemblyTable.Chromosome, from files: ReferenceFiles,
    problems: inout [TableProblem]
  ) -> Locus? {
    let file = "Sequences/FOXP3_locus.\(assembly.rawValue).fa"
    let bytes = files.bytes(file, problems: &problems)
    let fasta = FASTA(bytes, file: file, alphabet: BaseSequence.isBase, problems: &problems)
    let interval = chromosome.locus
    let name = "\(chromosome.accession):\(interval.start)-\(interval.end)"
    guard let letters = fasta.letters(name) else {
      problems.append(TableProblem(file: file, cause: "has no sequence named \(name)"))
      return nil
    }
    guard letters.count == interval.count else {
      let cause = "has \(letters.count) bases where \(name) has \(interval.count)"
      problems.append(TableProblem(file: file, cause: cause))
      return nil
    }
    return Locus(
      assembly: assembly, accession: chromosome.accession, chromosomeLength: chromosome.length,
      interval: interval, sequence: BaseSequence(letters))
  }
}
