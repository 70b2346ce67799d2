import Flow
import Foundation
import Genome
import ReferenceBundle
import TestSupport
import Testing

@testable import Reporting

/// The page in plain language: of whom there is one, and what it says to whom.
@Suite struct FamilyPageTests {
  private static let addressees = ReportHead.Addressee.allCases

  private func reports() throws -> Reports {
    var context = Fixture.context
    context.family = try #require(try ReferenceBundle.embedded().text("en")).family
    return Reports(context: context)
  }

  private func speaking(
    _ result: SampleResult, to addressee: ReportHead.Addressee?, born: String? = nil
  ) -> SampleResult {
    var result = result
    result.patientCase = PatientCase(
      head: ReportHead(
        reportIdentifier: "R-17", addressee: addressee,
        patient: ReportHead.Patient(name: "N. N.", dateOfBirth: born),
        laboratory: ReportHead.Laboratory(name: "L")),
      findings: result.patientCase?.findings ?? [])
    return result
  }

  private var complete: SampleResult {
    var result = Fixture.negativeMale
    result.conclusion?.completeness = .complete
    result.conclusion?.word = .negative
    return result
  }

  /// A female of `result`, with a documented sign of illness or without.
  private func female(
    _ result: SampleResult, isIll: Bool = false, _ completeness: Completeness
  ) -> SampleResult {
    var result = result
    result.sex.sex = .female
    result.conclusion?.completeness = completeness
    let finding = PatientCase.ClinicalFinding(
      subject: .enteropathy, term: "HP:0005208", name: "Secretory diarrhea", isPresent: true,
      value: "", attestation: PatientCase.Attestation(by: "A", on: "2026-01-31"))
    if isIll { result.patientCase = PatientCase(findings: [finding]) }
    return result
  }

  private var likely: SampleResult {
    var result = Fixture.positiveMale
    result.variants[0].classified.clinicalClass = .likelyPathogenic
    return result
  }

  /// Every kind of page, by a name for it.
  private func pages() throws -> [(name: String, page: String)] {
    let reports = try reports()
    let results =
      [
        ("positive", Fixture.positiveMale), ("likely", likely), ("carrier", Fixture.carrierFemale),
        ("negative", complete), ("negative_sequence", Fixture.negativeMale),
        ("negative-woman", female(complete, .complete)),
        ("negative_sequence-woman", female(Fixture.negativeMale, .completeSequence)),
      ]
      + Completeness.allCases.filter { $0 != .notAssessable }.map {
        ("carrier-ill_\($0)", female(Fixture.carrierFemale, isIll: true, $0))
      }
    return try results.flatMap { name, result in
      try FamilyPageTests.addressees.compactMap { addressee in
        try reports.family(speaking(result, to: addressee, born: "2025-11-30")).map {
          ("\(name)-\(addressee.rawValue)", $0)
        }
      }
    }
  }

  @Test func aPageForEveryReaderOfASettledResult() throws {
    let names = try pages().map(\.name)
    #expect(names.count == 26)
    #expect(!names.contains { $0.hasPrefix("carrier") && $0.hasSuffix("pregnancy_loss") })
  }

  // MARK: None

  private func reason(_ change: (inout SampleResult) -> Void) throws -> String? {
    var result = Fixture.positiveMale
    change(&result)
    let reports = try reports()
    #expect(try reports.family(result) == nil)
    return reports.familyChoice(result).reason
  }

  @Test func noneOfWhatIsNotSettled() throws {
    let reasons = [
      try reason {
        $0.conclusion?.finding = .vus
        $0.conclusion?.word = .uncertain
      },
      try reason { $0.conclusion?.word = .inconclusive },
      try reason { $0.conclusion?.word = .notAssessable },
      try reason { $0.variants[0].unconfirmedReasons = ["low depth"] },
      try reason { $0.variants.append($0.variants[0]) },
      try reason { $0.conclusion?.finding = .mosaicPLP },
      try reason { $0.sex.sex = .unknown },
      try reason { $0 = Fixture.withoutSamples },
      try reason {
        $0.patientCase = PatientCase(
          sample: PatientCase.Sample(
            tissue: .amnioticFluid, takenOn: nil,
            attestation: PatientCase.Attestation(by: "A", on: "2026-01-31")))
      },
      try reason {
        $0.patientCase = PatientCase(
          transfusion: PatientCase.Transfusion(
            answer: .yes, date: nil, donorCellsPossible: true,
            attestation: PatientCase.Attestation(by: "A", on: "2026-01-31")))
      },
    ]
    let parts = [
      "uncertain significance", "did not settle", "gave no result", "not confirmed",
      "more than one variant", "explained in person", "explained in person", "no samples",
      "prenatal", "blood donor's cells",
    ]
    for (reason, part) in zip(reasons, parts) {
      #expect(reason?.hasPrefix("No family page: ") == true)
      #expect(reason?.contains(part) == true, "\(reason ?? "a page") lacks \(part)")
    }
  }

