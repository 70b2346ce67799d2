/// Whether the data show how many copies of the gene's parts there are. Deletions and duplications
/// themselves are among the variants.
public enum CopyNumberReading: Sendable, Hashable {
  /// What was compared with what, as a sentence.
  case assessed(basis: String)
  /// Why not, as a clause.
  case notAssessed(reason: String)

  /// The reason where a file of variants was read.
  public static let needsReads = "copy number needs reads; a variant file does not show it"

  public var isAssessed: Bool {
    if case .assessed = self { true } else { false }
  }

  public var sentence: String {
    switch self {
    case .assessed(let basis): basis
    case .notAssessed(let reason): "Copy number was not assessed: \(reason)."
    }
  }
}
