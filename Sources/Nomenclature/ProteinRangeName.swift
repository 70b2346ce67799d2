public import Genome

/// The name of residues that are deleted, duplicated or inserted, as `Lys250_Glu251del`.
public struct ProteinRangeName: Sendable {
  private let first: Int
  private let last: Int
  private let operation: Substring
  private let inserted: [AminoAcid]

  /// `nil` for other changes. `canonical`: as by `ProteinNameText`.
  public init?(_ canonical: String) {
    let form = /([A-Z][a-z]{2}[0-9]+)(?:_([A-Z][a-z]{2}[0-9]+))?(del|dup|ins)((?:[A-Z][a-z]{2})*)/
    guard let parts = canonical.wholeMatch(of: form)?.output,
      let first = ProteinNameText.firstResidue(String(parts.1))?.number,
      let last = ProteinNameText.firstResidue(String(parts.2 ?? parts.1))?.number, 0 < first,
      (parts.3 == "ins") == !parts.4.isEmpty, parts.3 == "ins" ? last == first + 1 : first <= last
    else { return nil }
    (self.first, self.last, operation) = (first, last, parts.3)
    inserted = NamedResidues.residues(behind: "ins", canonical)
  }

  /// The canonical name at the place nearest the protein's end, and of inserted residues that repeat those before
  /// them as a duplication, as HGVS names them; `nil` for residues that the protein does not have.
  public func shifted(on protein: [AminoAcid]) -> String? {
    guard last <= protein.count else { return nil }
    let shift = ResidueShift(protein: protein)
    if operation == "del" {
      let count = last - first + 1
      let first = shift.deletion(of: count, at: first)
      return place(first, first + count - 1, protein) + "del"
    }
    let new = operation == "dup" ? Array(protein[(first - 1)..<last]) : inserted
    let (residues, next) = shift.insertion(
      of: new, before: operation == "dup" ? last + 1 : last)
    if shift.repeats(residues, before: next) {
      return place(next - residues.count, next - 1, protein) + "dup"
    }
    guard next <= protein.count else { return nil }
    return place(next - 1, next, protein) + "ins" + residues.map(\.threeLetters).joined()
  }

  private func place(_ first: Int, _ last: Int, _ protein: [AminoAcid]) -> String {
    Set([first, last]).sorted().map { "\(protein[$0 - 1].threeLetters)\($0)" }.joined(
      separator: "_")
  }
}
