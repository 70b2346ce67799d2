import Flow
import Foundation
import Genome
import Testing

@testable import Reporting

@Suite struct PageTests {
  private let reports = Reports(context: Fixture.context)

  @Test(arguments: Fixture.allResults)
  func pageIsSelfContainedAndStructured(result: SampleResult) throws {
    let page = try reports.html(result)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(
      page.contains(
        "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""))
    #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("@import"))
    #expect(count("<h1", page) == 1)
    #expect(count("<main", page) == 1 && count("<header", page) == 1 && count("<footer", page) == 1)
    #expect(count("<table", page) == count("<caption", page))
    #expect(count("<th ", page) == count("scope=", page) && !page.contains("<th>"))
    #expect(count("<svg ", page) == 2 && count("role=\"img\"", page) == 2)
    #expect(count("<title>", page) == 3, "the page's and one in each picture")
    for notice in ReportText.disclaimer {
      #expect(page.contains(escaped(notice)))
    }
    #expect(!page.contains("{{") && !page.contains("Optional("))
    #expect(balanced(page), "tags are not balanced")
  }

  @Test func conclusionComesBeforeEverythingElse() throws {
    let page = try reports.html(Fixture.positiveMale)
    let first = try #require(page.range(of: "id=\"conclusion\"")?.lowerBound)
    for id in ["subject", "variants", "notlooked", "coverage", "limits", "release"] {
      #expect(first < (try #require(page.range(of: "id=\"\(id)\"")).lowerBound))
    }
  }

  @Test func evidenceIsCitedAndLinked() throws {
    let page = try reports.html(Fixture.positiveMale)
    #expect(
      page.contains("<a href=\"https://pubmed.ncbi.nlm.nih.gov/11137992/\">PMID 11137992</a>"))
    #expect(page.contains("href=\"https://www.ncbi.nlm.nih.gov/clinvar/variation/11407/\""))
    #expect(page.contains("<span aria-hidden=\"true\">◆</span> Pathogenic"))
  }

  @Test func dataAreEscaped() throws {
    var result = Fixture.positiveMale
    let attack = "<b>\"x\"</b>&'"
    result.sample = attack
    result.notes = [attack]
    result.provenance.inputName = attack
    result.variants[0].classified.evidence[0].row.phenotype = attack
    result.variants[0].classified.evidence[0].row.pubMedIdentifiers = ["1\"onclick=\"y"]
    result.variants[0].classified.annotated.transcripts[0].proteinName = attack
    let page = try reports.html(result)
    #expect(!page.contains("<b>\"") && !page.contains("\"onclick="))
    #expect(page.contains("&lt;b&gt;&quot;x&quot;&lt;/b&gt;&amp;&#39;"))
    #expect(!page.contains("content: \"FOXP3 report, sample <"))
  }

  /// The table's rows are escaped in their own part.
  @Test func rowsOfTheTableAreEscaped() {
    let row = MarkView(
      identifier: "<i>", name: "c.1A>G", residue: "1", grade: ClassView(.pathogenic))
    let markup = PageMarkup.mark(row)
    #expect(markup.contains("<th scope=\"row\">&lt;i&gt;</th><td>c.1A&gt;G</td>"))
  }

  @Test func onlyStylePlotsAndRowsAreNotEscaped() {
    let page = PageTemplate.parts.map(\.text).joined()
    let family = FamilyTemplate.parts.map(\.text).joined()
    for (text, names) in [
      (
        page,
        [
          "style", "proteinPlot", "genePlot", "markRows", "ledgerRows", "reasons", "subject",
          "variantRows", "variantArticles", "openPlaces", "notLookedAt", "coverageRows",
          "counselling", "recommendations", "limits", "methods", "notes", "provenance", "versions",
          "references",
        ]
      ),
      (family, ["style", "picture"]),
    ] {
      let raw = text.components(of: "{{{").dropFirst().map { $0.prefix { $0 != "}" } }
      #expect(raw.map(String.init).sorted() == names.sorted())
      #expect(!text.contains("{{&"))
    }
  }

  /// A laboratory's row is not the curated table's.
  @Test func theCaptionSaysWhoseTheRowsAre() throws {
    func caption(_ ownRows: [Bool]) throws -> Bool {
      var result = Fixture.positiveMale
      let row = result.variants[0].classified.evidence[0]
      result.variants[0].classified.evidence = ownRows.map { isOwn in
        var row = row
        row.isOfLaboratory = isOwn
        return row
      }
      let page = try reports.html(result)
      let origin =
        switch Set(ownRows) {
        case [false]: "the curated table"
        case [true]: "the laboratory&#39;s own table"
        default: "the curated table and the laboratory&#39;s own"
        }
      return page.contains("Evidence from \(origin) for ")
    }
    for rows in [[false], [true], [true, false]] { #expect(try caption(rows), "\(rows)") }
  }

  @Test func picturesSayWhatTheyShow() throws {
    let page = try reports.html(Fixture.positiveMale)
    #expect(
      page.contains(
        "<title>FOXP3 protein of 431 residues. Regions: C2H2 zinc finger 197-222, leucine zipper "
          + "239-260 and forkhead 337-423. Variants of this report in the protein: number 1, "
          + "p.(Arg397Trp), at residue 397, Pathogenic. Behind them 2 variants of the curated "
          + "table.</title>"))
    #expect(page.contains("exon 12 not shown to be read"))
    #expect(try reports.html(Fixture.negativeMale).contains("exon 12 shown to be read"))
  }

  /// A deleted exon is never among those that were read, in picture, statement and table.
  @Test func aDeletedExonIsNotRead() throws {
    var result = Fixture.negativeMale
    var deletion = Fixture.carried(Fixture.arg397Trp(), .hemizygous, genotype: "1")
    deletion.classified.annotated.normalised.change = .structural(
      StructuralChange(kind: .deletion, interval: Interval(49_257_000, 49_258_000)))
    result.variants = [deletion]
    let page = try reports.html(result)
    #expect(
      page.contains("exon 2 shown to be read, exon 3 deleted, exon 4 deleted, exon 5 deleted in"))
    #expect(page.components(of: "class=\"exon exon-deleted\"").count == 7, "thick and thin, three")
    #expect(page.components(of: "class=\"deletion\"").count == 7)
    #expect(page.contains("<span aria-hidden=\"true\">−</span> deleted</td>"))
    result.variants[0].zygosity = .heterozygous
    #expect(try reports.html(result).contains("exon 3 deleted on a copy"))
    result.variants[0].unconfirmedReasons = ["low depth"]
    #expect(try reports.html(result).contains("exon 3 shown to be read"))
  }

