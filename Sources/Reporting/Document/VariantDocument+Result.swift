import Flow
import Genome

extension VariantDocument {
  /// `notes`: what is to be said of it besides.
  init(_ variant: SampleVariant, of result: SampleResult, notes: [String] = []) {
    let annotated = variant.classified.annotated
    let place = VariantPlace(annotated, provenance: result.provenance)
    let known = result.hasGenotypes
    self.init(
      assembly: place.assembly.rawValue, contig: place.contig, position: OrNull(place.position),
      reference: place.reference, alternate: place.alternate, filter: variant.filterText,
      genotype: OrNull(known ? variant.genotypeText : nil),
      zygosity: OrNull(known ? variant.zygosity.rawValue : nil),
      zygosityNote: OrNull(variant.zygosityNote), depth: OrNull(variant.depth),
      alleleFraction: OrNull(finite: variant.alleleFraction),
      genotypeQuality: OrNull(finite: variant.genotypeQuality), confirmed: variant.isConfirmed,
      unconfirmedReasons: variant.unconfirmedReasons,
      placements: annotated.placements.map(PlacementDocument.init),
      vrsIdentifier: OrNull(annotated.vrsIdentifier),
      transcripts: annotated.transcripts.map {
        TranscriptDocument($0, placement: annotated.placement)
      },
      classification: ClassificationDocument(
        variant.classified, isOfLongList: !known && result.variants.count > 500),
      structural: OrNull(annotated.normalised.structural),
      notAssessable: OrNull(annotated.normalised.obstacle),
      parts: annotated.normalised.isJoined ? annotated.normalised.parts.map(PartDocument.init) : [],
      joinReason: OrNull(present: annotated.normalised.joinReason), notes: annotated.notes + notes)
  }
}

extension VariantDocument.PartDocument {
  init(_ part: ReadVariant) {
    self.init(
      record: part.record.number, contig: part.record.contig, position: part.record.position,
      reference: part.record.reference, alternate: part.spelling)
  }
}

extension NormalisedVariant {
  fileprivate var structural: VariantDocument.StructuralDocument? {
    guard case .structural(let change) = change else { return nil }
    return VariantDocument.StructuralDocument(
      kind: change.kind.rawValue, interval: IntervalDocument(change.interval))
  }
}

extension PlacementDocument {
  init(_ placement: Placement) {
    self.init(
      assembly: placement.assembly.rawValue, position: placement.position,
      reference: placement.reference, alternate: placement.alternate,
      genomicName: placement.genomicName, spdi: OrNull(placement.spdi))
  }
}

extension TranscriptDocument {
  init(_ annotation: TranscriptAnnotation, placement: Placement?) {
    self.init(
      transcript: annotation.transcript, protein: annotation.protein,
      ensemblAlias: annotation.ensemblAlias, maneSelect: annotation.isManeSelect,
      consequences: annotation.consequences.map(\.rawValue), impact: annotation.impact.rawValue,
      exon: OrNull(annotation.exon), intron: OrNull(annotation.intron),
      codingName: OrNull(annotation.codingName),
      fullCodingName: OrNull(VariantName.coding(annotation, placement: placement)),
      proteinName: OrNull(annotation.proteinName),
      fullProteinName: OrNull(VariantName.protein(annotation)),
      proteinAliases: annotation.proteinAliases, cdnaPosition: OrNull(annotation.cDNAPosition),
      codingPosition: OrNull(annotation.codingPosition),
      proteinPosition: OrNull(annotation.proteinPosition),
      aminoAcids: OrNull(annotation.aminoAcids), codons: OrNull(annotation.codons),
      regions: annotation.regions, spliceDistance: OrNull(annotation.spliceDistance),
      decay: OrNull(annotation.decay.map(DecayDocument.init)))
  }
}

extension TranscriptDocument.DecayDocument {
  init(_ decay: DecayPrediction) {
    self.init(
      expected: decay.isExpected, stopResidue: decay.stopResidue, stopExon: decay.stopExon,
      basesBeforeLastJunction: decay.basesBeforeLastJunction)
  }
}

extension ClassificationDocument {
  /// `isOfLongList`: one of many sites without a sample; `foxp3 explain` gives the rest.
  init(_ classified: ClassifiedVariant, isOfLongList: Bool) {
    self.init(
      classification: classified.clinicalClass.rawValue,
      source: OrNull(classified.source == .none ? nil : classified.source.rawValue),
      reason: classified.reason, criteria: classified.criteria, points: OrNull(classified.points),
      curatedIdentifier: OrNull(classified.matchedRow?.identifier),
      pmids: Citations.pubMed(classified, where: \.isCarried),
      disagreements: classified.disagreements,
      evidence: classified.evidence.map(EvidenceDocument.init),
      spliceNotes: classified.spliceNotes,
      rules: OrNull(
        classified.rules.map { RulesDocument($0, metOnly: isOfLongList) }))
  }
}

extension RulesDocument {
  init(_ rules: RulesAssessment, metOnly: Bool) {
    let results = metOnly ? rules.results.filter { $0.strength != nil } : rules.results
    self.init(
      classification: rules.classByPoints.rawValue, points: rules.points,
      classificationByCombiningRules: rules.classByRules.rawValue,
      combiningRule: rules.combination, policyVersion: rules.policyVersion, notes: rules.notes,
      criteriaShown: metOnly ? "met" : "all",
      criteria: results.map { result in
        CriterionDocument(
          criterion: result.criterion.rawValue, code: result.code, outcome: result.outcomeName,
          strength: OrNull(result.strength?.rawValue), fact: result.fact,
          missing: OrNull(result.missing), caveats: result.caveats, sources: result.sources)
      })
  }
}

extension EvidenceDocument {
  init(_ evidence: TableEvidence) {
    let row = evidence.row
    self.init(
      identifier: row.identifier, ofLaboratory: evidence.isOfLaboratory,
      relation: evidence.relation.rawValue, codingName: row.codingName,
      proteinName: OrNull(evidence.rowProteinName), otherNames: row.otherNames,
      classification: row.clinicalClass.rawValue, classReason: row.classReason,
      basis: row.basis.rawValue, decides: evidence.decides,
      superseded: OrNull(present: row.superseded),
      mechanism: OrNull(present: row.mechanism),
      functionalEvidence: OrNull(present: row.functionalEvidence),
      patients: OrNull(present: row.patients), phenotype: OrNull(present: row.phenotype),
      pmids: row.pubMedIdentifiers,
      clinVar: ClinVarDocument(
        identifier: OrNull(present: row.clinVarIdentifier),
        classification: OrNull(present: row.clinVarClass), stars: OrNull(row.clinVarStars),
        date: OrNull(present: row.clinVarDate)),
      sources: row.sources, curatorNote: OrNull(present: row.curatorNote))
  }
}
