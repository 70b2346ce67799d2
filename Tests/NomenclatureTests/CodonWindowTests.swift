import Genome
import Nomenclature
import Testing

@Suite struct CodonWindowTests {
  private func window(_ name: String) throws -> CodonWindow? {
    let gene = try Gene()
    return TranscriptEdit(try gene.change(name), on: gene.map).flatMap(CodonWindow.init)
  }

  private func letters(_ residues: [AminoAcid]) -> String {
    String(decoding: residues.map(\.code), as: UTF8.self)
  }

  @Test(arguments: [
    ("c.1189C>T", 397, 397, "R", "W"), ("c.1117_1118delinsGC", 373, 373, "F", "A"),
    ("c.751_753del", 251, 251, "E", ""), ("c.227del", 76, 76, "L", "X"),
    ("c.750_751insAAA", 251, 250, "", "K"),
  ])
  func holdsTheCodonsTouched(
    _ name: String, _ first: Int, _ last: Int, _ old: String, _ new: String
  ) throws {
    let window = try #require(try window(name))
    #expect(window.firstCodon == first)
    #expect(window.lastCodon == last)
    #expect(letters(window.referenceResidues) == old)
    #expect(letters(window.alternateResidues) == new)
  }

  @Test(arguments: ["c.-1G>A", "c.*1C>T", "c.1290_*12delinsTG", "c.210+1G>A"])
  func thereIsNoneBeyondTheCodingRegion(_ name: String) throws {
    let gene = try Gene()
    let edit = TranscriptEdit(try gene.change(name), on: gene.map)
    #expect(edit.flatMap(CodonWindow.init) == nil)
  }
}
