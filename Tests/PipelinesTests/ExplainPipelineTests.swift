import Flow
import Foundation
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

@Suite struct ExplainPipelineTests {
  private static let pipeline: Result<ExplainPipeline, any Error> =
    Result { () throws in
      ExplainPipeline(knowledge: try Knowledge(try EmbeddedReference.bundle()))
    }

  private func explain(_ name: String) throws -> ExplainPipeline.Explanation {
    try Self.pipeline.get().explain(name)
  }

  /// Names of the variants on NM_014009.4, GRCh38's place first.
  private func places(_ name: String) throws -> [Int] {
    try explain(name).variants.compactMap { variant in
      [variant.annotated.placement, variant.annotated.otherPlacement]
        .compactMap { $0 }.first { $0.assembly == .grch38 }?.position
    }
  }

  /// c.1189C>T is p.Arg397Trp, ClinVar 11407, GRCh38 49251441 and GRCh37 49107902.
  @Test(arguments: [
    "c.1189C>T", "1189C>T", "NM_014009.4:c.1189C>T", "NM_014009:c.1189C>T",
    "NM_014009.4(FOXP3):c.1189C>T (p.Arg397Trp)", "NC_000023.11(NM_014009.4):c.1189C>T",
    "r397w", "C.1189C>T", "p.arg397trp", "nm_014009.4:c.1189C>T", "RS28935477", "c.1189C\u{2192}T",
    "c.1189C\u{2013}T", "FOXP3 c.1189C>T", "c.1189C>T p.(Arg397Trp)", "c.1189C>T, p.Arg397Trp",
    "c.1189C>T (R397W)", "c.[1189C>T]", "NM_014009.4:c.[1189C>T]", "hg19 chrX:49107902 G>A",
    "g.49107902G>A (hg19)", "NC_000023.11:g.49251441G>A (GRCh38)",
    "NC_000023.10(NM_014009.4):c.1189C>T", "ENST00000376207:c.1189C>T",
    "ENST00000376207.8:c.1189C>T", "NM_001114377.2:c.1084C>T", "FOXP3:c.1189C>T",
    "p.Arg397Trp", "p.(Arg397Trp)", "p.R397W", "R397W", "NP_054728.2:p.Arg397Trp",
    "NC_000023.10(NM_014009.4):p.Arg397Trp",
    "NC_000023.11:g.49251441G>A", "NC_000023.10:g.49107902G>A", "g.49251441G>A", "g.49107902G>A",
    "chrX:g.49107902G>A", "GRCh37:g.49107902G>A", "NC_000023.11:49251440:G:A",
    "NC_000023.11:49251440:1:A", "NC_000023.10:49107901:G:A", "chrX-49251441-G-A",
    "X-49251441-G-A", "chrX:49251441:G:A", "X_49251441_G_A", "X:49251441G>A", "chrX-49107902-G-A",
    "23-49251441-g-a", "FX0110", "fx0110", "VCV000011407", "VCV000011407.3", "11407",
    " c.1189C>T ", "rs28935477", "NG_007392.1(NM_014009.4):c.1189C>T", "LRG_62t1:c.1189C>T",
    "lrg_62t1:c.1189C>T", "LRG_62p1:p.Arg397Trp", "ENSP00000365380.4:p.Arg397Trp",
    "ENSP00000365372:p.Arg362Trp", "Q9BZS1:p.R397W", "NC_000023:g.49251441G>A",
    "GRCh37:X:49107902:G:A", "hg38-chrX-49251441-G-A", "hg19:chrX:49107902G>A",
    "chrX_49251441_G/A", "X:49251441G/A", "X:49,251,441 G>A", "p.Arg397Trp (c.1189C>T)",
    "R397W, c.1189C>T", "FOXP3 p.R397W (c.1189C>T)", "c.1189C>T.", "c.1189C>T,",
    "c.1189C>T het", "c.1189C>T (hemizygous).", "p.Arg397Trp hom", "Arg397\u{2192}Trp",
    "p.R397>W", "ClinVar:11407", "ClinVar 11407", "ClinVar:VCV000011407",
    "chrX\t49251441\t.\tG\tA", "GRCh37 X 49107902 G A", "c1189C>T",
    "FOXP3:NM_014009:exon12:c.1189C>T:p.R397W",
  ])
  func everySpellingIsTheSameVariant(_ name: String) throws {
    #expect(try places(name) == [49_251_441])
    #expect(try explain(name).variants[0].clinicalClass == .pathogenic)
  }

