public import Genome

/// Where the locus lies in each build and how its chromosome is named: what isolating it takes of the
/// built-in reference, without the tables that stand on it.
public struct LocusReference: Sendable {
  /// GRCh37, GRCh38.
  public let loci: [Locus]
  public let naming: ChromosomeNaming
  private let grch37: Locus
  private let grch38: Locus

  /// The loci that are part of the program.
  public static func embedded() throws(ReferenceError) -> LocusReference {
    try LocusReference(.embedded())
  }

  init(_ files: ReferenceFiles) throws(ReferenceError) {
    var problems: [TableProblem] = []
    let assemblies = AssemblyTable(
      files.bytes(AssemblyTable.fileName, problems: &problems), problems: &problems)
    guard let grch37 = assemblies.locus(.grch37, from: files, problems: &problems),
      let grch38 = assemblies.locus(.grch38, from: files, problems: &problems), problems.isEmpty
    else {
      throw ReferenceError(origin: files.origin, problems: problems)
    }
    loci = [grch37, grch38]
    naming = assemblies.naming
    self.grch37 = grch37
    self.grch38 = grch38
  }

  /// The FOXP3 locus on a build.
  public func locus(_ assembly: Assembly) -> Locus { assembly == .grch37 ? grch37 : grch38 }
}

extension AssemblyTable {
  /// The locus with its bases; `nil`, with the reasons in `problems`, where it can't be used.
  func locus(
    _ assembly: Assembly, from files: ReferenceFiles, problems: inout [TableProblem]
  ) -> Locus? {
    chromosomes[assembly].flatMap {
      LocusReader.read(assembly, $0, from: files, problems: &problems)
    }
  }
}
