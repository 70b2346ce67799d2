import Flow
import Genome
import Testing

@testable import Reporting

@Suite struct ReportTextTests {
  private func text(_ result: SampleResult) -> ReportText {
    ReportText(result: result, context: Fixture.context)
  }

  private func counselling(_ result: SampleResult) -> [String] {
    text(result).counselling.map(\.text)
  }

  @Test func counsellingHoldsForItsResultOnly() {
    #expect(counselling(Fixture.positiveMale) == ["SAYS POSITIVE.", "SAYS HEMIZYGOUS."])
    #expect(counselling(Fixture.carrierFemale) == ["SAYS CARRIER.", "SAYS ONE IN TWO."])
    #expect(counselling(Fixture.inconclusive) == ["SAYS INCONCLUSIVE."])
    #expect(counselling(Fixture.negativeMale) == ["SAYS LOWERED CHANCE."])
    #expect(counselling(Fixture.withoutSamples).isEmpty)
  }

  @Test func limitsFollowCompleteness() {
    #expect(text(Fixture.inconclusive).limits.contains("SAYS NO REFERENCE."))
    #expect(!text(Fixture.negativeMale).limits.contains("SAYS NO REFERENCE."))
    #expect(text(Fixture.inconclusive).limits[0].hasPrefix("The sex was not given"))
    #expect(!text(Fixture.positiveMale).limits[0].hasPrefix("The sex"))
  }

  /// Whether copy number was assessed and whether reads were read decide, not the completeness.
  @Test func limitsFollowWhatWasRead() throws {
    let context = try Fixture.shippedContext()
    let keys = { (result: SampleResult) in
      Set(
        CounsellingChoice(result: result, context: context).limits.map(\.key).filter {
          ["limit.not_called", "limit.copy_number", "limit.copy_number_of_reads", "limit.reads"]
            .contains($0)
        })
    }
    #expect(keys(Fixture.inconclusive) == ["limit.not_called", "limit.copy_number"])
    #expect(keys(Fixture.negativeMale) == ["limit.copy_number"])
    var reads = Fixture.inconclusive
    reads.provenance.format = "BAM"
    reads.readDepth = ReadDepth(start: 1, bases: [])
    #expect(keys(reads) == ["limit.copy_number_of_reads", "limit.reads"])
    reads.copyNumber = .assessed(basis: "Depth was compared.")
    #expect(keys(reads) == ["limit.reads"])
  }

  @Test func whatIsToldOfAnothersDNAIsSaid() {
    var result = Fixture.negativeMale
    result.conclusion?.completeness = .notAssessable
    #expect(text(result).completeness?.hasPrefix("The data allow no statement") == true)
    result.conclusion?.obstacle = .origin
    #expect(text(result).completeness?.contains("may be another person's") == true)
  }

