import Flow
import Genome
import Nomenclature

/// Says of variants that stay apart where they may, or on some chromosomes do, act together.
struct JoinNotes {
  /// Variants that are one by proof, or one alone.
  typealias Unit = [CarriedVariant]

  let map: TranscriptMap
  let proof: HaplotypeProof

  /// One sentence per pair of units; `units` in plus-strand order.
  func notes(_ units: [Unit]) -> [String] {
    let named = units.filter { $0.allSatisfy { $0.variant.sequenceChange != nil } }
    let effect = JointEffect(map: map)
    let outlines = named.map { changes($0).map(effect.outline) }
    return named.indices.flatMap { low in
      partners(low, outlines).compactMap { note(named, low, $0) }
    }
  }

  /// Units behind `low` that could act together with it. Outside the coding region only a direct
  /// neighbour can.
  private func partners(_ low: Int, _ outlines: [[JointEffect.Outline]]) -> [Int] {
    let own = outlines[low]
    let isCoding = own.contains { $0.codons != nil || $0.shiftsFrame }
    let end = own.map(\.interval.end).max() ?? 0
    return outlines.indices.dropFirst(low + 1).prefix { high in
      isCoding || outlines[high].contains { $0.interval.start <= end + 1 }
    }.filter { high in
      own.contains { left in outlines[high].contains { left.mayActTogether(with: $0) } }
    }
  }

  private func note(_ units: [Unit], _ low: Int, _ high: Int) -> String? {
    let first = units[low]
    let second = units[high]
    let relation = proof.relation(first[0], second[0])
    guard relation != .different else { return nil }
    if let codon = dividedCodon(first, second) {
      return "\(names([first, second])) change codon \(codon), which an intron divides: they are "
        + "named one by one, and if one chromosome carries both, neither name gives its residue."
    }
    let between = units[(low + 1)..<high].filter { unit in
      !isDifferent(unit, first) && !isDifferent(unit, second)
    }
    let certain = between.filter { isSame($0, first) || isSame($0, second) }
    let members = [first] + certain + [second]
    let whole = members.flatMap(changes).sorted { $0.stands(before: $1) }
    guard isApart(whole) else { return nil }
    let open = between.filter { !isSame($0, first) && !isSame($0, second) }
    if let chain = chain(whole, changes(first), changes(second)) {
      return sentence([first, second], chain, relation) + addition(open)
    }
    guard relation == .unknown || relation == .together,
      actsTogether(whole, changes(first), changes(second))
    else { return nil }
    return sentence(members, whole, relation) + addition(open)
  }

  /// Frame shifts of several exons, of which both units have one.
  private func chain(
    _ whole: [SequenceChange], _ first: [SequenceChange], _ second: [SequenceChange]
  ) -> FrameChain? {
    FrameChain.overIntrons(of: whole, on: map).first { chain in
      let members = chain.members.map { whole[$0] }
      return members.contains(where: first.contains) && members.contains(where: second.contains)
    }
  }

  private func sentence(
    _ units: [Unit], _ chain: FrameChain, _ relation: HaplotypeProof.Relation
  ) -> String {
    let frame = chain.isRestored ? "together they keep it" : "the second is read in another frame"
    return "\(names(units)) shift the reading frame in different exons, and "
      + (relation == .unknown ? "if one chromosome carries both, " : "on one chromosome ")
      + "\(frame): they are named one by one, and the protein would be \(chain.protein.name), which "
      + "neither name gives."
  }

  private func sentence(
    _ units: [Unit], _ whole: [SequenceChange], _ relation: HaplotypeProof.Relation
  ) -> String {
    let together = SequenceChange.combining(whole, on: map.locus).map { " (\(name($0)))" } ?? ""
    let names = names(units)
    return relation == .together
      ? "\(names): one chromosome carries them all and there they act together\(together), "
        + "another one carries only a part of them; they are named one by one."
      : "\(names) may stand on one chromosome and then act together\(together); the file's "
        + "phasing does not settle it."
  }

  private func addition(_ open: [Unit]) -> String {
    open.isEmpty ? "" : " What stands between them may belong to it too: \(names(open))."
  }

  private func dividedCodon(_ first: Unit, _ second: Unit) -> Int? {
    changes(first).lazy.flatMap { left in
      changes(second).lazy.compactMap { JointEffect(map: map).dividedCodon(left, $0) }
    }.first
  }

  /// Whether one group would hold changes of both units.
  private func actsTogether(
    _ whole: [SequenceChange], _ first: [SequenceChange], _ second: [SequenceChange]
  ) -> Bool {
    JointEffect(map: map).groups(whole).contains { group in
      let members = whole[group]
      return members.contains(where: first.contains) && members.contains(where: second.contains)
    }
  }

  private func isApart(_ changes: [SequenceChange]) -> Bool {
    zip(changes, changes.dropFirst()).allSatisfy { !$0.overlaps($1) }
  }

  private func isDifferent(_ first: Unit, _ second: Unit) -> Bool {
    proof.relation(first[0], second[0]) == .different
  }

  private func isSame(_ first: Unit, _ second: Unit) -> Bool {
    proof.relation(first[0], second[0]) == .same
  }

  private func changes(_ unit: Unit) -> [SequenceChange] {
    unit.compactMap(\.variant.writtenChange)
  }

  private func names(_ units: [Unit]) -> String {
    let names = units.flatMap(changes).map(name)
    return names.dropLast().joined(separator: ", ") + (names.count > 1 ? " and " : "")
      + (names.last ?? "")
  }

  private func name(_ change: SequenceChange) -> String {
    map.codingName(of: change) ?? map.locus.genomicName(of: change)
  }
}
