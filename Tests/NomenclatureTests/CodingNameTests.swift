import Genome
import Nomenclature
import TestSupport
import Testing

@Suite struct CodingNameTests {
  /// Every `c.` name of ClinVar, to both builds' alleles and back. Names that ClinVar took from
  /// papers write the deleted bases out; HGVS leaves them away.
  @Test(arguments: Assembly.allCases)
  func clinVarsNamesAreFoundAndGivenBack(_ assembly: Assembly) throws {
    let map = try Gene().map(assembly)
    var compared = 0
    for variant in try ClinVarName.load() {
      guard let name = variant.codingName, !isCountedElsewhere(name, assembly) else { continue }
      compared += 1
      let allele = variant.change(assembly).leftAligned(on: map.locus)
      #expect(try HGVSReader.change(codingName: name, on: map) == allele, "\(name)")
      let bare = name.replacing("delAAG", with: "del").replacing("delG", with: "del")
      #expect(map.codingName(of: allele) == bare)
    }
    #expect(compared == (assembly == .grch38 ? 243 : 241))
  }

  /// Two names count from the longer exon 1 of NM_014009.3. Numbers deep in introns 1 and 6, where
  /// the builds differ, are GRCh38's.
  private func isCountedElsewhere(_ name: String, _ assembly: Assembly) -> Bool {
    ["c.-78C>T", "c.-353G>C"].contains(name) || (assembly == .grch37 && deepNames.contains(name))
  }

  private var deepNames: Set<String> { ["c.-23+801C>T", "c.-23+474C>G"] }

  /// HGVS, DNA: 3' rule; duplication before insertion; two neighbouring bases replaced by their
  /// reverse complement are an inversion; c.454del is c.454+1del (general: the exception to the 3'
  /// rule is for exon/exon junctions only).
  @Test(arguments: [
    ("c.748_750del", "c.748_750del"), ("c.750_752del", "c.751_753del"),
    ("c.454del", "c.454+1del"), ("c.227_228insT", "c.227dup"), ("c.226_227insT", "c.227dup"),
    ("c.1117_1118delTTinsGC", "c.1117_1118delinsGC"), ("c.1117_1118delinsAA", "c.1117_1118inv"),
    ("c.1189_1190delinsTG", "c.1189C>T"), ("c.1189delinsT", "c.1189C>T"),
    ("c.227delinsTT", "c.227dup"), ("c.*876A>G", "c.*876A>G"), ("c.-23+1G>T", "c.-23+1G>T"),
    ("c.1290_*12delinsTG", "c.1290_*12delinsTG"),
  ])
  func oneNamePerAllele(_ given: String, _ expected: String) throws {
    let gene = try Gene()
    #expect(gene.map.codingName(of: try gene.change(given)) == expected)
  }

  /// A change that could be moved over an intron in the spliced transcript stays in its exon: the
  /// genome has other bases there.
  @Test func noNameJumpsAnIntron() throws {
    let gene = try Gene()
    for (index, intron) in gene.map.transcript.introns.enumerated() {
      let lastExonBase = Interval(intron.end + 1, intron.end + 1)
      let change = SequenceChange(
        start: lastExonBase.start, reference: try #require(gene.locus.bases(in: lastExonBase)),
        alternate: BaseSequence())
      let name = try #require(gene.map.codingName(of: change))
      let next = gene.map.exonStarts[index + 1] - gene.map.codingStart + 1
      #expect(!name.hasPrefix("c.\(next)"), "\(name)")
      #expect(try gene.change(name) == change.leftAligned(on: gene.locus))
    }
  }

  @Test func beyondTheTranscriptThereIsNoName() throws {
    let gene = try Gene()
    let extent = gene.map.transcript.extent
    #expect(gene.map.codingName(of: try snv(extent.end + 1, gene.locus)) == nil)
    #expect(gene.map.codingName(of: try snv(extent.start - 1, gene.locus)) == nil)
    #expect(gene.map.codingName(of: try snv(extent.end, gene.locus))?.hasPrefix("c.-72") == true)
    #expect(gene.map.codingName(of: try snv(extent.start, gene.locus))?.hasPrefix("c.*896") == true)
  }

  private func snv(_ position: Int, _ locus: Locus) throws -> SequenceChange {
    let base = try #require(locus.base(at: position))
    return try SequenceChange(
      position, String(decoding: [base], as: UTF8.self), base == 0x41 ? "C" : "A")
  }

  @Test(arguments: Assembly.allCases)
  func namesOfMadeUpChangesAreReadBack(_ assembly: Assembly) throws {
    let gene = try Gene()
    let map = gene.map(assembly)
    var random = RandomChanges(on: map.locus, seed: 21)
    var named = 0
    for change in random.make(4000, in: map.transcript.extent) {
      guard let name = map.codingName(of: change) else { continue }
      named += 1
      let back = try HGVSReader.change(codingName: name, on: map)
      #expect(back == change.leftAligned(on: map.locus), "\(name)")
      #expect(map.codingName(of: back) == name)
    }
    #expect(named > 3900)
  }
}
