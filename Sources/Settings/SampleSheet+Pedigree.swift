public import Genome

extension SampleSheet {
  /// Who is related to whom by the sheet's rows; what they leave open is as `known`, a PED file's,
  /// says.
  public func pedigree(over known: Pedigree) -> Pedigree {
    let named = Dictionary(
      known.members.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let own = rows.compactMap { row in
      row.sample.map { member(row, $0, named[$0]) }
    }
    let names = Set(own.map(\.name))
    return Pedigree(members: own + known.members.filter { !names.contains($0.name) })
  }

  private func member(
    _ row: Row, _ sample: String, _ known: Pedigree.Member?
  ) -> Pedigree.Member {
    func given(_ text: String) -> String? { text.isEmpty ? nil : text }
    return Pedigree.Member(
      family: given(row.family) ?? known?.family ?? sample,
      name: sample, father: given(row.father) ?? known?.father,
      mother: given(row.mother) ?? known?.mother,
      sex: row.sex == .unknown ? known?.sex ?? .unknown : row.sex,
      affection: known?.affection ?? .unknown)
  }
}
