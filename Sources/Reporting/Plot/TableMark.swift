public import Genome

/// A row of the curated table as the plots draw it.
public struct TableMark: Sendable, Hashable {
  public var identifier: String
  /// HGVS `c.` name.
  public var name: String
  /// 1-based residue on NP_054728.2; `nil` where the row changes no residue.
  public var residue: Int?
  /// Leftmost base of the allele on each build, 1-based.
  public var positions: [Assembly: Int]
  public var clinicalClass: ClinicalClass

  public init(
    identifier: String, name: String, residue: Int?, positions: [Assembly: Int],
    clinicalClass: ClinicalClass
  ) {
    self.identifier = identifier
    self.name = name
    self.residue = residue
    self.positions = positions
    self.clinicalClass = clinicalClass
  }
}
