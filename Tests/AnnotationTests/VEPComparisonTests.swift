import Flow
import Foundation
import Genome
import Nomenclature
import ReferenceBundle
import TestSupport
import Testing

@testable import Annotation

/// Every row of what VEP 115 says, compared with our own answer. Each difference must fall under a
/// reason that `docs/vep-differences.md` gives, and the list of all of them is committed.
@Suite struct VEPComparisonTests {
  private static let listing = Repository.root.appending(path: "docs/vep-differences.tsv")

  @Test func substitutionsAgree() throws {
    let comparison = try Self.compare("vep115.snv38.tsv.gz")
    #expect(comparison.rows > 12_000)
    #expect(comparison.differences.count { $0.column == "consequence" } == 0)
    #expect(comparison.differences.count { $0.column == "hgvs_c" } == 0)
    #expect(comparison.agreement("hgvs_p") >= 0.999)
  }

  @Test func indelsAgreeButForListedReasons() throws {
    let comparison = try Self.compare("vep115.indel38.tsv.gz")
    #expect(comparison.rows > 24_000)
    #expect(comparison.differences.count { $0.column == "hgvs_c" } == 0)
    let unexplained = comparison.differences.filter { $0.category == .unexplained }
    #expect(unexplained.isEmpty, "\(unexplained.map(\.line).joined(separator: "\n"))")
    // Where VEP was given the left-aligned spelling and no rule of its own stands against the
    // ontology, its terms are ours.
    let open: Set<VEPDifference.Category> = [
      .spelling, .stopInInsertion, .repeatedDonor, .longerAlternate,
    ]
    let terms = comparison.differences.filter {
      $0.column == "consequence" && !open.contains($0.category)
    }
    #expect(Double(terms.count) / Double(comparison.rows) <= 0.002)
  }

  @Test func everyDifferenceIsListed() throws {
    let differences = try ["vep115.snv38.tsv.gz", "vep115.indel38.tsv.gz"].flatMap {
      try Self.compare($0).differences
    }
    let text =
      "pos\tref\talt\ttranscript\tcolumn\tvep\tfoxp3\treason\n"
      + differences.map { $0.line + "\n" }.joined()
    if ProcessInfo.processInfo.environment["FOXP3_WRITE_DIFFERENCES"] != nil {
      try text.write(to: Self.listing, atomically: true, encoding: .utf8)
    }
    let listed = try String(contentsOf: Self.listing, encoding: .utf8)
    #expect(text == listed, "docs/vep-differences.tsv is out of date: make validate")
  }

  @Test func everyReasonIsExplainedWithItsCount() throws {
    let explained = try String(
      contentsOf: Repository.root.appending(path: "docs/vep-differences.md"), encoding: .utf8)
    let listed = try String(contentsOf: Self.listing, encoding: .utf8).split(separator: "\n")
    for category in VEPDifference.Category.allCases where category != .unexplained {
      let count = listed.count { $0.hasSuffix("\t\(category.rawValue)") }
      #expect(explained.contains("`\(category.rawValue)` (\(count))"), "\(category): \(count)")
    }
  }

  struct Comparison {
    var rows = 0
    var differences: [VEPDifference] = []

    func agreement(_ column: String) -> Double {
      1 - Double(differences.count { $0.column == column }) / Double(max(rows, 1))
    }
  }

  private static func compare(_ file: String) throws -> Comparison {
    let bundle = try EmbeddedReference.bundle()
    let locus = bundle.locus(.grch38)
    let annotators = bundle.transcripts(.grch38).map {
      TranscriptAnnotator(
        map: TranscriptMap(transcript: $0, locus: locus), order: bundle.consequenceOrder,
        regions: bundle.regions)
    }
    var comparison = Comparison()
    for row in try VEPRow.load(file) {
      guard let given = row.given else { continue }
      comparison.rows += 1
      let annotator = annotators.first { $0.map.transcript.accession == row.transcript }
      guard let annotator = annotator ?? annotators.first else { continue }
      let shifted = given.leftAligned(on: locus)
      var judge = VEPJudge(
        row: row, given: given, ours: annotator.annotation(of: shifted),
        asGiven: annotator.annotation(of: given))
      judge.movedFromGiven = shifted != given
      comparison.differences += judge.differences
    }
    return comparison
  }
}
