import Nomenclature
import Testing

/// What protein names say of the residues they touch.
@Suite struct NamedProteinChangeTests {
  @Test(arguments: [
    ("p.(Arg397Trp)", 397...397), ("NP_054728.2:p.(Phe373Ala)", 373...373),
    ("p.(Leu76GlnfsTer53)", 76...76), ("p.(Ter432ThrextTer25)", 432...432),
    ("p.(Lys250_Glu251del)", 250...251), ("p.Arg397Trp", 397...397), ("p.(Met1?)", 1...1),
  ])
  func namesGiveTheirResidues(name: String, residues: ClosedRange<Int>) throws {
    #expect(NamedProteinChange(name)?.residues == residues)
  }

  @Test(arguments: ["p.?", "p.(=)", "c.1189C>T", "", "p.(Xyz12Trp)", "p.(Glu251_Lys250del)"])
  func otherTextIsNone(name: String) throws {
    #expect(NamedProteinChange(name) == nil)
  }
}
