import Genome

/// Two proteins side by side, each with its stop as the last residue where it has one.
///
/// In-frame changes are named from the codons touched and then trimmed; changes of frame from the
/// first residue that differs (HGVS, protein: frame shift, extension). Whatever puts a stop in the
/// place of a residue is nonsense, and residues put in before the stop are an extension (HGVS,
/// protein: insertion, duplication, deletion-insertion).
struct ProteinComparison {
  let reference: [AminoAcid]
  let alternate: [AminoAcid]
  let edit: TranscriptEdit

  func change() -> ProteinChange {
    guard let difference = firstDifference else { return unchanged() }
    let stopIsLost = alternate.count > difference && reference[difference] == .stop
    if stopIsLost && !keepsStop { return extended(at: difference) }
    if edit.shiftsFrame || stopReadThrough { return outOfFrame(at: difference) }
    return inFrame(at: difference)
  }

  /// 0-based index of the first residue that differs.
  private var firstDifference: Int? {
    let common = min(reference.count, alternate.count)
    for index in 0..<common where reference[index] != alternate[index] { return index }
    return reference.count == alternate.count ? nil : common
  }

  /// The stop codon itself is touched and translation runs past it: HGVS names a deletion that
  /// takes the stop along as a frame shift. A stop among the bases put in ends it before.
  private var stopReadThrough: Bool {
    guard edit.touchesStopCodon, !keepsStop else { return false }
    guard let stopResidue else { return true }
    let keptOfCoding = max(0, edit.map.codingEnd - edit.end)
    let oldEnd = edit.start - 1 + edit.inserted.count + keptOfCoding
    return edit.map.codingStart - 1 + stopResidue * 3 > oldEnd
  }

  /// The stop codon is touched and another one ends the protein before its place.
  private var movesStop: Bool { edit.touchesStopCodon && !keepsStop && stopResidue != nil }

  /// Residues with the stop, had only whole codons come or gone.
  private var expectedCount: Int { reference.count + edit.lengthChange / 3 }

  private var keepsStop: Bool { !edit.shiftsFrame && stopResidue == expectedCount }

  private var stopResidue: Int? { alternate.last == .stop ? alternate.count : nil }

  private func unchanged() -> ProteinChange {
    if edit.touchesStartCodon { return made(.unchanged, 1, 1, named(1) + "=") }
    let window = CodonWindow(edit)
    let changed = window == nil ? changedCodons : nil
    let first = min(changed?.lowerBound ?? window?.firstCodon ?? reference.count, reference.count)
    let last = min(max(changed?.upperBound ?? window?.lastCodon ?? first, first), reference.count)
    return made(.unchanged, first, last, place(first, last) + "=")
  }

  /// First to last codon with other bases, up to the stop; `nil` where all are the same.
  private var changedCodons: ClosedRange<Int>? {
    let begin = edit.map.codingStart - 1
    let before = edit.map.spliced.bytes[begin...]
    let after = edit.edited.bytes[begin...]
    let changed = (1...reference.count).filter { number in
      let codon = (begin + number * 3 - 3)..<(begin + number * 3)
      return before[codon] != after[codon]
    }
    guard let first = changed.first, let last = changed.last else { return nil }
    return first...last
  }

  private func extended(at index: Int) -> ProteinChange {
    made(.extension_, index + 1, index + 1, extensionText(at: index))
  }

  private func extensionText(at index: Int) -> String {
    let end = stopResidue.map { String($0 - index - 1) } ?? "?"
    return "\(named(index + 1))\(alternate[index].threeLetters)extTer\(end)"
  }

  private func outOfFrame(at index: Int) -> ProteinChange {
    // The transcript ends before a stop: what becomes of the protein is not known.
    guard index < alternate.count else { return made(.frameshift, index + 1, index + 1, "?") }
    if alternate[index] == .stop { return nonsense(at: index) }
    let end = stopResidue.map { String($0 - index) } ?? "?"
    let text = "\(named(index + 1))\(alternate[index].threeLetters)fsTer\(end)"
    return made(.frameshift, index + 1, index + 1, text)
  }

  private func nonsense(at index: Int, alias: String? = nil) -> ProteinChange {
    made(.nonsense, index + 1, index + 1, named(index + 1) + "Ter", alias: alias)
  }

