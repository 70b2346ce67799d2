import Flow
import Genome
import Testing

@testable import Assessment

/// What the records of larger changes say against themselves.
@Suite struct LargerChangeDoubtsTests {
  private func record(_ reference: String, _ alternate: String, _ information: String) -> ReadRecord
  {
    ReadRecord(
      number: 1, contig: "X", position: 100,
      end: alternate == "<DEL>" ? 50_000 : 100 + reference.utf8.count - 1,
      reference: reference, alternates: [alternate], structuralLengths: [nil], quality: nil,
      filters: ["PASS"],
      fixedText: "X\t100\t.\t\(reference)\t\(alternate)\t.\tPASS\t\(information)",
      formatText: "GT", calls: [])
  }

  /// cuteSV writes CILEN, Sniffles STDEV_LEN.
  @Test(
    arguments: [
      ("SVTYPE=INS;SVLEN=4;CILEN=-1,1", true), ("SVTYPE=INS;SVLEN=4;STDEV_LEN=0.535", true),
      ("SVTYPE=INS;SVLEN=4;CILEN=0,0;STDEV_LEN=0", false), ("SVTYPE=INS;SVLEN=4", false),
      ("CILEN=-1,1", false),
    ] as [(String, Bool)])
  func anInsertionOfWhichReadsTellSeveralLengths(information: String, isUnsure: Bool) {
    let doubt = UnsureLength(record: record("A", "ACCCC", information)).doubt
    #expect((doubt != nil) == isUnsure)
  }

  /// Sniffles 2.0.7 wrote 1/1 of a gene that one X lacks.
  @Test(
    arguments: [
      ("1/1", "30,12,17,10,26", true), ("1/1", "30,12,1,10,26", false),
      ("0/1", "30,12,17,10,26", false), ("1", "30,12,17,10,26", true), ("1/1", "0,0,0,0,0", false),
      ("1/1", "None,1,2,3,4", false), ("./.", "30,12,17,10,26", false),
    ] as [(String, String, Bool)])
  func readsWithinWhatEveryCopyLacks(genotype: String, coverage: String, isDoubted: Bool) throws {
    let alleles = genotype.split(separator: "/").map { Int($0) }
    let call = SampleCall(
      genotype: Genotype(alleles: alleles, isPhased: false, text: genotype), text: genotype)
    let record = record("A", "<DEL>", "SVTYPE=DEL;END=50000;COVERAGE=\(coverage)")
    let doubt = DeletedCoverage(record: record, call: call).doubt
    #expect((doubt != nil) == isDoubted)
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 2)
    #expect(rule.doubts(ofAlternate: call, in: record) == [doubt].compactMap { $0 })
  }

  /// Reads over a deletion within one alignment are counted over what they lack too.
  @Test(arguments: [(10_101, true), (10_100, false)])
  func readsWithinAShortDeletionTellNothing(end: Int, isDoubted: Bool) {
    let call = SampleCall(
      genotype: Genotype(alleles: [1, 1], isPhased: false, text: "1/1"), text: "1/1")
    var record = record("A", "<DEL>", "SVTYPE=DEL;END=\(end);COVERAGE=30,12,17,10,26")
    record.end = end
    #expect((DeletedCoverage(record: record, call: call).doubt != nil) == isDoubted)
  }
}
