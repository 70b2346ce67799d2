import Genome
import Nomenclature
import ReferenceBundle
import TestSupport
import Testing

@testable import Classification

/// Changes of several bases, on GRCh38.
@Suite struct ContainedChangesTests {
  private let changes: ContainedChanges
  private let locus: Locus

  init() throws {
    let bundle = try EmbeddedReference.bundle()
    locus = bundle.locus(.grch38)
    changes = ContainedChanges(
      map: TranscriptMap(
        transcript: try #require(bundle.transcripts(.grch38).first), locus: locus))
  }

  private func parts(_ start: Int, _ alternate: String) throws -> [String] {
    let interval = Interval(start, start + alternate.utf8.count - 1)
    let change = SequenceChange(
      start: start, reference: try #require(locus.bases(in: interval)),
      alternate: try #require(BaseSequence(alternate)))
    return changes.parts(of: change).map { "\($0.start)\($0.reference)>\($0.alternate)" }
  }

  /// c.1189 is the first base of codon 397, c.1186 of codon 396.
  @Test func basesOfTwoCodonsAreTwoChanges() throws {
    #expect(try parts(49_251_441, "ACAT") == ["49251441G>A", "49251444C>T"])
  }

  /// c.1187 and c.1188, and c.1187 with c.1186.
  @Test func basesOfOneCodonAreOneChange() throws {
    #expect(try parts(49_251_442, "GT") == [])
    #expect(try parts(49_251_442, "GTT") == [])
  }

  /// c.*876 and c.*877.
  @Test func outsideCodonsEachBaseIsByItself() throws {
    #expect(try parts(49_250_457, "CC").count == 2)
  }

  @Test func indelsAndSingleBasesHaveNoParts() throws {
    let deletion = SequenceChange(
      start: 49_251_441, reference: try #require(BaseSequence("GC")), alternate: BaseSequence())
    #expect(changes.parts(of: deletion) == [])
    #expect(try parts(49_251_441, "A") == [])
  }

  /// Nearly all of 300 bases are others, and some of a codon's by chance alone; two of 200 are neighbours.
  @Test func anotherSequenceHasNoParts() throws {
    let interval = Interval(49_251_300, 49_251_599)
    let bases = try #require(locus.bases(in: interval))
    let inverted = SequenceChange(
      start: interval.start, reference: bases, alternate: bases.reverseComplement)
    #expect(changes.parts(of: inverted).isEmpty)
    var few = bases.bytes
    for index in [20, 120] {
      few[index] = few[index] == UInt8(ascii: "A") ? UInt8(ascii: "C") : UInt8(ascii: "A")
    }
    let two = SequenceChange(
      start: interval.start, reference: bases, alternate: BaseSequence(few))
    #expect(changes.parts(of: two).count == 2)
  }
}
