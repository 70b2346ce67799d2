/// Files of evidence from outside a sample.
public struct EvidenceFiles: Sendable, Hashable {
  /// A gnomAD sites file (`--frequencies`).
  public var frequencies: String?
  /// A file with prediction scores in INFO (`--scores`).
  public var scores: String?
  /// What a laboratory documents of one patient's case (`--case`).
  public var caseFile: String?

  public init(frequencies: String? = nil, scores: String? = nil, caseFile: String? = nil) {
    self.frequencies = frequencies
    self.scores = scores
    self.caseFile = caseFile
  }
}
