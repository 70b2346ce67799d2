import Flow
import Testing

@testable import Reading

/// Which entry of CSQ, and which value of a list in it, is an allele's and a transcript's own.
@Suite struct AnnotationEntryTests {
  private static let splicing =
    "Allele|SYMBOL|Feature|ALLELE_NUM|SpliceAI_pred_SYMBOL|SpliceAI_pred_DS_AG|"
    + "SpliceAI_pred_DS_AL|SpliceAI_pred_DS_DG|SpliceAI_pred_DS_DL"
  private static let residue = "Allele|SYMBOL|Feature|REVEL_score|Ensembl_transcriptid"

  private func reading(
    _ format: String, _ entries: [String], _ reference: String, _ alternates: String,
    allele: Int = 1
  ) throws -> ScoreReading {
    let record = ReadRecord(
      number: 1, contig: "X", position: 100, end: 100 + reference.count - 1, reference: reference,
      alternates: alternates.split(separator: ",").map(String.init),
      fixedText:
        "X\t100\t.\t\(reference)\t\(alternates)\t.\tPASS\tCSQ=\(entries.joined(separator: ","))")
    let fields = ScoreFields(
      tools: [
        ScoreFields.Tool(name: "REVEL", keys: ["REVEL_score"]),
        ScoreFields.Tool(
          name: "SpliceAI", keys: ["AG", "AL", "DG", "DL"].map { "SpliceAI_pred_DS_\($0)" }),
      ],
      header: "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"VEP. Format: \(format)\">",
      transcripts: ["NM_014009.4", "ENST00000376207"])
    return try fields.scores(record, allele: allele)
  }

  private func splice(
    _ entries: [(allele: String, number: String, score: String)], _ reference: String,
    _ alternates: String, allele: Int = 1
  ) throws -> ScoreReading {
    try reading(
      Self.splicing,
      entries.map { "\($0.allele)|FOXP3|NM_014009.4|\($0.number)|FOXP3|0|0|0|\($0.score)" },
      reference, alternates, allele: allele)
  }

  /// VEP leaves out the first base where all alleles share it, and writes `-` for nothing.
  @Test(arguments: [1, 2]) func allelesOfOneRecordAreTold(allele: Int) throws {
    let entries = [("-", "1", "0.01"), ("TGTG", "2", "0.91")]
    for isNumbered in [true, false] {
      let found = try splice(
        entries.map { ($0.0, isNumbered ? $0.1 : "", $0.2) }, "CTG", "C,CTGTG", allele: allele)
      #expect(found.scores.map(\.value) == [allele == 1 ? 0.01 : 0.91])
    }
    // By --minimal two deletions are spelled alike; their number tells them apart.
    let alike = [("-", "1", "0.01"), ("-", "2", "0.91")]
    #expect(
      try splice(alike, "CTG", "C,CT", allele: allele).scores.map(\.value)
        == [allele == 1 ? 0.01 : 0.91])
  }

  /// `bcftools norm -m -` and `view --trim-alt-alleles` leave the entries as they were.
  @Test func ofASplitRecordSingleBasesAloneAreTold() throws {
    let entries = [("-", "1", "0.01"), ("TG", "2", "0.91")]
    for alternates in ["C", "CTG"] {
      let found = try splice(entries, "CTGTG", alternates)
      #expect(found.scores.isEmpty && found.doubts.count == 1)
    }
    let moved = try splice(entries, "CTG", "C")
    #expect(moved.scores.isEmpty && moved.doubts.count == 1)
    let bases = [("A", "1", "0.01"), ("T", "2", "0.91")]
    #expect(try splice(bases, "G", "T").scores.map(\.value) == [0.91])
    #expect(try splice(bases, "G", "A").scores.map(\.value) == [0.01])
    let trimmed = try splice([("-", "2", "0.91")], "CTG", "C")
    #expect(trimmed.scores.isEmpty && trimmed.doubts.count == 1)
  }

  /// dbNSFP gives a value for each of its transcripts.
  @Test(arguments: [
    ("0.2&0.95", "ENST00000376207&ENST00000376199", 0.2, 0),
    ("0.2&0.95", "ENST00000376199&ENST00000376207.5", 0.95, 0),
    (".&0.95", "ENST00000376207&ENST00000376199", nil, 0), (".&0.95", "", nil, 1),
    ("0.2&0.95", "", nil, 1), ("0.2&0.2", "", 0.2, 0), ("0.2", "ENST00000376199", nil, 1),
    ("0.2", "ENST00000376199&ENST00000376207", 0.2, 0),
  ])
  func ofAListTheTranscriptsOwnIsTaken(
    _ values: String, _ owners: String, _ score: Double?, _ doubts: Int
  ) throws {
    let found = try reading(
      Self.residue, ["A|FOXP3|ENST00000376207|\(values)|\(owners)"], "G", "A")
    #expect(found.scores.map(\.value) == [score].compactMap { $0 })
    #expect(found.doubts.count == doubts)
  }

  /// --minimal leaves out what ALT shares with REF at its end, too.
  @Test func minimalSpellingsAreTold() throws {
    let entry = "T|FOXP3|ENST00000376207|0.95|"
    #expect(try reading(Self.residue, [entry], "CG", "TG").scores.map(\.value) == [0.95])
    #expect(
      try reading(Self.residue, [entry], "CG", "C,TG", allele: 2).scores.map(\.value) == [0.95])
  }

  /// The plugin of REVEL's own field is no list of dbNSFP's transcripts.
  @Test func aListWithoutOursIsADoubt() throws {
    let foreign = "ENST00000376199&ENST00000518685"
    let found = try reading(
      Self.residue, ["A|FOXP3|ENST00000376207|0.9&0.9|\(foreign)"], "G", "A")
    #expect(found.scores.isEmpty && found.doubts.count == 1)
  }

  @Test func anotherGenesSpliceScoreIsNone() throws {
    let found = try reading(
      Self.splicing, ["A|FOXP3|NM_014009.4|1|CCDC22|0|0|0|0.9"], "G", "A")
    #expect(found.scores.isEmpty && found.doubts.isEmpty)
  }

  @Test func anEntryOfAnotherLengthIsADoubt() throws {
    let found = try reading(Self.residue, ["A|FOXP3|ENST00000376207|0.9"], "G", "A")
    #expect(found.scores.isEmpty && found.doubts.count == 1)
  }

  @Test(arguments: [
    "FOXP3", "ENSG00000049768.16", "FOXP3---ENSG00000049768.16---ENST00000376207.10",
  ])
  func theGenesNamesAreRead(_ name: String) { #expect(AnnotationEntry.namesGene(name[...])) }

  @Test(arguments: ["CCDC22", "FOXP30", "ENSG00000049769", ""])
  func othersAreNot(_ name: String) { #expect(!AnnotationEntry.namesGene(name[...])) }
}
