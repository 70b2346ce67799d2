import Flow
import Genome
import ReferenceBundle

/// The page in plain language that a family takes home: what was found, what it means, and what can
/// be done next. All its words are those of the family text.
struct FamilyPage {
  let result: SampleResult
  let context: ReportContext
  let familyCase: FamilyCase

  /// Sections in their order; each needs a heading in the text.
  private static let sections = ["found", "means", "relatives", "next", "words"]

  /// The first key that a page can't be without and the text lacks; a language may be unfinished.
  var missing: String? {
    [
      "title", "for", "notice", "heading.found", "found", "heading.means", "means",
      "heading.relatives", "relatives", "heading.next", "next", "heading.words", "heading.facts",
    ].first { texts($0).isEmpty }
  }

  func render() throws(ReportError) -> String {
    try FamilyTemplate.library.render(view, "page")
  }

  private var view: FamilyView {
    let notice = texts("notice")
    return FamilyView(
      language: context.language,
      style: FamilyStyle.text(
        label: "\(title), \(VisibleText.shortened(result.sample, most: 60))",
        notice: notice.joined(separator: " ")),
      title: title, forWhom: texts("for").first ?? "", notice: notice,
      factsHeading: texts("heading.facts").first ?? "", facts: facts,
      sections: FamilyPage.sections.compactMap(section))
  }

  private var title: String { texts("title").first ?? "" }

  /// `nil` where nothing is to be said under this heading.
  private func section(_ name: String) -> FamilySectionView? {
    let paragraphs = texts(name == "words" ? "word" : name, but: skipped)
    guard !paragraphs.isEmpty else { return nil }
    let picture = name == "relatives" ? picture : nil
    return FamilySectionView(
      anchor: name, heading: texts("heading.\(name)").first ?? "", paragraphs: paragraphs,
      isList: name == "next" || name == "words", hasPicture: picture != nil,
      picture: picture?.svg ?? "", pictureHeading: texts("heading.picture").first ?? "",
      pictureInWords: picture?.statement ?? "")
  }

  /// The sentence on the class that the variant does not have.
  private var skipped: String {
    familyCase.variant?.classified.clinicalClass == .pathogenic
      ? "found.likely_pathogenic" : "found.pathogenic"
  }

  private var picture: InheritancePicture? {
    let labels = context.family.sentences(
      "label", conclusion: familyCase.conclusion.rawValue, addressee: familyCase.addressee)
    let words = Dictionary(
      labels.map { (String($0.key.dropFirst("label.".count)), $0.text) },
      uniquingKeysWith: { first, _ in first })
    if let statement = texts("picture.father").first {
      return InheritancePicture(words: words, parent: .father, statement: statement)
    }
    return texts("picture.mother").first.map {
      InheritancePicture(words: words, parent: .mother, statement: $0)
    }
  }

  /// Whose result it is: what was given.
  private var facts: [RowView] {
    let head = result.patientCase?.head
    let laboratory = [head?.laboratory.name, head?.laboratory.address].compactMap { $0 }
    let rows: [(String, String?)] = [
      ("fact.name", head?.patient.name), ("fact.birth", head?.patient.dateOfBirth),
      ("fact.sample", result.sample),
      ("fact.laboratory", laboratory.isEmpty ? nil : laboratory.joined(separator: ", ")),
      ("fact.report", head?.reportIdentifier), ("fact.date", context.runDate),
    ]
    return rows.compactMap { key, value in
      value.map { RowView(texts(key).first ?? "", $0) }
    }
  }

  private var person: TestedPerson { context.person(of: result) }

  /// The sentences of this case, with the variant's name put in.
  private func texts(_ key: String, but skipped: String = "") -> [String] {
    let name = familyCase.variant.map {
      VariantName.short($0.classified.annotated, provenance: result.provenance)
    }
    return context.family.sentences(
      key, conclusion: familyCase.conclusion.rawValue, addressee: familyCase.addressee
    ).filter { $0.key != skipped && person.fits($0.key) }.map {
      $0.text.replacing("{variant}", with: LongAllele.shortened(name ?? ""))
    }
  }
}
