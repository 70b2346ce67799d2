import HTS

/// Reads that show each allele of a record in one sample, in the words of the caller at hand.
///
/// AD (VCF 4.5, section 1.6.2) where there is one; else what the callers' own headers declare: FRO and FAO
/// (Ion Torrent, after flow correction), RO and AO (freebayes), NR and NV (Platypus, whose NR counts all reads).
/// VarScan's AD is of the alternate alone, beside RD. Where nothing is counted, shares of DP are (AF of Clair3, VAF).
enum AlleleDepths {
  /// Reference first; `nil` for a missing value; empty where nothing tells them. A number under 0 is none. Of the
  /// keys that the specification does not reserve, other callers make other things: what is no count is left out.
  static func read(
    _ record: borrowing VariantRecord, _ fields: SampleFields
  ) throws(HTSError) -> [Int?] {
    let stated = counts(try record.integers("AD", fields))
    if stated.count == 1, record.alternates.count == 1,
      let reference = own("RD", record, fields).first
    {
      return [reference] + stated
    }
    guard stated.allSatisfy({ $0 == nil }) else { return stated }
    for (reference, alternates) in [("FRO", "FAO"), ("RO", "AO")] {
      let others = own(alternates, record, fields)
      if others.contains(where: { $0 != nil }), let first = own(reference, record, fields).first {
        return [first] + others
      }
    }
    let shown = own("NV", record, fields)
    let all = own("NR", record, fields).compactMap { $0 }.max()
    if let all, shown.contains(where: { $0 != nil }) { return withReference(shown, of: all) }
    return try shares(record, fields) ?? stated
  }

  /// Of each alternate its share of DP; `nil` where they are not told for each.
  private static func shares(
    _ record: borrowing VariantRecord, _ fields: SampleFields
  ) throws(HTSError) -> [Int?]? {
    guard let depth = try record.integer("DP", fields), depth > 0 else { return nil }
    for key in ["AF", "VAF"] {
      let texts = fields.value(key)?.split(separator: ",") ?? []
      let shares = texts.compactMap { Double($0) }.filter { (0...1).contains($0) }
      guard !shares.isEmpty, shares.count == texts.count, shares.count == record.alternates.count
      else { continue }
      return withReference(shares.map { Int(($0 * Double(depth)).rounded()) }, of: depth)
    }
    return nil
  }

  private static func withReference(_ shown: [Int?], of all: Int) -> [Int?] {
    [max(0, all &- shown.reduce(0) { $0 &+ ($1 ?? 0) })] + shown
  }

  private static func own(
    _ key: String, _ record: borrowing VariantRecord, _ fields: SampleFields
  ) -> [Int?] {
    counts((try? record.integers(key, fields)) ?? [])
  }

  private static func counts(_ values: [Int?]) -> [Int?] {
    values.map { value in value.flatMap { $0 < 0 ? nil : $0 } }
  }
}
