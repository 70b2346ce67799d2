public import Genome

/// Finds nucleotide changes that give a protein name: every other codon of the residue named, and short
/// deletions, duplications and insertions at it or before it. Longer ones and exchanges of several bases
/// for others may give the name too, so that what is found is never proven to be all.
public struct ProteinNameSearch {
  private let map: TranscriptMap

  public init(map: TranscriptMap) { self.map = map }

  /// Changes in transcript order, substitutions of one base first. `name` is canonical
  /// (`ProteinNameText`); a frame shift without its end (`Glu243fs`) matches any end.
  public func changes(for name: String) -> [SequenceChange] {
    guard let named = NamedResidues(name, of: map.protein) else { return [] }
    let codonStart = map.codingStart + (named.first - 1) * 3
    var found: [SequenceChange] = []
    var seen: Set<SequenceChange> = []
    for change in codonChanges(codonStart) + LengthChanges(map: map, named: named).all() {
      let shifted = change.leftAligned(on: map.locus)
      guard !shifted.isNone, seen.insert(shifted).inserted, gives(name, shifted) else { continue }
      found.append(shifted)
    }
    return found
  }

  /// Whether the change gives the protein that a canonical name tells, by any of its spellings: a frame
  /// shift also without its end (`Glu243fs`) or new residue (`Glu243fsTer11`), a lost stop also without its
  /// extension (`Ter432Arg`).
  public func gives(_ name: String, _ change: SequenceChange) -> Bool {
    guard let protein = TranscriptEdit(change, on: map)?.proteinChange() else { return false }
    switch protein.kind {
    case .startLost: return name == "Met1?" || name == newFirstResidue(change)
    case .frameshift:
      guard let end = protein.text.firstRange(of: "fs")?.lowerBound else { return false }
      let new = protein.text[..<end]
      return [protein.text, new + "fs", new.dropLast(3) + "fs"].contains(name)
        || name == new.dropLast(3) + protein.text[end...]
    case .extension_:
      guard let end = protein.text.firstRange(of: "ext")?.lowerBound else { return false }
      let new = protein.text[..<end]
      if name == new { return !change.isIndel }
      return [protein.text, protein.otherText, new + "ext", new + "extTer"].contains(name)
    default: return protein.text == name || protein.otherText == name
    }
  }

  /// `Met1Val` as papers write it, though what is translated then is not known.
  private func newFirstResidue(_ change: SequenceChange) -> String? {
    guard let window = TranscriptEdit(change, on: map).flatMap(CodonWindow.init),
      window.reference.count == 3, window.alternate.count == 3,
      let residue = window.alternateResidues.first
    else { return nil }
    return "Met1\(residue.threeLetters)"
  }

  /// All 63 other codons, those with one changed base first.
  private func codonChanges(_ codonStart: Int) -> [SequenceChange] {
    let bases = Array("ACGT".utf8)
    let codons = bases.flatMap { a in bases.flatMap { b in bases.map { [a, b, $0] } } }
    let present = Array(map.spliced.bytes[(codonStart - 1)..<(codonStart + 2)])
    let ranked = codons.map { codon in
      (codon: codon, changed: zip(codon, present).count { $0 != $1 })
    }
    return [1, 2, 3].flatMap { count in
      ranked.filter { $0.changed == count }.compactMap {
        exchange(at: codonStart, $0.codon)
      }
    }
  }

  /// The bases that differ alone: an intron may divide the codon.
  private func exchange(at codonStart: Int, _ codon: [UInt8]) -> SequenceChange? {
    let changed = codon.indices.filter { codon[$0] != map.spliced.bytes[codonStart - 1 + $0] }
    guard let first = changed.first, let last = changed.last else { return nil }
    return map.change(
      at: codonStart + first, removing: last - first + 1, inserting: Array(codon[first...last]))
  }
}

extension TranscriptMap {
  /// At a transcript position; `nil` where the bases do not lie side by side in one exon. An insertion between
  /// two exons stands behind the first.
  func change(
    at position: Int, removing count: Int, inserting bases: [UInt8]
  ) -> SequenceChange? {
    guard let stretch = count == 0 ? gap(before: position) : stretch(at: position, count),
      let reference = locus.bases(in: stretch)
    else { return nil }
    return SequenceChange(
      start: stretch.start, reference: reference,
      alternate: BaseSequence(bases).reverseComplement)
  }

  private func gap(before position: Int) -> Interval? {
    guard position <= length else { return nil }
    return genomicPosition(ofTranscript: position - 1).map { Interval($0, $0 - 1) }
  }

  private func stretch(at position: Int, _ count: Int) -> Interval? {
    guard let high = genomicPosition(ofTranscript: position),
      let low = genomicPosition(ofTranscript: position + count - 1), high - low == count - 1
    else { return nil }
    return Interval(low, high)
  }
}
