import Flow
import TestSupport
import Testing

@testable import Reading

/// Genotypes that were concluded, not read, and how probable they are.
@Suite struct ImputationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func call(
    _ format: String, _ sample: String, information: String = ".", alternate: String = "C"
  ) throws -> SampleCall {
    let record = try ReadText.record(
      ["X", "100", ".", "A", alternate, ".", "PASS", information, format, sample], folder: folder)
    return try #require(record.calls.first)
  }

  /// As Beagle, Minimac and GLIMPSE write them.
  @Test(arguments: [
    ("GT", "0|1", "DR2=0.9;IMP"), ("GT:DS", "0|1:1", "IMPUTED;R2=1"),
    ("GT:DS:GP", "0|1:1:0,1,0", "."), ("GT:DS:HDS", "1|1:2:1,1", "."), ("GT:GP", "1:0,1", "."),
    ("GT:DS:GL", "0|1:1:-0.48,-0.48,-0.48", "."),
    ("GT:GP:AD:GQ", "0|1:0,1,0:.,.:.", "."),
  ])
  func theyAreTold(_ format: String, _ sample: String, _ information: String) throws {
    #expect(try call(format, sample, information: information).imputation != nil)
  }

  @Test(arguments: [
    ("GT", "0/1", "."), ("GT:GP:DP", "0/1:0,1,0:30", "."), ("GT:DS:GL", "0/1:1:-9,0,-9", "."),
    ("GT:GP:PL", "0/1:0,1,0:90,0,90", "."), ("GT:GP:GQ", "0/1:0,1,0:40", "."),
    ("GT:DS", "0/1:.", "."), ("GT:DS", "0/1:a", "."), ("GT:DP", "0|1:40", "IMP"),
    ("GT:GQ", "0|1:40", "IMPUTED"),
    ("GT:DP", "0/1:30", "IMP=HIGH"),
  ])
  func whatIsReadIsNone(_ format: String, _ sample: String, _ information: String) throws {
    #expect(try call(format, sample, information: information).imputation == nil)
  }

  private func told(_ type: String, _ format: String, _ sample: String, _ information: String = ".")
    throws -> SampleCall.Imputation?
  {
    let record = try ReadText.record(
      ["X", "100", ".", "A", "C", ".", "PASS", information, format, sample], folder: folder,
      header: ["##INFO=<ID=IMP,Number=0,Type=\(type),Description=\"Imputed marker\">"])
    return record.calls[0].imputation
  }

  /// Where the header declares a flag, a record without it was genotyped.
  @Test func aFileThatMarksRecordsTellsByTheMark() throws {
    #expect(try told("Flag", "GT:DS", "0|1:1", "IMP") == .marked)
    #expect(try told("Flag", "GT:DS", "0|1:1", "DR2=1") == nil)
    #expect(try told("Flag", "GT:DS:HDS:GP", "0|1:1.00:0,1:0,1,0") == nil)
    #expect(try told("String", "GT:DS:GP", "0/1:1:0,1,0") == .likely)
  }

  /// Beagle imputes single missing genotypes too, and marks no record for it. GP of GATK are phred-scaled.
  @Test(arguments: [
    ("GT:DS", "1|1:1.6", true), ("GT:HDS:DS", "0|1:0.02,0.71:0.73", true),
    ("GT:GP", "0|1:0.1,0.9,0", true), ("GT:GP", "0/1:30,0.01,45", false), ("GT:DS", "0|1:.", false),
    ("GT:DS:DP", "0|1:0.62:30", false),
  ])
  func aDosageBetweenTwoGenotypesWasNotRead(_ format: String, _ sample: String, _ isLikely: Bool)
    throws
  {
    #expect(try told("Flag", format, sample) == (isLikely ? .likely : nil))
  }

  /// Beagle 5.4 writes GT alone where no panel is given, and fills what is missing. Lines as the programs' sources have them.
  @Test(arguments: [
    ("source=\"beagle.22Jul22.46e.jar\"", "Beagle"),
    ("source=\"beagle.27Jul16.86a.jar (version 4.1)\"", "Beagle"),
    ("source=Minimac4.v1.0.2", "Minimac"), ("source=GLIMPSE2_phase_v2.0.0", "GLIMPSE"),
    ("source=shapeit4.1.3", "SHAPEIT"), ("source=SHAPEIT2.v837", "SHAPEIT"),
    ("phasing=eagle-2.4", "Eagle"), ("imputation=minimac4-1.0.2", "Minimac"),
    ("source=IMPUTE2", "IMPUTE"),
  ])
  func aProgramThatFillsGenotypesInIsNamedByTheHeader(_ line: String, _ program: String) throws {
    func told(_ format: String, _ sample: String, _ line: String) throws -> SampleCall.Imputation? {
      try ReadText.record(
        ["X", "100", ".", "A", "C", ".", "PASS", ".", format, sample], folder: folder,
        header: [
          "##\(line)", "##INFO=<ID=IMP,Number=0,Type=Flag,Description=\"Imputed marker\">",
        ]
      ).calls[0].imputation
    }
    #expect(try told("GT", "1|1", line) == .byProgram(program))
    #expect(try told("GT:DS", "0|0:0", line) == .byProgram(program))
    #expect(try told("GT:GQ", "1|1:40", line) == nil)
    #expect(try told("GT", "1|1", "source=GATK of \(line)") == nil)
  }

  @Test(arguments: [
    ("0|1:0.45,0.55,0", 3.47), ("1|1:0.3,0.2,0.5", 3.01), ("1:0.01,0.99", 20),
    ("1:0.01,0,0.99", 20), ("1|1:0.01,0.99", 20), ("0/0:1,0,0", 99), ("0/1:0,1,0", 99),
  ])
  func posteriorsTellTheQuality(_ sample: String, _ quality: Double) throws {
    let told = try #require(try call("GT:GP", sample).genotypeQuality)
    #expect(abs(told - quality) < 0.01)
  }

  @Test func ofSeveralAlternatesInTheirOrder() throws {
    let told = try call("GT:GP", "1/2:0,0,0.05,0,0.9,0.05", alternate: "C,G").genotypeQuality
    #expect(told.map { abs($0 - 10) < 0.01 } == true)
  }

  /// GATK's were phred-scaled; GQ itself goes before.
  @Test(arguments: [
    ("GT:GP", "0/1:30,0.01,45", nil), ("GT:GP", "0/1:0,1", nil), ("GT:GP", "0/1:.,1,0", nil),
    ("GT:GP", "./.:0.3,0.3,0.4", nil), ("GT:GP:GQ", "0/1:0,1,0:12", 12.0), ("GT:GP", "0/1:a", nil),
  ])
  func whatIsNoProbabilityTellsNothing(_ format: String, _ sample: String, _ quality: Double?)
    throws
  {
    #expect(try call(format, sample).genotypeQuality == quality)
  }
}