  /// LRG_62 and NG_007392.1 have GRCh37's bases; its introns 1 and 6 are counted otherwise than GRCh38's.
  @Test(arguments: ["LRG_62t1:c.-23+804C>T", "NG_007392.1(NM_014009.4):c.-23+804C>T"])
  func theGenesRecordCountsIntronsAsGRCh37(_ name: String) throws {
    #expect(try places(name) == places("c.-23+801C>T"))
    #expect(throws: PipelineError.self) { try places("c.-23+804C>T") }
  }

  @Test(arguments: [
    "c.1009C>T", "p.Arg337Ter", "p.Arg337*", "p.R337X", "R337X", "p.(Arg337Ter)",
  ])
  func everyStopSpellingFindsTheNonsenseVariant(_ name: String) throws {
    #expect(try places(name).contains(49_253_161))
  }

  /// Ends in ranges, as MLPA tells them and as the reports write them; and an end beyond the bases known here.
  @Test(arguments: [
    "c.(967+1_968-1)_(1044+1_1045-1)del", "NM_014009.4:c.(210+1_211-1)_454dup",
    "c.(967+167_1044+376)_(968-299_1044+625)del",
    "NC_000023.11:g.(49252501_49253501)_(49252750_49253750)del",
    "g.(49263982_49264020)_(49264981_49265019)dup", "NC_000023.11:g.49263364_49300000del",
    "c.(?_-23)_(210+1_211-1)del", "NM_014009.4:c.(1044+1_1045-1)_(*876_?)del",
    "NC_000023.11:g.(?_49252750)_(49253501_?)del", "g.(?_49252750)_(49253501_?)dup",
  ])
  func changesKnownByTheirEndsAreExplained(_ name: String) throws {
    let variants = try explain(name).variants
    #expect(variants.count == 1)
    guard case .structural? = variants.first?.annotated.normalised.change else {
      Issue.record("\(name) is known by its ends")
      return
    }
    let bare = String(name[(name.lastIndex(of: ":").map(name.index(after:)) ?? name.startIndex)...])
    let names = [
      variants[0].annotated.mane?.codingName, variants[0].annotated.placement?.genomicName,
    ].compactMap(\.self)
    #expect(names.contains { $0.hasSuffix(bare) }, "\(names)")
  }

  /// Exon 10 lies between the two introns for certain, and nothing else of the coding sequence does.
  @Test func theLossOfAnExonByMLPAIsWeighed() throws {
    let explained = try explain("c.(967+1_968-1)_(1044+1_1045-1)del")
    #expect(explained.doubts.count == 1)
    #expect(explained.doubts[0].contains("at the least it takes what lies between"))
    let notes = explained.variants[0].annotated.notes
    #expect(notes.contains { $0.contains("at the least it removes exon 10 of 12") }, "\(notes)")
    #expect(explained.variants[0].clinicalClass == .likelyPathogenic)
  }

