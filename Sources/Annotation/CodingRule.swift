import Genome
import Nomenclature

/// Terms for what a change does to the coding region, as the Sequence Ontology defines them.
struct CodingRule {
  let map: TranscriptMap

  func terms(
    _ touched: Interval, _ edit: TranscriptEdit?, _ protein: ProteinChange?
  ) -> Set<ConsequenceTerm> {
    guard let edit else {
      return touchesCodingExon(touched) ? [.codingSequence] : []
    }
    guard edit.touchesCoding, let protein else { return [] }
    guard edit.isWithinCoding, let window = CodonWindow(edit) else {
      return partly(edit, protein)
    }
    return within(edit, window, protein)
  }

  /// A change that reaches over a splice site can't be translated.
  private func touchesCodingExon(_ touched: Interval) -> Bool {
    map.transcript.exons.contains { exon in
      exon.intersection(map.transcript.coding).map { $0.overlaps(touched) } ?? false
    }
  }

  /// Coding and untranslated bases go together.
  private func partly(_ edit: TranscriptEdit, _ protein: ProteinChange) -> Set<ConsequenceTerm> {
    var terms: Set<ConsequenceTerm> = []
    if edit.touchesStartCodon {
      terms.insert(protein.kind == .startLost ? .startLost : .startRetained)
    }
    if edit.touchesStopCodon {
      terms.insert(
        protein.kind == .unchanged || isExchange(edit, protein) ? .stopRetained : .stopLost)
    }
    if isExchange(edit, protein) { terms.insert(.missense) }
    return terms
  }

  /// Residues are others, and start and stop as they were: as many bases come in as are replaced.
  private func isExchange(_ edit: TranscriptEdit, _ protein: ProteinChange) -> Bool {
    edit.lengthChange == 0 && protein.keepsStop
      && [.substitution, .deletionInsertion].contains(protein.kind)
  }

  private func within(
    _ edit: TranscriptEdit, _ window: CodonWindow, _ protein: ProteinChange
  ) -> Set<ConsequenceTerm> {
    var terms = stopTerms(edit, window, protein)
    if edit.touchesStartCodon, protein.kind == .unchanged { return [.startRetained] }
    if protein.kind == .startLost { terms.insert(.startLost) }
    if edit.shiftsFrame {
      terms.insert(.frameshift)
    } else if edit.lengthChange != 0 {
      let length = lengthTerm(edit, window)
      // Where the start is lost or the terminator alone is touched, that says it all.
      let isSaid = protein.kind == .startLost || window.referenceResidues.first == .stop
      terms.formUnion(isSaid ? length.subtracting([.proteinAltering]) : length)
    } else if terms.isEmpty {
      terms.insert(
        window.referenceResidues == window.alternateResidues ? .synonymous : .missense)
    }
    return terms
  }

  private func stopTerms(
    _ edit: TranscriptEdit, _ window: CodonWindow, _ protein: ProteinChange
  ) -> Set<ConsequenceTerm> {
    if protein.kind == .extension_ { return [.stopLost] }
    let holdsStop = window.alternateResidues.contains(.stop)
    // A stop brought in where the protein ends anyway takes the place of the old one.
    if protein.kind == .unchanged {
      return edit.touchesStopCodon || holdsStop ? [.stopRetained] : []
    }
    guard edit.touchesStopCodon else { return holdsStop ? [.stopGained] : [] }
    if protein.keepsStop { return [] }
    guard let stop = window.alternateResidues.firstIndex(of: .stop) else { return [.stopLost] }
    return window.firstCodon + stop < window.lastCodon ? [.stopGained] : [.stopRetained]
  }

  /// Whole codons won or lost: `inframe_insertion` and `inframe_deletion` where the other residues
  /// or codons stay, else `protein_altering_variant`; nothing where the new codons begin with a
  /// stop, which `stop_gained` has said.
  private func lengthTerm(
    _ edit: TranscriptEdit, _ window: CodonWindow
  ) -> Set<ConsequenceTerm> {
    let old = window.referenceResidues
    let new = window.alternateResidues
    let stops = new.contains(.stop) && !old.contains(.stop)
    if edit.lengthChange > 0 {
      if new.starts(with: old) { return [.inframeInsertion] }
      let endsAlike = new.suffix(old.count).elementsEqual(old)
      if stops && (new.first == .stop || endsAlike) { return [] }
      return [endsAlike ? .inframeInsertion : .proteinAltering]
    }
    if keepsCodons(window) { return [.inframeDeletion] }
    return stops && new.first == .stop ? [] : [.proteinAltering]
  }

  /// The remaining codons are the old ones without a stretch.
  private func keepsCodons(_ window: CodonWindow) -> Bool {
    let old = window.reference.bytes
    let new = window.alternate.bytes
    let trimmed = SequenceChange(
      start: 1, reference: window.reference, alternate: window.alternate
    ).trimmed()
    return old.starts(with: new) || old.suffix(new.count).elementsEqual(new)
      || trimmed.alternate.isEmpty
  }
}
