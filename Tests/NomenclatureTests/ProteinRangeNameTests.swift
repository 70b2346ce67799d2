import Genome
import Nomenclature
import Testing

@Suite struct ProteinRangeNameTests {
  /// Lys250, Glu251 and Lys252 stand side by side, and Arg397 and Val398.
  @Test(arguments: [
    ("Lys250_Glu251del", "Glu251_Lys252del"), ("Glu251_Lys252insGlu", "Glu251dup"),
    ("Lys250_Glu251insLys", "Lys250dup"), ("Lys250_Glu251dup", "Glu251_Lys252dup"),
    ("Arg397_Val398del", "Arg397_Val398del"), ("Arg397_Val398insTrp", "Arg397_Val398insTrp"),
  ])
  func theNameIsThatOfThePlaceNearestTheEnd(_ name: String, _ shifted: String) throws {
    let protein = try Gene().map.protein
    #expect(try #require(ProteinRangeName(name)).shifted(on: protein) == shifted)
  }

  @Test(arguments: [
    "Arg397Trp", "Glu251_Lys250del", "Arg397_Ala399insTrp", "Arg397_Val398ins", "Arg397delinsTrp",
    "Arg397_Val398delArg",
  ])
  func otherChangesAreNoRange(_ name: String) { #expect(ProteinRangeName(name) == nil) }

  @Test func aResidueBehindTheProteinIsNone() throws {
    let name = try #require(ProteinRangeName("Ala500_Val501del"))
    #expect(name.shifted(on: try Gene().map.protein) == nil)
  }
}
