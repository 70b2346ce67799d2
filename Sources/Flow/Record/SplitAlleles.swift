public import Genome

/// Alleles of one record that a file writes as a record each (same POS and REF): `bcftools norm -m-` makes
/// `1/0` and `0/1` of `1/2`, `vt decompose -s` `1/.` and `./1`. AD then holds the reads of one of them.
public enum SplitAlleles {
  /// `records` with the reads that the others of a split one show of alleles that the sample has.
  public static func counted(_ records: [ReadRecord]) -> [ReadRecord] {
    var records = records
    let byPlace = Dictionary(grouping: records.indices.filter { !records[$0].isReferenceBlock }) {
      Place(records[$0])
    }
    for group in byPlace.values where group.count > 1 {
      let whole = group.map { records[$0] }
      for index in group {
        for column in records[index].calls.indices
        where records[index].calls[column].genotype?.isHomozygousReference == false {
          records[index].calls[column].splitReads = reads(beside: records[index], column, in: whole)
        }
      }
    }
    return records
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
    beside record: ReadRecord, _ column: Int, in records: [ReadRecord]
  ) -> Int {
    var told = Set(record.alternates.map { $0.uppercased() })
    var reads = 0
    for other in records where other.calls.indices.contains(column) {
      let call = other.calls[column]
      for (index, alternate) in other.alternates.enumerated()
      where call.genotype?.carries(index + 1) == true
        && told.insert(alternate.uppercased()).inserted
      {
        reads = reads &+ call.reads(of: index + 1)
      }
    }
    return reads
  }

  private static func place(of allele: Int, in genotype: Genotype?) -> Int? {
    guard let genotype, !genotype.isPhased, genotype.ploidy == 2,
      genotype.copies(of: allele) == 1
    else { return nil }
    return genotype.alleles.firstIndex(of: allele)
  }
}
