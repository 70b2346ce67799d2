import Flow
import Genome

/// `*` stands for a deletion of another record: the two have to say the same of how many copies have it.
struct SpanningAlleles {
  private let stars: [SampleVariant]
  private let carried: [SampleVariant]

  init(_ carried: [SampleVariant]) {
    stars = carried.filter {
      $0.classified.annotated.normalised.change == .notAssessable(.spanningDeletion)
        && $0.isConfirmed
    }
    self.carried = carried
  }

  /// `carried`, with the copies of a deletion left open that `*` contradicts.
  func settled() -> [SampleVariant] {
    guard !stars.isEmpty else { return carried }
    return carried.map { variant in
      guard let star = stars.first(where: { contradicts($0, variant) }),
        let record = star.classified.annotated.normalised.parts.first?.record
      else { return variant }
      let isEverywhere = star.zygosity == .homozygous
      var open = variant
      open.zygosity = .unknown
      open.zygosityNote =
        "The record at \(record.contig):\(record.position) says by * that the deletion is on "
        + "\(isEverywhere ? "every copy" : "one copy"), and its own record that it is on "
        + "\(isEverywhere ? "one" : "every one")."
      return open
    }
  }

  /// Where two deletions take the base, each can be the one of a copy.
  private func contradicts(_ star: SampleVariant, _ deletion: SampleVariant) -> Bool {
    guard let position = star.classified.annotated.normalised.parts.first?.record.position,
      [star.zygosity, deletion.zygosity].allSatisfy({ $0 == .heterozygous || $0 == .homozygous }),
      star.zygosity != deletion.zygosity
    else { return false }
    let base = Interval(position, position)
    return deletion.deletes(base)
      && DistinctAlleles.of(carried.filter { $0.deletes(base) }).count == 1
  }
}
