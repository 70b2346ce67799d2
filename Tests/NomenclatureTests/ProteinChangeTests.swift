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
}
