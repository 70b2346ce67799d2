import Genome
import Nomenclature
import ReferenceBundle
import TestSupport
import Testing

@Suite struct TypedNameTests {
  /// Signs of word processors: U+2212, U+2013, U+2192 and the like.
  @Test(arguments: [
    ("c.\u{2212}22\u{2212}1G>A", "c.-22-1G>A"), ("c.-22\u{2013}1G>A", "c.-22-1G>A"),
    ("c.1189C\u{2192}T", "c.1189C>T"), ("c.1189C\u{2013}T", "c.1189C>T"),
    ("c.1189C-T", "c.1189C>T"), ("c.1189C->T", "c.1189C>T"), ("c.1189C&gt;T", "c.1189C>T"),
    ("c.\u{2217}878A\u{FF1E}G", "c.*878A>G"), ("c.210\u{FF0B}1G>A", "c.210+1G>A"),
    ("\u{201C}c.1189C>T\u{201D}", "c.1189C>T"), ("'c.1189C>T'", "c.1189C>T"),
    ("c.\u{2013}22 \u{2013} 1G\u{2192}A", "c.-22-1G>A"), ("c.*12\u{2014}3A\u{2013}G", "c.*12-3A>G"),
    ("chrX\u{2013}49251441\u{2013}G\u{2013}A", "chrX-49251441-G-A"),
    ("c.211\u{2212}2del", "c.211-2del"), ("c.211\u{2010}2del", "c.211-2del"),
    ("c.1189C\u{200B}>T", "c.1189C>T"), ("NM_014009.4\u{FF1A}c.1189C>T", "NM_014009.4:c.1189C>T"),
  ])
  func signsAreThoseOfHGVS(_ typed: String, _ text: String) {
    #expect(TypedName(typed).text == text)
  }

  @Test(arguments: [
    ("C.1189C>T", "c.1189C>T"), ("c.227DELT", "c.227delT"),
    ("c.1290_1300DELINStg", "c.1290_1300delinstg"),
    ("P.Arg397Trp", "p.Arg397Trp"), ("p.arg397trp", "p.Arg397Trp"), ("arg397trp", "Arg397Trp"),
    ("P.(ARG397TRP)", "p.(Arg397Trp)"), ("p.leu76glnfster53", "p.Leu76GlnfsTer53"),
    ("r397w", "R397W"), ("p.r397w", "p.R397W"), ("p.c169y", "p.C169Y"), ("p.a38t", "p.A38T"),
    ("nm_014009.4:c.1189C>T", "NM_014009.4:c.1189C>T"),
    ("nm_014009.4(foxp3):C.1189C>T", "NM_014009.4(FOXP3):c.1189C>T"),
    ("ChrX:G.49251441G>A", "chrX:g.49251441G>A"), ("hg19:g.49107902G>A", "GRCh37:g.49107902G>A"),
    ("grch38:g.49251441G>A", "GRCh38:g.49251441G>A"),
  ])
  func lettersHaveTheCaseOfHGVS(_ typed: String, _ text: String) {
    #expect(TypedName(typed).text == text)
  }

  @Test(arguments: [
    ("FOXP3 c.1189C>T", "FOXP3:c.1189C>T"), ("FOXP3, p.R397W", "FOXP3:p.R397W"),
    ("NM_014009.4 c.1189C>T", "NM_014009.4:c.1189C>T"), ("chrX 49251441G>A", "chrX:49251441G>A"),
    ("c.1189C>T p.(Arg397Trp)", "c.1189C>T(p.(Arg397Trp))"),
    ("c.1189C>T, p.Arg397Trp", "c.1189C>T(p.Arg397Trp)"),
    ("c.1189C>T; P.ARG397TRP", "c.1189C>T(p.Arg397Trp)"),
    ("c.1189C>T (R397W)", "c.1189C>T(p.R397W)"),
    ("c.1189C>T R397W", "c.1189C>T(p.R397W)"),
    ("FOXP3 c.1189C>T p.R397W", "FOXP3:c.1189C>T(p.R397W)"),
    ("NC_000023.11 (NM_014009.4):c.1189C>T", "NC_000023.11(NM_014009.4):c.1189C>T"),
  ])
  func blanksAndCommasPartNames(_ typed: String, _ text: String) {
    #expect(TypedName(typed).text == text)
  }

