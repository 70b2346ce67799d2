public import Genome

/// A known disease position and what the data say of it.
public struct LedgerEntry: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case knownVariant = "known_variant"
    case exon
    case exon1Donor = "exon1_donor"
    case polyadenylationSignal = "polyadenylation_signal"
    case copyNumber = "copy_number"
  }

  public var kind: Kind
  /// The table's identifier, or as `exon 3`.
  public var identifier: String
  /// HGVS `c.` name, or what the place is.
  public var name: String
  public var clinicalClass: ClinicalClass?
  /// What had to be seen, in the input's build.
  public var interval: Interval
  public var state: SiteState

  public init(
    kind: Kind, identifier: String, name: String, clinicalClass: ClinicalClass?,
    interval: Interval, state: SiteState
  ) {
    self.kind = kind
    self.identifier = identifier
    self.name = name
    self.clinicalClass = clinicalClass
    self.interval = interval
    self.state = state
  }
}
