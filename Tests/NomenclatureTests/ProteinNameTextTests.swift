import Genome
import Nomenclature
import Testing

@Suite struct ProteinNameTextTests {
  @Test(arguments: [
    ("p.Arg337Ter", "Arg337Ter"), ("p.(Arg337*)", "Arg337Ter"), ("R337X", "Arg337Ter"),
    ("p.R337*", "Arg337Ter"), ("NP_054728.2:p.(Arg397Trp)", "Arg397Trp"), ("R397W", "Arg397Trp"),
    ("p.L76QfsX53", "Leu76GlnfsTer53"), ("L76Qfs*53", "Leu76GlnfsTer53"), ("E243fs", "Glu243fs"),
    ("p.Gln245=", "Gln245="), ("K250del", "Lys250del"), ("p.Met1?", "Met1?"),
    ("p.Lys250_Glu251insAlaXaa", "Lys250_Glu251insAlaXaa"), ("X432W", "Ter432Trp"),
    ("L158L", "Leu158="),
    ("*432Rext*25", "Ter432ArgextTer25"), ("p.F373delinsAA", "Phe373delinsAlaAla"),
  ])
  func oneSpelling(_ name: String, _ canonical: String) {
    #expect(ProteinNameText.canonical(name) == canonical)
  }

  @Test(arguments: [
    "", "p.", "p.?", "p.(=)", "hello", "c.1189C>T", "227delT", "p.arg397trp", "J1B",
  ])
  func whatIsNoProteinNameIsNone(_ name: String) {
    let canonical = ProteinNameText.canonical(name)
    #expect(canonical == nil || ProteinNameText.firstResidue(canonical ?? "") == nil)
  }

  @Test func theFirstResidueIsRead() throws {
    let first = try #require(ProteinNameText.firstResidue("Leu76GlnfsTer53"))
    #expect(first.residue.threeLetters == "Leu")
    #expect(first.number == 76)
    #expect(ProteinNameText.firstResidue("Arg99999999999Trp") == nil)
    #expect(ProteinNameText.firstResidue("397Trp") == nil)
  }
}
