import Flow
import Genome
import Reporting
import Testing

@Suite struct TabularReportTests {

  private func table(_ results: [SampleResult]) -> [[String]] {
    Reports.table(results).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  private func cells(_ result: SampleResult) throws -> [String: String] {
    let table = table([result])
    let row = try #require(table.dropFirst().first)
    return Dictionary(uniqueKeysWithValues: zip(table[0], row))
  }

  @Test func firstColumnsAreTheContract() {
    let contract =
      "sample assembly chrom pos ref alt filter genotype zygosity hgvs_g hgvs_c hgvs_p "
      + "consequence impact exon intron region spdi classification class_source criteria points "
      + "curated_id pmids"
    #expect(table([])[0].prefix(24).joined(separator: " ") == contract)
    #expect(table([])[0].contains("parts"))
  }

  @Test func rowOfArg397Trp() {
    let row = table([Fixture.positiveMale])[1]
    #expect(
      Array(row.prefix(24)) == [
        "proband", "GRCh38", "chrX", "49251441", "G", "A", "PASS", "1", "hemizygous",
        "NC_000023.11:g.49251441G>A", "c.1189C>T", "p.(Arg397Trp)", "missense_variant", "MODERATE",
        "12/12", ".", "forkhead", "NC_000023.11:49251440:G:A", "pathogenic", "curated", ".", ".",
        "FX0110", "11137992,11295725",
      ])
  }

  @Test func intronicNameHasNoAccession() throws {
    var result = Fixture.carrierFemale
    result.variants = [Fixture.carried(Fixture.donor(), .heterozygous, genotype: "0|1")]
    let cells = try cells(result)
    #expect(cells["hgvs_c"] == "c.-23+1G>T")
    #expect(cells["class_source"] == ".")
    #expect(cells["classification"] == "not_evaluated")
    #expect(cells["curated_id"] == ".")
  }

  @Test func joinedAlleleIsOneRow() throws {
    let result = Fixture.joined.result
    #expect(table([result]).count == 2)
    let cells = try cells(result)
    #expect(cells["parts"] == "chrX-49251692-A-G,chrX-49251693-A-C")
    #expect(cells["ref"] == "AA")
    #expect(cells["genotype"] == "1|1,1|1")
  }

  @Test func withoutSamplesNothingIsSaidOfOne() throws {
    let cells = try cells(Fixture.withoutSamples)
    #expect(cells["sample"] == ".")
    #expect(cells["genotype"] == ".")
    #expect(cells["zygosity"] == ".")
    #expect(cells["classification"] == "pathogenic")
  }

  @Test func whatCannotBeAssessedKeepsTheRecordsSpelling() throws {
    let record = Fixture.record(7, 49_255_000, "A", ["<CNV>"])
    var result = Fixture.inconclusive
    result.variants = [
      Fixture.carried(
        Fixture.unnameable(record, .symbolic("<CNV>")), .unknown, genotype: "0/1")
    ]
    let cells = try cells(result)
    #expect(cells["pos"] == "49255000")
    #expect(cells["ref"] == "A")
    #expect(cells["alt"] == "<CNV>")
    #expect(cells["hgvs_g"] == ".")
    #expect(cells["not_assessable"]?.contains("<CNV>") == true)
  }

  @Test func dataNeverBreakTheTable() {
    var result = Fixture.positiveMale
    result.sample = "a\tb\nc\r\u{2028}d\u{85}e"
    result.variants[0].unconfirmedReasons = ["one\ttwo"]
    let text = Reports.table([result])
    #expect(text.split(separator: "\n").count == 2)
    #expect(table([result])[1].count == table([result])[0].count)
    #expect(table([result])[1][0] == "a%09b%0Ac%0D%E2%80%A8d%C2%85e")
  }
}
