import Flow
import TestSupport
import Testing

@testable import Reading

/// What programs made of alleles after they were called.
@Suite struct FileOriginTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func record(
    _ reference: String, _ alternate: String, _ header: [String], information: String = "."
  ) throws -> ReadRecord {
    try ReadText.record(
      ["X", "100", ".", reference, alternate, ".", "PASS", information, "GT", "0/1"],
      folder: folder, header: header)
  }

  /// As versions 0.2, 0.4, 0.6, 0.7 and a copy of it write the line.
  static let lifted = [
    "CrossMap(https://sourceforge.net/projects/crossmap/)",
    "<CrossMap,version=0.4.1,website=https://sourceforge.net/projects/crossmap>",
    "CrossMap,version=0.6.4,website=https://crossmap.readthedocs.io/en/latest/",
    "CrossMap,version=0.7.3", "FastCrossMap",
  ]

  @Test(arguments: lifted)
  func changesOfSeveralBasesLiftedByCrossMapAreDoubted(_ program: String) throws {
    let header = ["##liftOverProgram=\(program)"]
    for (reference, alternate) in [("A", "AGGG"), ("AG", "A"), ("AG", "CT"), ("A", "<DEL>")] {
      let doubt = try record(reference, alternate, header).doubtOfAlleles
      #expect(doubt?.hasPrefix("it was lifted over by CrossMap") == true)
      #expect(try record(reference, alternate, []).doubtOfAlleles == nil)
    }
    for alternate in ["C", "C,G", "C,<NON_REF>", "C,*"] {
      #expect(try record("A", alternate, header).doubtOfAlleles == nil)
    }
  }

  private let plink =
    "##INFO=<ID=PR,Number=0,Type=Flag,Description=\"Provisional reference allele, may not be based on real reference "
    + "genome\">"

  @Test func insertionsAndDeletionsBesideAProvisionalREFAreDoubted() throws {
    #expect(try record("AGGG", "AGGGG", [plink]).doubtOfAlleles?.contains("(PR)") == true)
    #expect(try record("AGGG", "AGGGG", [], information: "PR").hasProvisionalReference)
    let substitution = try record("A", "G", [plink], information: "PR")
    #expect(substitution.hasProvisionalReference)
    #expect(substitution.doubtOfAlleles == nil)
  }

  @Test func anotherKeyOfThatNameIsNone() throws {
    let other = "##INFO=<ID=PR,Number=1,Type=Float,Description=\"Probability\">"
    #expect(try !record("AG", "A", [other], information: "PR=0.5").hasProvisionalReference)
  }
}