  @Test func aNegativeBesideAnOpenCallHasNone() throws {
    var result = Fixture.negativeMale
    var call = Fixture.positiveMale.variants[0]
    call.classified.clinicalClass = .uncertain
    call.unconfirmedReasons = ["FILTER is LowQual"]
    result.variants = [call]
    #expect(try reports().familyChoice(result).reason?.contains("not confirmed") == true)
  }

  @Test func theDocumentSaysWhetherAndWhy() throws {
    let reports = try reports()
    let builder = DocumentBuilder(context: reports.context)
    let male = builder.document(speaking(Fixture.positiveMale, to: .person))
      .familyPage
    #expect(male.available && male.addressee.value == "person" && male.reason.value == nil)
    let open = builder.document(Fixture.inconclusive).familyPage
    #expect(!open.available && open.reason.value?.contains("did not settle") == true)
  }

  @Test func anUnfinishedLanguageGivesNoPage() throws {
    var context = try reports().context
    context.language = "xx"
    context.family = FamilyText(
      sentences: context.family.sentences.filter { $0.key != "heading.next" })
    let reports = Reports(context: context)
    #expect(
      reports.familyChoice(Fixture.positiveMale).reason?.contains("nothing for “heading.next”")
        == true)
    #expect(try reports.family(Fixture.positiveMale) == nil)
  }

  // MARK: To whom

  @Test func theReaderIsTheAdultOrTheParent() throws {
    let reports = try reports()
    func title(_ result: SampleResult) throws -> String {
      let page = try #require(try reports.family(result))
      return String(page[try #require(page.range(of: "<h1>")).upperBound...].prefix { $0 != "<" })
    }
    let male = Fixture.positiveMale
    #expect(try title(male) == "Your child&#39;s FOXP3 gene test")
    // The run is of 2026-11-23.
    #expect(try title(speaking(male, to: nil, born: "2008-11-23")) == "Your FOXP3 gene test")
    #expect(
      try title(speaking(male, to: nil, born: "2008-11-24")) == "Your child&#39;s FOXP3 gene test")
    #expect(
      try title(speaking(male, to: .guardian, born: "1980-01-01"))
        == "Your child&#39;s FOXP3 gene test")
  }

  /// Who has children by the pedigree is no child, whatever the case file leaves out.
  @Test func aParentOfThePedigreeIsSpokenTo() throws {
    var context = try reports().context
    context.parents = ["mother"]
    let reports = Reports(context: context)
    let mother = try #require(try reports.family(Fixture.carrierFemale))
    #expect(
      mother.contains("for you, the person who was tested") && !mother.contains("daughter is"))
    let son = try #require(try reports.family(Fixture.positiveMale))
    #expect(son.contains("for a parent or guardian"))
    let given = try #require(try reports.family(speaking(Fixture.carrierFemale, to: .guardian)))
    #expect(given.contains("for a parent or guardian"))
  }

  // MARK: What it says

  @Test func risksAreOfInheritingAndNeverCertain() throws {
    for (name, page) in try pages() {
      let isOfVariant = !name.hasPrefix("negative")
      #expect(page.contains("1 in 2 (50%)") == isOfVariant, "\(name)")
      #expect(page.contains("become ill, but not all") == isOfVariant, "\(name)")
      #expect(page.contains("<svg") == isOfVariant, "\(name)")
      if name.hasPrefix("positive") || name.hasPrefix("likely") {
        #expect(page.contains("some of her egg cells only"), "\(name)")
      }
      if !isOfVariant {
        #expect(page.contains("The test looked at the parts"), "\(name)")
        #expect(page.contains("does not rule it out"), "\(name)")
      }
    }
  }

  /// One changed copy explains no illness, and the search for what does goes on.
  @Test func anIllCarrierIsToldThatTheSearchGoesOn() throws {
    for (name, page) in try pages() where name.hasPrefix("carrier") {
      #expect(
        page.contains("signs of illness. One changed copy") == name.contains("ill_"), "\(name)")
      #expect(page.contains("about tests of other genes") == name.contains("ill_"), "\(name)")
      #expect(
        page.contains("for missing parts of it")
          == (name.contains("ill_incomplete") || name.contains("ill_completeSequence")), "\(name)")
      #expect(!page.contains("may not be the reason"), "\(name)")
    }
  }

  /// A woman may have been tested because of her child.
  @Test func aWomanWithoutAFindingIsAnsweredOnCarryingIt() throws {
    for (name, page) in try pages() where name.hasPrefix("negative") {
      let isAsked = name.contains("woman") && !name.hasSuffix("pregnancy_loss")
      #expect(page.contains("The test did not show that") == isAsked, "\(name)")
      #expect(page.contains("Ask if this test looked at its place") == isAsked, "\(name)")
      #expect(page.contains("less likely") == !isAsked, "\(name)")
      #expect(page.contains("Carrier: a person with one changed") == isAsked, "\(name)")
      #expect(
        page.contains("some of your egg cells only") == (isAsked && name.hasSuffix("person")),
        "\(name)")
    }
  }

  @Test func theClassIsTheVariants() throws {
    for (name, page) in try pages() where !name.hasPrefix("negative") {
      #expect(page.contains("“likely pathogenic”") == name.hasPrefix("likely"), "\(name)")
      #expect(page.contains("“pathogenic”") == !name.hasPrefix("likely"), "\(name)")
      #expect(page.contains("c.1189C&gt;T p.(Arg397Trp)"), "\(name)")
    }
  }

  @Test func everyPageIsADraftInPlainWords() throws {
    for (name, page) in try pages() {
      #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"), "\(name)")
      for part in ["This page is a draft", "not an approved medical device", "a second test"] {
        #expect(page.components(of: part).count == 4, "\(name): head, foot and printed margin")
      }
      let text = page.lowercased()
      for word in ["mutation", "abnormal", "defect", "suffer", "{variant}", "{{"] {
        #expect(!text.contains(word), "\(name): \(word)")
      }
      #expect(!page.contains("<script") && !page.contains("src="), "\(name)")
    }
  }

  /// Testing minors for carrier status is not advised.
  @Test func girlsAreNotAdvisedToBeTested() throws {
    for (name, page) in try pages() where !name.hasPrefix("negative") {
      #expect(
        page.contains("A girl who is well does not need to be tested now")
          || page.contains("Other girls in the family who are well do not need to be tested now"),
        "\(name)")
    }
  }

  @Test func everySentenceIsReadBySomebody() throws {
    let all = try pages().map(\.page).joined()
    for sentence in try reports().context.family.sentences {
      let text = PlotMarkup.escaped(
        sentence.text.replacing("{variant}", with: "c.1189C>T p.(Arg397Trp)"))
      let isThere = all.contains(text)
      #expect(isThere, "\(sentence.key): \(sentence.text)")
    }
  }

  @Test func everySentenceHasASourceAndAKnownConclusion() throws {
    for text in try ReferenceBundle.embedded().texts {
      for sentence in text.family.sentences {
        #expect(!sentence.source.isEmpty && !sentence.text.isEmpty, "\(sentence.key)")
        #expect(
          sentence.conclusion.isEmpty || ConclusionWord(rawValue: sentence.conclusion) != nil)
      }
      let keys = text.family.sentences.map {
        "\($0.key) \($0.conclusion) \($0.addressee?.rawValue ?? "")"
      }
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test func dataAreEscaped() throws {
    var result = speaking(Fixture.positiveMale, to: .person)
    let attack = "</style><script>alert(\"1\")</script>'\u{202E}gnp\u{7}"
    result.sample = attack + String(repeating: "x", count: 10_000)
    result.patientCase?.head.patient.name = attack
    result.patientCase?.head.laboratory.name = attack
    result.variants[0].classified.annotated.transcripts[0].codingName = attack
    let page = try #require(try reports().family(result))
    #expect(!page.contains("<script") && page.components(of: "</style>").count == 2)
    #expect(page.contains("&lt;script&gt;") && page.contains("[U+202E]gnp[U+0007]"))
    #expect(!page.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{7}" })
    let title = try #require(page.range(of: "@top-right"))
    #expect(page[title.upperBound...].prefix { $0 != "}" }.utf8.count < 700)
  }

  /// Grade 6 to 8 is asked for at most; sentences are kept shorter than that.
  @Test(.enabled(if: PythonTool.isInstalled))
  func pagesAreEasyToRead() throws {
    let folder = try TemporaryFolder()
    let paths = try pages().map { try folder.write("\($0.name).html", $0.page) }
    let run = try PythonTool.outcome(script: "readability.py", ["8"] + paths)
    #expect(run.status == 0, "\(run.output)\(run.errors.suffix(500))")
  }
}
