import Flow
import Genome
import HTS
import Scan
import Testing

@testable import Calling

/// `<*>` beside the alternates of a called site: which reads show it, and its likelihoods.
@Suite struct UnlistedReadsTests {
  private static let start = 49_255_000
  private static let place = start + 50
  private let reads: AlignedReads
  private let reference: String
  private let alternate: String
  private let third: String
  private let fourth: String

  init() throws {
    reads = try AlignedReads()
    let known = [reads.text(Self.place, 1), reads.other(than: Self.place)]
    let rest = ["A", "C", "G", "T"].filter { !known.contains($0) }
    (reference, alternate) = (known[0], known[1])
    (third, fourth) = (rest[0], rest[1])
  }

  /// The record called of reads of 100 bases, strands in turn, that have these bases at one place.
  private func record(
    _ bases: [(String, Int)], copies: Int?, listsOthers: Bool = true
  ) throws -> ReadRecord {
    var all = reads
    for (text, count) in bases {
      for number in 0..<count {
        all.add(
          "\(text)\(number)", flags: number % 2 == 0 ? 0 : 16, at: Self.start, "100M",
          reads.text(Self.start, 50) + text + reads.text(Self.place + 1, 49))
      }
    }
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval,
      settings: CallingSettings(), kernel: .scalar)
    try all.forEach { caller.add($0, isInLocus: true) }
    let calls = caller.calls(copies: copies, listsOthers: listsOthers)
    return try #require(calls.records.first { !$0.isReferenceBlock })
  }

  private func field(_ key: String, _ record: ReadRecord) throws -> [Int] {
    let keys = try #require(record.formatText).split(separator: ":")
    let values = try #require(record.calls.first).text.split(separator: ":")
    let place = try #require(keys.firstIndex { $0 == key })
    return values[place].split(separator: ",").compactMap { Int($0) }
  }

  /// A read of quality 37 speaks with 40, and of two copies hides one with 3.
  @Test func eachReadThatShowsAListedAlleleSpeaksAgainstIt() throws {
    let one = try record([(alternate, 10)], copies: 1)
    #expect(one.alternates == [alternate, "<*>"])
    #expect(one.fixedText.contains("\t\(reference)\t\(alternate),<*>\t"))
    #expect(try field("AD", one) == [0, 10, 0])
    #expect(try field("PL", one) == [400, 0, 400])
    #expect(one.calls.first?.unlistedLikelihood == 400)
    let two = try record([(alternate, 20)], copies: 2)
    #expect(try field("PL", two) == [800, 60, 0, 800, 60, 800])
    #expect(two.calls.first?.unlistedLikelihood == 60)
    #expect(two.calls.first?.unlistedAllele == 2)
    let half = try record([(reference, 10), (alternate, 10)], copies: 2)
    #expect(half.calls.first?.genotype?.text == "0/1")
    #expect(try field("PL", half)[1] == 0)
    #expect(try #require(half.calls.first?.unlistedLikelihood) > 300)
  }

  @Test func twoAlternatesAndAnyOther() throws {
    let record = try record([(alternate, 10), (third, 10)], copies: 2)
    #expect(record.alternates.last == "<*>")
    #expect(record.calls.first?.genotype?.text == "1/2")
    #expect(try field("AD", record) == [0, 10, 10, 0])
    let likelihoods = try field("PL", record)
    #expect(likelihoods.count == 10)
    #expect(likelihoods[4] == 0)
    #expect(likelihoods.enumerated().allSatisfy { $0.offset == 4 || $0.element > 300 })
  }

  /// Too few to be a candidate, they count by themselves.
  @Test func readsWithAnotherBaseSpeakForIt() throws {
    let one = try record([(alternate, 30), (third, 1)], copies: 2)
    #expect(try field("AD", one) == [0, 30, 1])
    #expect(try field("ADF", one) == [0, 15, 1])
    #expect(try field("ADR", one) == [0, 15, 0])
    // 31 reads of 3, less the 40 of one.
    #expect(one.calls.first?.unlistedLikelihood == 53)
    #expect(one.calls.first?.depth == 30)
    let two = try record([(alternate, 30), (third, 1), (fourth, 1)], copies: 2)
    #expect(try field("AD", two) == [0, 30, 2])
    #expect(try #require(two.calls.first?.unlistedLikelihood) < 20)
  }

  /// A third allele of both copies' reads: whichever two are called, the other is not excluded silently.
  @Test func aCandidateThatIsNotCarriedIsAnyOther() throws {
    let record = try record([(reference, 14), (alternate, 14), (third, 3)], copies: 2)
    #expect(record.alternates == [alternate, "<*>"])
    #expect(try field("AD", record) == [14, 14, 3])
    let few = try field("PL", record)
    let none = try field("PL", self.record([(reference, 14), (alternate, 14)], copies: 2))
    #expect(few[3] < none[3] && few[4] < none[4])
  }

  @Test func aMosaicHasReadsButNoLikelihoods() throws {
    let record = try record([(reference, 34), (alternate, 6)], copies: 1)
    #expect(record.alternates == [alternate, "<*>"])
    #expect(try field("AD", record) == [34, 6, 0])
    #expect(record.formatText?.contains("PL") == false)
    #expect(record.calls.first?.unlistedLikelihood == nil)
  }

  /// The file without blocks says nothing of it; what the reads show of it is known all the same.
  @Test func withoutBlocksItIsNotWritten() throws {
    let record = try record([(alternate, 20)], copies: 2, listsOthers: false)
    #expect(record.alternates == [alternate])
    #expect(try field("AD", record) == [0, 20])
    #expect(try field("PL", record) == [800, 60, 0])
    #expect(record.calls.first?.unlistedAllele == nil)
    #expect(record.calls.first?.unlistedLikelihood == 60)
  }

  /// The base before a deletion is one of its record's.
  @Test func anotherBaseInTheRecordOfADeletion() throws {
    var all = reads
    for number in 0..<20 {
      let bases = reads.text(Self.start, 50) + reads.text(Self.place + 2, 50)
      all.add("d\(number)", flags: number % 2 * 16, at: Self.start, "50M2D50M", bases)
    }
    var caller = Caller(
      locus: reads.locus, contig: "chrX", window: reads.locus.interval,
      settings: CallingSettings(), kernel: .scalar)
    try all.forEach { caller.add($0, isInLocus: true) }
    let record = try #require(
      caller.calls(copies: 2, listsOthers: true).records.first { !$0.isReferenceBlock })
    #expect(record.alternates.count == 2)
    #expect(try field("AD", record) == [0, 20, 0])
    #expect(record.calls.first?.unlistedLikelihood == 60)
  }
}
