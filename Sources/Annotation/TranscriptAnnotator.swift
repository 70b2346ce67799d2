import Flow
import Genome
import Nomenclature

/// Says what a change does to one transcript.
struct TranscriptAnnotator {
  let map: TranscriptMap
  let order: ConsequenceOrder
  let regions: [ProteinRegion]

  /// `change` is trimmed and left-aligned: 3'-most on the transcript, as its HGVS name.
  func annotation(of change: SequenceChange) -> TranscriptAnnotation {
    if let structure = map.structure(of: change) {
      var annotation = annotation(of: structure)
      if annotation.codingName != nil { annotation.codingName = map.codingName(of: change) }
      return annotation
    }
    let edit = TranscriptEdit(change, on: map)
    let protein = edit?.proteinChange()
    let terms = order.sorted(self.terms(change, edit, protein))
    var annotation = empty(terms)
    guard map.transcript.extent.overlaps(change.interval.withNeighbours) else { return annotation }
    let numbering = FeatureNumbering(transcript: map.transcript)
    annotation.exon = numbering.exon(change.interval)
    annotation.wholeExons = StructuralRule(map: map).exons(within: change.interval)
    annotation.intron = numbering.intron(change.interval)
    annotation.codingName = map.codingName(of: change)
    annotation.proteinName = protein?.name
    annotation.proteinAliases = protein?.aliases ?? []
    annotation.spliceDistance = numbering.spliceDistance(change.interval)
    if let edit { add(VEPColumns(edit: edit), to: &annotation) }
    // A stop is foretold only where the messenger RNA is.
    if let edit, let protein, !map.repeatsAcceptor(change) {
      annotation.decay = DecayRule.prediction(protein, edit)
    }
    annotation.regions = regionNames(edit)
    return annotation
  }

  /// A change known by its ends only: no codons, no protein name.
  func annotation(of change: StructuralChange) -> TranscriptAnnotation {
    var annotation = empty(order.sorted(StructuralRule(map: map).terms(change)))
    guard map.transcript.extent.overlaps(change.interval) else { return annotation }
    let numbering = FeatureNumbering(transcript: map.transcript)
    annotation.exon = numbering.exon(change.interval)
    annotation.wholeExons = StructuralRule(map: map).exons(within: change.interval)
    annotation.intron = numbering.intron(change.interval)
    if map.codingPosition(of: change.interval.end) != nil,
      map.codingPosition(of: change.interval.start) != nil
    {
      let place = UncertainEnds.text(change, isReversed: true) { position in
        map.codingPosition(of: position).map { "\($0)" } ?? "?"
      }
      annotation.codingName = "c.\(place)\(UncertainEnds.operation(change))"
    }
    return annotation
  }

  private func terms(
    _ change: SequenceChange, _ edit: TranscriptEdit?, _ protein: ProteinChange?
  ) -> Set<ConsequenceTerm> {
    let place = PlaceRule(map: map)
    let touched = change.interval
    if let flank = place.flankTerm(touched) { return [flank] }
    if place.removesTranscript(touched), change.alternate.count < change.reference.count {
      return [.transcriptAblation]
    }
    return SpliceRule(transcript: map.transcript).terms(touched)
      .union(place.untranslatedTerms(touched, edit))
      .union(CodingRule(map: map).terms(touched, edit, protein))
  }

  private func empty(_ terms: [ConsequenceTerm]) -> TranscriptAnnotation {
    TranscriptAnnotation(
      transcript: map.transcript.accession, protein: map.transcript.protein,
      ensemblAlias: map.transcript.ensemblAlias, isManeSelect: map.transcript.isManeSelect,
      consequences: terms, impact: terms.first.map(order.impact) ?? .modifier)
  }

  private func add(_ columns: VEPColumns, to annotation: inout TranscriptAnnotation) {
    annotation.cDNAPosition = columns.cDNAPosition
    annotation.codingPosition = columns.codingPosition
    annotation.proteinPosition = columns.proteinPosition
    annotation.aminoAcids = columns.aminoAcids
    annotation.codons = columns.codons
  }

  /// Regions are numbered on NP_054728.2; the shorter isoform's residues are not placed on them.
  private func regionNames(_ edit: TranscriptEdit?) -> [String] {
    guard map.transcript.isManeSelect, let residues = edit?.residues else { return [] }
    return regions.filter { residues.overlaps($0.first...$0.last) }.map(\.name)
  }
}
