import Flow
import Genome

/// One variant of the page.
struct VariantViewBuilder {
  let variant: SampleVariant
  let result: SampleResult
  /// What is to be said of it besides.
  let notes: [String]

  private var classified: ClassifiedVariant { variant.classified }
  private var annotated: AnnotatedVariant { classified.annotated }
  private var place: VariantPlace { VariantPlace(annotated, provenance: result.provenance) }

  func view(number: Int) -> VariantView {
    let mane = annotated.mane
    return VariantView(
      number: number,
      heading: LongAllele.shortened(VariantName.short(annotated, provenance: result.provenance)),
      genomic: LongAllele.shortened(annotated.placement?.genomicName ?? place.text),
      grade: ClassView(classified.clinicalClass),
      zygosity: result.hasGenotypes ? variant.zygosity.label : "no samples",
      zygosityNote: variant.zygosityNote ?? "", hasZygosityNote: variant.zygosityNote != nil,
      call: call, consequence: mane.map(effect) ?? annotated.normalised.obstacle ?? "none known",
      place: mane.map(location) ?? "", isUnconfirmed: !variant.isConfirmed,
      unconfirmed: variant.unconfirmedReasons.map(Words.sentence).joined(separator: " "),
      reason: Words.sentence(classified.reason), facts: shownFacts,
      disagreements: classified.disagreements, hasEvidence: !classified.evidence.isEmpty,
      evidenceOrigin: evidenceOrigin,
      evidence: classified.evidence.map(evidence), hasRules: classified.rules != nil,
      rulesSummary: classified.rules.map(CriterionViewBuilder.summary) ?? "",
      rulesNotes: [besideTable].compactMap { $0 } + (classified.rules?.notes ?? []),
      criteria: classified.rules.map(CriterionViewBuilder.views) ?? [])
  }

  /// Why a row's class and the criteria's may differ without contradicting each other.
  private var besideTable: String? {
    guard let rules = classified.rules, classified.source == .curated || classified.source == .lab,
      rules.classByPoints != classified.clinicalClass
    else { return nil }
    return "The class is the table's. By these criteria alone it would be "
      + "\(rules.classByPoints.words): published patients and functional work count here only as "
      + "far as a case file documents them."
  }

  /// As "GT 1, depth 31, fraction 1, GQ 99, PASS".
  private var call: String {
    var parts = result.hasGenotypes ? ["genotype \(variant.genotypeText)"] : []
    if let depth = variant.depth { parts.append("depth \(depth)") }
    if let fraction = variant.alleleFraction.flatMap({ DecimalText.rounded($0, digits: 2) }) {
      parts.append("fraction \(fraction)")
    }
    if let quality = variant.genotypeQuality.flatMap({ DecimalText.rounded($0, digits: 1) }) {
      parts.append("GQ \(quality)")
    }
    return (parts + ["filter \(variant.filterText)"]).joined(separator: ", ")
  }

  private func effect(_ annotation: TranscriptAnnotation) -> String {
    annotation.consequences.map(\.rawValue).joined(separator: ", ")
      + " (\(annotation.impact.rawValue))"
  }

  private func location(_ annotation: TranscriptAnnotation) -> String {
    var parts: [String] = []
    if let exon = annotation.exon { parts.append("exon \(exon)") }
    if let intron = annotation.intron { parts.append("intron \(intron)") }
    return (parts + annotation.regions).joined(separator: ", ")
  }

  private var shownFacts: [RowView] {
    facts.filter { !$0.value.isEmpty }.map { RowView($0.term, LongAllele.shortened($0.value)) }
  }

