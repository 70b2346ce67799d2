import Flow
import Genome
import Testing

@testable import Annotation

/// Terms at the stop codon by the Sequence Ontology's definitions, where no row of VEP's stands.
@Suite struct CodingRuleTests {
  private func annotation(_ name: String) throws -> TranscriptAnnotation {
    try #require(try Fixture().annotated(name).mane)
  }

  /// A stop that comes in where the protein ends anyway is the terminator kept (SO:0001567).
  @Test(arguments: [
    ("c.1292_1293insATAATTATCGTG", "p.(Pro431=)"), ("c.1294_1295insAGGGGC", "p.(Ter432=)"),
  ])
  func aStopAtTheOldPlaceIsKept(_ name: String, _ protein: String) throws {
    let found = try annotation(name)
    #expect(Set(found.consequences) == [.stopRetained, .inframeInsertion])
    #expect(found.impact == .moderate)
    #expect(found.proteinName == protein)
    #expect(found.decay == nil)
  }

  /// The name is an extension's, but the stop codon stands.
  @Test(arguments: [
    ("c.1291_1293dup", "p.(Ter432ProextTer1)"), ("c.1293_1295dup", "p.(Ter432CysextTer1)"),
  ])
  func residuesBeforeTheStopAreAnInsertion(_ name: String, _ protein: String) throws {
    let found = try annotation(name)
    #expect(found.consequences == [.inframeInsertion])
    #expect(found.proteinName == protein)
  }

  /// One change of as many bases over the border of the coding region, whose start or stop codon stays: freebayes and
  /// DRAGEN write a haplotype so.
  @Test(arguments: [
    ("c.1292_*1delinsTCTGAT", "p.(Pro431Leu)", ConsequenceTerm.stopRetained),
    ("c.-2_4delinsTGATGT", "p.(Pro2Ser)", .startRetained),
  ])
  func anExchangeBesideStartOrStopIsMissense(
    _ name: String, _ protein: String, _ retained: ConsequenceTerm
  ) throws {
    let found = try annotation(name)
    #expect(found.proteinName == protein)
    #expect(Set(found.consequences).isSuperset(of: [.missense, retained]), "\(found.consequences)")
    #expect(Set(found.consequences).isDisjoint(with: [.stopLost, .startLost]))
  }

  @Test func aStopBroughtInEarlierIsGained() throws {
    #expect(
      Set(try annotation("c.216_217insTAGATC").consequences) == [.stopGained, .inframeInsertion])
    #expect(Set(try annotation("c.1292_1293insATAA").consequences) == [.stopRetained, .frameshift])
    #expect(try annotation("c.1293C>A").consequences == [.synonymous])
  }

  /// The stop codon is touched, and another one comes before it (SO:0001587) or in its place (SO:0001567).
  @Test(arguments: [
    ("c.1285_1296delinsTGACATCCAATG", "p.(Pro429Ter)", [ConsequenceTerm.stopGained]),
    ("c.1288_1296delinsTGAGTGG", "p.(Gly430Ter)", [.stopGained, .frameshift]),
    ("c.1292_1294delinsATTAGCA", "p.(Pro431HisfsTer2)", [.frameshift, .stopRetained]),
  ])
  func aStopBeforeTheTouchedOneIsGained(
    _ name: String, _ protein: String, _ terms: [ConsequenceTerm]
  ) throws {
    let found = try annotation(name)
    #expect(Set(found.consequences) == Set(terms), "\(found.consequences)")
    #expect(found.proteinName == protein)
  }

  /// No `protein_altering_variant` beside what says it: VEP's predicate leaves both out.
  @Test(arguments: [
    ("c.2_11delinsG", ConsequenceTerm.startLost), ("c.1296delinsCTCC", .stopLost),
  ])
  func aLostStartOrStopSaysItAll(_ name: String, _ term: ConsequenceTerm) throws {
    #expect(try annotation(name).consequences == [term])
  }
}
