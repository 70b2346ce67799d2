import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// A protein name behind a `c.` name: one that disagrees is an error, since one of the two is wrong.
@Suite struct StatedProteinTests {
  private let pipeline: ExplainPipeline

  init() throws { pipeline = ExplainPipeline(knowledge: try AnnotateRequest.shared.get()) }

  @Test(arguments: [
    "c.1189C>T p.(Arg397Trp)", "c.1189C>T, p.R397W", "c.1189C>T (R397W)", "c.227del p.Leu76fs",
    "c.227del (p.L76QfsX53)", "c.1A>G (p.Met1?)", "c.1A>G, p.M1V", "c.1A>G (p.0?)",
    "c.210+1G>A p.?",
    "c.735G>A p.=", "c.735G>A (p.Q245Q)", "NM_001114377.2:c.1084C>T (p.Arg362Trp)",
  ])
  func oneThatAgreesIsRead(_ name: String) throws {
    #expect(try pipeline.explain(name).variants.count == 1)
  }

  @Test(arguments: [
    ("c.1189C>T p.Arg397Gln", "p.(Arg397Trp) on NM_014009.4"),
    ("NM_014009.4(FOXP3):c.1189C>T (p.Arg397Gln)", "find out which of the two is right"),
    ("c.1189C>T (p.0)", "it says p.0, but"), ("c.1189C>T (p.=)", "it says p.=, but"),
    ("c.210+1G>A p.Arg70Ser", "gives no protein name"),
    ("c.1189C>T p.foo", "is no protein name"), ("c.1189C>T (p.Arg362Trp)", "it says p.Arg362Trp"),
  ])
  func oneThatDisagreesIsAnError(_ name: String, _ cause: String) throws {
    let error = try #require(throws: PipelineError.self) { try pipeline.explain(name) }
    #expect(error.code == .unusable && error.message.contains(cause), "\(error.message)")
  }
}