  private var facts: [RowView] {
    annotated.placements.map { RowView($0.assembly.rawValue, $0.genomicName) }
      + annotated.transcripts.map(names)
      + [
        RowView(
          "VCF spelling",
          "\(place.text) (\(place.assembly.rawValue))"),
        RowView("SPDI", annotated.placement?.spdi ?? ""),
        RowView("VRS allele", annotated.vrsIdentifier ?? ""),
        RowView("Effect", annotated.mane.map(effect) ?? ""),
        RowView("Place", annotated.mane.map(location) ?? ""),
        RowView("Nonsense-mediated decay", annotated.mane?.decay.map(decay) ?? ""),
        RowView("Call", call), RowView("Class from", classified.source.label),
        RowView("Criteria met", classified.criteria.joined(separator: ", ")),
        RowView("Points", classified.points.map(String.init) ?? ""),
        RowView("Joined from", joined),
        RowView("Can't be assessed", annotated.normalised.obstacle ?? ""),
      ] + classified.spliceNotes.map { RowView("Splice signal (position weights)", $0) }
      + (annotated.notes + notes).map { RowView("Note", $0) }
  }

  private func names(_ annotation: TranscriptAnnotation) -> RowView {
    let names =
      [
        VariantName.coding(annotation, placement: annotated.placement),
        VariantName.protein(annotation),
      ].compactMap { $0 } + annotation.proteinAliases.map { "also \($0)" }
    return RowView(
      annotation.isManeSelect ? "MANE Select transcript" : "Other transcript",
      names.isEmpty ? "beyond \(annotation.transcript)" : names.joined(separator: ", "))
  }

  private func decay(_ decay: DecayPrediction) -> String {
    (decay.isExpected ? "expected" : "not expected")
      + " by the place of the new stop (residue \(decay.stopResidue), exon \(decay.stopExon))"
  }

  private var joined: String {
    guard annotated.normalised.isJoined else { return "" }
    return Words.list(annotated.normalised.parts.map(\.hyphenated)) + ": "
      + annotated.normalised.joinReason
  }

  private var evidenceOrigin: String {
    let own = classified.evidence.filter(\.isOfLaboratory)
    if own.isEmpty { return "the curated table" }
    return own.count == classified.evidence.count
      ? "the laboratory's own table" : "the curated table and the laboratory's own"
  }

  private func evidence(_ evidence: TableEvidence) -> EvidenceView {
    let row = evidence.row
    let facts = [
      RowView("Reason", row.classReason),
      RowView("Mechanism", row.mechanism.replacing("_", with: " ")),
      RowView("Function", row.functionalEvidence), RowView("Patients", row.patients),
      RowView("Phenotype", row.phenotype), RowView("Also called", Words.list(row.otherNames)),
      RowView("Superseded", row.superseded), RowView("Curator", row.curatorNote),
      RowView("Taken from", row.sources.joined(separator: "; ")),
    ]
    let names = [row.codingName, evidence.rowProteinName].compactMap { $0 }
    return EvidenceView(
      identifier: row.identifier + (evidence.isOfLaboratory ? " (laboratory's own)" : ""),
      relation: evidence.relation.label,
      name: names.joined(separator: " "), grade: ClassView(row.clinicalClass),
      basis: "Rests on \(row.basis.label)"
        + (evidence.decides ? "." : "; does not decide a class."),
      facts: facts.filter { !$0.value.isEmpty }, clinVar: clinVar(row),
      hasClinVar: !(row.clinVarIdentifier.isEmpty && row.clinVarClass.isEmpty),
      articles: row.pubMedIdentifiers.map(PageDetails.article))
  }

  private func clinVar(_ row: CuratedVariant) -> LinkView {
    let address = Citations.address(clinVar: row.clinVarIdentifier)
    var label = "ClinVar \(row.clinVarIdentifier)"
    if !row.clinVarClass.isEmpty { label += ": \(row.clinVarClass)" }
    if let stars = row.clinVarStars { label += ", \(Words.count(stars, "star"))" }
    if !row.clinVarDate.isEmpty { label += " (\(row.clinVarDate))" }
    return LinkView(label: label, address: address ?? "", isLink: address != nil)
  }
}
