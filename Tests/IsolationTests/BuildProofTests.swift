import Flow
import Genome
import Isolation
import TestSupport
import Testing

/// The build is proven or the run ends with a sentence that says what is wrong.
@Suite struct BuildProofTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func isolate(
    _ contigs: [String], _ records: [String], declared: Assembly? = nil
  ) throws -> Isolated {
    let text = TestLocus.header(contigs) + records.map { $0 + "\n" }.joined()
    return try Isolated(
      try folder.write("x.vcf", text), TestLocus.request(declared: declared))
  }

  /// The error's code and sentence.
  private func failure(
    _ contigs: [String], _ records: [String], declared: Assembly? = nil
  ) -> IsolationError? {
    let error = #expect(throws: IsolationError.self) {
      _ = try isolate(contigs, records, declared: declared)
    }
    #expect(error?.code == .unusable)
    return error
  }

  private let four37 = [3, 5, 8, 13].map { TestLocus.record(TestLocus.grch37, $0) }
  private let four38 = [3, 5, 8, 13].map { TestLocus.record(TestLocus.grch38, $0) }

  @Test func byContigLength() throws {
    let isolated = try isolate([TestLocus.x37], [TestLocus.record(TestLocus.grch37, 5)])
    #expect(isolated.provenance.assembly == .grch37)
    #expect(isolated.provenance.contig == "X")
    #expect(isolated.provenance.assemblyProofs.first == "contig X has length 3000000")
    #expect(isolated.provenance.recordsInLocus == 1)
  }

  @Test func byContigName() throws {
    let record = TestLocus.record(TestLocus.grch38, 5, contig: "NC_X.38")
    let isolated = try isolate(["ID=NC_X.38"], [record])
    #expect(isolated.provenance.assembly == .grch38)
    #expect(isolated.locus == [record])
  }

  @Test func byContigNameOfTheRecordsAlone() throws {
    let record = TestLocus.record(TestLocus.grch38, 5, contig: "NC_X.38")
    #expect(try isolate([], [record]).provenance.assembly == .grch38)
  }

  @Test(arguments: [Assembly.grch37, .grch38])
  func byReferenceBasesAlone(_ assembly: Assembly) throws {
    let records = assembly == .grch37 ? four37 : four38
    let isolated = try isolate([], records)
    #expect(isolated.provenance.assembly == assembly)
    #expect(isolated.locus == records)
    #expect(
      isolated.provenance.assemblyProofs == [
        "REF of 4 of 4 records in the locus is \(assembly.rawValue)'s"
      ])
  }

  @Test func aContigWithoutLengthNeedsBases() throws {
    #expect(try isolate(["ID=X"], four38).provenance.assembly == .grch38)
    #expect(failure(["ID=X"], [])?.message.contains("nothing proves its genome build") == true)
  }

  @Test func tooFewBasesProveNothing() {
    #expect(failure([], Array(four37.prefix(3)))?.message.contains("--assembly") == true)
  }

  @Test func basesOfBothBuildsProveNothing() {
    #expect(failure([], four37 + four38)?.message.contains("both builds") == true)
  }

  @Test func declaredWhereNothingElseTells() throws {
    let isolated = try isolate([], [], declared: .grch37)
    #expect(isolated.provenance.assembly == .grch37)
    #expect(isolated.provenance.assemblyProofs == ["--assembly GRCh37"])
  }

  /// The user's word is not called a proof by bases.
  @Test func whatADeclaredBuildStandsOnIsSaid() throws {
    let word = try isolate([], [], declared: .grch37).provenance.notes
    #expect(word.contains { $0.contains("stands on --assembly alone") })
    let agreeing = try isolate([], Array(four37.prefix(2)), declared: .grch37).provenance.notes
    #expect(agreeing.contains { $0.contains("--assembly, and REF of 2 of 2 records") })
    let undeclared = try isolate([], four37).provenance.notes
    #expect(
      undeclared.contains { $0.contains("declares no contigs, so the build is proven by REF") })
    let lengths = try isolate(["ID=X", "ID=1,length=5"], [], declared: .grch37).provenance.notes
    #expect(lengths.contains { $0.contains("lengths of other contigs are not compared") })
    let named = try isolate([], [TestLocus.record(TestLocus.grch38, 5, contig: "NC_X.38")])
    #expect(!named.provenance.notes.contains { $0.contains("REF bases alone") })
  }

  /// Where the user's word stands alone, what would prove the other build without it ends the run,
  /// and less is told.
  @Test func declaredAgainstTheBasesOfTheOtherBuild() throws {
    let error = failure([], four38, declared: .grch37)
    #expect(error?.message.contains("disagree: --assembly GRCh37 was given") == true)
    #expect(error?.message.contains("REF of 4 of 4 records in the locus is GRCh38's") == true)
    let few = try isolate([], [four38[0]], declared: .grch37).provenance
    #expect(few.assembly == .grch37)
    #expect(
      few.notes.contains {
        $0.contains("REF of 1 of 1 records in the locus is GRCh38's: this speaks against")
      })
    let both = try isolate([], four37 + four38, declared: .grch37).provenance
    #expect(both.assembly == .grch37)
  }

  @Test func declaredAgainstTheHeader() {
    let error = failure([TestLocus.x37], four37, declared: .grch38)
    #expect(error?.message.contains("--assembly says GRCh38") == true)
  }

  @Test func declaredAgainstTheBases() {
    let mismatches = (0..<4).map { TestLocus.mismatch(TestLocus.grch37, $0 * 7) }
    #expect(failure([], mismatches, declared: .grch37)?.message.contains("wrong build") == true)
  }

  @Test func nameAgainstLength() {
    let error = failure(["ID=NC_X.38,length=3000000"], [])
    #expect(error?.message.contains("disagree") == true)
  }

  @Test func headerAgainstTheBasesOfTheOtherBuild() {
    let records = (0..<8).map { TestLocus.record(TestLocus.grch38, $0 * 9) }
    let error = failure([TestLocus.x37], records)
    #expect(error?.message.contains("disagree") == true)
    #expect(error?.message.contains("GRCh38") == true)
  }

  @Test func manyMismatchesAreAnotherBuild() {
    let records =
      [TestLocus.record(TestLocus.grch37, 1)]
      + [4, 9].map { TestLocus.mismatch(TestLocus.grch37, $0) }
    #expect(failure([TestLocus.x37], records)?.message.contains("wrong build") == true)
  }

  @Test func aSingleMismatchIsAFinding() throws {
    let records = four37 + [TestLocus.mismatch(TestLocus.grch37, 30)]
    let isolated = try isolate([TestLocus.x37], records)
    #expect(isolated.provenance.referenceMismatches == 1)
    #expect(isolated.locus.count == 5)
    #expect(isolated.provenance.notes.contains { $0.contains("another REF") })
  }

  @Test func anotherLengthIsAnotherBuild() {
    let known = failure(["ID=X,length=2900000"], [])
    #expect(known?.message.contains("an old build") == true)
    #expect(failure(["ID=X,length=123"], [])?.message.contains("length 123") == true)
  }

  /// Pilon writes the last position too; only PLINK takes REF away.
  @Test func plinkIsNamedWhereTheHeaderNamesIt() throws {
    let plain = failure(["ID=X,length=123"], [])
    #expect(plain?.message.contains("some programs write the last position") == true)
    #expect(plain?.message.contains("PLINK") == false)
    let text = TestLocus.header(["ID=X,length=123"]).replacing(
      "##INFO=<ID=END", with: "##source=PLINKv1.90\n##INFO=<ID=END")
    let error = #expect(throws: IsolationError.self) {
      _ = try Isolated(try folder.write("plink.vcf", text), TestLocus.request(declared: nil))
    }
    #expect(error?.message.contains("the commoner allele for REF") == true)
    #expect(error?.message.contains("--real-ref-alleles") == true)
  }

  @Test func aHeaderWithoutX() {
    let error = failure(["ID=1,length=10", "ID=2,length=20"], [])
    #expect(error?.message.contains("no chromosome X") == true)
    #expect(error?.message.contains("`1`, `2`") == true)
  }

  @Test func aPatchInTheHeaderIsNoted() throws {
    let isolated = try isolate([TestLocus.x37, "ID=PATCH.2,length=50"], [])
    #expect(isolated.provenance.notes.contains { $0.contains("PATCH.2") })
    #expect(isolated.provenance.doubts.count == 1)
    #expect(isolated.provenance.doubts.first?.hasPrefix("PATCH.2, a fix patch") == true)
  }
}
