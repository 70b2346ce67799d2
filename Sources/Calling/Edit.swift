import Genome

/// A change that reads suggest: the bases of a stretch give way to others. An insertion has an empty
/// stretch, before whose start it stands.
struct Edit: Sendable, Hashable {
  /// 1-based.
  var interval: Interval
  /// Codes of the new bases.
  var replacement: [UInt8]

  var isSubstitution: Bool { interval.count == replacement.count }

  /// Length changed, in bases.
  var size: Int { max(interval.count, replacement.count) }
}
