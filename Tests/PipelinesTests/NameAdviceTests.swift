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
    ("IVS9+2T>G", "write c.967+2T>G if intron 9"), ("IVS9+2T>G", "or c.1044+2T>G"),
    ("ivs6-2A>G", "write c.648-2A>G if intron 6"), ("IVS11+1G>A", "write the c. name on"),
    ("IVS9", "write the c. name on"), ("c.IVS8+2delT", "c.967+2delT"),
    ("exon 1 deletion", "FX0001 for the loss of exon 1"), ("del ex3", "give its own ends"),
    ("exons 2-4 dup", "give its own ends"),
    ("chrX:49251441", "a position without a change; add the bases"),
    ("chrX:49,251,441", "a position without a change"),
    ("x-49251441", "a position without a change"),
    ("NC_000023.11:g.49251441", "a position without a change"),
    ("chrX:49251441-49251450", "a position without a change"),
    ("chrX 49251441 G A", "does not tell the old bases from the new ones"),
    ("c.1189", "say what changes there"), ("FOXP3:c.210+1", "say what changes there"),
    ("c.C1189T", "write c.1189C>T"), ("FOXP3:NM_014009:exon12:c.C1189T:p.R397W", "write c.1189C>T"),
    ("c169t", "write p.C169T or c.169C>T"), ("delC264", "write p.C264del or c.264delC"),
    ("c.211\u{2013}215del", "write c.211-215del or c.211_215del"),
    ("LRG_62t1:c.1189C>T", "as NM_014009.4:c.1189C>T"),
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
    ("p.R397W, c.1189C>T", "it holds several names"),
    ("p.R397W (c.1189C>T)", "it holds several names"),
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