  private func inFrame(at difference: Int) -> ProteinChange {
    if movesStop { return upToStop(from: difference) }
    // Bases behind the stop are replaced too: the residues before it tell the change.
    guard let window = CodonWindow(edit) else {
      return keepsStop && edit.lengthChange == 0
        ? upToStop(from: difference) : outOfFrame(at: difference)
    }
    var old = window.referenceResidues[...]
    var new = window.alternateResidues[...]
    var first = window.firstCodon
    while let a = old.first, let b = new.first, a == b {
      old = old.dropFirst()
      new = new.dropFirst()
      first += 1
    }
    while let a = old.last, let b = new.last, a == b {
      old = old.dropLast()
      new = new.dropLast()
    }
    return preferred(named(old: Array(old), new: Array(new), first: first), at: difference)
  }

  /// The residues from the first difference up to the stop, which both proteins end with.
  private func upToStop(from difference: Int) -> ProteinChange {
    if alternate[difference] == .stop { return nonsense(at: difference) }
    var old = reference[difference...]
    var new = alternate[difference...]
    while let a = old.last, let b = new.last, a == b {
      old = old.dropLast()
      new = new.dropLast()
    }
    return named(old: Array(old), new: Array(new), first: difference + 1)
  }

  /// Nonsense and extension come before insertion, duplication and deletion-insertion, which stay
  /// aliases; a deletion up to the stop stays one.
  private func preferred(_ change: ProteinChange, at index: Int) -> ProteinChange {
    guard change.kind != .deletion, change.kind != .nonsense, index < alternate.count else {
      return change
    }
    if alternate[index] == .stop { return nonsense(at: index, alias: change.text) }
    guard reference[index] == .stop else { return change }
    return made(
      change.kind, index + 1, index + 1, extensionText(at: index), alias: change.text)
  }

  private func named(old: [AminoAcid], new: [AminoAcid], first: Int) -> ProteinChange {
    let last = first + old.count - 1
    let letters = spelled(new)
    if old.isEmpty { return inserted(new, at: first) }
    if new.isEmpty { return deleted(count: old.count, at: first) }
    if old.count == 1, new.count == 1 || new.first == .stop {
      let kind: ProteinChange.Kind = new.first == .stop ? .nonsense : .substitution
      return made(kind, first, last, named(first) + letters)
    }
    return made(.deletionInsertion, first, last, place(first, last) + "delins" + letters)
  }

  /// New residues up to and including the first stop.
  private func spelled(_ residues: [AminoAcid]) -> String {
    let end = residues.firstIndex(of: .stop) ?? residues.endIndex - 1
    return residues[...end].map(\.threeLetters).joined()
  }

  /// Shifted towards the C-terminus as far as the protein stays the same.
  private func deleted(count: Int, at position: Int) -> ProteinChange {
    let first = ResidueShift(protein: reference).deletion(of: count, at: position)
    return made(.deletion, first, first + count - 1, place(first, first + count - 1) + "del")
  }

  private func inserted(_ residues: [AminoAcid], at position: Int) -> ProteinChange {
    let shift = ResidueShift(protein: reference)
    let (new, next) = shift.insertion(of: residues, before: position)
    if shift.repeats(new, before: next) {
      let first = next - new.count
      return made(.duplication, first, next - 1, place(first, next - 1) + "dup")
    }
    let letters = spelled(new)
    return made(
      .insertion, next - 1, next, "\(named(next - 1))_\(named(next))ins\(letters)")
  }

  private func made(
    _ kind: ProteinChange.Kind, _ first: Int, _ last: Int, _ text: String, alias: String? = nil
  ) -> ProteinChange {
    // Bases behind the stop, which such a change takes too, make the protein no shorter.
    let expected = edit.isWithinCoding ? expectedCount : reference.count
    let isNew = edit.shiftsFrame || (stopResidue ?? Int.max) < expected
    return ProteinChange(
      kind: kind, first: first, last: last, text: text, stopResidue: stopResidue,
      keepsStop: keepsStop,
      hasNewStop: kind != .unchanged && stopResidue != nil && isNew, otherText: alias)
  }

  /// Residue by 1-based number; unknown past the end.
  private func residue(_ number: Int) -> AminoAcid {
    number >= 1 && number <= reference.count ? reference[number - 1] : .unknown
  }

  private func named(_ number: Int) -> String { "\(residue(number).threeLetters)\(number)" }

  private func place(_ first: Int, _ last: Int) -> String {
    first == last ? named(first) : "\(named(first))_\(named(last))"
  }
}
