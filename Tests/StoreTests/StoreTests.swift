import Flow
import Foundation
import Genome
import TestSupport
import Testing

@testable import Store

@Suite struct StoreTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("lab.sqlite")
  }

  static let position = 49_251_441

  static func variant(
    _ zygosity: Zygosity, isConfirmed: Bool = true, _ clinicalClass: ClinicalClass = .pathogenic
  ) -> StoredVariant {
    StoredVariant(
      identifier: "NC_000023.11:49251440:G:A", vrsIdentifier: "ga4gh:VA.x",
      name: "c.1189C>T p.(Arg397Trp)",
      spelling: VariantSpelling(position: position, reference: "G", alternate: "A"),
      assembly: .grch38,
      change: StoredChange(
        .sequence(
          SequenceChange(
            start: position, reference: BaseSequence([UInt8(ascii: "G")]),
            alternate: BaseSequence([UInt8(ascii: "A")])))),
      parts: [], clinicalClass: clinicalClass, source: .curated, criteria: ["PM1", "PM2"],
      points: 3, zygosity: zygosity, genotype: "1", isConfirmed: isConfirmed)
  }

  static func sample(
    _ name: String, _ sex: Sex = .male, _ variants: [StoredVariant] = [],
    proven: [Interval] = [Interval(position - 100, position + 100)], digest: String = "d",
    table: String = "1.0.0", conclusion: String? = "negative", listsReference: Bool? = true,
    runDate: String = "2026-01-31"
  ) -> StoredSample {
    StoredSample(
      sample: name, contentDigest: digest, runDate: runDate,
      basis: StoredSample.Basis(tool: "0.1.0", table: table, evidence: ""), hasCase: false,
      inputName: "in.vcf", sex: sex, sexSource: .declared, conclusion: conclusion, finding: nil,
      completeness: nil, variants: variants, proven: proven, listsReference: listsReference)
  }

  @Test func whatWasWrittenComesBack() throws {
    let store = try Store(path, for: .writing)
    let samples = [
      StoreTests.sample("A", .male, [StoreTests.variant(.hemizygous)]),
      StoreTests.sample("'; DROP TABLE record; --", .unknown, [], proven: []),
    ]
    for sample in samples { try store.record(sample) }
    let read = try Store(path, for: .reading).latest()
    #expect(read == samples.sorted { $0.sample < $1.sample })
  }

  @Test func theSameIsWrittenOnce() throws {
    let store = try Store(path, for: .writing)
    let sample = StoreTests.sample("A", .male, [StoreTests.variant(.hemizygous)])
    for _ in 0..<3 { try store.record(sample) }
    #expect(try store.latest() == [sample])
    #expect(try count("record") == 1 && count("variant") == 1 && count("proven") == 1)
    #expect(try store.held("A", contentDigest: "d", basis: sample.basis) == sample)
    #expect(try store.held("A", contentDigest: "e", basis: sample.basis) == nil)
  }

  /// Another input or another table is another record; the latest counts.
  @Test func theLatestRecordCounts() throws {
    let store = try Store(path, for: .writing)
    try store.record(StoreTests.sample("A", .male, [StoreTests.variant(.hemizygous)]))
    let later = StoreTests.sample(
      "A", .male, [StoreTests.variant(.hemizygous, .uncertain)], table: "2.0.0")
    try store.record(later)
    #expect(try store.latest() == [later])
    #expect(try count("record") == 2)
  }

  /// Another input of the same name may be another person's: none hides the other.
  @Test func eachInputOfANameIsKept() throws {
    let store = try Store(path, for: .writing)
    let first = StoreTests.sample("SAMPLE", .male, [StoreTests.variant(.hemizygous)])
    let second = StoreTests.sample("SAMPLE", .female, digest: "e")
    try store.record(first)
    try store.record(second)
    #expect(try store.latest() == [first, second])
  }

  /// The day of the run comes before the order of writing, within an input and among those of a name.
  @Test func theLatestIsOfTheLatestRun() throws {
    let store = try Store(path, for: .writing)
    let new = StoreTests.sample("A", .male, digest: "e", runDate: "2026-02-01")
    let old = StoreTests.sample("A", .male, table: "2.0.0", runDate: "2025-02-01")
    let middle = StoreTests.sample("A", .male, table: "3.0.0", runDate: "2026-01-01")
    for sample in [middle, new, old] { try store.record(sample) }
    #expect(try store.latest() == [middle, new])
  }

  /// A report printed anew with an older day takes no day from the record.
  @Test func theSameOnTheSameBasisKeepsItsLatestDay() throws {
    let store = try Store(path, for: .writing)
    let own = StoreTests.sample("A", .male, runDate: "2026-04-01")
    var again = own
    again.runDate = "2026-01-01"
    #expect(try store.record(own) == nil)
    #expect(try store.record(again) == own.runDate)
    #expect(try store.latest() == [own])
    again.runDate = "2026-05-01"
    #expect(try store.record(again) == nil)
    #expect(try store.latest() == [again])
  }

  /// What an older day's run says in another way is no record of the later day.
  @Test func anOlderRunDoesNotTakeTheLatestOnesPlace() throws {
    let store = try Store(path, for: .writing)
    let own = StoreTests.sample("A", .male, runDate: "2026-04-01")
    try store.record(own)
    try store.record(StoreTests.sample("A", .female, runDate: "2026-01-01"))
    #expect(try store.latest() == [own])
  }

  private func count(_ table: String) throws -> Int {
    let run = try ExternalTool.outcome(
      "python3",
      [
        "-c",
        "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0])",
        path, "SELECT count(*) FROM \(table)",
      ])
    return try #require(Int(run.output.dropLast()))
  }

  @Test func otherFilesAreRefused() throws {
    let text = try folder.write("text.sqlite", String(repeating: "no database\n", count: 200))
    let other = folder.path("other.sqlite")
    let newer = folder.path("newer.sqlite")
    _ = try Store(newer, for: .writing)
    for (file, statement) in [
      (other, "CREATE TABLE t (a)"), (newer, "PRAGMA user_version = 99"),
    ] {
      try ExternalTool.run(
        "python3",
        [
          "-c",
          "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()",
          file, statement,
        ])
    }
    func error(_ file: String, for use: Store.Use) -> StoreError? {
      #expect(throws: StoreError.self) { _ = try Store(file, for: use) }
    }
    for use in [Store.Use.writing, .reading] {
      #expect(error(text, for: use) == .notAStore(text, "it is not an SQLite database"))
      #expect(error(other, for: use) == .notAStore(other, "it is another program's database"))
      #expect(error(newer, for: use) == .newer(newer))
    }
    let none = folder.path("none")
    #expect(error(none, for: .reading) == .missing(none, "does not exist; check the path"))
    // Nothing was changed in a file that is not ours.
    #expect(try folder.bytes("text.sqlite").starts(with: Array("no database".utf8)))
  }

  // MARK: Counting

  private func counts(_ samples: [StoredSample]) throws -> AlleleCounts {
    try #require(AlleleCounts.all(in: samples).first)
  }

  @Test func allelesAreCountedBySex() throws {
    let count = try counts([
      StoreTests.sample("m1", .male, [StoreTests.variant(.hemizygous)]),
      StoreTests.sample("m2", .male), StoreTests.sample("m3", .male),
      StoreTests.sample("f1", .female, [StoreTests.variant(.heterozygous)]),
      StoreTests.sample("f2", .female, [StoreTests.variant(.homozygous)]),
      StoreTests.sample("f3", .female), StoreTests.sample("u", .unknown),
    ])
    #expect(count.copiesInMales == 1 && count.assessedMales == 3)
    #expect(count.copiesInFemales == 3 && count.assessedFemales == 3 && count.homozygotes == 1)
    #expect(count.alleleCount == 4 && count.alleleNumber == 9)
  }

  /// A caller's record below its threshold beside the one that passes hides nothing.
  @Test func anAlleleToldTwiceIsConfirmedByOneOfItsRecords() throws {
    let doubtful = StoreTests.variant(.hemizygous, isConfirmed: false)
    let confirmed = StoreTests.variant(.hemizygous)
    let other = StoreTests.variant(.hemizygous, isConfirmed: false, .uncertain)
    for variants in [[doubtful, confirmed], [confirmed, doubtful]] {
      let sample = StoreTests.sample("m", .male, variants)
      let count = try counts([sample])
      #expect(count.alleleCount == 1 && count.carriersUnconfirmed == 0)
      #expect(sample.told == [confirmed])
    }
    #expect(StoreTests.sample("m", .male, [doubtful, doubtful]).told == [doubtful])
    #expect(StoreTests.sample("m", .male, [other, confirmed]).told == [other, confirmed])
  }

  /// A file of variants alone shows its own place and nothing else: its carrier would raise the
  /// share, since those who don't carry can't be told from those not looked at.
  @Test func carriersOfUnassessedSamplesAreLeftOut() throws {
    let own = [Interval(StoreTests.position, StoreTests.position)]
    let count = try counts([
      StoreTests.sample("a", .male, [StoreTests.variant(.hemizygous)], proven: own),
      StoreTests.sample("b", .male, [], proven: []), StoreTests.sample("c", .male),
    ])
    #expect(count.alleleCount == 0 && count.alleleNumber == 1)
    #expect(count.carriersInUnassessed == 1)
  }

  /// Blocks of small variants show nothing of a large one, and `*` is another record's allele.
  @Test func largeChangesHaveNoDenominator() throws {
    var large = StoreTests.variant(.hemizygous)
    large.spelling = VariantSpelling(
      position: StoreTests.position, reference: "G" + String(repeating: "A", count: 60),
      alternate: "G")
    var star = StoreTests.variant(.hemizygous)
    star.identifier = "chrX-49251440-G-*"
    let samples = [
      StoreTests.sample("a", .male, [large, star]), StoreTests.sample("b", .male),
    ]
    let all = AlleleCounts.all(in: samples)
    #expect(all.map(\.identifier) == [large.identifier])
    #expect(all.first?.alleleNumber == 0 && all.first?.carriersInUnassessed == 1)
  }

  @Test func doubtfulCarriersAreToldApart() throws {
    let count = try counts([
      StoreTests.sample("a", .male, [StoreTests.variant(.conflict)]),
      StoreTests.sample("b", .unknown, [StoreTests.variant(.unknown)]),
      StoreTests.sample("c", .male, [StoreTests.variant(.mosaic)]),
      StoreTests.sample("d", .female, [StoreTests.variant(.heterozygous, isConfirmed: false)]),
    ])
    #expect(count.alleleNumber == 0 && count.alleleCount == 0)
    #expect(count.carriersUnclear == 3 && count.carriersUnconfirmed == 1)
  }

  /// After a transplant the DNA may be the donor's.
  @Test func anotherPersonsDNAIsNotCounted() throws {
    let count = try counts([
      StoreTests.sample(
        "a", .male, [StoreTests.variant(.hemizygous)], conclusion: "not_assessable"),
      StoreTests.sample("b", .male, conclusion: "not_assessable"), StoreTests.sample("c", .male),
    ])
    #expect(count.alleleCount == 0 && count.alleleNumber == 1)
    #expect(count.carriersUnclear == 1)
  }

  @Test func filesWithoutGenotypesCountNobody() throws {
    let count = try counts([
      StoreTests.sample("a", .unknown, [StoreTests.variant(.unknown)], conclusion: nil)
    ])
    #expect(count.alleleNumber == 0 && count.carriersUnclear == 0)
  }
}
