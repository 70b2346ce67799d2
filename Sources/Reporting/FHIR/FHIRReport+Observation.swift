import Flow
import Genome

/// What is observed of a variant: profiles `variant`, `molecular-consequence` and
/// `diagnostic-implication`.
extension FHIRReport {
  /// What all three have in common (profile `genomic-base`).
  func observation(
    _ profile: String, code: JSONValue, extensions: [JSONValue] = [], value: JSONValue? = nil,
    absence: JSONValue? = nil, derivedFrom: JSONValue? = nil, components: [JSONValue?],
    notes: [JSONValue] = []
  ) -> JSONValue {
    [
      "resourceType": "Observation",
      "meta": ["profile": [.string(FHIRCode.profile(profile))]],
      "extension": .list(extensions),
      "status": "preliminary",
      "category": [FHIRCode.laboratory, FHIRCode.genetics],
      "code": code,
      "subject": subject,
      "effectiveDateTime": FHIRText.day(document.subject.specimen.collectedOn.value),
      "performer": laboratoryReference.map { [$0] },
      "valueCodeableConcept": value,
      "dataAbsentReason": absence,
      "note": .list(notes),
      "specimen": specimenReference,
      "derivedFrom": derivedFrom,
      "component": .list(components.compactMap { $0 }),
    ]
  }

  func variant(_ index: Int) -> JSONValue {
    let variant = result.variants[index]
    let parts = FHIRVariant(
      variant, of: result, otherRecords: alleles.repeats(of: index).map { result.variants[$0] })
    return observation(
      "variant",
      code: FHIRCode.concept(FHIRCode.loinc, "69548-6", "Genetic variant assessment"),
      value: presence(variant),
      absence: result.hasGenotypes
        ? nil : FHIRCode.concept(FHIRCode.dataAbsentReason, "not-performed", "Not Performed"),
      components: parts.components,
      notes: parts.notes.map { FHIRReport.codedNote(FHIRCode.text("Note"), $0) })
  }

  /// A call that is not confirmed, or of a sample that can't be assessed (a donor's DNA), is
  /// `Indeterminate`, so that no reader takes it for a finding of this patient.
  private func presence(_ variant: SampleVariant) -> JSONValue? {
    guard result.hasGenotypes else { return nil }
    let isPresent =
      variant.isConfirmed && variant.classified.annotated.placement != nil
      && result.isAssessable
    return isPresent
      ? FHIRCode.concept(FHIRCode.loinc, "LA9633-4", "Present")
      : FHIRCode.concept(FHIRCode.loinc, "LA11884-6", "Indeterminate")
  }

  func consequence(_ index: Int, _ transcript: Int) -> JSONValue {
    let annotated = result.variants[index].classified.annotated
    let annotation = annotated.transcripts[transcript]
    return observation(
      "molecular-consequence", code: FHIRCode.own("molecular-consequence"),
      derivedFrom: [reference(.variant(index))],
      components: FHIRVariant.names(annotation, placement: annotated.placement)
        + annotation.consequences.map { term in
          FHIRCode.component(
            FHIRCode.own("feature-consequence"), "valueCodeableConcept",
            FHIRCode.concept(FHIRCode.sequenceOntology, term.accession, term.rawValue))
        },
      notes: annotation.isManeSelect ? spliceNotes(index) : [])
  }

  /// What the change does to splice signals, on which no class stands.
  private func spliceNotes(_ index: Int) -> [JSONValue] {
    result.variants[index].classified.spliceNotes.map {
      FHIRReport.codedNote(FHIRCode.text("Splice signal (position weights)"), $0)
    }
  }

  func implication(_ index: Int) -> JSONValue {
    let classified = result.variants[index].classified
    let citations = Citations.pubMed(classified, where: \.isCarried)
      .compactMap(citation)
    return observation(
      "diagnostic-implication", code: FHIRCode.own("diagnostic-implication"),
      extensions: citations, derivedFrom: [reference(.variant(index))],
      components: [
        significance(classified.clinicalClass), phenotype(classified.clinicalClass), inheritance,
        evidenceLevel(classified),
        FHIRCode.component(
          FHIRCode.own("conclusion-string"), "valueString",
          .string(FHIRText.clean(classified.reason))),
      ],
      notes: implicationNotes(classified))
  }

  /// LOINC's answers to 53037-8 (list LL4034-6).
  private func significance(_ clinicalClass: ClinicalClass) -> JSONValue? {
    let code: (String, String)? =
      switch clinicalClass {
      case .pathogenic: ("LA6668-3", "Pathogenic")
      case .likelyPathogenic: ("LA26332-9", "Likely pathogenic")
      case .uncertain: ("LA26333-7", "Uncertain significance")
      case .likelyBenign: ("LA26334-5", "Likely benign")
      case .benign: ("LA6675-8", "Benign")
      case .notEvaluated: nil
      }
    return code.map { code, display in
      FHIRCode.component(
        "53037-8", "Clinical significance", "valueCodeableConcept",
        FHIRCode.concept(FHIRCode.loinc, code, display))
    }
  }

  /// A benign variant predicts no disease.
  private func phenotype(_ clinicalClass: ClinicalClass) -> JSONValue? {
    guard !clinicalClass.isBenignOrLikely else { return nil }
    return FHIRCode.component(
      "81259-4", "Predicted phenotype", "valueCodeableConcept",
      FHIRCode.concept(FHIRCode.diseases, FOXP3Gene.mondo, text: FOXP3Gene.disease))
  }

  private var inheritance: JSONValue {
    FHIRCode.component(
      FHIRCode.own("condition-inheritance"), "valueCodeableConcept",
      FHIRCode.concept(FHIRCode.phenotypes, "HP:0001419", "X-linked recessive inheritance"))
  }

  /// ClinVar's stars, where a row of this very allele decides and ClinVar's class is the one that is
  /// reported: they say nothing of another class.
  private func evidenceLevel(_ classified: ClassifiedVariant) -> JSONValue? {
    guard classified.source == .curated || classified.source == .lab,
      let row = classified.matchedRow,
      classified.evidence.contains(where: {
        $0.relation == .sameAllele && $0.row == row && $0.decides
      }),
      row.clinVarClass.lowercased() == FHIRReport.clinVarWords(classified.clinicalClass),
      let stars = row.clinVarStars, (0...4).contains(stars)
    else { return nil }
    return FHIRCode.component(
      "93044-6", "Level of evidence", "valueCodeableConcept",
      FHIRCode.concept(
        FHIRCode.codeSystem("clinvar-evidence-level-custom-cs"),
        stars == 0 ? "no-star" : "\(stars)-star"))
  }

  private static func clinVarWords(_ clinicalClass: ClinicalClass) -> String {
    clinicalClass == .uncertain ? "uncertain significance" : clinicalClass.words
  }

  private func implicationNotes(_ classified: ClassifiedVariant) -> [JSONValue] {
    let met = classified.rules?.results.filter { $0.strength != nil } ?? []
    return met.map { FHIRReport.codedNote(FHIRCode.text($0.code), $0.fact) }
      + classified.disagreements.map {
        FHIRReport.codedNote(FHIRCode.text("Disagreement"), $0)
      }
  }

  private func citation(_ identifier: String) -> JSONValue? {
    guard let address = Citations.address(pubMed: identifier) else { return nil }
    return [
      "url": "http://hl7.org/fhir/StructureDefinition/workflow-relatedArtifact",
      "valueRelatedArtifact": [
        "type": "citation", "label": "PMID \(identifier)", "url": .string(address),
      ],
    ]
  }
}
