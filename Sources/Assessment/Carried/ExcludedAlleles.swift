import Flow
import Genome

/// Two alleles called on every copy that one chromosome can't carry: different insertions between the
/// same bases, or different bases in the place of one. As of two alleles in one record, it is open which
/// of them is there.
struct ExcludedAlleles {
  /// What only one allele of a chromosome can change.
  private enum Place: Hashable {
    case base(Int)
    /// Before this base.
    case gap(Int)
  }

  private let carried: [SampleVariant]
  private let byPlace: [Place: [Int]]

  init(_ carried: [SampleVariant]) {
    self.carried = carried
    var byPlace: [Place: [Int]] = [:]
    for index in carried.indices where carried[index].isOnEveryCopy {
      for place in ExcludedAlleles.places(carried[index]) {
        byPlace[place, default: []].append(index)
      }
    }
    self.byPlace = byPlace.filter { $0.value.count > 1 }
  }

  /// `carried`, with what excludes another one in conflict (in a female, whose copies are then open,
  /// unknown).
  func settled() -> [SampleVariant] {
    guard !byPlace.isEmpty else { return carried }
    return carried.indices.map { index in
      guard carried[index].isOnEveryCopy, let other = rival(of: index) else {
        return carried[index]
      }
      var open = carried[index]
      open.zygosity = open.zygosity == .hemizygous ? .conflict : .unknown
      open.zygosityNote =
        "Another record calls \(other.name) at the same place on every copy, and one chromosome can't carry "
        + "both: mosaicism, XXY, contamination or an artefact."
      return open
    }
  }

  private func rival(of index: Int) -> SampleVariant? {
    ExcludedAlleles.places(carried[index]).lazy.flatMap { byPlace[$0] ?? [] }
      .first { $0 != index && excludes(carried[$0], carried[index]) }.map { carried[$0] }
  }

  private func excludes(_ first: SampleVariant, _ second: SampleVariant) -> Bool {
    guard let one = first.change, let two = second.change, one != two else { return false }
    if one.isInsertion, two.isInsertion { return first.gap == second.gap }
    return one.differs(from: two)
  }

  private static func places(_ variant: SampleVariant) -> [Place] {
    guard let change = variant.change else { return [] }
    if let gap = variant.gap { return [.gap(gap)] }
    guard !change.isIndel else { return [] }
    return (change.start..<(change.interval.end + 1)).map(Place.base)
  }
}

extension SampleVariant {
  fileprivate var change: SequenceChange? { classified.annotated.normalised.sequenceChange }

  /// Of an insertion, the base before which its record puts it: in a repeat its name may stand elsewhere.
  fileprivate var gap: Int? {
    guard let written = classified.annotated.normalised.writtenChange, written.isInsertion else {
      return nil
    }
    return written.start
  }

  fileprivate var isOnEveryCopy: Bool {
    isConfirmed && (zygosity == .hemizygous || zygosity == .homozygous)
  }
}

extension SequenceChange {
  /// Whether both make something of one base, and not the same; nothing is told where bases are lost or
  /// come in, which a repeat leaves open.
  func differs(from other: SequenceChange) -> Bool {
    guard let shared = interval.intersection(other.interval), !shared.isEmpty else { return false }
    return (shared.start...shared.end).contains { position in
      guard let left = outcome(at: position), let right = other.outcome(at: position) else {
        return false
      }
      return left != right
    }
  }

  /// What becomes of a reference base; `nil` where bases are lost or come in.
  private func outcome(at position: Int) -> UInt8? {
    isIndel ? nil : alternate.bytes[position - start]
  }
}
