import Flow
import Genome
import Nomenclature

/// Records that speak of one allele a second time, however they spell it. Of two that may stand by
/// themselves, where one has the reference nothing is confirmed; where both have the allele and one of
/// them on a part of the copies, it is there and the copies are open.
struct RepeatedCalls {
  /// An allele that is not made of bases, as `<DEL>`.
  private struct Symbol: Hashable {
    let position: Int
    let end: Int
    let reference: String
    let alternate: String
  }

  private enum Key: Hashable {
    case bases(SequenceChange)
    case symbol(Symbol)
  }

  private struct Call {
    let record: Int
    let genotype: Genotype
    let extent: Extent
  }

  private enum Extent {
    case none
    case some
    case all

    init(_ genotype: Genotype, _ allele: Int) {
      let copies = genotype.copies(of: allele)
      self = copies == 0 ? .none : copies == genotype.ploidy ? .all : .some
    }
  }

  private let locus: Locus
  private let confidence: CallConfidence
  private let blocks: CoveringBlocks
  private var calls: [Key: [Call]] = [:]

  init(input: SampleInput, locus: Locus, confidence: CallConfidence) {
    self.locus = locus
    self.confidence = confidence
    blocks = CoveringBlocks(input: input, confidence: confidence)
    addCarried(input)
    addOthers(input)
  }

  /// The alleles that the sample carries.
  private mutating func addCarried(_ input: SampleInput) {
    for variant in input.variants {
      let normalised = variant.annotated.normalised
      for part in normalised.parts {
        guard let call = input.call(at: part.record), let genotype = call.genotype,
          genotype.carries(part.alleleIndex)
        else { continue }
        let standing = standing(call, part).map { [$0] } ?? []
        for key in keys(part, normalised) { calls[key, default: []] += standing }
      }
      addJoined(normalised, input)
    }
  }

  /// What is joined from parts, as the one allele that another record may tell whole: on every copy only where each part is.
  private mutating func addJoined(_ normalised: NormalisedVariant, _ input: SampleInput) {
    guard normalised.isJoined, let change = normalised.sequenceChange else { return }
    let standing = normalised.parts.compactMap { part in
      input.call(at: part.record).flatMap { self.standing($0, part) }
    }
    guard standing.count == normalised.parts.count,
      let call = standing.first(where: { $0.extent != .all }) ?? standing.first
    else { return }
    calls[.bases(change), default: []].append(call)
  }

  /// Alleles of other records that are the same as one that the sample carries, by the record's text or
  /// by what it changes.
  private mutating func addOthers(_ input: SampleInput) {
    let carried = calls.keys.compactMap { key -> SequenceChange? in
      if case .bases(let change) = key { change } else { nil }
    }
    for record in input.records where !record.isReferenceBlock {
      guard let call = input.call(at: record), call.genotype?.hasMissing == false else { continue }
      for index in record.alternates.indices {
        let part = ReadVariant(record: record, alleleIndex: index + 1)
        guard call.genotype?.carries(index + 1) == false,
          let key = keys(part, near: carried).first(where: { calls[$0] != nil }),
          let other = standing(call, part)
        else { continue }
        calls[key]?.append(other)
      }
    }
  }

  private func standing(_ call: SampleCall, _ part: ReadVariant) -> Call? {
    guard let genotype = call.genotype, confidence.stands(call, in: part.record) else {
      return nil
    }
    return Call(
      record: part.record.number, genotype: genotype, extent: Extent(genotype, part.alleleIndex))
  }

  /// Why the call of `part` is not confirmed, as a clause; `nil` where nothing contradicts it.
  func doubt(_ part: ReadVariant, _ normalised: NormalisedVariant) -> String? {
    if let other = others(part, normalised).first(where: { $0.extent == .none }) {
      return "another record of the same allele says \(other.genotype.text)"
    }
    guard let change = change(part, normalised),
      let block = blocks.reference(over: change, beside: part.record)
    else { return nil }
    return "the record of the reference at \(block.record.contig):\(block.record.position) says "
      + "\(block.genotype.text) of the same place"
  }

  /// Why it is open how many copies carry the allele, as a sentence.
  func openCopies(
    _ part: ReadVariant, _ genotype: Genotype, _ normalised: NormalisedVariant
  ) -> String? {
    let own = Extent(genotype, part.alleleIndex)
    return others(part, normalised).first { $0.extent != .none && $0.extent != own }.map {
      "Another record of the same allele says \($0.genotype.text)."
    }
  }

  /// Of what is joined from parts, beside a record that tells it whole.
  func openCopies(ofJoined normalised: NormalisedVariant) -> String? {
    guard normalised.isJoined, let change = normalised.sequenceChange else { return nil }
    let parts = Set(normalised.parts.map(\.record.number))
    let told = calls[.bases(change)] ?? []
    guard let own = told.first(where: { parts.contains($0.record) }) else { return nil }
    return told.first {
      !parts.contains($0.record) && $0.extent != .none && $0.extent != own.extent
    }.map { "A record of the whole allele says \($0.genotype.text)." }
  }

  private func others(_ part: ReadVariant, _ normalised: NormalisedVariant) -> [Call] {
    keys(part, normalised).flatMap { calls[$0] ?? [] }.filter { $0.record != part.record.number }
  }

  /// By what it changes, and a symbol by its text too.
  private func keys(_ part: ReadVariant, _ normalised: NormalisedVariant) -> [Key] {
    let change = change(part, normalised).map(Key.bases)
    let symbol = part.alternate.hasPrefix("<") || change == nil ? symbol(part) : nil
    return [change, symbol].compactMap { $0 }
  }

  /// Of a joined variant each part has its own.
  private func change(
    _ part: ReadVariant, _ normalised: NormalisedVariant
  ) -> SequenceChange? {
    normalised.isJoined
      ? spelled(part)?.leftAligned(on: locus) : normalised.sequenceChange
  }

  /// No bases where they can be none of `carried`: the left-aligned spelling is the lowest one.
  private func keys(_ part: ReadVariant, near carried: [SequenceChange]) -> [Key] {
    guard let change = spelled(part) else { return [symbol(part)] }
    let growth = change.alternate.count - change.reference.count
    let isNear = carried.contains {
      $0.alternate.count - $0.reference.count == growth && $0.start <= change.interval.end + 1
        && (growth != 0 || change.start <= $0.interval.end)
    }
    return (isNear ? [.bases(change.leftAligned(on: locus))] : [])
      + (part.alternate.hasPrefix("<") ? [symbol(part)] : [])
  }

  /// `<DEL>` with exact ends is the deletion of their bases.
  private func spelled(_ part: ReadVariant) -> SequenceChange? {
    let record = part.record
    if part.alternate == "<DEL>", !record.isImprecise {
      let deleted = Interval(record.position + 1, record.end)
      return StructuralChange(kind: .deletion, interval: deleted).allele(on: locus)
    }
    return part.spelledChange
  }

  private func symbol(_ part: ReadVariant) -> Key {
    .symbol(
      Symbol(
        position: part.record.position, end: part.record.end,
        reference: part.record.reference.uppercased(), alternate: part.alternate.uppercased()))
  }
}

extension CallConfidence {
  /// Whether a call may stand by itself, as one of the reference or of an alternate.
  func stands(_ call: SampleCall, in record: ReadRecord) -> Bool {
    call.genotype?.isHomozygousReference == true
      ? doubts(ofReference: call, in: record).isEmpty : isConfirmed(call, in: record)
  }
}
