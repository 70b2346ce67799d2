import Flow
import Genome
import Nomenclature
import Testing

@testable import Classification

/// Splice signals by position weights.
@Suite struct SpliceSignalsTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private func notes(_ name: String) throws -> [String] { try bench.classify(name).spliceNotes }

  @Test(arguments: [SpliceWeights.donor, .acceptor, .branchPoint])
  func sharesOfAPlaceAreOneTogether(weights: SpliceWeights) {
    let sums = weights.shares.map { $0.reduce(0, +) }
    for sum in sums { #expect(abs(sum - 1) < 0.025, "\(sums)") }
  }

  /// Strengths of NM_014009.4's sites, computed apart from this program from the bases and the
  /// published shares.
  @Test func strengthsOfTheSites() throws {
    let donors = [11.75, 9.48, 8.55, 6.03, 7.87, 8.77, 7.82, 6.26, 11.63, 6.94, 9.29]
    let acceptors = [4.47, 6.40, 2.69, 5.33, 5.61, 8.14, 5.87, 5.28, 2.76, 4.64, 3.42]
    for site in SpliceSite.all(of: bench.map.transcript) {
      let expected = site.kind == .donor ? donors[site.exon - 1] : acceptors[site.exon - 2]
      let strength = try #require(site.strength(on: bench.map.locus))
      #expect(abs(strength - expected) < 0.01, "\(site)")
    }
  }

  @Test func theBestStretchIsTheConsensus() throws {
    let donor = Array("AAGGTAAGT".utf8)
    #expect(SpliceWeights.donor.strength(at: 3, in: donor) == SpliceWeights.donor.best)
    #expect(SpliceWeights.donor.strength(at: 2, in: donor) == nil)
    #expect(SpliceWeights.donor.strength(at: 3, in: Array("AAGGTNAGT".utf8)) == nil)
  }

  /// Both places are told, and not the better one as if it were the one donor.
  @Test(arguments: [
    ("c.643_647+2dup", "-2.3 bits where it was and 8.8 bits behind"),
    ("c.647_647+2dup", "1.9 bits where it was and 6.0 bits behind"),
  ])
  func aDonorThatStandsTwiceIsToldTwice(_ name: String, _ strengths: String) throws {
    let notes = try notes(name)
    #expect(
      notes.contains { $0.contains("donor of exon 6 stands twice") && $0.contains(strengths) })
  }

  @Test func aWeakenedDonorIsTold() throws {
    let notes = try notes("c.816+5G>A")
    #expect(notes.count == 1)
    #expect(notes.first?.contains("donor of exon 8 has 6.3 bits before and 3.5 after") == true)
  }

  @Test func aLostSiteNamesWhatMayBeUsedInItsPlace() throws {
    let notes = try notes("c.735G>A")
    #expect(notes.contains { $0.contains("donor of exon 7 has 7.8 bits before and 5.1 after") })
    #expect(
      notes.contains { $0.contains("strongest other donor within 100 bases is behind c.735+21") })
  }

  /// The paper on c.-22-2del found 16 bases missing: the next AG is the one in use.
  @Test func theNextAGOfALostAcceptorIsTold() throws {
    let notes = try notes("c.-22-2del")
    #expect(notes.contains { $0.contains("acceptor of exon 2") && $0.contains("-8.3 after") })
    #expect(notes.contains { $0.contains("the next AG is before c.-6") }, "\(notes)")
  }

  @Test func aNewDonorIsTold() throws {
    // GGTACAG at c.505 and following: any base that makes GT behind a strong stretch.
    var found = 0
    for position in 460...540 {
      for base in ["A", "C", "G", "T"] {
        guard let variant = try? bench.classify("c.\(position)\(reference(position))>\(base)")
        else { continue }
        for note in variant.spliceNotes where note.hasPrefix("A possible donor comes up") {
          found += 1
          #expect(note.contains("c.") || note.contains("at the changed bases"))
        }
      }
    }
    #expect(found > 0)
  }

  private func reference(_ position: Int) -> String {
    let index = bench.map.codingStart - 2 + position
    return String(decoding: [bench.map.spliced.bytes[index]], as: UTF8.self)
  }

  @Test func nothingIsToldFarFromSignals() throws {
    #expect(try notes("c.1044+459A>G").isEmpty)
    #expect(try notes("c.1189C>T").isEmpty)
  }

  /// Each build gives the same.
  @Test(arguments: ["c.816+5G>A", "c.735G>A", "c.-22-2del", "c.648-2A>G"])
  func bothBuildsAgree(name: String) throws {
    #expect(try bench.classify(name, on: .grch37).spliceNotes == notes(name))
  }

  /// Notes only: no criterion's fact speaks of bits.
  @Test func noCriterionStandsOnThem() throws {
    for name in ["c.816+5G>A", "c.735G>A", "c.-22-2del"] {
      for result in try bench.classify(name).rules?.results ?? [] {
        #expect(!result.fact.contains(" bits"))
      }
    }
  }

  @Test func theBranchPointIsTold() throws {
    var told = 0
    for distance in 18...40 {
      let position = try #require(bench.map.genomicPosition(of: .init(817, offset: -distance)))
      let base = try #require(bench.map.locus.bases(in: Interval(position, position)))
      let other = BaseSequence(base.text == "T" ? "C" : "T") ?? base
      let change = SequenceChange(start: position, reference: base, alternate: other)
      let notes = bench.classify(.sequence(change)).spliceNotes
      told += notes.count { $0.contains("branch point candidate of intron 8") }
    }
    #expect(told > 0)
  }
}
