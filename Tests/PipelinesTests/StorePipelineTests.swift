import Flow
import Foundation
import Genome
import Pipelines
import ReferenceBundle
import Store
import TestSupport
import Testing

/// The laboratory's history through the pipelines that write and read it.
@Suite struct StorePipelineTests {
  private let folder: TemporaryFolder
  private let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.path("lab.sqlite")
  }

  private func annotate(
    _ input: String, sex: Sex = .unknown, pedigree: [String: Sex] = [:],
    knowledge: Knowledge? = nil, runDate: String = "2026-01-31"
  ) throws {
    var request = try AnnotateRequest.test(
      [input], to: folder.path("out"), sex: sex, pedigree: pedigree)
    request.formats = [.tsv]
    request.store = store
    request.runDate = runDate
    try AnnotatePipeline(
      knowledge: try knowledge ?? AnnotateRequest.shared.get(), request: request
    ).run { _ in }
  }

  private func rows(_ table: String) -> [[String: String]] {
    let cells = CaseFolder.cells(table)
    return cells.dropFirst().map { row in
      Dictionary(zip(cells[0], row), uniquingKeysWith: { first, _ in first })
    }
  }

  private func reclassified(tables: [String] = []) throws -> [[String: String]] {
    let knowledge = try Knowledge(
      EmbeddedReference.bundle(), tables: TableSelection(tables))
    return rows(try StorePipeline(store, knowledge: knowledge).reclassified())
  }

  /// Nothing is news where nothing has changed, joined and structural variants among it.
  @Test(arguments: CaseFolder.all) func nothingChangesByItself(_ test: CaseFolder) throws {
    let options = try test.options()
    let sex = options.first { $0.key == "sex" && $0.subject.isEmpty }
      .flatMap { Sex(rawValue: $0.value) }
    let pedigree = Dictionary(
      options.filter { $0.key == "sex" && !$0.subject.isEmpty }
        .compactMap { option in Sex(rawValue: option.value).map { (option.subject, $0) } },
      uniquingKeysWith: { first, _ in first })
    do {
      try annotate(test.input, sex: sex ?? .unknown, pedigree: pedigree)
    } catch is PipelineError {
      return
    }
    #expect(try reclassified().isEmpty)
  }

  private func case_(_ name: String) throws -> String {
    try #require(CaseFolder.all.first { $0.name == name }).input
  }

  @Test func aTableThatTakesTheClassAwayIsTold() throws {
    try annotate(try case_("male_haploid"), sex: .male)
    let changed = try reclassified(tables: ["none"])
    #expect(!changed.isEmpty)
    for row in changed {
      #expect(row["class_then"] != row["class_now"])
      #expect(row["table_then"] != row["table_now"] && row["table_now"] == "none")
      #expect(row["run_date"] == "2026-01-31")
    }
  }

  /// January's class stays in the history though the table was edited under its name.
  @Test func anEditedTableIsAnotherBasis() throws {
    var row = try #require(
      try EmbeddedReference.bundle().table.rows.first { $0.codingName == "c.1189C>T" })
    row.identifier = "LAB1"
    let input = try case_("male_haploid")
    for clinicalClass in [ClinicalClass.uncertain, .benign, .benign] {
      row.clinicalClass = clinicalClass
      let table = try folder.write("lab.tsv", CuratedTableText.text([row]))
      let knowledge = try Knowledge(EmbeddedReference.bundle(), tables: TableSelection([table]))
      try annotate(input, sex: .male, knowledge: knowledge)
    }
    let classes = try ExternalTool.outcome(
      "python3",
      [
        "-c",
        """
        import sqlite3, sys
        print(*[r[0] for r in sqlite3.connect(sys.argv[1]).execute(
          "SELECT class FROM variant WHERE name LIKE 'c.1189C>T%' ORDER BY id")])
        """, store,
      ])
    #expect(classes.output == "uncertain benign\n")
    // A class that changes for the table's absence alone is no news; one under the same name is compared.
    let notes = try reclassified().map { $0["note"] }
    #expect(
      notes == ["Then with the laboratory's table lab.tsv, which is not looked at now."])
    row.clinicalClass = .likelyBenign
    let table = try folder.write("lab.tsv", CuratedTableText.text([row]))
    let edited = try reclassified(tables: [table])
    #expect(edited.count == 1 && edited[0]["note"]?.contains("not looked at") == false)
  }

  /// Callers that write one name for all: the next person does not hide the one before.
  @Test func anotherInputOfTheSameNameHidesNobody() throws {
    let first = try case_("male_haploid")
    try annotate(first, sex: .male)
    let knowledge = try AnnotateRequest.shared.get()
    #expect(try StorePipeline(store, knowledge: knowledge).sharedNames == nil)
    let before = try reclassified(tables: ["none"])
    let name = try #require(before.first?["sample"])
    try annotate(try blocks(name, ["0"]), sex: .male)
    #expect(try reclassified(tables: ["none"]) == before)
    let pipeline = try StorePipeline(store, knowledge: knowledge)
    #expect(pipeline.sharedNames?.contains("“\(name)”") == true)
    // Of one name the latest input is counted: its data show the place without the variant.
    #expect(try pipeline.counts(["c.1189C>T"]).counts.map(\.alleleCount) == [0])
  }

  /// Which input of a name is the latest tells the day of its run: an older one that is written down again
  /// takes no one's variant away.
  @Test func theLatestIsThatOfTheLatestRun() throws {
    let negative = try blocks("m2", ["0"])
    try annotate(negative, sex: .male, runDate: "2026-01-01")
    let positive = try blocks("m2", ["1"], file: "m2b.vcf")
    try annotate(positive, sex: .male, runDate: "2026-02-01")
    try annotate(negative, sex: .male, runDate: "2025-02-01")
    let pipeline = try StorePipeline(store, knowledge: AnnotateRequest.shared.get())
    #expect(try pipeline.counts(["c.1189C>T"]).counts.map(\.alleleCount) == [1])
  }

  /// A history alone is no evidence of a class, and evidence of another variant is none of this one's.
  @Test(arguments: [
    ("history:\n  transplant: {answer: no, by: B, on: 2026-01-30}\n", false),
    (entry("c.1190G>A"), false), (entry("c.1189C>T"), true),
  ])
  func onlyEvidenceOfACaseIsMissed(caseFile: String, isMissed: Bool) throws {
    let knowledge = try Knowledge(
      EmbeddedReference.bundle(),
      evidence: EvidenceFiles(caseFile: try folder.write("case.yaml", caseFile)))
    try annotate(try case_("male_haploid"), sex: .male, knowledge: knowledge)
    let notes = try reclassified(tables: ["none"]).compactMap { $0["note"] }
    #expect(!notes.isEmpty)
    for note in notes { #expect(note.contains("evidence of the case") == isMissed, "\(note)") }
  }

  /// Stores of before version 3 did not keep what takes a frame shift back: what changes by that alone is no news.
  @Test(arguments: [false, true]) func aRecordWithoutWhatRestoresAFrameSaysSo(isOld: Bool) throws {
    try annotate(try case_("frame_restored_behind_an_intron"), sex: .male)
    if isOld {
      try ExternalTool.run(
        "python3",
        [
          "-c",
          "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('UPDATE variant SET restoring = NULL'); "
            + "c.commit()", store,
        ])
    }
    let notes = try reclassified().compactMap { $0["note"] }
    #expect(notes.isEmpty != isOld)
    for note in notes { #expect(note.contains("takes the frame shift back"), "\(note)") }
  }

  private static func entry(_ name: String) -> String {
    """
    evidence:
      - {variant: \(name), criterion: PS3, strength: supporting, fact: f, by: A, on: 2026-01-30, source: s}

    """
  }

  /// A name with intron numbers that the builds count differently says on which it was read.
  @Test func aCountOfADoubtfulNameSaysSo() throws {
    try annotate(try case_("male_haploid"), sex: .male)
    let pipeline = try StorePipeline(store, knowledge: AnnotateRequest.shared.get())
    let doubts = try pipeline.counts(["c.1189C>T", "c.-23+623C>T"]).doubts
    #expect(
      doubts == [
        "c.-23+623C>T: Read on GRCh38; counted on GRCh37 the same name is another allele or none."
      ])
  }

  /// A VCF of positions with reference blocks around them, which shows the place in every sample.
  private func blocks(
    _ sample: String, _ genotypes: [String], file: String? = nil, at place: Int = 49_251_441,
    _ reference: String = "G", _ alternate: String = "A"
  ) throws -> String {
    let locus = try EmbeddedReference.bundle().locus(.grch38)
    func base(_ position: Int) -> String {
      locus.bases(in: Interval(position, position))?.text ?? "N"
    }
    func block(_ start: Int, _ end: Int, _ copies: String) -> String {
      "chrX\t\(start)\t.\t\(base(start))\t<NON_REF>\t.\t.\tEND=\(end)\tGT:DP:GQ:MIN_DP\t\(copies):40:99:40"
    }
    let copies = genotypes[0].contains("/") ? "0/0" : "0"
    let lines =
      [
        "##fileformat=VCFv4.2", "##contig=<ID=chrX,length=156040895>",
        "##ALT=<ID=NON_REF,Description=\"any\">",
        "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">",
        "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">",
        "##FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">",
        "##FORMAT=<ID=GQ,Number=1,Type=Integer,Description=\"Quality\">",
        "##FORMAT=<ID=MIN_DP,Number=1,Type=Integer,Description=\"Least\">",
        "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t\(sample)",
        block(place - 441, place - 1, copies),
        genotypes[0] == copies
          ? block(place, place, copies)
          : "chrX\t\(place)\t.\t\(reference)\t\(alternate),<NON_REF>\t.\tPASS\t.\tGT:DP:GQ:MIN_DP\t\(genotypes[0]):40:99:40",
        block(place + 1, place + 459, copies),
      ]
    return try folder.write(file ?? sample + ".vcf", lines.joined(separator: "\n") + "\n")
  }

  /// The laboratory's counts, and that `--frequencies` refuses them: a patient's own variant is
  /// none of the population's.
  @Test func countsAreNoEvidenceOfAPopulation() throws {
    for (name, sex, genotype) in [
      ("m1", Sex.male, "1"), ("m2", .male, "0"), ("f1", .female, "0/1"), ("f2", .female, "0/0"),
    ] {
      try annotate(try blocks(name, [genotype]), sex: sex)
    }
    let knowledge = try AnnotateRequest.shared.get()
    let pipeline = try StorePipeline(store, knowledge: knowledge)
    let counts = try pipeline.counts(["c.1189C>T", "c.1190G>A"]).counts
    #expect(counts.map(\.alleleCount) == [2, 0])
    #expect(counts.map(\.alleleNumber) == [6, 6])
    let row = try #require(rows(StorePipeline.table(counts)).first)
    #expect(
      row["AC_XY"] == "1" && row["AN_XY"] == "2" && row["AC_XX"] == "1" && row["AN_XX"] == "4")
    #expect(row["AF"] == "0.333333")
    let sites = try folder.write("own.vcf", pipeline.sites(counts))
    let error = #expect(throws: PipelineError.self) {
      try Knowledge(EmbeddedReference.bundle(), evidence: EvidenceFiles(frequencies: sites))
    }
    #expect(error?.code == .unusable && error?.message.contains("own counts") == true)
    // A place that no sample's data show has no denominator.
    let elsewhere = try pipeline.counts(
      ["c.454+100A>G", "c.210+1G>A"].filter { name in
        (try? ExplainPipeline(knowledge: knowledge).explain(name)) != nil
      }
    ).counts
    #expect(elsewhere.allSatisfy { $0.alleleNumber == 0 })
    #expect(!elsewhere.isEmpty)
  }

  /// Called heterozygous in a tenth of the reads she may be a mosaic: no carrier to be counted.
  @Test func aSmallShareOfReadsIsUnclear() throws {
    let whole = try String(contentsOfFile: try blocks("mum", ["0/1"]), encoding: .utf8)
    let input = try folder.write(
      "mum.vcf",
      whole.replacing("GT:DP:GQ:MIN_DP\t0/1:40:99:40", with: "GT:AD:DP:GQ\t0/1:36,4,0:40:99"))
    try annotate(input, sex: .female)
    let pipeline = try StorePipeline(store, knowledge: AnnotateRequest.shared.get())
    let count = try #require(try pipeline.counts(["c.1189C>T"]).counts.first)
    #expect(count.alleleCount == 0 && count.carriersUnclear == 1)
  }

  /// The polyadenylation signal lies behind the coding bases, and is shown or not as a whole.
  @Test func theSignalIsCounted() throws {
    try annotate(try blocks("boy", ["1"], at: 49_250_458, "T", "C"), sex: .male)
    try annotate(try blocks("girl", ["0/0"], at: 49_250_458, "T", "C"), sex: .female)
    let pipeline = try StorePipeline(store, knowledge: AnnotateRequest.shared.get())
    let counts = try pipeline.counts(["c.*876A>G", "c.*870C>T"]).counts
    #expect(counts.map(\.alleleCount) == [1, 0] && counts.map(\.alleleNumber) == [3, 0])
    #expect(counts[0].carriersInUnassessed == 0)
    let leftOut = try #require(StorePipeline.leftOut(counts))
    #expect(
      leftOut.hasPrefix("1 allele(s) are not in the sites file") && leftOut.contains("c.*870C>T"))
    #expect(StorePipeline.leftOut([counts[0]]) == nil)
  }

  /// A file of variants calls others reference at the places of its carriers alone.
  @Test func aPlainFileOfSeveralIsInNoDenominator() throws {
    let lines = [
      "##fileformat=VCFv4.2", "##contig=<ID=chrX,length=156040895>",
      "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">",
      "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tm1\tm2",
      "chrX\t49251441\t.\tG\tA\t.\tPASS\t.\tGT\t1\t0",
    ]
    let input = try folder.write("plain.vcf", lines.joined(separator: "\n") + "\n")
    try annotate(input, pedigree: ["m1": .male, "m2": .male])
    let pipeline = try StorePipeline(store, knowledge: AnnotateRequest.shared.get())
    let count = try #require(try pipeline.counts(["c.1189C>T"]).counts.first)
    #expect(pipeline.sampleCount == 2)
    #expect(count.alleleNumber == 0 && count.carriersInUnassessed == 1)
    #expect(pipeline.sites([count]).split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
  }

  /// A reading command makes no store, says what a damaged one is, and where there is none.
  @Test func whatCantBeReadHasItsStatus() throws {
    let knowledge = try AnnotateRequest.shared.get()
    try annotate(try case_("male_haploid"), sex: .male)
    let bytes = try folder.bytes("lab.sqlite")
    let files = [
      (try folder.write("empty.sqlite", ""), PipelineError.Code.unusable),
      (try folder.write("cut.sqlite", Array(bytes.prefix(9_000))), .readError),
      (folder.path, .missingInput), (folder.path("none"), .missingInput),
    ]
    for (file, code) in files {
      let error = #expect(throws: PipelineError.self) {
        try StorePipeline(file, knowledge: knowledge)
      }
      #expect(error?.code == code, "\(error?.message ?? "")")
    }
    #expect(try folder.bytes("empty.sqlite").isEmpty)
  }

  @Test func aStoreOfAnotherKindStopsTheRunBeforeItWrites() throws {
    _ = try folder.write("lab.sqlite", "not a database, but long enough to be read as one.\n")
    let error = #expect(throws: PipelineError.self) {
      try annotate(try case_("male_haploid"), sex: .male)
    }
    #expect(error?.code == .unusable)
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }
}
