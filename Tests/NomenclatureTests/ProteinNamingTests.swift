import Nomenclature
import Testing

@Suite struct ProteinNamingTests {
  @Test(arguments: ["c.-1G>A", "c.*1C>T", "c.*876A>G"])
  func untranslatedChangesHaveNoProteinName(_ name: String) throws {
    #expect(try Gene().protein(name) == nil)
  }

  /// A change at the ATG that leaves an ATG with all behind it loses nothing.
  @Test(arguments: [
    ("c.1A>G", "p.?"), ("c.3G>A", "p.?"), ("c.1_3del", "p.?"), ("c.2_3insA", "p.?"),
    ("c.1_3dup", "p.(Met1dup)"),
  ])
  func theStartIsLostOrNot(_ name: String, _ protein: String) throws {
    #expect(try Gene().protein(name) == protein)
  }

  @Test func eachTranscriptCountsItsOwnResidues() throws {
    let gene = try Gene()
    let change = try gene.change("c.1189C>T")
    #expect(TranscriptEdit(change, on: gene.shortMap)?.proteinChange()?.name == "p.(Arg362Trp)")
    let inExon3 = try gene.change("c.227del")
    #expect(TranscriptEdit(inExon3, on: gene.shortMap) == nil)
  }
}
