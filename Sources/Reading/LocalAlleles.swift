import Flow
import HTS

/// LAA, LAD and LPL of one sample (VCF 4.5, section 1.6.2): of a record with many alternates, reads and
/// likelihoods of those alone that matter in the sample. Values are of REF, then of the alternates that LAA
/// lists, in its order.
struct LocalAlleles {
  let values: LocalValues
  /// The record's alleles, REF among them.
  private let count: Int

  private var numbers: [Int] { values.alleles }

  /// `nil` without LAD and LPL.
  init?(_ record: borrowing VariantRecord, _ fields: SampleFields) throws(HTSError) {
    guard fields.value("LAD") != nil || fields.value("LPL") != nil else { return nil }
    count = record.alternateCount + 1
    values = LocalValues(
      alleles: [0] + (try record.integers("LAA", fields)).map { $0 ?? -1 },
      depths: try record.integers("LAD", fields),
      phredLikelihoods: try record.integers("LPL", fields))
  }

  /// LAD of all the record's alleles, `nil` for one that is not local; `nil` where LAA does not tell whose
  /// its values are.
  var reads: [Int?]? {
    guard areAlleles, values.depths.count == numbers.count else { return nil }
    var reads = [Int?](repeating: nil, count: count)
    for (number, depth) in zip(numbers, values.depths) { reads[number] = depth }
    return reads
  }

  /// LPL; `nil` where LAA does not tell whose genotypes' its values are.
  var likelihoods: GenotypeLikelihoods? {
    areAlleles ? GenotypeLikelihoods(values.phredLikelihoods, ofAlleles: numbers) : nil
  }

  /// Reads are told, but not whose.
  var hasUnplacedReads: Bool { values.depths.contains { $0 != nil } && reads == nil }

  private var areAlleles: Bool {
    Set(numbers).count == numbers.count && numbers.allSatisfy { (0..<count).contains($0) }
  }
}