  @Test func oneOpenPlaceIsNotSettled() {
    var result = Fixture.negativeMale
    result.ledger[0].state = Fixture.unread
    #expect(
      OpenPlaces(result: result).summary.hasPrefix(
        "1 of 3 known places of small variants is not settled by the data"))
  }

  /// No class's sign, and of an exon nothing but what is carried there is other.
  @Test func aVariantInAnExonIsCarriedThere() {
    let entries = Fixture.ledger(.otherAlternateSeen)
    #expect(entries[0].label == "Another allele is carried here")
    let exon = entries.first { $0.kind == .exon }
    #expect(exon?.label == "A variant is carried here (listed above)")
    #expect(!ClinicalClass.allCases.map(\.shape).contains(SiteState.otherAlternateSeen.shape))
  }

  @Test func whatWasNotLookedAtIsNamed() {
    let some = text(Fixture.positiveMale).notLookedAt
    #expect(
      some[0].contains("2 of 3 known places of small variants")
        && some[0].contains("FX0099 (c.1117_1118delinsGC)"))
    #expect(some[0].contains("exon 12") && !some[0].contains("FX0110"))
    let open = text(Fixture.inconclusive).notLookedAt
    #expect(open[0] == "None of the 3 known places of small variants is settled by the data.")
    #expect(open[1].contains("exons 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 12"))
    let read = text(Fixture.negativeMale).notLookedAt
    #expect(read[0].hasPrefix("Copy number"))
    var assessed = Fixture.negativeMale
    assessed.copyNumber = .assessed(basis: "Depth was compared.")
    #expect(!text(assessed).notLookedAt[0].hasPrefix("Copy number"))
  }

  /// Whatever the completeness is: a file's own deletion settles the table's rows of copy number, and
  /// shows nothing of the other exons.
  @Test(arguments: Completeness.allCases)
  func copyNumberThatWasNotAssessedIsSaid(completeness: Completeness) throws {
    var result = Fixture.negativeMale
    result.conclusion?.completeness = completeness
    let sentence =
      "Copy number was not assessed: copy number needs reads; a variant file does not "
      + "show it. Deletions and duplications of exons or of the whole gene are reported only where "
      + "the file lists them."
    #expect(text(result).notLookedAt.contains(sentence))
    let reports = Reports(context: Fixture.context)
    #expect(try reports.html(result).contains("<li>\(sentence)</li>"))
    for document in [LongDocument.json, .fhir] {
      let bytes = try reports.collected(result, document)
      #expect(String(decoding: bytes, as: UTF8.self).contains(sentence), "\(document)")
    }
  }

  /// Places that were not looked at are told by the reasons; only what they don't tell comes after.
  @Test func whatWasLookedAtIsSaidOnce() {
    #expect(text(Fixture.positiveMale).completeness == nil)
    #expect(text(Fixture.negativeMale).completeness?.hasPrefix("Every known place") == true)
    var doubtful = Fixture.negativeMale
    doubtful.conclusion?.completeness = .incomplete
    #expect(text(doubtful).completeness?.hasSuffix("what stays open is said above.") == true)
    #expect(text(Fixture.withoutSamples).completeness?.hasPrefix("A file without samples") == true)
  }

  @Test(arguments: [
    ("c.1189C>T", false), ("c.-23+1G>T", true), ("c.-22-2del", true), ("c.-23A>G", false),
    ("c.1044+459A>G", true), ("c.*876A>G", false), ("c.210+1_211-1del", true),
    ("c.1290_*12delinsTG", false), ("c.454+1del", true), ("c.-72_-60del", false),
  ])
  func intronicNames(name: String, isIntronic: Bool) {
    #expect(VariantName.isIntronic(name) == isIntronic)
  }

  @Test(arguments: [
    (0.4839, 3, "0.484"), (1.0, 3, "1"), (0.5, 2, "0.5"), (99.0, 2, "99"), (-0.001, 2, "0"),
    (-1.5, 1, "-1.5"), (0.05, 2, "0.05"),
  ])
  func decimals(value: Double, digits: Int, expected: String) {
    #expect(DecimalText.rounded(value, digits: digits) == expected)
  }

  @Test func numbersWithoutLocale() {
    #expect(DecimalText.rounded(.nan, digits: 2) == nil)
    #expect(DecimalText.rounded(.infinity, digits: 2) == nil)
    #expect(DecimalText.grouped(49_251_441) == "49,251,441")
    #expect(DecimalText.grouped(123) == "123")
    #expect(DecimalText.percent(999, of: 1000) == "99%")
    #expect(
      DecimalText.percent(1, of: 152) == "under 1%" && DecimalText.percent(0, of: 152) == "0%")
  }

  @Test func geneScaleRunsFromFivePrimeToThreePrime() {
    let scale = GeneScale(Fixture.transcript38)
    let starts = Fixture.exons38.map { scale.x($0.end) }
    #expect(starts == starts.sorted())
    #expect(scale.x(49_251_441) > scale.x(49_251_692))
    #expect(scale.x(1) > 990 && scale.x(99_000_000) < 10)
    #expect(scale.span(Interval(49_250_438, 49_251_483)).width > 100)
  }

  @Test func aNameKeepsItsSmallLetter() {
    #expect(Words.sentence("c.76A>T was found") == "c.76A>T was found.")
    #expect(Words.sentence("no variant") == "No variant.")
    #expect(Words.sentence("chrX:5 G>A was found") == "chrX:5 G>A was found.")
    #expect(Words.sentence("chromosome X") == "Chromosome X.")
    #expect(Words.closed("hg002 has it from hg004") == "hg002 has it from hg004.")
  }
}