  @Test(arguments: [
    ("g.49107902G>A (hg19)", "g.49107902G>A", Assembly.grch37),
    ("g.49251441G>A hg38", "g.49251441G>A", .grch38),
    ("chrX:g.49107902G>A(GRCh37.p13)", "chrX:g.49107902G>A", .grch37),
    ("hg19 chrX:49107902 G>A", "chrX:49107902G>A", .grch37),
    ("(GRCh38.p14), g.49251441G>A", "g.49251441G>A", .grch38),
    ("hg19:chrX:49107902G>A", "chrX:49107902G>A", .grch37),
    ("GRCh38-X-49251441-G-A", "X-49251441-G-A", .grch38),
  ])
  func aBuildBesideTheNameIsTaken(_ typed: String, _ text: String, _ build: Assembly) {
    #expect(TypedName(typed).text == text)
    #expect(TypedName(typed).build == build)
  }

  @Test(arguments: [
    ("c.[1189C>T]", "c.1189C>T"), ("NM_014009.4:c.[1189C>T]", "NM_014009.4:c.1189C>T"),
    ("NC_000023.11:g.[49251441G>A]", "NC_000023.11:g.49251441G>A"),
    ("p.[Arg397Trp]", "p.Arg397Trp"),
    ("c.[1189C>T] p.(Arg397Trp)", "c.1189C>T(p.(Arg397Trp))"),
  ])
  func anAlleleOfOneChangeIsThatChange(_ typed: String, _ text: String) {
    #expect(TypedName(typed).text == text)
  }

  @Test(arguments: [
    ("delE251", "p.E251del"), ("p.delGlu251", "p.Glu251del"), ("\u{0394}E251", "p.E251del"),
  ])
  func aDeletedResidueStandsBeforeItsNumber(_ typed: String, _ text: String) {
    #expect(TypedName(typed).text == text)
  }

  @Test(arguments: [
    ("c.1189C>T.", "c.1189C>T"), ("c.1189C>T heterozygous;", "c.1189C>T"),
    ("c.1189C>T (hemi.)", "c.1189C>T"),
    ("X:49,251,441-49,251,450del", "chrX:g.49251441_49251450del"),
    ("chrX:49251441_49251442insA", "chrX:g.49251441_49251442insA"),
    ("X:49251441dup", "chrX:g.49251441dup"), ("chrX:49,251,441 G>A", "chrX:49251441G>A"),
    ("p.(Arg397Trp) c.1189C>T", "c.1189C>T(p.(Arg397Trp))"),
    ("NM_014009.4:p.Arg397Trp (c.1189C>T)", "NM_014009.4:c.1189C>T(p.Arg397Trp)"),
    ("Arg397>Trp", "p.Arg397Trp"), ("p.R397>*", "p.R397*"), ("c1189C>T", "c.1189C>T"),
    ("FOXP3:c-22-1G>A", "FOXP3:c.-22-1G>A"), ("X 49251441 . G A", "X-49251441-G-A"),
    ("chrX\t49251441\trs28935477\tG\tA", "chrX-49251441-G-A"),
    ("FOXP3:NM_014009:exon12:c.1189C>T:p.R397W", "NM_014009:c.1189C>T(p.R397W)"),
    ("NM_014009.4:exon12:c.1189C>T", "NM_014009.4:c.1189C>T"),
  ])
  func aFormOfOneMeaningIsThatOfHGVS(_ typed: String, _ text: String) {
    #expect(TypedName(typed).text == text)
  }

  /// What could mean two things, or nothing, is left to the reader's error.
  @Test(arguments: [
    "c169t", "a38t", "c.1189C/T", "IVS9+2T>G", "c.C1189T", "delN", "A38T", "23-49251441-g-a",
    "c.211\u{2013}215del", "delA38", "delT227",
    "chrX-49251441-G-A", "NC_000023.11:49251440:G:A", "hello", "hg19", "c.1189C>T,c.1190G>A",
    "c.[1189C>T;1190G>A]", "c.[1189C>T];[1189=]", "c.751GAG[1]",
    "A38>T", "c.1189C>Thet", "c169T", "C169T", "p.R397W,R397Q", "c.1,189C>T",
  ])
  func whatIsNotCertainStays(_ typed: String) {
    #expect(TypedName(typed).text == typed)
    #expect(TypedName(typed).build == nil)
  }

  /// No spelling of a change is made another one.
  @Test func printedNamesStayAsTheyAre() throws {
    let gene = try Gene()
    var count = 0
    for row in gene.bundle.table.resolved {
      guard let change = row.change(.grch38) else { continue }
      let protein = TranscriptEdit(change, on: gene.map)?.proteinChange()
      let names = [
        gene.map.codingName(of: change), gene.locus.genomicName(of: change), protein?.name,
        gene.locus.spdi(of: change), row.row.codingName, row.row.identifier,
      ]
      for name in names.compactMap({ $0 }) {
        #expect(TypedName(name).text == name)
        count += 1
      }
    }
    #expect(count > 600)
  }
}
