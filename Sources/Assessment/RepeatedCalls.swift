import Flow
import Genome

/// Records that speak of one allele a second time. Where two that may stand by themselves disagree,
/// none of them settles anything.
struct RepeatedCalls {
  private struct Spelling: Hashable {
    let position: Int
    let reference: String
    let alternate: String
  }

  private struct Call {
    let record: Int
    let genotype: Genotype
    let copies: Int
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
          Call(record: record.number, genotype: genotype, copies: genotype.copies(of: index + 1)))
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
          copies: genotype.copies(of: part.alleleIndex)))
    }
  }

  /// Why the call of `part` is not confirmed, as a clause; `nil` where nothing contradicts it.
  func doubt(
    _ part: ReadVariant, _ genotype: Genotype, _ change: NormalisedVariant.Change
  ) -> String? {
    let copies = genotype.copies(of: part.alleleIndex)
    let spelling = RepeatedCalls.spelling(part.record, part.alleleIndex - 1)
    let calls = (bySpelling[spelling] ?? []) + (byChange[change] ?? [])
    let other = calls.first { $0.record != part.record.number && $0.copies != copies }
    return other.map { "another record of the same allele says \($0.genotype.text)" }
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
