/// A file may tell one allele in two records, or one event whole and in pieces. All stay in the list of what the file
/// says; where alleles are counted or named they are one.
public struct DistinctAlleles: Sendable {
  /// For each variant the place of the one that stands for its allele: the first that is confirmed, else the first; of an
  /// event told whole and in pieces the one that is counted.
  private let leaders: [Int]
  private let followers: [Int: [Int]]

  public init(_ variants: [SampleVariant]) {
    var found: [NormalisedVariant.Change: Int] = [:]
    for (index, variant) in variants.enumerated() {
      guard let change = variant.allele else { continue }
      guard let known = found[change] else {
        found[change] = index
        continue
      }
      let isBetter =
        !variants[known].isConfirmed && variant.isConfirmed
        || variants[known].countedAs != nil && variant.countedAs == nil
      if isBetter { found[change] = index }
    }
    let leaders = variants.enumerated().map { index, variant in
      variant.allele.flatMap { found[$0] } ?? index
    }
    self.leaders = leaders
    followers = Dictionary(
      grouping: leaders.indices.filter { leaders[$0] != $0 }, by: { leaders[$0] })
  }

  /// Whether another record stands for the allele of the variant at `index`.
  public func isRepeat(_ index: Int) -> Bool { leaders[index] != index }

  /// Places of the other records of the allele that the variant at `index` stands for.
  public func repeats(of index: Int) -> [Int] { followers[index] ?? [] }

  /// Each allele once, in the order given.
  public static func of(_ variants: [SampleVariant]) -> [SampleVariant] {
    guard variants.count > 1 else { return variants }
    let alleles = DistinctAlleles(variants)
    return variants.indices.filter { !alleles.isRepeat($0) }.map { variants[$0] }
  }
}

extension SampleVariant {
  /// `nil` for what can't be assessed: two such records may differ in what their text leaves open.
  fileprivate var allele: NormalisedVariant.Change? {
    let change = countedAs ?? classified.annotated.normalised.change
    if case .notAssessable = change { return nil }
    return change
  }
}
