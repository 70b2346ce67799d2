import Genome
import Yams

extension CaseEvidence {
  /// Reads the file of `--case`. Throws with kind `notFound` where it can't be read, `invalid` where
  /// the content is wrong.
  public static func read(_ path: String) throws(SettingsError) -> CaseEvidence {
    let yaml = try SmallFile.text(atPath: path) { "this case file \(SmallFile.absence(of: $0))" }
    return try CaseEvidence(yaml: yaml, file: path)
  }

  /// Strictly: an unknown, repeated or missing key, an unknown criterion or an impossible case is an
  /// error, and all of them are told at once.
  public init(yaml: String, file: String) throws(SettingsError) {
    switch YAMLDocument.compose(yaml, empty: "the case file is empty") {
    case .failure(let problem):
      throw SettingsError(kind: .invalid, file: file, problems: [problem])
    case .success(let document):
      var section = YAMLSection(document)
      if section.remaining.isEmpty, section.problems.isEmpty {
        section.report(section.line, "the case file documents nothing")
      }
      let patient = PatientCase(&section)
      var entries =
        section.has("evidence") ? section.sections("evidence") { CaseEvidence.entry(&$0) } : []
      for index in entries.indices where entries[index].child != nil {
        entries[index].isChildIll = entries[index].isPublished || patient.hasSigns
      }
      section.close()
      var problems = section.problems
      var seen: Set<[String]> = []
      for entry in entries
      where !seen.insert([entry.variant, entry.criterion.rawValue]).inserted {
        problems.append(
          SettingsProblem(
            line: entry.line,
            message: "\(entry.variant) has \(entry.criterion.rawValue) above already"))
      }
      guard problems.isEmpty else {
        throw SettingsError(kind: .invalid, file: file, problems: problems)
      }
      self.init(entries: entries, patient: patient, days: section.days)
    }
  }

  private static func entry(_ section: inout YAMLSection) -> Entry {
    let criterion = section.word("criterion", or: Criterion.ps3)
    if !criteria.contains(criterion) {
      let known = Criterion.allCases.filter(criteria.contains).map(\.rawValue)
      section.fail(
        "criterion", "is not one that a case documents: \(known.joined(separator: ", "))")
    }
    let entry = Entry(
      variant: section.text("variant"),
      build: section.has("build") ? section.word("build", or: Assembly.grch38) : nil,
      criterion: criterion,
      strength: section.word("strength", or: EvidenceStrength.supporting),
      fact: section.text("fact"), by: section.text("by"), on: section.day("on"),
      source: section.text("source"), males: males(criterion, &section),
      unaffectedMales: unaffectedMales(criterion, &section),
      rnaAssay: criterion == .pvs1 || criterion == .bp7 ? section.text("rna_assay") : nil,
      child: origin(criterion, &section), isPublished: isPublished(criterion, &section),
      line: section.line)
    if entry.strength > .strong, !(criterion == .pvs1 && entry.strength == .veryStrong) {
      section.fail(
        "strength",
        "of documented evidence is supporting, moderate or strong, of PVS1 also very_strong")
    }
    checkName(entry, &section)
    return entry
  }

  /// Which accessions there are is known where the name is placed.
  private static func checkName(_ entry: Entry, _ section: inout YAMLSection) {
    if entry.isGenomic {
      if entry.build != nil {
        section.fail("build", "can't stand beside a g. name, whose accession tells the build")
      }
    } else if !entry.variant.hasPrefix("c.") {
      section.fail(
        "variant",
        "has to be a c. name on NM_014009.4 without accession, or, of a change that reaches beyond the "
          + "transcript, a g. name with the accession, as NC_000023.11:g.49263364_49264752del")
    }
  }

  private static func males(_ criterion: Criterion, _ section: inout YAMLSection) -> Int? {
    switch criterion {
    // Healthy carriers say nothing of an X-linked recessive disease and are never counted.
    case .pp1: section.integer("affected_hemizygotes", in: 1...100)
    case .bs2: section.integer("unaffected_adult_hemizygotes", in: 1...10_000)
    default: nil
    }
  }

  /// Where penetrance is full, a healthy man without the variant tells as much as an affected one with it.
  private static func unaffectedMales(
    _ criterion: Criterion, _ section: inout YAMLSection
  ) -> Int? {
    let key = "unaffected_males_without_variant"
    return criterion == .pp1 && section.has(key) ? section.integer(key, in: 1...100) : nil
  }

  /// A published child may be of another sex than the sample, and is none of the sample's family.
  private static func isPublished(_ criterion: Criterion, _ section: inout YAMLSection) -> Bool {
    guard criterion == .ps2 || criterion == .pm6, section.has("published") else { return false }
    return section.yes("published")
  }

  /// The child of a new variant; `nil` for other criteria. A son has his X from his mother alone, a
  /// daughter one from each parent.
  private static func origin(_ criterion: Criterion, _ section: inout YAMLSection) -> Sex? {
    guard criterion == .ps2 || criterion == .pm6 else { return nil }
    let child = section.text("child")
    let mother = section.yes("mother_tested")
    let father = section.yes("father_tested")
    let isConfirmed = section.yes("parentage_confirmed")
    if child != "son" && child != "daughter" { section.fail("child", "has to be son or daughter") }
    if !mother { section.fail("mother_tested", "has to be yes for a new variant") }
    if child == "daughter", !father {
      section.fail("father_tested", "has to be yes: a daughter has one X of her father's")
    }
    if criterion == .ps2, !isConfirmed {
      section.fail("parentage_confirmed", "has to be yes for PS2; without it the criterion is PM6")
    }
    return child == "son" ? .male : .female
  }
}
