/// One reviewed row of the table of IPEX variants. Coordinates are not stored: they are computed
/// from `codingName`.
public struct CuratedVariant: Sendable, Hashable {
  /// What of the locus the row speaks of.
  public enum Scope: String, Sendable, CaseIterable, Hashable {
    /// One allele, named exactly.
    case allele
    /// Any deletion that removes exon 1 and its splice donor; the published ends are imprecise.
    case exon1Deletion = "exon1_deletion"
  }

  /// What the class rests on.
  public enum Basis: String, Sendable, CaseIterable, Hashable {
    /// Primary publications that a curator has read.
    case primary
    /// ClinVar's aggregate record.
    case clinvar
    /// A lead (an old list, a benchmark, UniProt): shown, never deciding.
    case lead
  }

  /// Stable identifier within the table, as `FX0001`.
  public var identifier: String
  /// HGVS `c.` name on NM_014009.4 without accession; the published name of an imprecise row.
  public var codingName: String
  public var scope: Scope
  /// Names found in papers and databases, as `227delT`.
  public var otherNames: [String]
  public var clinicalClass: ClinicalClass
  public var classReason: String
  public var basis: Basis
  /// Why the row is superseded, or empty.
  public var superseded: String
  public var mechanism: String
  public var functionalEvidence: String
  /// Patients or families as the sources count them.
  public var patients: String
  public var phenotype: String
  public var pubMedIdentifiers: [String]
  public var clinVarIdentifier: String
  public var clinVarClass: String
  public var clinVarStars: Int?
  public var clinVarDate: String
  public var sources: [String]
  public var curatorNote: String

  public init(
    identifier: String, codingName: String, scope: Scope, otherNames: [String],
    clinicalClass: ClinicalClass, classReason: String, basis: Basis, superseded: String,
    mechanism: String, functionalEvidence: String, patients: String, phenotype: String,
    pubMedIdentifiers: [String], clinVarIdentifier: String, clinVarClass: String,
    clinVarStars: Int?, clinVarDate: String, sources: [String], curatorNote: String
  ) {
    self.identifier = identifier
    self.codingName = codingName
    self.scope = scope
    self.otherNames = otherNames
    self.clinicalClass = clinicalClass
    self.classReason = classReason
    self.basis = basis
    self.superseded = superseded
    self.mechanism = mechanism
    self.functionalEvidence = functionalEvidence
    self.patients = patients
    self.phenotype = phenotype
    self.pubMedIdentifiers = pubMedIdentifiers
    self.clinVarIdentifier = clinVarIdentifier
    self.clinVarClass = clinVarClass
    self.clinVarStars = clinVarStars
    self.clinVarDate = clinVarDate
    self.sources = sources
    self.curatorNote = curatorNote
  }
}
