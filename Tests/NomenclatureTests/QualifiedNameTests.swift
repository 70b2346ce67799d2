import Nomenclature
import Testing

@Suite struct QualifiedNameTests {
  @Test(arguments: [
    ("c.1189C>T", "", "", "c.1189C>T", ""),
    ("NM_014009.4:c.1189C>T", "NM_014009.4", "", "c.1189C>T", ""),
    (
      "NC_000023.11(NM_014009.4):c.816+5G>A", "NC_000023.11", "NM_014009.4", "c.816+5G>A", ""
    ),
    (
      "NM_014009.4(FOXP3):c.1189C>T (p.Arg397Trp)", "NM_014009.4", "FOXP3", "c.1189C>T",
      "p.Arg397Trp"
    ),
    ("NP_054728.2:p.(Arg397Trp)", "NP_054728.2", "", "p.(Arg397Trp)", ""),
    ("(p.Arg397Trp)", "", "", "(p.Arg397Trp)", ""), ("", "", "", "", ""), (":", "", "", "", ""),
    ("((:", "", "(", "", ""),
  ])
  func isTakenApart(
    _ name: String, _ sequence: String, _ selection: String, _ description: String,
    _ protein: String
  ) {
    let parts = QualifiedName(name)
    #expect(parts.sequence == sequence)
    #expect(parts.selection == selection)
    #expect(parts.description == description)
    #expect(parts.statedProtein == protein)
  }
}
