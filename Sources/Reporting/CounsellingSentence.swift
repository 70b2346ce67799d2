public import Flow
public import Genome

/// One sentence of the counselling text, and for whom it holds.
public struct CounsellingSentence: Sendable, Hashable {
  /// Topic and what it is about, as `family.carrier`; `CounsellingChoice` reads it.
  public var key: String
  /// `nil` holds for any.
  public var finding: Finding?
  public var completeness: Completeness?
  public var sex: Sex?
  public var text: String
  /// As `GeneReviews NBK1118 (PMID 20301297)`; empty or `ownSource` for our own.
  public var source: String

  /// What the counselling text names as source of a sentence that stands on no publication.
  static let ownSource = "this program"

  public init(
    key: String, finding: Finding? = nil, completeness: Completeness? = nil, sex: Sex? = nil,
    text: String, source: String = ""
  ) {
    self.key = key
    self.finding = finding
    self.completeness = completeness
    self.sex = sex
    self.text = text
    self.source = source
  }
}
