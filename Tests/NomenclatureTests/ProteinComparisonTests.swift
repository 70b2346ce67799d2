import Genome
import Nomenclature
import Testing

@Suite struct ProteinComparisonTests {
  /// Protein names by the HGVS Nomenclature's rules, computed from NP_054728.2 and the transcript's
  /// own 3' untranslated region.
  @Test(arguments: [
    ("c.227del", "p.(Leu76GlnfsTer53)"), ("c.906del", "p.(Asp303ThrfsTer87)"),
    ("c.1293_1294del", "p.(Ter432ThrextTer25)"), ("c.1294T>C", "p.(Ter432ArgextTer?)"),
    ("c.1189C>T", "p.(Arg397Trp)"), ("c.1009C>T", "p.(Arg337Ter)"),
    ("c.751_753del", "p.(Glu251del)"), ("c.748_750del", "p.(Lys250del)"),
    ("c.1117_1118delinsGC", "p.(Phe373Ala)"), ("c.735G>A", "p.(Gln245=)"),
    ("c.751_753dup", "p.(Glu251dup)"),
  ])
  func namesByTheRules(_ coding: String, _ protein: String) throws {
    #expect(try Gene().protein(coding) == protein)
  }

  /// The names ClinVar and papers give, where they are whole ones. Ours differ by rule for four.
  @Test func clinVarsProteinNamesAreOurs() throws {
    let gene = try Gene()
    var compared = 0
    for variant in try ClinVarName.load() {
      guard let coding = variant.codingName, let theirs = variant.proteinName,
        let canonical = ProteinNameText.canonical(theirs)
      else { continue }
      let edit = TranscriptEdit(try gene.change(coding), on: gene.map)
      guard let change = edit?.proteinChange() else {
        Issue.record("\(coding) has no protein name, but \(theirs) is given")
        continue
      }
      compared += 1
      let names = ([change.name] + change.aliases).compactMap { ProteinNameText.canonical($0) }
      let isOurs = names.contains(canonical) || isPartOf(canonical, change)
      #expect(isOurs, "\(coding) \(theirs) \(change.name)")
    }
    #expect(compared == 173)
  }

  /// `Glu243fs` leaves the end away; `Met1Ile` names a residue that isn't made; the extension of
  /// c.1293_1294del ends in the transcript's own 3' untranslated region.
  private func isPartOf(_ theirs: String, _ change: ProteinChange) -> Bool {
    switch change.kind {
    case .frameshift: theirs.hasSuffix("fs") && change.text.hasPrefix(theirs.dropLast(2))
    case .startLost: theirs.hasPrefix("Met1")
    case .extension_: theirs.hasSuffix("extTer?")
    default: false
    }
  }

  /// HGVS, protein: a deletion or duplication is shifted to the C-terminus; an insertion with a
  /// stop is named up to the stop; a frame shift begins at the first residue that changes, and one
  /// that makes a stop at once is nonsense.
  @Test func shapesOfInFrameChanges() throws {
    let gene = try Gene()
    #expect(try gene.protein("c.750_751insTAA") == "p.(Lys250_Glu251insTer)")
    #expect(try gene.protein("c.748_753del") == "p.(Glu251_Lys252del)")
    #expect(try gene.protein("c.1117_1119delinsTAA") == "p.(Phe373Ter)")
    #expect(try gene.protein("c.1117_1119delinsGCAGCA") == "p.(Phe373delinsAlaAla)")
    #expect(try gene.protein("c.750_751insTA") == "p.(Glu251Ter)")
  }
}
