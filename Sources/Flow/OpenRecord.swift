/// A record of the gene that lists alternates and leaves open whether the sample carries them: its
/// genotype is missing, or a part of it is and the rest is reference.
public struct OpenRecord: Sendable, Hashable {
  public var contig: String
  /// POS, 1-based.
  public var position: Int
  public var reference: String
  public var alternates: [String]
  /// As `./.`; `nil` where the record has no GT.
  public var genotype: String?

  public init(
    contig: String, position: Int, reference: String, alternates: [String], genotype: String?
  ) {
    self.contig = contig
    self.position = position
    self.reference = reference
    self.alternates = alternates
    self.genotype = genotype
  }
}
