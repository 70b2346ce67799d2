public import Genome

/// Finds the nucleotide changes that give a protein name: every other codon of the residue named,
/// and short deletions, duplications and one-base insertions around it.
public struct ProteinNameSearch {
  private let map: TranscriptMap

  public init(map: TranscriptMap) { self.map = map }

  /// Longest deletion or duplication tried, in bases.
  static let longest = 30

  /// Changes in transcript order, substitutions of one base first. `name` is canonical
  /// (`ProteinNameText`); a frame shift without its end (`Glu243fs`) matches any end.
  public func changes(for name: String) -> [SequenceChange] {
    let numbers = name.split { !$0.isNumber }.compactMap { Int($0) }
    guard let first = numbers.first, first >= 1, first * 3 <= map.codingEnd - map.codingStart + 1
    else { return [] }
    let codonStart = map.codingStart + (first - 1) * 3
    var found: [SequenceChange] = []
    var seen: Set<SequenceChange> = []
    for change in codonChanges(codonStart) + lengthChanges(around: codonStart) {
      let shifted = change.leftAligned(on: map.locus)
      guard !shifted.isNone, gives(name, shifted), seen.insert(shifted).inserted else { continue }
      found.append(shifted)
    }
    return found
  }

  /// Whether the change gives the protein that a canonical name tells, by any of its spellings: a frame
  /// shift also without its end (`Glu243fs`), a lost stop also without its extension (`Ter432Arg`).
  public func gives(_ name: String, _ change: SequenceChange) -> Bool {
    guard let protein = TranscriptEdit(change, on: map)?.proteinChange() else { return false }
    switch protein.kind {
    case .startLost: return name == "Met1?" || name == newFirstResidue(change)
    case .frameshift:
      guard let end = protein.text.firstRange(of: "fs")?.lowerBound else { return false }
      let new = protein.text[..<end]
      return [protein.text, new + "fs", new.dropLast(3) + "fs"].contains(name)
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
    return change(
      at: codonStart + first, removing: last - first + 1, inserting: Array(codon[first...last]))
  }

  private func lengthChanges(around codonStart: Int) -> [SequenceChange] {
    let places = max(map.codingStart, codonStart - 3)...(codonStart + 3)
    return places.flatMap { place in
      let deletions = (1...Self.longest).compactMap {
        change(at: place, removing: $0, inserting: [])
      }
      // In frame the name's residue is the first of the copy.
      let duplications = (1...Self.longest).compactMap { duplication(of: $0, at: place + $0) }
      let insertions = Array("ACGT".utf8).compactMap {
        change(at: place, removing: 0, inserting: [$0])
      }
      return deletions + duplications + insertions
    } + shiftingDuplications(before: codonStart)
  }

  /// Out of frame the name's residue is the first that differs behind the copy: chance may keep two or three.
  private func shiftingDuplications(before codonStart: Int) -> [SequenceChange] {
    (max(map.codingStart, codonStart - 9)...(codonStart + 3)).flatMap { place in
      (1...Self.longest).filter { $0 % 3 != 0 }.compactMap { duplication(of: $0, at: place) }
    }
  }

  /// A second copy of the bases before a transcript position.
  private func duplication(of count: Int, at position: Int) -> SequenceChange? {
    let first = position - 1 - count
    guard first >= 0, position - 1 <= map.length else { return nil }
    return change(
      at: position, removing: 0, inserting: Array(map.spliced.bytes[first..<(position - 1)]))
  }

  /// At a transcript position; `nil` where the bases do not lie side by side in one exon.
  private func change(
    at position: Int, removing count: Int, inserting bases: [UInt8]
  ) -> SequenceChange? {
    let last = max(position, position + count - 1)
    guard let high = map.genomicPosition(ofTranscript: count == 0 ? position - 1 : position),
      let low = map.genomicPosition(ofTranscript: count == 0 ? position : last),
      high - low == (count == 0 ? 1 : count - 1)
    else { return nil }
    let stretch = count == 0 ? Interval(high, low) : Interval(low, high)
    guard let reference = map.locus.bases(in: stretch) else { return nil }
    return SequenceChange(
      start: stretch.start, reference: reference,
      alternate: BaseSequence(bases).reverseComplement)
  }
}