  @Test func anExonReadInPartShowsItsGaps() throws {
    var result = Fixture.negativeMale
    result.exons[11].provenBases -= 21
    result.exons[11].gaps = [Interval(49_251_400, 49_251_420)]
    let page = try reports.html(result)
    #expect(page.contains("exon 12 read in part (not 49,251,400-49,251,420)"))
    #expect(page.components(of: "class=\"exon-gap\"").count == 2)
    #expect(!(try reports.html(Fixture.negativeMale).contains("class=\"exon-gap\"")))
  }

  @Test func whatIsNotExcludedIsNamed() throws {
    let page = try reports.html(Fixture.inconclusive)
    #expect(
      page.contains(
        "3 of 3 known places of small variants are not settled by the data; copy number is open (FX0001):"
      ))
    #expect(
      page.contains("<dt>Known variants (2)</dt><dd>c.1189C&gt;T (FX0110); c.1117_1118delinsGC"))
    #expect(page.contains("<dt>Exons with splice sites (1)</dt><dd>exon 12</dd>"))
    #expect(
      try reports.html(Fixture.negativeMale).contains(
        "All 3 known places of small variants were looked at; copy number is open (FX0001)."))
  }

  @Test func onlyWhatWasGivenStandsInTheHead() throws {
    let bare = try reports.html(Fixture.positiveMale)
    for term in [
      "Patient identifier", "Date of birth", "Referrer", "Family history", "letterhead\"",
    ] {
      #expect(!bare.contains(">\(term)<") && !bare.contains("class=\"\(term)"), "\(term)")
    }
    var result = Fixture.positiveMale
    result.patientCase = PatientCase(
      head: ReportHead(
        reportIdentifier: "R-17", reportVersion: "2",
        patient: ReportHead.Patient(name: "N. <N>", identifier: "0071", dateOfBirth: "2025-11-30"),
        request: ReportHead.Request(
          referrer: "Dr. B", indication: "diarrhoea", familyHistory: "an uncle",
          consanguinity: .no, testOrdered: "FOXP3"),
        laboratory: ReportHead.Laboratory(name: "L", address: "Street", director: "D")))
    let page = try reports.html(result)
    for part in [
      "<dd>N. &lt;N&gt;</dd>", "<dd>0071</dd>", "<dd>2025-11-30</dd>", "<dd>Dr. B</dd>",
      "<dd>diarrhoea</dd>", "<dd>an uncle</dd>", "<dt>Parents related by blood</dt><dd>no</dd>",
      "<dd>FOXP3</dd>", "<p class=\"letterhead\">L</p>", "Director: D",
      "Report R-17, version 2, draft, run on 2026-11-23.",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(page.contains("a typed name does not release it"))
    let document = DocumentBuilder(context: Fixture.context).document(result)
    #expect(document.report.identifier.value == "R-17" && document.report.status == "draft")
    #expect(document.report.signatory.name.value == nil)
    #expect(document.subject.name.value == "N. <N>" && document.request.consanguinity.value == "no")
  }

  @Test func charactersThatTurnTheLineAreShown() throws {
    var result = Fixture.positiveMale
    result.sample = "a\u{202E}b\u{1}" + String(repeating: "é<é", count: 10_000)
    let page = try reports.html(result)
    let isShown = page.contains("<dd>a[U+202E]b[U+0001]é&lt;") && !page.contains("\u{202E}")
    #expect(isShown)
    let name = try #require(page.range(of: "<dt>Sample</dt><dd>")).upperBound
    let shown = page[name...].prefix { $0 != "<" }
    #expect(shown.utf8.count < 250 && shown.contains(" bytes more) … "), "\(shown)")
    #expect(!shown.replacing("&lt;", with: "").contains { "&;".contains($0) }, "\(shown)")
    #expect(
      page.contains(
        "content: \"FOXP3 report, sample a\\5b U\\2b 202E\\5d b\\5b U\\2b 0001\\5d \\e9 "))
  }

  /// A cohort's page links to each sample's report by the sample's name.
  @Test func theAddressOfALinkIsNeverShortened() {
    let name = String(repeating: "n", count: 300)
    let page = VisibleText.withoutLongRuns("<a href=\"\(name).html\">\(name)</a>")
    #expect(page.hasPrefix("<a href=\"\(name).html\">nnn"))
    #expect(page.hasSuffix(" … (200 bytes more) … \(name.prefix(50))</a>"), "\(page.suffix(120))")
  }

  @Test func coverageIsNeverRoundedUp() throws {
    var result = Fixture.negativeMale
    result.exons[11].provenBases = result.exons[11].interval.count - 1
    result.exons[11].gaps = [Interval(49_250_500, 49_250_500)]
    let page = try reports.html(result)
    #expect(page.contains("1049 (99%)"))
    #expect(page.contains("49,250,500"))
  }

  @Test func ledgerIsOpenUnlessAllIsSettled() throws {
    #expect(try reports.html(Fixture.inconclusive).contains("<details class=\"ledger\" open>"))
    var settled = Fixture.negativeMale
    settled.ledger.removeLast()
    #expect(!(try reports.html(settled).contains("<details class=\"ledger\" open>")))
  }

  @Test func manyVariantsAreCutAndThatIsSaid() throws {
    var result = Fixture.withoutSamples
    let one = result.variants[0]
    result.variants = Array(repeating: one, count: Page.mostVariants + 1)
    let page = try reports.html(result)
    #expect(page.contains("The first \(Page.mostVariants) of \(Page.mostVariants + 1)"))
    #expect(Reports.table([result]).split(separator: "\n").count == Page.mostVariants + 2)
  }

  /// WCAG 2.2, success criterion 1.4.3: text at 4.5:1 on both backgrounds, light and dark.
  @Test func coloursOfTextHaveContrast() throws {
    let schemes = PageStyle.palette.components(of: ":root {").dropFirst().map { block in
      colours(String(block.prefix { $0 != "}" }))
    }
    #expect(schemes.count == 2)
    for scheme in schemes {
      for ground in ["paper", "panel"] {
        for text in [
          "ink", "minor", "link", "pathogenic", "likely", "uncertain", "benign", "neutral",
        ] {
          let back = try #require(scheme[ground])
          let front = try #require(scheme[text])
          #expect(contrast(front, back) >= 4.5, "\(text) on \(ground)")
        }
      }
    }
  }

  // MARK: Reading the page

  private func count(_ part: String, _ text: String) -> Int {
    text.components(of: part).count - 1
  }

  private func escaped(_ text: String) -> String { PlotMarkup.escaped(text) }

  /// Whether every element but the void ones is closed in order.
  private func balanced(_ page: String) -> Bool {
    var open: [Substring] = []
    let void: Set<Substring> = ["meta", "br", "!DOCTYPE"]
    for piece in page.split(separator: "<") where !piece.hasPrefix("!") {
      guard let end = piece.firstIndex(of: ">") else { continue }
      let tag = piece[..<end]
      if tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else {
        let name = tag.prefix { $0 != " " }
        if !void.contains(name) { open.append(name) }
      }
    }
    return open.isEmpty
  }

  private func colours(_ block: String) -> [String: UInt32] {
    var colours: [String: UInt32] = [:]
    for entry in block.split(separator: ";") {
      let pair = entry.split(separator: ":")
      guard pair.count == 2 else { continue }
      let name = pair[0].drop { $0 == "-" || $0.isWhitespace }
      colours[String(name)] = UInt32(pair[1].drop { $0 == " " || $0 == "#" }, radix: 16)
    }
    return colours
  }

  private func contrast(_ first: UInt32, _ second: UInt32) -> Double {
    let pair = [luminance(first), luminance(second)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  private func luminance(_ colour: UInt32) -> Double {
    let channels = [16, 8, 0].map { shift -> Double in
      let value = Double((colour >> UInt32(shift)) & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}

extension String {
  /// The stretches between occurrences of `part`.
  func components(of part: String) -> [Substring] {
    var rest = self[...]
    var pieces: [Substring] = []
    while let found = rest.range(of: part) {
      pieces.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return pieces + [rest]
  }
}

@Suite struct PageLookupTests {
  /// A row answers to each of its own fields, with that field's value.
  @Test(arguments: [
    RowView("a", "b") as any LookedUp,
    FamilySectionView(
      anchor: "a", heading: "b", paragraphs: ["c"], isList: true, hasPicture: true, picture: "d",
      pictureHeading: "e", pictureInWords: "f"),
    FamilyView(
      language: "a", style: "b", title: "c", forWhom: "d", notice: ["e"], factsHeading: "f",
      facts: [], sections: []),
    CohortFailureView(sample: "a", input: "b", reason: "c"),
    CohortView(
      title: "a", style: "b", disclaimer: ["c"], statement: "d", counts: [], hasFailures: false,
      failures: [], sampleRows: "g", hasVariants: true, variantsNone: "i", variantRows: "h",
      cutNote: "e", plot: "f",
      versions: []),
  ])
  func rowsAnswerToTheirFields(row: any LookedUp) {
    for (label, value) in Mirror(reflecting: row).children {
      let answer = label.flatMap { row.child(named: $0) }
      #expect(answer.map { String(describing: $0) } == String(describing: value), "\(label ?? "")")
    }
    #expect(row.child(named: "no such field") == nil)
  }

  @Test func thePageAnswersToItsFields() {
    let view = Page(result: Fixture.positiveMale, context: Fixture.context).view()
    rowsAnswerToTheirFields(row: view)
  }
}

/// What the test above asks of the rows.
protocol LookedUp: Sendable {
  func child(named name: String) -> Any?
}

extension CohortFailureView: LookedUp {}
extension CohortView: LookedUp {}
extension RowView: LookedUp {}
extension FamilySectionView: LookedUp {}
extension FamilyView: LookedUp {}
extension PageView: LookedUp {}
