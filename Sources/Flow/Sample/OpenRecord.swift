/// A record of the gene that lists alternates and leaves open whether the sample carries them: its
/// genotype is missing, or a part of it is and the rest is reference; or the reads show an alternate that
/// the genotype has not.
public struct OpenRecord: Sendable, Hashable {
  public var contig: String
  /// POS, 1-based.
  public var position: Int
  public var reference: String
  public var alternates: [String]
  /// As `./.`; `nil` where the record has no GT.
  public var genotype: String?
  /// What reads say beside the genotype, as a clause; `nil` where none do.
  public var contradiction: String?
  /// Names and classes of the alternates that are open, as `c.1189C>T p.(Arg397Trp) (pathogenic)`; of those that have a name.
  public var names: [String]
  /// One of them is pathogenic or likely so, or held so by a row that does not decide.
  public var isHarmful: Bool
  /// The sample is called with REF, which is, or may be, exchanged with ALT; the names are of what REF tells.
  public var isExchanged = false

  /// As `chrX:49251441 G>A`.
  public var spelling: String {
    ReadRecord.spelling(contig, position, reference, alternates)
  }

  public init(
    contig: String, position: Int, reference: String, alternates: [String], genotype: String?,
    contradiction: String? = nil, names: [String] = [], isHarmful: Bool = false
  ) {
    self.contig = contig
    self.position = position
    self.reference = reference
    self.alternates = alternates
    self.genotype = genotype
    self.contradiction = contradiction
    self.names = names
    self.isHarmful = isHarmful
  }
}
