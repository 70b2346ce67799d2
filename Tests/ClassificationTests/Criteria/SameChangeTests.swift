import Flow
import Genome
import Nomenclature
import ReferenceBundle
import Testing

@testable import Classification

/// PS1.
@Suite struct SameChangeTests {
  /// Residue 397 is CGG: TGG (c.1189C>T, in the table) is the only Trp codon, so a neighbour has to
  /// serve: p.(Arg337Gln) is CGA>CAA in the table and CAG by a change of two bases.
  @Test(arguments: Assembly.allCases)
  func anotherAlleleOfTheSameChange(assembly: Assembly) throws {
    let bench = try Bench()
    let row = try #require(bench.bundle.table.rows.first { $0.codingName == "c.1010G>A" })
    #expect(row.decides && row.clinicalClass == .pathogenic)
    let codon = Array(bench.map.spliced.bytes[(bench.map.codingStart + 1007)...].prefix(3))
    let last = codon[2] == UInt8(ascii: "A") ? "G" : "A"
    let name = "c.1010_1011delinsA\(last)"
    let rules = try #require(try bench.classify(name, on: assembly).rules)
    #expect(rules.result(.ps1)?.strength == .strong, "\(rules.result(.ps1)?.fact ?? "")")
    #expect(rules.result(.ps1)?.fact.contains(row.identifier) == true)
  }

  /// c.1110G>A's reason tells of p.Met370Ile: the row's own protein change, which all three alleles give.
  @Test(arguments: ["c.1110G>C", "c.1110G>T"])
  func aRowMayNameItsOwnProteinChange(name: String) throws {
    let rules = try #require(try Bench().classify(name).rules)
    #expect(rules.result(.ps1)?.strength == .strong, "\(rules.result(.ps1)?.fact ?? "")")
    #expect(rules.result(.ps1)?.fact.contains("c.1110G>A") == true)
  }

  @Test func aRowThatLeansOnThisVeryAlleleIsNamed() throws {
    let bench = try Bench(reasons: ["c.1110G>A": "The same protein change as c.1110G>C."])
    let result = try bench.result(.ps1, of: "c.1110G>C")
    #expect(result.outcome == .notMet && result.fact.contains("c.1110G>A"), "\(result.fact)")
    #expect(result.fact.contains("in turn"), "\(result.fact)")
    #expect(try bench.result(.ps1, of: "c.1110G>T").strength == .strong)
  }

  /// Other changes of the residue, of which its reason tells, are not the row's own.
  @Test func aRowThatLeansOnItsResidueIsAComparator() throws {
    let bench = try Bench(
      reasons: ["c.1110G>A": "Another disease change of the same residue is known."])
    #expect(try bench.result(.ps1, of: "c.1110G>C").strength == .strong)
  }

  /// What keeps a row of the same protein change from counting is said: c.1108A>G rests on one star.
  @Test func aRowThatDoesNotDecideIsNamed() throws {
    let result = try Bench().result(.ps1, of: "c.1108_1110delinsGTA")
    #expect(result.outcome == .notMet && result.fact.contains("c.1108A>G"), "\(result.fact)")
    #expect(result.fact.contains("does not decide a class"), "\(result.fact)")
  }

  /// The row is told as one of the same protein change: why it counts nothing here is said.
  @Test func aLostStartIsWeighedByItsLoss() throws {
    let result = try Bench().result(.ps1, of: "c.1A>G")
    #expect(result.outcome == .notMet && result.fact.contains("same protein change"))
    #expect(result.fact.contains("weighed by PVS1"))
  }

  @Test func theAlleleItselfIsNoComparator() throws {
    #expect(try Bench().result(.ps1, of: "c.1010G>A").outcome == .notMet)
  }

  @Test func notWithTheTableOff() throws {
    let bench = try Bench(isTableOn: false)
    for criterion in [Criterion.ps1, .pm5] {
      let result = try bench.result(criterion, of: "c.1010_1011delinsAG")
      #expect(result.outcome == .notEvaluated)
    }
  }
}
