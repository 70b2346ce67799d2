import Genome

/// A larger deletion or duplication with what speaks for it.
struct StructuralCall: Sendable, Hashable {
  enum Filter: String, Sendable, CaseIterable, Hashable {
    case lowSupport = "LowSupport"
    case depthDisagrees = "DepthDisagrees"
    case sharedEnd = "SharedEnd"

    var description: String {
      switch self {
      case .lowSupport: "Too few split reads and pairs, and too small a change of depth"
      case .depthDisagrees: "Split reads show a change of copies, and the depth does not"
      case .sharedEnd:
        "A deletion and a duplication are shown at one place: what the reads go on with stands elsewhere too"
      }
    }
  }

  var isDeletion: Bool
  /// Bases deleted or duplicated, 1-based.
  var interval: Interval
  /// The bases deleted or duplicated, and new ones between, where every base is known.
  var edit: Edit?
  /// Whether split reads give the ends to the base.
  var isPrecise: Bool
  /// Bases by which the ends may lie elsewhere.
  var margin: Int
  /// Reads that go over the junction, pairs around it, and reads that go on as the reference does.
  var splitReads: Int
  var pairs: Int
  var referenceReads: Int
  /// Copies over the usual number, by depth; `nil` where it was not measured.
  var ratio: Double?
  /// Natural logarithm of the odds of the depth against the usual number of copies.
  var depthOdds: Double
  var filters: [Filter]
  /// Allele of each copy, 0 or 1.
  var genotype: [Int]
  /// Phred-scaled.
  var quality: Int
}
