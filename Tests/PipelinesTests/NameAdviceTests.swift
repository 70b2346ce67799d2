import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// What people type that can't be read with certainty: the error says what to write instead.
@Suite struct NameAdviceTests {
  private let pipeline: ExplainPipeline

  init() throws { pipeline = ExplainPipeline(knowledge: try AnnotateRequest.shared.get()) }

  /// The exons' ends: c.967 and c.1044 before introns 9 and 10, c.648 behind intron 6 of NM_014009.4.
  @Test(arguments: [
    ("IVS9+2T>G", "write c.967+2T>G if it is intron 9"), ("IVS9+2T>G", "or c.1044+2T>G"),
    ("ivs6-2A>G", "write c.648-2A>G if it is intron 6"),
    ("IVS10+1G>A", "or c.1146+1G>A if its first exon was not counted"),
    ("IVS11+1G>A", "number 11 is there only with it; write c.1146+1G>A"),
    ("IVS12+1G>A", "has 11 introns, and none numbered 12"),
    ("IVS9", "write the c. name on"), ("c.IVS8+2delT", "c.967+2delT"),
    ("exon 1 deletion", "write c.(?_-72)_(-23+1_-22-1)del"),
    ("exon 1 deletion", "FX0001 is the table's row for the loss of exon 1"),
    ("del ex3", "write c.(210+1_211-1)_(315+1_316-1)del if it is exon 3 of NM_014009.4"),
    ("deletion of exon 3", "or c.(315+1_316-1)_(454+1_455-1)del if its first exon"),
    ("exons 2-4 dup", "c.(-23+1_-22-1)_(454+1_455-1)dup if it is exon 2-4"),
    ("exon 12 del", "only with it; write c.(1146+1_1147-1)_(*896_?)del"),
    ("exon 13 deletion", "has 12 exons, and none numbered 13"),
    ("whole gene deletion", "write c.(?_-72)_(*896_?)del"),
    ("FOXP3 dup", "write c.(?_-72)_(*896_?)dup"),
    ("c.211-?_315+?del", "write c.(?_211-1)_(315+1_?)del, or c.(210+1_211-1)_(315+1_316-1)del"),
    ("c.1-?_1296+?del", "write c.(?_1)_(1296_?)del"),
    ("c.751-753del", "has no place c.751-753; if a range of bases is meant, write c.751_753del"),
    (
      "\u{441}.1189C>T",
      "the letter “\u{441}” in it is not of the Latin alphabet (U+0441, cyrillic small"
    ),
    ("c.1189\u{421}>T", "U+0421"),
    ("300292.0001", "OMIM's numbers"), ("OMIM:300292.0001", "OMIM's numbers"),
    ("NG_007392.1:c.1189C>T", "write NG_007392.1(NM_014009.4):c.1189C>T"),
    ("NG_007392.2(NM_014009.4):c.1189C>T", "which bases NG_007392.2 has is not known here"),
    ("NG_007392.1:g.18390C>T", "positions along NG_007392.1 are not read"),
    ("LRG_62:g.18390C>T", "positions along LRG_62 are not read"),
    ("LRG_61t1:c.1189C>T", "which bases LRG_61t1 has is not known here"),
    (
      "NC_000023(NM_014009.4):c.1189C>T", "write NC_000023.10 for GRCh37 or NC_000023.11 for GRCh38"
    ),
    ("GRCh37:X:49251441:G:A", "it says GRCh37, but as written it is read on GRCh38"),
    ("p.Arg397_Pro398del", "residue 398 of NP_054728.2 is Val, not Pro"),
    ("p.Glu251_Lys250del", "the first residue lies behind the last one"),
    ("p.Arg397_398del", "not a protein name that tells a change"),
    ("p.Lys250_Glu251insTrpTrpTrpTrpTrpTrpTrp", "no short deletion"),
    ("p.Arg397Trp (c.1190G>A)", "it says p.Arg397Trp, but its c. name gives p.(Arg397Gln)"),
    ("chrX:49251441", "a position without a change; add the bases"),
    ("chrX:49,251,441", "a position without a change"),
    ("x-49251441", "a position without a change"),
    ("NC_000023.11:g.49251441", "a position without a change"),
    ("chrX:49251441-49251450", "a position without a change"),
    ("chrX 49251441 GA", "does not tell the old bases from the new ones"),
    ("c.1189", "say what changes there"), ("FOXP3:c.210+1", "say what changes there"),
    ("c.C1189T", "write c.1189C>T"), ("FOXP3:NM_014009:exon12:c.C1189T:p.R397W", "write c.1189C>T"),
    ("c169t", "write p.C169T or c.169C>T"), ("delC264", "write p.C264del or c.264delC"),
    ("c.211\u{2013}215del", "write c.211-215del or c.211_215del"),
    ("49251441 G>A", "write it as chrX-49251441-G-A"),
    ("c.49251441G>A", "a position of the chromosome"),
    ("c.(-1_?)_(*1_?)del", "only the outer side of an end may be unknown"),
    ("c.(?_?)_(1044+1_?)del", "only the outer side of an end may be unknown"),
    ("NM_014009.4:c.?_-23_210+?del", "a range stands in brackets"),
    ("c.968-?_1044+?del", "c.(?_968-1)_(1044+1_?)del"),
    ("NC_000023.11:g.(49252750_?)_49253501del", "only the outer side of an end may be unknown"),
    ("c.751GAG[1]", "as c.751_753del or c.751_753dup"),
    ("c.751_753[3]", "how often a repeat is there"),
    ("c.(1044+1_1045-1)_(967+1_968-1)del", "the first position lies behind the last one"),
    ("c.(968-1_967+1)_(1044+1_1045-1)del", "the first position lies behind the last one"),
    ("c.(967+1_968-0)_1044del", "a position is expected at “968-0”"),
    ("c.(900_968+1)_1044del", "has no place c.968+1"),
    ("c.[1189C>T;1190G>A]", "it tells of several changes"),
    ("c.[1189C>T];[1190G>A]", "it tells of several changes"),
    ("hg38 chrX:49107902 G>A", "it says GRCh38, but as written it is read on GRCh37"),
    ("c.1189C>T, c.1190G>A", "it holds several names"),
    ("p.R397W; p.R397Q (c.1189C>T)", "it holds several names"),
    ("g.49107902G>A (hg38)", "it says GRCh38, but as written it is read on GRCh37"),
    ("c.1189C>T hg19", "NC_000023.10(NM_014009.4):c.…"),
    ("r396w", "residue 396 of NP_054728.2 is Val, not Arg"), ("delE250", "is Lys, not Glu"),
  ])
  func whatToWriteIsSaid(_ name: String, _ advice: String) throws {
    let error = try #require(throws: PipelineError.self) { try pipeline.explain(name) }
    #expect(error.code == .unusable)
    #expect(error.message.contains(advice), "\(error.message)")
    #expect(error.message.hasPrefix("\(name): "))
    #expect(error.message.split(separator: "\n").count == 1)
  }

  /// The name stands in an error as it was typed.
  @Test func anErrorShowsTheNameAsTyped() throws {
    let error = try #require(throws: PipelineError.self) {
      try pipeline.explain(" FOXP3  c.1189A>T ")
    }
    #expect(error.message.hasPrefix("FOXP3 c.1189A>T: the reference has C there"))
  }
}
