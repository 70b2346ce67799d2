import Flow
import Testing

@testable import Reporting

/// Keys that records use and their header does not describe. Definitions: VCF 4.4, tables of reserved
/// INFO and genotype keys, and the keys of structural variants.
@Suite struct UndeclaredKeysTests {
  private func lines(
    _ information: String, alternates: [String] = ["A"], format: String = "GT",
    calls: [String] = ["1"], sample: Int? = 0, defined: [VariantFileHeader.Definition] = []
  ) -> [String] {
    var record = Fixture.record(
      1, 49_251_441, "G", alternates, information: information, calls: calls)
    record.formatText = format
    return UndeclaredKeys(defined: defined, keys: SourceKeys(header: "")).lines(
      [ClassifiedRecord(record: record, alleles: [])], sampleIndex: sample)
  }

  private func types(_ lines: [String]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let fields = line.split(separator: ",")
        let name = String(fields[0]).replacing("##", with: "").replacing("=<ID=", with: "/")
        return (name, fields.dropFirst().prefix(2).joined(separator: " "))
      })
  }

  @Test func reservedKeysAreWhatVCFSays() {
    let found = types(
      lines(
        "END=49251500;SVTYPE=DEL;SVLEN=-59;DP=30;CIPOS=-5,5;AF=0.5;IMPRECISE;DB",
        format: "GT:AD:DP:GQ:PS:PL:FT", calls: ["0/1:10,20:30:99:7:0,10,100:PASS"]))
    #expect(
      found == [
        "INFO/END": "Number=1 Type=Integer", "INFO/SVTYPE": "Number=1 Type=String",
        "INFO/SVLEN": "Number=A Type=Integer", "INFO/DP": "Number=1 Type=Integer",
        "INFO/CIPOS": "Number=. Type=Integer", "INFO/AF": "Number=A Type=Float",
        "INFO/IMPRECISE": "Number=0 Type=Flag", "INFO/DB": "Number=0 Type=Flag",
        "FORMAT/GT": "Number=1 Type=String", "FORMAT/AD": "Number=R Type=Integer",
        "FORMAT/DP": "Number=1 Type=Integer", "FORMAT/GQ": "Number=1 Type=Integer",
        "FORMAT/PS": "Number=1 Type=Integer", "FORMAT/PL": "Number=G Type=Integer",
        "FORMAT/FT": "Number=1 Type=String",
      ])
  }

  @Test func valuesThatDoNotFitAreText() {
    let found = types(
      lines(
        "END=late;DP=1e9;SOMATIC=yes;AF=.", format: "GT:GQ:PS:DP",
        calls: ["1:98.5:chrX_1:99999999999"]))
    for key in ["INFO/END", "INFO/DP", "INFO/SOMATIC", "FORMAT/GQ", "FORMAT/PS", "FORMAT/DP"] {
      #expect(found[key] == "Number=. Type=String", "\(key)")
    }
    #expect(found["INFO/AF"] == "Number=A Type=Float", "a missing value fits")
  }

  @Test func anotherNumberOfValuesKeepsTheType() {
    let found = types(
      lines(
        "SVLEN=-59;AC=1,2", alternates: ["A", "C"], format: "GT:AD:PL", calls: ["1:1,2:0,1,2,3"]))
    #expect(found["INFO/SVLEN"] == "Number=. Type=Integer")
    #expect(found["INFO/AC"] == "Number=A Type=Integer")
    #expect(found["FORMAT/AD"] == "Number=. Type=Integer")
    #expect(found["FORMAT/PL"] == "Number=. Type=Integer")
  }

  @Test func otherKeysAreTextOrFlags() {
    let found = types(lines("OWN=7;MARK", format: "GT:MINE", calls: ["1:3"]))
    #expect(found["INFO/OWN"] == "Number=. Type=String")
    #expect(found["INFO/MARK"] == "Number=0 Type=Flag")
    #expect(found["FORMAT/MINE"] == "Number=. Type=String")
  }

  /// Other samples' columns are not written.
  @Test func theWrittenColumnDecides() {
    let calls = ["1:late", "1:99"]
    #expect(
      types(lines(".", format: "GT:GQ", calls: calls, sample: 1))["FORMAT/GQ"]
        == "Number=1 Type=Integer")
    #expect(
      types(lines(".", format: "GT:GQ", calls: calls, sample: 0))["FORMAT/GQ"]
        == "Number=. Type=String")
    #expect(lines(".", sample: nil).isEmpty)
  }

  @Test func whatTheHeaderHasIsNotSaidAgain() {
    let depth = VariantFileHeader.Definition(kind: "INFO", identifier: "DP")
    #expect(lines("DP=3", calls: ["1"], sample: nil, defined: [depth]).isEmpty)
  }
}
