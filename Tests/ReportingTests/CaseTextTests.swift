import Flow
import Genome
import Testing

@testable import Reporting

/// What is documented of the sample and the patient, on the page and in words.
@Suite struct CaseTextTests {
  @Test func everyStatementIsShownWithWhoAndWhen() throws {
    let page = try Reports(context: Fixture.context).html(Fixture.documented)
    for text in [
      "blood, taken on 2026-01-20 (A. Geneticist, 2026-01-31)",
      "no (A. Geneticist, 2026-01-31)", "yes, on 2025-12-01 (A. Geneticist, 2026-01-31)",
      "excluded by short tandem repeats (A. Geneticist, 2026-01-31)",
      "enteropathy not documented, endocrinopathy present, dermatitis not documented",
      "Type I &lt;diabetes&gt; mellitus (HP:0100651): present",
      "TSDR to CD4 ratio: present, 13.6 % (A. Geneticist, 2026-01-31)",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }

  /// Unknown history is a printed limit, with and without a case file.
  @Test func whatIsNotDocumentedIsALimit() {
    let nothing = CaseText(patientCase: PatientCase()).limits
    #expect(nothing.first?.contains("the tissue of the sample") == true)
    #expect(nothing.first?.contains("blood stem cell transplant") == true)
    #expect(nothing.first?.contains("blood products") == true)
    let whole = Fixture.documented.patientCase ?? PatientCase()
    #expect(CaseText(patientCase: whole).limits.isEmpty)
    for result in [Fixture.positiveMale, Fixture.documented] {
      let limits = ReportText(result: result, context: Fixture.context).limits
      #expect(
        limits.contains { $0.hasPrefix("Not documented") } == (result.patientCase == nil))
    }
  }

  /// An answer of before the sample says nothing of the time between.
  @Test(arguments: [("2026-01-19", true), ("2026-01-20", false)])
  func anAnswerOfBeforeTheSampleIsALimit(day: String, isLimit: Bool) throws {
    var patient = try #require(Fixture.documented.patientCase)
    patient.sample?.takenOn = "2026-01-20"
    patient.transplant?.attestation.on = day
    patient.transfusion?.attestation.on = day
    let limits = CaseText(patientCase: patient).limits
    #expect(limits.isEmpty != isLimit)
    guard isLimit else { return }
    for words in ["stem cell transplant between \(day) and", "products were given between \(day)"] {
      #expect(limits.first?.contains(words) == true, "\(limits)")
    }
  }

  @Test func nothingOfTheTriadIsNoSentence() {
    #expect(CaseText(patientCase: PatientCase()).triad == nil)
  }

  @Test func termsThatArePresentAreTheRequests() throws {
    let document = DocumentBuilder(context: Fixture.context).document(
      Fixture.documented)
    #expect(document.request.phenotypeTerms == ["HP:0100651"])
  }

  /// A sample that may not be the patient's tells no copies of the patient and recommends another.
  @Test func whatIsNotThePatientsIsNotTold() {
    var result = Fixture.positiveMale
    result.conclusion = Conclusion(
      finding: .noneReportable, completeness: .notAssessable, word: .notAssessable,
      reasons: ["The DNA is the donor's."])
    let text = ReportText(result: result, context: Fixture.context)
    #expect(text.recommendations.first?.contains("Test a sample that can be assessed") == true)
    #expect(!text.counselling.contains { $0.key.hasPrefix("zygosity.") })
    let sentence = ConclusionStatement(result: result).sentence
    #expect(sentence.contains("nothing is concluded"))
    #expect(sentence.contains("c.1189C>T"))
  }
}
