/// What the data say of one place of interest.
public enum SiteState: Sendable, Hashable {
  /// The very allele of the entry is carried.
  case alternateSeen
  /// Another allele is carried there.
  case otherAlternateSeen
  /// The reference is proven; the lowest depth over the place, where the file gives one.
  case referenceSeen(depth: Int?)
  /// There are data, but they don't settle it.
  case uncertain(reason: String)
  case notLookedAt(reason: String)

  /// The word used in documents.
  public var name: String {
    switch self {
    case .alternateSeen: "alternate_seen"
    case .otherAlternateSeen: "other_alternate_seen"
    case .referenceSeen: "reference_seen"
    case .uncertain: "uncertain"
    case .notLookedAt: "not_looked_at"
    }
  }

  /// Whether a negative may be concluded over this place.
  public var isSettled: Bool {
    switch self {
    case .alternateSeen, .otherAlternateSeen, .referenceSeen: true
    case .uncertain, .notLookedAt: false
    }
  }

  public var isReferenceSeen: Bool {
    if case .referenceSeen = self { true } else { false }
  }

  /// The lowest depth of a proven reference, where the file gives one.
  public var depth: Int? {
    if case .referenceSeen(let depth) = self { depth } else { nil }
  }

  public var reason: String? {
    switch self {
    case .uncertain(let reason), .notLookedAt(let reason): reason
    default: nil
    }
  }
}
