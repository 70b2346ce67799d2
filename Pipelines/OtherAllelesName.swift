import Genome
import Nomenclature
import ReferenceBundle

/// A name or ClinVar identifier of a laboratory's row that stands for another allele: in the built-in table, or read
/// as it is written.
struct OtherAllelesName {
  let row: CuratedVariant
  let name: String
  /// The other allele, as `c.1190G>A (row FX0111 of the built-in table)`.
  let meaning: String

  /// In the order of the rows. Names that can't be read, and those that stand for the row's allele too, are left out.
  static func all(in table: CuratedTable, _ knowledge: Knowledge) -> [OtherAllelesName] {
    table.resolved.flatMap { resolved in
      (resolved.row.otherNames + [resolved.row.clinVarIdentifier]).compactMap { name in
        meaning(of: name, besides: resolved, knowledge).map {
          OtherAllelesName(row: resolved.row, name: name, meaning: $0)
        }
      }
    }
  }

  private static func meaning(
    of name: String, besides row: ResolvedVariant, _ knowledge: Knowledge
  ) -> String? {
    guard let reading = try? NameResolver(knowledge: knowledge).read(name),
      let other = reading.changes.first, let own = row.change(reading.assembly),
      let map = knowledge.maneMap(reading.assembly), let otherName = map.codingName(of: other),
      !reading.changes.contains(own)
    else { return nil }
    if let protein = ProteinNameText.canonical(name),
      ProteinNameSearch(map: map).gives(protein, own)
    {
      return nil
    }
    let known = knowledge.table.topmost.first { $0.resolved.change(reading.assembly) == other }
    return otherName
      + (known.map { " (row \($0.row.identifier) of the built-in table)" } ?? "")
  }
}