  /// As ClinVar names what a panel's depth shows. At the most it takes the whole gene, which it is not called.
  @Test func anEndThatIsNotKnownAtAllIsTold() throws {
    let explained = try explain("NC_000023.11:g.(?_49253001)_(49253301_?)del")
    let notes = explained.variants[0].annotated.notes
    #expect(
      notes.contains {
        $0.contains("49253001 or anywhere before it, and 49253301 or anywhere behind it")
      }, "\(notes)")
    #expect(notes.contains { $0.contains("at the most it removes exons 1-12 of 12") }, "\(notes)")
    #expect(notes.contains { $0.contains("at the least it removes exon 10 of 12") }, "\(notes)")
    #expect(explained.variants[0].annotated.placement?.position == 49_253_000)
  }

  @Test(arguments: [
    ("227delT", "Read as the name of row"), ("IVS9+4A>G", "stands for 2 rows"),
    ("M1I", "give p.M1I"), ("NM_014009.3:c.1189C>T", "was read as NM_014009.4"),
    ("1189C>T", "Read as c.1189C>T"), ("c.210_211del", "takes 1 whole intron (527 bases) along"),
    ("c.-23+801C>T", "counted on GRCh37"), ("g.49251441G>A", "GRCh38 by its position"),
    ("c.(-23+801_-22-1)_210del", "can be other places on GRCh37"),
    ("C.1189C>T", "Read as c.1189C>T."), ("delE251", "Read as p.E251del."),
    ("c.1189C>T het", "Read as c.1189C>T."), ("X:49,251,441G>A", "Read as X:49251441G>A."),
    ("R397W, c.1189C>T", "Read as c.1189C>T (p.R397W)."),
    ("X:49263364-49264752del", "Read as chrX:g.49263364_49264752del."),
    ("p.Lys250_Glu251del", "Read as p.Glu251_Lys252del: HGVS names the same protein"),
    ("p.E251_K252insE", "Read as p.Glu251dup: HGVS names the same protein"),
    ("NC_000023:g.49251441G>A", "No version of the accession: GRCh38 by its position."),
    ("NG_007392.1(NM_014009.4):c.1189C>T", "NG_007392.1 has the bases of GRCh37"),
    ("NP_054728.1:p.Arg397Trp", "NP_054728.1 was read as NP_054728.2."),
    ("LRG_62p1:p.Arg397Trp", "LRG_62p1 was read as NP_054728.2."),
    ("LRG_62t1:c.1189C>T", "LRG_62t1 was read as NM_014009.4."),
    ("p.Arg337Ter", "3 nucleotide changes with this protein name were found; others may give it."),
  ])
  func doubtsAreSaid(_ name: String, _ doubt: String) throws {
    let doubts = try explain(name).doubts
    #expect(doubts.contains { $0.contains(doubt) }, "\(doubts)")
  }

  /// The hint to the protein's other changes stands where there are some, and what it says to give works.
  @Test(arguments: [
    ("227delT", nil), ("11407", nil), ("FX0110", nil), ("VCV000011407", nil), ("R397W", nil),
    ("IVS9+459", nil), ("delE201", nil), ("M1I", "p.M1I"), ("R337X", "p.R337X"),
    ("E243fs", "p.E243fs"), ("K250del", nil),
  ])
  func theHintToAProteinNameWorks(_ name: String, _ hint: String?) throws {
    let explained = try explain(name)
    let said = explained.doubts.first { $0.contains("nucleotide changes with this") }
    #expect((said != nil) == (hint != nil), "\(explained.doubts)")
    guard let hint else { return }
    #expect(said?.hasSuffix("give \(hint).") == true)
    #expect(try explain(hint).variants.count > explained.variants.count)
  }

  /// Rows that are more than one short deletion, duplication or insertion go by their protein names too.
  @Test(arguments: [
    ("p.Lys416AsnfsTer176", "FX0117"), ("p.Cys424LeufsTer34", "FX0119"),
    ("P431Gfs*22", "FX0122"),
  ])
  func aRowIsFoundByItsProteinName(_ name: String, _ row: String) throws {
    let known = try explain(row).variants.map(\.annotated.normalised.sequenceChange)
    let found = try explain(name).variants.map(\.annotated.normalised.sequenceChange)
    #expect(!known.isEmpty && Set(known).isSubset(of: found))
  }

  /// Every hint of every name of the table.
  @Test func everyHintOfTheTableWorks() throws {
    var count = 0
    for row in try EmbeddedReference.bundle().table.resolved {
      for name in [row.row.identifier] + row.row.otherNames {
        for doubt in try explain(name).doubts where doubt.contains("give p.") {
          let hint = try #require(doubt.split(separator: " ").last?.dropLast())
          #expect(try !explain(String(hint)).variants.isEmpty, "\(hint)")
          count += 1
        }
      }
    }
    #expect(count > 10)
  }

  /// A stop lost, as papers name it: HGVS has `p.Ter432ArgextTer?`.
  @Test(arguments: ["p.Ter432Arg", "p.*432R", "X432R"])
  func aLostStopIsFoundByItsResidue(_ name: String) throws {
    let variants = try explain(name).variants
    #expect(variants.count == 6)
    #expect(
      variants.allSatisfy {
        $0.annotated.mane?.proteinName?.hasPrefix("p.(Ter432ArgextTer") == true
      })
  }

  @Test(arguments: ["c.1189C>T", "FX0110", "NC_000023.11:49251440:G:A", "c.735G>A"])
  func aPlainNameHasNoDoubts(_ name: String) throws {
    #expect(try explain(name).doubts.isEmpty)
  }

  @Test func aNameOfTwoAllelesGivesBoth() throws {
    let found = try explain("IVS9+4A>G").variants.compactMap(\.annotated.mane?.codingName)
    #expect(found == ["c.967+4A>G", "c.1044+4A>G"])
  }

  /// Every curated allele under each of its names.
  @Test func everyNameOfTheTableIsFound() throws {
    let bundle = try EmbeddedReference.bundle()
    for row in bundle.table.resolved where row.change(.grch38) != nil {
      for name in [row.row.identifier, row.row.codingName] + row.row.otherNames {
        let found = try explain(name).variants.map(\.annotated.normalised.sequenceChange)
        #expect(found.contains(row.change(.grch38)), "\(name)")
      }
    }
  }

  /// One clear sentence each, exit status 65.
  @Test(arguments: [
    ("", "the name is empty"), ("hello", "not a name known here"),
    ("c.1189A>T", "the reference has C there, not A (GRCh38)"), ("1189A>T", "has C there"),
    ("c.1298A>G", "has no place c.1298"), ("c.210+600del", "has no place c.210+600"),
    ("NM_000000.1:c.1A>G", "NM_000000.1 is not known here"),
    ("NC_000023.9(NM_014009.4):c.1A>G", "NC_000023.9 is not known here"),
    ("NC_000023.11:c.1A>G", "NC_000023.11(NM_014009.4):c.1A>G"),
    ("NM_014009.4:g.49251441G>A", "no chromosome known here"),
    ("NC_000022.11:g.49251441G>A", "no chromosome known here"),
    ("g.1A>G", "neither GRCh37 nor GRCh38"), ("g.A>G", "neither GRCh37 nor GRCh38"),
    ("chrX-1-A-G", "neither GRCh37 nor GRCh38"), ("chrX-49251441-A-G", "has G there, not A"),
    ("chrX-49251441-G-G", "nothing changes"), ("chrX-49251441-R-G", "“R” is not made of"),
    ("chrX-49251441-G-N", "“N” is not made of"), ("X:49251441:G:", "an allele is empty"),
    ("chrX-9223372036854775807-G-A", "is no position"), ("chrX-0-G-A", "is no position"),
    ("p.?", "not a protein name"), ("p.(=)", "not a protein name"),
    ("p.Arg998Lys", "has 431 residues, none 998"), ("p.Gln397Trp", "is Arg, not Gln"),
    ("p.Arg397Gly_x", "not a protein name"), ("NP_000000.1:p.Arg397Trp", "is not known here"),
    ("rs1", "no row of the curated table"), ("VCV000000001", "no row of the curated table"),
    ("FX9999", "no row of the curated table"), ("n.5A>G", "n. names are not read"),
    ("NC_000023.11:49251440:G", "SPDI has four parts"),
    ("c.1189C", "in a shell"), ("c.1189C>C", "nothing changes"), (":::::", "not a name known here"),
    ("\u{1B}[2J", "not a name known here"),
  ])
  func whatCanNotBeReadIsOneSentence(_ name: String, _ cause: String) throws {
    let error = try #require(throws: PipelineError.self) { try explain(name) }
    #expect(error.code == .unusable)
    #expect(error.message.contains(cause), "\(error.message)")
    #expect(error.message.split(separator: "\n").count == 1)
  }

  @Test func oneBadNameDoesNotStopTheOthers() throws {
    let (explained, failed) = try Self.pipeline.get().explain(["c.1189C>T", "hello", "c.1190G>A"])
    #expect(explained.map(\.name) == ["c.1189C>T", "c.1190G>A"])
    #expect(failed.count == 1)
  }

  /// Nothing that can be typed ends in a trap: names with pieces taken out, doubled and put in.
  @Test func damagedNamesEndInAnAnswer() throws {
    let names = [
      "NM_014009.4(FOXP3):c.1189C>T (p.Arg397Trp)", "NC_000023.11:g.49251441G>A",
      "NC_000023.11:49255491:CTC:", "chrX-49251441-G-A", "p.Arg397Trp", "c.1290_*12delinsTG",
      "c.-23+801C>T", "L76QfsX53", "FOXP3 c.1189C>T, p.R397W", "IVS9+2T>G", "g.49107902G>A (hg19)",
    ]
    let pieces = [
      "", ":", "(", ")", "-", "+", "*", "_", "0", "99999999999999999999", "N", "é", "p.",
    ]
    let pipeline = try Self.pipeline.get()
    var generator = SeededGenerator(seed: 91)
    var outcomes = (read: 0, refused: 0)
    for _ in 0..<600 {
      var name = Array(names.randomElement(using: &generator) ?? "")
      let place = Int.random(in: 0..<name.count, using: &generator)
      let end = min(name.count, place + Int.random(in: 0...2, using: &generator))
      name.replaceSubrange(place..<end, with: pieces.randomElement(using: &generator) ?? "")
      do throws(PipelineError) {
        outcomes.read += try pipeline.explain(String(name)).variants.isEmpty ? 0 : 1
      } catch {
        outcomes.refused += 1
        #expect(error.code == .unusable)
      }
    }
    #expect(outcomes.read > 20)
    #expect(outcomes.refused > 20)
    #expect(outcomes.read + outcomes.refused == 600)
  }
}
