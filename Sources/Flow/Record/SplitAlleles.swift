public import Genome

/// Alleles of one record that a file writes as a record each (same POS and REF): `bcftools norm -m-` makes
/// `1/0` and `0/1` of `1/2`, `vt decompose -s` `1/.` and `./1`. AD then holds the reads of one of them.
public enum SplitAlleles {
  /// `records` with the reads that the others of a split one show of alleles that the sample has on its other copy.
  public static func counted(_ records: [ReadRecord]) -> [ReadRecord] {
    var records = records
    let byPosition = Dictionary(
      grouping: records.indices.filter { !records[$0].isReferenceBlock }
    ) { records[$0].position }
    for group in byPosition.values where group.count > 1 {
      let whole = group.map { records[$0] }
      for index in group {
        for column in records[index].calls.indices {
          let others = whole.filter {
            $0.number != records[index].number && hasAlternate($0, column)
          }
          guard !others.isEmpty, hasAlternate(records[index], column) else { continue }
          records[index].calls[column].standsBesideOthers = true
          records[index].calls[column].splitReads = reads(
            beside: records[index], column, in: others)
        }
      }
    }
    return records
  }

  static func hasAlternate(_ record: ReadRecord, _ column: Int) -> Bool {
    guard record.calls.indices.contains(column) else { return false }
    return record.calls[column].genotype?.alleles.contains { $0 ?? 0 > 0 } == true
  }

  /// Whether two alleles of different records stand on different copies: each once, at another place of a
  /// genotype of two. By themselves callers write `0/1` alone, so the order is that of one record.
  public static func areOnDifferentCopies(
    _ first: ReadVariant, _ firstGenotype: Genotype?, _ second: ReadVariant,
    _ secondGenotype: Genotype?
  ) -> Bool {
    guard first.record.number != second.record.number,
      Place(first.record) == Place(second.record),
      first.alternate.uppercased() != second.alternate.uppercased(),
      let one = place(of: first.alleleIndex, in: firstGenotype),
      let other = place(of: second.alleleIndex, in: secondGenotype)
    else { return false }
    return one != other
  }

  private struct Place: Hashable {
    let contig: String
    let position: Int
    let reference: String

    init(_ record: ReadRecord) {
      contig = record.contig
      position = record.position
      reference = record.reference.uppercased()
    }
  }

  /// An allele that two of the records tell counts once.
  private static func reads(
    beside record: ReadRecord, _ column: Int, in others: [ReadRecord]
  ) -> Int {
    var told = Set(record.alternates.map { $0.uppercased() })
    var reads = 0
    for other in others where Place(other) == Place(record) {
      let call = other.calls[column]
      for (index, alternate) in other.alternates.enumerated()
      where isApart(call.genotype, index + 1, record.calls[column].genotype)
        && told.insert(alternate.uppercased()).inserted
      {
        reads = reads &+ call.reads(of: index + 1)
      }
    }
    return reads
  }

  /// Whether `allele` stands at another place of its genotype than the alternate of `own` does.
  private static func isApart(_ genotype: Genotype?, _ allele: Int, _ own: Genotype?) -> Bool {
    guard let genotype, let own, genotype.ploidy == 2, own.ploidy == 2,
      genotype.isPhased == own.isPhased, genotype.copies(of: allele) == 1,
      let place = genotype.alleles.firstIndex(of: allele)
    else { return false }
    return own.alleles.indices.allSatisfy { ($0 == place) == !(own.alleles[$0] ?? 0 > 0) }
  }

  private static func place(of allele: Int, in genotype: Genotype?) -> Int? {
    guard let genotype, !genotype.isPhased, genotype.ploidy == 2,
      genotype.copies(of: allele) == 1
    else { return nil }
    return genotype.alleles.firstIndex(of: allele)
  }
}
