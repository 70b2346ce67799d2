import Genome
import HTS
import Isolation
import TestSupport
import Testing

/// A record of the locus that breaks the specification, and a file that stops early, end the run;
/// outside the locus, other genes' trouble does not.
@Suite struct BadInputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func failure(_ records: [String]) throws -> IsolationError? {
    let text = TestLocus.header([TestLocus.x37]) + records.map { $0 + "\n" }.joined()
    let path = try folder.write("x.vcf", text)
    var handedOver = 0
    return #expect(throws: IsolationError.self) {
      let isolator = try Isolator(path: path, request: TestLocus.request())
      _ = try isolator.forEachRecord { _, _ in handedOver += 1 }
    }
  }

  private let good = TestLocus.record(TestLocus.grch37, 5)

  @Test func aGenotypeOutOfRangeInTheLocus() throws {
    let bad = TestLocus.record(TestLocus.grch37, 50).replacingSuffix("0/1", "0/7")
    let error = try failure([good, bad])
    #expect(error?.code == .unusable)
    #expect(error?.message.contains("record 2 (X:2000051): column of sample 1, key GT") == true)
  }

  @Test func tooFewColumnsOnX() throws {
    #expect(try failure(["X\t2000010\t.\tA\tC"])?.code == .unusable)
  }

  @Test func anEndThatIsNoNumberBeforeTheLocus() throws {
    let error = try failure([TestLocus.plain("X", 100, "A", "<DEL>", information: "END=many")])
    #expect(error?.message.contains("INFO, key END") == true)
  }

  @Test func troubleElsewhereIsLeftAlone() throws {
    let text =
      TestLocus.header([TestLocus.x37]) + "1\tbroken\n"
      + TestLocus.plain("X", 2_900_000, "?", "?", information: "END=many") + "\n" + good + "\n"
    let isolated = try Isolated(try folder.write("x.vcf", text), TestLocus.request())
    #expect(isolated.locus == [good])
  }

  @Test func aCutFileGivesNothing() throws {
    let records = (0..<900).map { TestLocus.record(TestLocus.grch37, $0) }
    _ = try folder.writeIndexed(
      "x.vcf.gz", header: TestLocus.header([TestLocus.x37]), records: records)
    let whole = try folder.bytes("x.vcf.gz")
    for cut in [28, 100, whole.count / 2] {
      let short = try folder.write("cut.vcf.gz", Array(whole.dropLast(cut)))
      var handedOver = 0
      let error = #expect(throws: IsolationError.self) {
        let isolator = try Isolator(path: short, request: TestLocus.request())
        _ = try isolator.forEachRecord { _, _ in handedOver += 1 }
      }
      #expect(error?.code == .readError)
      #expect(handedOver == 0)
    }
  }

  @Test func missingFilesAndAddresses() {
    for path in [folder.path("none.vcf"), folder.path, "http://127.0.0.1:9/x.vcf"] {
      let error = #expect(throws: IsolationError.self) {
        _ = try Isolator(path: path, request: TestLocus.request())
      }
      #expect(error?.code == .missing)
      #expect(error?.message.hasPrefix(path) == true)
    }
  }

  @Test func anErrorOfTheReceiverEndsTheRun() throws {
    let text = TestLocus.header([TestLocus.x37]) + good + "\n"
    let path = try folder.write("x.vcf", text)
    let error = #expect(throws: IsolationError.self) {
      let isolator = try Isolator(path: path, request: TestLocus.request())
      _ = try isolator.forEachRecord { record, _ throws(HTSError) in
        throw record.failure(.information, "is not what was hoped for")
      }
    }
    #expect(error?.code == .unusable)
  }
}

extension String {
  fileprivate func replacingSuffix(_ old: String, _ new: String) -> String {
    hasSuffix(old) ? dropLast(old.count) + new : self
  }
}
