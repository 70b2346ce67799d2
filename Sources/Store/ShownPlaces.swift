import Genome

/// The places that a sample's data show whatever is there: those of its own variants alone tell nothing
/// of how many samples could have had them.
struct ShownPlaces {
  /// Bases of the longest change that callers of small variants look for, with the base before it.
  static let longestChange = SequenceChange.longestSmall + 1

  private let stretches: [Interval]

  init(_ sample: StoredSample) {
    let own = sample.variants.compactMap(\.spelling?.interval)
    let shown = sample.proven.filter { !ShownPlaces.consists($0, of: own) }
    // Old records don't tell whether reference was listed. A file of variants alone proves no more of a
    // stretch than a record's own bases.
    let listsReference =
      sample.listsReference ?? shown.contains { $0.count > ShownPlaces.longestChange }
    stretches = listsReference ? shown : []
  }

  /// Whether a stretch of GRCh38 is shown, whole.
  func contain(_ stretch: Interval) -> Bool { stretches.contains { $0.contains(stretch) } }

  /// Whether the stretch is made up of nothing but variants.
  private static func consists(_ stretch: Interval, of variants: [Interval]) -> Bool {
    (stretch.start...stretch.end).allSatisfy { place in
      variants.contains { $0.start <= place && place <= $0.end }
    }
  }
}
