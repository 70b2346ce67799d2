internal import Genome
internal import Nomenclature

/// The reference's files read one by one, before they are put together.
struct ReferenceParts: Sendable {
  static let curatedFile = "CuratedVariants.tsv"
  static let policyFile = "AcmgRules.yaml"
  static let proteinFile = "Sequences/FOXP3_proteins.fa"

  let files: ReferenceFiles
  let manifest: [ManifestEntry]
  let assemblies: AssemblyTable
  let differences: BuildDifferenceTable
  let regions: [ProteinRegion]
  let consequenceOrder: ConsequenceOrder
  let frequencies: [(line: Int, frequency: PopulationFrequency)]
  let texts: [LanguageText]
  let transcripts: [TranscriptTable]
  let proteins: FASTA
  /// The text of `AcmgRules.yaml`.
  let policy: String

  init(_ files: ReferenceFiles, problems: inout [TableProblem]) {
    self.files = files
    func bytes(_ path: String) -> [UInt8] { files.bytes(path, problems: &problems) }
    manifest = Manifest.read(bytes(Manifest.fileName), problems: &problems)
    assemblies = AssemblyTable(bytes(AssemblyTable.fileName), problems: &problems)
    differences = BuildDifferenceTable(bytes(BuildDifferenceTable.fileName), problems: &problems)
    regions = RegionTable.read(bytes(RegionTable.fileName), problems: &problems)
    consequenceOrder = ConsequenceOrderFile.read(
      bytes(ConsequenceOrderFile.fileName), problems: &problems)
    frequencies = FrequencyTable.read(bytes(FrequencyTable.fileName), problems: &problems)
    texts = LanguageText.all(files, problems: &problems)
    transcripts = files.paths(in: "Transcripts").map {
      TranscriptTable(bytes($0), file: $0, problems: &problems)
    }
    policy =
      Table.text(
        bytes(ReferenceParts.policyFile), file: ReferenceParts.policyFile, problems: &problems)
      ?? ""
    proteins = FASTA(
      bytes(ReferenceParts.proteinFile), file: ReferenceParts.proteinFile,
      alphabet: { (0x41...0x5A).contains($0) }, problems: &problems)
  }

  /// The residues of a protein; empty where the file has none of that name.
  func protein(_ accession: String) -> [AminoAcid] {
    (proteins.letters(accession) ?? []).map { AminoAcid(code: $0) }
  }
}

/// The parts that need the loci: what stands on them.
struct PlacedParts {
  let grch37: Locus
  let grch38: Locus
  let alignment: BuildAlignment
  let differences: [BuildDifference]
  let transcripts: [Assembly: [Transcript]]
  /// The MANE Select transcript on GRCh38.
  let mane: Transcript
  let table: CuratedTable
}

extension ReferenceParts {
  /// `nil`, with the reasons in `problems`, where the loci or the transcripts can't be used.
  func placed(problems: inout [TableProblem]) -> PlacedParts? {
    guard let grch37 = assemblies.locus(.grch37, from: files, problems: &problems),
      let grch38 = assemblies.locus(.grch38, from: files, problems: &problems)
    else { return nil }
    let differences = differences.entries.map(\.difference)
    let transcripts = [
      Assembly.grch37: transcripts(on: grch37, &problems),
      Assembly.grch38: transcripts(on: grch38, &problems),
    ]
    guard let mane = transcripts[.grch38]?.first, mane.isManeSelect else {
      problems.append(TableProblem(file: "Transcripts", cause: "no transcript is MANE Select"))
      return nil
    }
    let alignment = BuildAlignment(grch37: grch37, grch38: grch38, differences: differences)
    let map = TranscriptMap(transcript: mane, locus: grch38)
    let table = CuratedTableReader(map: map, alignment: alignment).read(
      files.bytes(ReferenceParts.curatedFile, problems: &problems),
      file: ReferenceParts.curatedFile, problems: &problems)
    return PlacedParts(
      grch37: grch37, grch38: grch38, alignment: alignment, differences: differences,
      transcripts: transcripts, mane: mane, table: table)
  }

  private func transcripts(
    on locus: Locus, _ problems: inout [TableProblem]
  ) -> [Transcript] {
    let placed = transcripts.compactMap { $0.transcript(on: locus, problems: &problems) }
    return placed.filter(\.isManeSelect) + placed.filter { !$0.isManeSelect }
  }
}
