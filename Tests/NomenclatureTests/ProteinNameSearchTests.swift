import Genome
import TestSupport
import Testing

@testable import Nomenclature

@Suite struct ProteinNameSearchTests {
  private func names(_ protein: String) throws -> [String] {
    let map = try Gene().map
    let canonical = try #require(ProteinNameText.canonical(protein))
    return ProteinNameSearch(map: map).changes(for: canonical).compactMap(map.codingName)
  }

  /// By the genetic code: six codons for Arg, one for Trp and Met, three stops.
  @Test func everyCodonIsFoundOneBaseChangesFirst() throws {
    #expect(try names("p.Arg397Trp") == ["c.1189C>T"])
    let stops = try names("p.R337X")
    #expect(stops.first == "c.1009C>T")
    #expect(stops.count == 3)
    #expect(try names("p.Phe373Ala").count == 4)
    #expect(try names("p.Phe373Ala").contains("c.1117_1118delinsGC"))
    #expect(try names("p.(Gln245=)") == ["c.735G>A"])
  }

  @Test func lengthChangesAreFound() throws {
    #expect(try names("p.Leu76GlnfsTer53").contains("c.227del"))
    for name in ["p.Asp303fs", "p.Asp303fs*87", "D303fs*87", "p.Asp303ThrfsTer87"] {
      #expect(try names(name).contains("c.906del"), "\(name)")
    }
    #expect(try !names("p.Asp303fs*86").contains("c.906del"))
    #expect(try names("p.Glu251del").contains("c.751_753del"))
    #expect(try names("p.Glu251dup").contains("c.751_753dup"))
  }

  /// An intron divides the codons of residues 152, 181, 216 and 323.
  @Test(arguments: [
    ("p.Lys216Ter", "c.646A>T"), ("p.Lys216Asn", "c.648G>T"), ("p.Gly152Arg", "c.454G>A"),
  ])
  func dividedCodonsAreFound(_ name: String, _ coding: String) throws {
    #expect(try names(name).contains(coding))
  }

  @Test(arguments: [4, 5, 12, 20])
  func duplicationsOfAnyShortLengthAreFound(count: Int) throws {
    let map = try Gene().map
    let name = "c.387_\(386 + count)dup"
    let change = try HGVSReader.change(codingName: name, on: map)
    let protein = try #require(TranscriptEdit(change, on: map)?.proteinChange())
    let coding = try #require(map.codingName(of: change.leftAligned(on: map.locus)))
    #expect(try names(protein.name).contains(coding), "\(protein.name)")
  }

  /// A codon that means the same, or a whole repeat, lies between the bases that change and the residue named.
  @Test(arguments: [
    ("c.558del", "p.Gln188ArgfsTer66"), ("c.171_173del", "S60del"), ("c.153_155del", "p.Gly53del"),
    ("c.119_120insA", "p.Gly42ArgfsTer164"),
  ])
  func aChangeFarBeforeTheResidueIsFound(_ coding: String, _ name: String) throws {
    #expect(try names(name).contains(coding))
  }

  /// What any short change gives finds it again. What ends at once is named by too little: of insertions of
  /// several bases that bring a stop only duplications are tried.
  @Test func theNameOfAnyShortChangeFindsIt() throws {
    let map = try Gene().map
    let search = ProteinNameSearch(map: map)
    var generator = SeededGenerator(seed: 17)
    var compared = 0
    for _ in 0..<100 {
      guard let change = randomChange(map, &generator)?.leftAligned(on: map.locus),
        let protein = TranscriptEdit(change, on: map)?.proteinChange(),
        ![.startLost, .unchanged].contains(protein.kind), protein.text != "?",
        change.alternate.count < 2 || protein.kind != .nonsense
      else { continue }
      compared += 1
      #expect(
        search.changes(for: protein.text).contains(change),
        "\(map.codingName(of: change) ?? "") \(protein.name)")
    }
    #expect(compared > 60)
  }

  /// A deletion or an insertion of one to six bases in the coding region.
  private func randomChange(
    _ map: TranscriptMap, _ generator: inout SeededGenerator
  ) -> SequenceChange? {
    let count = Int.random(in: 1...6, using: &generator)
    let place = Int.random(in: (map.codingStart + 3)...map.codingEnd, using: &generator)
    let bases = (0..<count).compactMap { _ in "ACGT".utf8.randomElement(using: &generator) }
    return Bool.random(using: &generator)
      ? map.change(at: place, removing: count, inserting: [])
      : map.change(at: place, removing: 0, inserting: bases)
  }

  /// Either spelling of one change finds it.
  @Test(arguments: [
    ("c.1291_1293dup", "p.Ter432ProextTer1", "p.Pro431dup"),
    ("c.1178_1180dup", "p.Cys394Ter", "p.Lys393_Cys394insTer"),
    ("c.990_995del", "p.Tyr330Ter", "p.Tyr330_Lys332delinsTer"),
  ])
  func anAliasIsFoundAsTheName(_ coding: String, _ name: String, _ alias: String) throws {
    #expect(try names(name).contains(coding))
    #expect(try names(alias).contains(coding))
  }

  /// Six codons for Arg; with its end, or as a frame shift that takes the stop along, others too.
  @Test func aLostStopIsFoundWithoutItsExtension() throws {
    let found = try names("p.Ter432Arg")
    #expect(found.count == 6 && found.allSatisfy { $0.contains(">") || $0.contains("delins") })
    for name in ["p.Ter432ArgextTer?", "p.*432Rext*?", "p.Ter432Argext"] {
      #expect(Set(found).isSubset(of: Set(try names(name))))
    }
    #expect(try names("p.Ter432ArgextTer23") == ["c.1293_*4del", "c.1294_*5del"])
  }

  /// `p.Met1?` is any loss of the start; `p.Met1Val` the codon papers mean by it.
  @Test func aLostStartIsFoundByWhatIsWritten() throws {
    let any = try names("p.Met1?")
    for name in ["c.1A>G", "c.2T>A", "c.3G>A"] { #expect(any.contains(name)) }
    let valine = try names("p.Met1Val")
    #expect(valine.first == "c.1A>G")
    #expect(valine.count == 4)
    #expect(Set(try names("M1I").prefix(3)) == ["c.3G>A", "c.3G>C", "c.3G>T"])
  }

  /// Each change found gives the name that was asked for, on either transcript.
  @Test func whatIsFoundGivesTheName() throws {
    let gene = try Gene()
    for map in [gene.map, gene.shortMap] {
      for number in stride(from: 2, to: map.protein.count - 1, by: 17) {
        let wanted = "\(map.protein[number - 1].threeLetters)\(number)Ter"
        let found = ProteinNameSearch(map: map).changes(for: wanted)
        #expect(found.count >= 3)
        for change in found {
          #expect(TranscriptEdit(change, on: map)?.proteinChange()?.text == wanted)
        }
      }
    }
  }

  @Test(arguments: ["Arg998Lys", "Gln397Trp", "Arg0Trp", "Arg397Arg"])
  func whatCanNotBeIsNotFound(_ name: String) throws {
    #expect(ProteinNameSearch(map: try Gene().map).changes(for: name).isEmpty)
  }
}
