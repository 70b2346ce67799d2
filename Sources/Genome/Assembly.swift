/// A build of the human genome in which the FOXP3 locus is known to this program.
public enum Assembly: String, Sendable, CaseIterable, Hashable {
  case grch37 = "GRCh37"
  case grch38 = "GRCh38"

  /// The other of the two builds.
  public var other: Assembly { self == .grch37 ? .grch38 : .grch37 }
}
