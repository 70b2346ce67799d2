/// Values of local alleles in a record that was split by allele: `bcftools norm -m-` leaves LAA, LAD and LPL in
/// each part as they were, and LAA counts alternates that the part has not.
public enum SplitLocalAlleles {
  /// Bases between parts of one record, at the most.
  private static let reach = 50

  /// `records` with such values at the alleles that they are of, where the genotypes tell it: of parts with the
  /// same values that have as many alternates in the sample as LAA lists, these are the ones listed.
  public static func placed(_ records: [ReadRecord]) -> [ReadRecord] {
    guard records.contains(where: { $0.calls.contains { $0.localValues != nil } }) else {
      return records
    }
    var records = records
    for group in neighbours(records) where group.count > 1 {
      for column in records[group[0]].calls.indices {
        let byValues = Dictionary(grouping: group) { values(records[$0], column) }
        for (values, parts) in byValues {
          if let values, parts.count > 1 { place(values, of: parts, column, in: &records) }
        }
      }
    }
    return records
  }

  /// Records that may be parts of one: `bcftools norm -f` trims the bases that a part has in common with the reference,
  /// so that parts of a longer record stand at other places.
  private static func neighbours(_ records: [ReadRecord]) -> [[Int]] {
    let split = records.indices.filter { records[$0].alternates.count == 1 }.sorted {
      (records[$0].contig, records[$0].position) < (records[$1].contig, records[$1].position)
    }
    var groups: [[Int]] = []
    for index in split {
      if let last = groups.last?.last, records[last].contig == records[index].contig,
        records[index].position - records[last].position <= reach
      {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }

  private static func values(_ record: ReadRecord, _ column: Int) -> LocalValues? {
    record.calls.indices.contains(column) ? record.calls[column].localValues : nil
  }

  /// Whose reads are whose is known of a single listed alternate; of the parts without one the reference's are. Reads of
  /// an alternate that no part has in the sample may be of any.
  private static func place(
    _ values: LocalValues, of parts: [Int], _ column: Int, in records: inout [ReadRecord]
  ) {
    let own = parts.filter { SplitAlleles.hasAlternate(records[$0], column) }
    guard values.alleles.count > 1,
      values.depths.isEmpty || values.depths.count == values.alleles.count
    else { return }
    if own.isEmpty {
      for part in parts { records[part].calls[column].openAll(values) }
    } else if own.count == values.alleles.count - 1 {
      for part in parts where own == [part] || !own.contains(part) {
        records[part].calls[column].place(values, isOwn: own == [part])
      }
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

  /// Likelihoods of another genotype, and reads of an alternate, whichever it is.
  fileprivate mutating func openAll(_ values: LocalValues) {
    let others = values.depths.dropFirst().reduce(0) { $0 &+ ($1 ?? 0) }
    hasUnplacedReads = others > 0 || likelier != nil
    if let reference = values.depths.first { alleleDepths = [reference, others > 0 ? nil : 0] }
    likelier = nil
    unlistedLikelihood = nil
  }
}
