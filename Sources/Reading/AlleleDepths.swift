import HTS

/// Reads that show each allele of a record in one sample, in the words of the caller at hand.
///
/// AD (VCF 4.5, section 1.6.2) where there is one, or LAD of local alleles; else what the callers' own headers
/// declare: FRO and FAO (Ion Torrent, after flow correction), RO and AO (freebayes), NR and NV (Platypus, whose
/// NR counts all reads). VarScan's AD is of the alternate alone, beside RD. Where nothing is counted, shares of
/// DP are (AF of Clair3, VAF). A list that has not one value for each allele tells nothing: which value is whose
/// can't be known. Without alternates (ALT `.`) what is counted beside the reference is of alleles not named.
struct AlleleDepths {
  /// Reference first; `nil` for a missing value; empty where nothing tells them.
  var reads: [Int?] = []
  /// Reads are counted, but not for each of the record's alleles.
  var isUnplaced = false
  /// Whether DP counts the same reads: of Ion Torrent it holds those that were left out of FRO and FAO.
  var isPartOfDepth = true
  /// Of `ofJunctions`.
  var areOfJunctions = false

  /// A number under 0 is none. Of the keys that the specification does not reserve, other callers make other
  /// things: what is no count is left out.
  static func read(
    _ record: borrowing VariantRecord, _ fields: SampleFields, local: LocalAlleles?
  ) throws(HTSError) -> AlleleDepths {
    let count = record.alternateCount
    let written = counts(try record.integers("AD", fields))
    if written.count == 1, count <= 1, let reference = own("RD", record, fields).first {
      return AlleleDepths(reads: [reference] + written)
    }
    let stated = isOfAlleles(written.count - 1, count) ? written : []
    guard stated.allSatisfy({ $0 == nil }) else { return AlleleDepths(reads: stated) }
    if let local, let reads = local.reads { return AlleleDepths(reads: counts(reads)) }
    for (reference, alternates) in [("FRO", "FAO"), ("RO", "AO")] {
      let others = own(alternates, record, fields)
      if isOfAlleles(others.count, count), others.contains(where: { $0 != nil }),
        let first = own(reference, record, fields).first
      {
        return AlleleDepths(reads: [first] + others, isPartOfDepth: reference == "RO")
      }
    }
    let shown = own("NV", record, fields)
    let covering = own("NR", record, fields).compactMap { $0 }.max()
    if let covering, isOfAlleles(shown.count, count), shown.contains(where: { $0 != nil }) {
      return AlleleDepths(reads: withReference(shown, of: covering))
    }
    if let shares = try shares(record, fields) { return AlleleDepths(reads: shares) }
    // One value that is all of DP is the reference's.
    let depth = try record.integer("DP", fields)
    let isOfReference = depth != nil && written == [depth]
    let counted =
      (isOfReference ? [] : written) + own("FAO", record, fields) + own("AO", record, fields)
      + shown
    return AlleleDepths(
      reads: stated,
      isUnplaced: counted.contains { $0 != nil } || local?.hasUnplacedReads == true)
  }

  /// Reads that show a larger change, and those of the reference beside it: DR and DV (Sniffles, cuteSV; of DELLY pairs of
  /// reads, beside RR and RV over the junction), PR and SR (Manta, each of the reference and of the alternate): of these,
  /// which are largely of the same fragments, those that show it most. They are no depth and no shares of copies, since a
  /// change is seen by other reads than its absence: they are asked of a call without it alone, which Sniffles writes of
  /// mosaics under a quarter of the reads (fritzsedlazeck/Sniffles, issue 286).
  static func ofJunctions(
    _ record: borrowing VariantRecord, _ fields: SampleFields
  ) -> AlleleDepths? {
    guard record.hasInformation("SVTYPE"), record.alternates.count == 1 else { return nil }
    let pairs = [
      own("DR", record, fields) + own("DV", record, fields),
      own("RR", record, fields) + own("RV", record, fields),
      own("PR", record, fields), own("SR", record, fields),
    ].map { $0.compactMap(\.self) }.filter { $0.count == 2 }
    return pairs.max { $0[1] < $1[1] }.map {
      AlleleDepths(reads: $0, isPartOfDepth: false, areOfJunctions: true)
    }
  }

  /// Reads of DP that show none of the alleles counted; `nil` where it can't be told.
  func unnamed(of depth: Int?) -> Int? {
    guard let depth, isPartOfDepth, reads.contains(where: { $0 != nil }) else { return nil }
    return max(0, depth &- reads.reduce(0) { $0 &+ ($1 ?? 0) })
  }

  /// Whether `values`, without the reference's, are one for each of the record's alternates.
  private static func isOfAlleles(_ values: Int, _ alternates: Int) -> Bool {
    values == alternates || (alternates == 0 && values > 0)
  }

  /// Of each alternate its share of DP; `nil` where they are not told for each. Clair3 gives one with ALT `.` too.
  private static func shares(
    _ record: borrowing VariantRecord, _ fields: SampleFields
  ) throws(HTSError) -> [Int?]? {
    guard let depth = try record.integer("DP", fields), depth > 0 else { return nil }
    for key in ["AF", "VAF"] {
      let texts = fields.value(key)?.split(separator: ",") ?? []
      let shares = texts.compactMap { Double($0) }.filter { (0...1).contains($0) }
      guard !shares.isEmpty, shares.count == texts.count,
        shares.count == max(1, record.alternateCount)
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
