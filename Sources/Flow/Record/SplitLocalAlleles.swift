/// Values of local alleles in a record that was split by allele: `bcftools norm -m-` leaves LAA, LAD and LPL in
/// each part as they were, and LAA counts alternates that the part has not.
public enum SplitLocalAlleles {
  /// `records` with such values at the alleles that they are of, where the genotypes tell it: of parts with the
  /// same values that have as many alternates in the sample as LAA lists, these are the ones listed.
  public static func placed(_ records: [ReadRecord]) -> [ReadRecord] {
    guard records.contains(where: { $0.calls.contains { $0.localValues != nil } }) else {
      return records
    }
    var records = records
    let byPlace = Dictionary(
      grouping: records.indices.filter { records[$0].alternates.count == 1 }
    ) { SplitAlleles.Place(records[$0]) }
    for group in byPlace.values where group.count > 1 {
      for column in records[group[0]].calls.indices {
        let byValues = Dictionary(grouping: group) { values(records[$0], column) }
        for (values, parts) in byValues {
          if let values, parts.count > 1 { place(values, of: parts, column, in: &records) }
        }
      }
    }
    return records
  }

  private static func values(_ record: ReadRecord, _ column: Int) -> LocalValues? {
    record.calls.indices.contains(column) ? record.calls[column].localValues : nil
  }

  /// Whose reads are whose is known of a single listed alternate; of the parts without one the reference's are.
  private static func place(
    _ values: LocalValues, of parts: [Int], _ column: Int, in records: inout [ReadRecord]
  ) {
    let own = parts.filter { SplitAlleles.hasAlternate(records[$0], column) }
    guard !own.isEmpty, own.count == values.alleles.count - 1,
      values.depths.isEmpty || values.depths.count == values.alleles.count
    else { return }
    for part in parts where own == [part] || !own.contains(part) {
      records[part].calls[column].place(values, isOwn: own == [part])
    }
  }
}

extension SampleCall {
  /// Likelihoods of an alternate that the record has not tell nothing of its own.
  fileprivate mutating func place(_ values: LocalValues, isOwn: Bool) {
    if let reference = values.depths.first {
      alleleDepths = isOwn ? values.depths : [reference, nil]
      let counted = values.depths.reduce(0) { $0 &+ ($1 ?? 0) }
      unnamedReads = depth.map { max(0, $0 &- counted) }
    }
    hasUnplacedReads = false
    guard !isOwn else { return }
    likelier = nil
    unlistedLikelihood = nil
  }
}
