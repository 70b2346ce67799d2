import Flow
import Genome

/// Sniffles counts the reads over and beside a change: COVERAGE has those upstream, at its start, centre and end,
/// and downstream. Within what is deleted on every copy there are none.
struct DeletedCoverage {
  let record: ReadRecord
  let call: SampleCall

  /// Share of the reads beside a deletion from which on a copy is left within it.
  private static let leastShare = 1.0 / 3

  /// What speaks against a deletion of every copy, a clause.
  var doubt: String? {
    // Shorter ones lie within one alignment, whose reads are counted over what they lack too.
    guard record.informationValue("SVTYPE") == "DEL", record.end - record.position > 10_000,
      let genotype = call.genotype,
      genotype.alleles.contains(where: { $0 ?? 0 > 0 }), !genotype.carries(0),
      let reads = record.informationValue("COVERAGE")?.split(separator: ",").compactMap({ Int($0) }
      ),
      reads.count == 5
    else { return nil }
    let beside = Double(reads[0] &+ reads[4]) / 2
    guard beside > 0, Double(reads[2]) >= Self.leastShare * beside else { return nil }
    return
      "\(reads[2]) reads lie within what is deleted from every copy, and \(reads[0]) and \(reads[4]) beside it (COVERAGE)"
  }
}
