import Flow
import Genome
import Pipelines
import ReferenceBundle
import Reporting
import TestSupport
import Testing

/// More reads than are kept over a place.
@Suite struct DeepReadsTests {
  private let locus: Locus
  private let site = 49_251_441

  init() throws { locus = try EmbeddedReference.bundle().locus(.grch38) }

  /// `changed` of 20 molecules have another base; each gives 150 reads over every place.
  private func calls(changed: Int) throws -> [ReadRecord] {
    let folder = try TemporaryFolder()
    let whole = MadeReads.Haplotype(locus, Interval(site - 400, site + 400))
    let other = whole.replacing(Interval(site, site), with: "A")
    var reads = MadeReads(locus)
    reads.step = 1
    let molecules = (0..<20).map { $0 < changed ? other : whole }
    let path = try folder.write("deep.sam", reads.sam(molecules))
    return try AnnotateRequest.results(path, sex: .male).records.map(\.record)
  }

  private func values(_ key: String, _ record: ReadRecord) throws -> [Int] {
    let keys = try #require(record.formatText).split(separator: ":")
    let texts = record.calls[0].text.split(separator: ":")
    let place = try #require(keys.firstIndex { $0 == key })
    return texts[place].split(separator: ",").compactMap { Int($0) }
  }

  @Test func everyReadIsCountedWhetherKeptOrNot() throws {
    let record = try #require(try calls(changed: 20).first { $0.position == site })
    #expect(record.calls[0].genotype?.text == "1")
    #expect(try values("TAD", record) == [0, 3_000])
    #expect(try values("AD", record)[1] < 2_500)
    #expect(try values("AD", record)[1] > 800)
  }

  @Test func aPartOfAMalesReadsIsCalledMosaic() throws {
    let record = try #require(try calls(changed: 4).first { $0.position == site })
    #expect(record.calls[0].genotype?.text == "0/1")
    #expect(record.fixedText.contains("MOSAIC=0.2") || record.fixedText.contains("MOSAIC=0.18"))
    let total = try values("TAD", record)
    #expect(total == [2_400, 600])
  }
}
