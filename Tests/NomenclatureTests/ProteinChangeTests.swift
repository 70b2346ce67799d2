import Genome
import Nomenclature
import Testing

@Suite struct ProteinChangeTests {
  private func change(_ name: String) throws -> ProteinChange {
    let gene = try Gene()
    return try #require(TranscriptEdit(try gene.change(name), on: gene.map)?.proteinChange())
  }

  @Test func aLostStartHasNoProteinNameButAnAlias() throws {
    let lost = try change("c.3G>A")
    #expect(lost.kind == .startLost)
    #expect(lost.name == "p.?")
    #expect(lost.aliases == ["p.(Met1?)"])
  }

  @Test(arguments: [
    ("c.1009C>T", true, 337), ("c.227del", true, 128), ("c.1189C>T", false, 432),
    ("c.751_753del", false, 431), ("c.1293_1294del", true, 457),
  ])
  func newStopsAreTold(_ name: String, _ isNew: Bool, _ stop: Int) throws {
    let change = try change(name)
    #expect(change.hasNewStop == isNew)
    #expect(change.stopResidue == stop)
  }

  /// Spellings by the residues put in or taken out, as other programs and older reports have them.
  @Test(arguments: [
    ("c.1291_1293dup", "p.(Pro431dup)"), ("c.1293_1295dup", "p.(Pro431_Ter432insCys)"),
    ("c.216_217insTAGATC", "p.(Pro72_Thr73insTer)"),
    ("c.990_995del", "p.(Tyr330_Lys332delinsTer)"),
  ])
  func theLongerSpellingIsAnAlias(_ name: String, _ alias: String) throws {
    #expect(try change(name).aliases == [alias])
  }

  @Test(arguments: ["c.1009C>T", "c.751_753dup", "c.750_751insTA", "c.1117_1119delinsTAA"])
  func otherNamesHaveNoAlias(_ name: String) throws {
    #expect(try change(name).aliases.isEmpty)
  }

  /// The stop codon is where it was, moved by whole codons.
  @Test func anInsertionBeforeTheStopIsNoLossOfTheStop() throws {
    let longer = try change("c.1291_1293dup")
    #expect(longer.kind == .duplication)
    #expect(longer.keepsStop)
    #expect(longer.stopResidue == 433)
    #expect(!longer.hasNewStop)
    #expect(longer.first == 432 && longer.last == 432)
  }
}
