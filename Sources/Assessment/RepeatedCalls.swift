import Flow
import Genome

/// Records that speak of one allele a second time. Of two that may stand by themselves, where one has
/// the reference nothing is confirmed; where both have the allele and one of them on a part of the
/// copies, it is there and the copies are open.
struct RepeatedCalls {
  private struct Spelling: Hashable {
    let position: Int
    let reference: String
    let alternate: String
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

  private var bySpelling: [Spelling: [Call]] = [:]
  private var byChange: [NormalisedVariant.Change: [Call]] = [:]

  init(input: SampleInput, confidence: CallConfidence) {
    addSpellings(input, confidence)
    addChanges(input, confidence)
  }

  /// Every allele of every record as it is spelled, those the sample does not carry among them.
  private mutating func addSpellings(_ input: SampleInput, _ confidence: CallConfidence) {
    let places = RepeatedCalls.repeated(input.records)
    for record in input.records
    where places.contains(record.position) && !record.isReferenceBlock {
      guard let call = input.call(at: record), let genotype = call.genotype,
        !genotype.hasMissing, RepeatedCalls.stands(call, genotype, record, confidence)
      else { continue }
      for index in record.alternates.indices {
        bySpelling[RepeatedCalls.spelling(record, index), default: []].append(
          Call(record: record.number, genotype: genotype, extent: Extent(genotype, index + 1)))
      }
    }
  }

  /// Positions of more than one record.
  private static func repeated(_ records: [ReadRecord]) -> Set<Int> {
    var met: Set<Int> = []
    return Set(records.map(\.position).filter { !met.insert($0).inserted })
  }

  /// The alleles that the sample carries, whatever their spelling.
  private mutating func addChanges(_ input: SampleInput, _ confidence: CallConfidence) {
    for variant in input.variants {
      let normalised = variant.annotated.normalised
      guard normalised.parts.count == 1, case .sequence = normalised.change else { continue }
      let part = normalised.parts[0]
      guard let call = input.call(at: part.record), let genotype = call.genotype,
        RepeatedCalls.stands(call, genotype, part.record, confidence)
      else { continue }
      byChange[normalised.change, default: []].append(
        Call(
          record: part.record.number, genotype: genotype,
          extent: Extent(genotype, part.alleleIndex)))
    }
  }

  /// Why the call of `part` is not confirmed, as a clause; `nil` where nothing contradicts it.
  func doubt(_ part: ReadVariant, _ change: NormalisedVariant.Change) -> String? {
    others(part, change).first { $0.extent == .none }.map {
      "another record of the same allele says \($0.genotype.text)"
    }
  }

  /// Why it is open how many copies carry the allele, as a sentence.
  func openCopies(
    _ part: ReadVariant, _ genotype: Genotype, _ change: NormalisedVariant.Change
  ) -> String? {
    let own = Extent(genotype, part.alleleIndex)
    return others(part, change).first { $0.extent != .none && $0.extent != own }.map {
      "Another record of the same allele says \($0.genotype.text)."
    }
  }

  private func others(_ part: ReadVariant, _ change: NormalisedVariant.Change) -> [Call] {
    let spelling = RepeatedCalls.spelling(part.record, part.alleleIndex - 1)
    return ((bySpelling[spelling] ?? []) + (byChange[change] ?? [])).filter {
      $0.record != part.record.number
    }
  }

  private static func spelling(_ record: ReadRecord, _ index: Int) -> Spelling {
    Spelling(
      position: record.position, reference: record.reference.uppercased(),
      alternate: record.alternates[index].uppercased())
  }

  private static func stands(
    _ call: SampleCall, _ genotype: Genotype, _ record: ReadRecord, _ confidence: CallConfidence
  ) -> Bool {
    genotype.isHomozygousReference
      ? confidence.doubts(ofReference: call, in: record).isEmpty
      : confidence.isConfirmed(call, in: record)
  }
}
