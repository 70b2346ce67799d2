public import Genome
public import Nomenclature

/// All that the program knows about FOXP3, read from `Reference/` and checked while reading.
public struct ReferenceBundle: Sendable {
  /// Where it was read from, for messages.
  public let origin: String
  public let isBuiltIn: Bool
  /// GRCh37, GRCh38.
  public let loci: [Locus]
  /// The two builds' loci laid beside each other.
  public let alignment: BuildAlignment
  public let naming: ChromosomeNaming
  /// In rising order.
  public let differences: [BuildDifference]
  /// In the order of the file: by first residue.
  public let regions: [ProteinRegion]
  public let consequenceOrder: ConsequenceOrder
  public let table: CuratedTable
  public let frequencies: [PopulationFrequency]
  /// The text of `AcmgRules.yaml`: how the ACMG/AMP criteria are applied.
  public let acmgRules: String
  /// What reports say to people, by language; `en` among them.
  public let texts: [LanguageText]
  /// The residues of NP_054728.2 without the stop.
  public let protein: [AminoAcid]
  public let manifest: [ManifestEntry]

  let parts: ReferenceParts

  /// The reference built into the program.
  public static func embedded() throws(ReferenceError) -> ReferenceBundle {
    try ReferenceBundle(.embedded(), isBuiltIn: true)
  }

  /// A reference in a folder laid out like the project's `Reference/` (`--reference-bundle`).
  public static func directory(_ path: String) throws(ReferenceError) -> ReferenceBundle {
    try ReferenceBundle(.directory(path), isBuiltIn: false)
  }

  init(_ files: ReferenceFiles, isBuiltIn: Bool) throws(ReferenceError) {
    var problems: [TableProblem] = []
    let parts = ReferenceParts(files, problems: &problems)
    guard let placed = parts.placed(problems: &problems), problems.isEmpty else {
      throw ReferenceError(origin: files.origin, problems: problems)
    }
    self.parts = parts
    self.isBuiltIn = isBuiltIn
    origin = files.origin
    loci = [placed.grch37, placed.grch38]
    alignment = placed.alignment
    naming = parts.assemblies.naming
    differences = placed.differences
    regions = parts.regions
    consequenceOrder = parts.consequenceOrder
    table = placed.table
    frequencies = parts.frequencies.map(\.frequency)
    acmgRules = parts.policy
    texts = parts.texts
    protein = parts.protein(placed.mane.protein)
    manifest = parts.manifest
    grch37 = placed.grch37
    grch38 = placed.grch38
    grch37Transcripts = placed.transcripts[.grch37] ?? []
    grch38Transcripts = placed.transcripts[.grch38] ?? []
  }

  private let grch37: Locus
  private let grch38: Locus
  private let grch37Transcripts: [Transcript]
  private let grch38Transcripts: [Transcript]

  /// The FOXP3 locus on a build.
  public func locus(_ assembly: Assembly) -> Locus { assembly == .grch37 ? grch37 : grch38 }

  /// MANE Select first, then by accession.
  public func transcripts(_ assembly: Assembly) -> [Transcript] {
    assembly == .grch37 ? grch37Transcripts : grch38Transcripts
  }

  /// What errors call the file of `acmgRules`.
  public static let acmgRulesFile = ReferenceParts.policyFile

  /// `nil` where the reference has no text in that language.
  public func text(_ language: String) -> LanguageText? {
    texts.first { $0.language == language }
  }

  /// The version of the curated table, as the manifest gives it.
  public var tableVersion: String {
    manifest.first { $0.path == ReferenceParts.curatedFile }?.version ?? "unknown"
  }

  /// Reads a laboratory's own table (the columns of `CuratedVariants.tsv`). `file` is its name
  /// for messages.
  public func table(_ bytes: [UInt8], file: String) throws(ReferenceError) -> CuratedTable {
    var problems: [TableProblem] = []
    let map = TranscriptMap(transcript: grch38Transcripts[0], locus: grch38)
    var table = CuratedTableReader(map: map, alignment: alignment)
      .read(bytes, file: file, problems: &problems)
    guard problems.isEmpty else { throw ReferenceError(origin: file, problems: problems) }
    table.digest = Checksum.of(bytes)
    return table
  }
}
