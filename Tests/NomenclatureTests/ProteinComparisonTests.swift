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
    // In frame to a stop among the bases put in, before the place of the old one or at it.
    ("c.1285_1295delinsGAGGGCGGGTAACC", "p.(Pro429_Pro431delinsGluGlyGly)"),
    ("c.1286_*10inv", "p.(Pro429_Pro431delinsArgSer)"),
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

  /// HGVS, protein: a deletion or duplication is shifted to the C-terminus; a frame shift begins at
  /// the first residue that changes; whatever brings a stop at once is nonsense.
  @Test func shapesOfInFrameChanges() throws {
    let gene = try Gene()
    #expect(try gene.protein("c.750_751insTAA") == "p.(Glu251Ter)")
    #expect(try gene.protein("c.748_753del") == "p.(Glu251_Lys252del)")
    #expect(try gene.protein("c.1117_1119delinsTAA") == "p.(Phe373Ter)")
    #expect(try gene.protein("c.1117_1119delinsGCAGCA") == "p.(Phe373delinsAlaAla)")
    #expect(try gene.protein("c.750_751insTA") == "p.(Glu251Ter)")
  }

  /// Insertions, duplications and exchanges whose first new residue is a stop: names that
  /// biocommons hgvs and Mutalyzer give too.
  @Test(arguments: [
    ("c.216_217insTAGATC", "p.(Thr73Ter)"), ("c.1178_1180dup", "p.(Cys394Ter)"),
    ("c.1290_1291insTGAGTGACCAGT", "p.(Pro431Ter)"), ("c.3_4insTGA", "p.(Pro2Ter)"),
    ("c.990_995del", "p.(Tyr330Ter)"), ("c.990_999inv", "p.(Tyr330Ter)"),
    ("c.962_966delinsAACTT", "p.(Phe321Ter)"), ("c.430_437delinsTGATA", "p.(Lys144Ter)"),
  ])
  func aStopAtOnceIsNonsense(_ coding: String, _ protein: String) throws {
    #expect(try Gene().protein(coding) == protein)
  }

  /// biocommons hgvs names what is translated behind the stop as well.
  @Test(arguments: [
    ("c.650_651insTGCCTAAGTAGGGAG", "p.(His217_Cys218insAlaTer)"),
    ("c.1205_1206insCTCTTA", "p.(Lys402delinsAsnSerTer)"),
    ("c.1282_1290delinsGAATGAGAA", "p.(Thr428_Gly430delinsGluTer)"),
  ])
  func aStopBehindNewResiduesStays(_ coding: String, _ protein: String) throws {
    #expect(try Gene().protein(coding) == protein)
  }

  /// Residues put in directly before the stop: names that biocommons hgvs and Mutalyzer give too.
  @Test(arguments: [
    ("c.1291_1293dup", "p.(Ter432ProextTer1)"), ("c.1293_1295dup", "p.(Ter432CysextTer1)"),
    ("c.1287_1292dup", "p.(Ter432GlyextTer2)"), ("c.1282_1293dup", "p.(Ter432ThrextTer4)"),
    ("c.1294_1295insTGT", "p.(Ter432LeuextTer1)"),
    ("c.1292_1293insTCCAATGCGGTG", "p.(Ter432ProextTer4)"),
    // The last residue is another one, or the residue before it is doubled: no extension.
    ("c.1291_1292insGCG", "p.(Pro431delinsArgAla)"), ("c.1288_1290dup", "p.(Gly430dup)"),
  ])
  func moreResiduesBeforeTheStopAreAnExtension(_ coding: String, _ protein: String) throws {
    #expect(try Gene().protein(coding) == protein)
  }

  /// The codons that are other ones are named.
  @Test(arguments: [
    ("c.1293_*6inv", "p.(Pro431=)"), ("c.1293_1295delinsTTA", "p.(Pro431_Ter432=)"),
    ("c.1295_*3inv", "p.(Ter432=)"), ("c.1295_*5del", "p.(Ter432=)"),
    ("c.1294_1295insA", "p.(Ter432=)"), ("c.1292_1293insATAATTATCGTG", "p.(Pro431=)"),
  ])
  func unchangedResiduesBeforeAndAtTheStop(_ coding: String, _ protein: String) throws {
    #expect(try Gene().protein(coding) == protein)
  }

  /// Nothing is known of a protein whose messenger RNA ends before a stop.
  @Test func aTranscriptThatEndsWithoutAStop() throws {
    let gene = try Gene()
    let last = gene.map.length - gene.map.codingEnd
    #expect(try gene.protein("c.1282_*\(last)del") == "p.?")
  }
}
