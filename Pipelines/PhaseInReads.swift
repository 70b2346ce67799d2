import Flow
import Genome
import Normalisation

/// Neighbouring bases that a file calls one by one, unphased, and the reads beside it show in one allele: their caller
/// read them on the same reads, which proves that one chromosome carries them.
struct PhaseInReads {
  /// What was called from the reads.
  let calls: [ReadRecord]
  let normaliser: Normaliser

  /// `records`, of one sample, with that phase, and a sentence for each such allele.
  func settled(_ records: [ReadRecord]) -> (records: [ReadRecord], notes: [String]) {
    var records = records
    var notes: [String] = []
    for call in calls where !call.isReferenceBlock && call.passesFilter {
      for bases in alleles(of: call) {
        let places = bases.compactMap { base in
          records.indices.first { isUnphased(records[$0], of: base) }
        }
        guard places.count == bases.count else { continue }
        for place in places {
          let genotype = records[place].calls[0].genotype
          records[place].calls[0].genotype = genotype.map {
            Genotype(
              alleles: $0.alleles.sorted { ($0 ?? 0) < ($1 ?? 0) }, isPhased: true, text: $0.text)
          }
          records[place].calls[0].phaseSet = "of the reads at \(call.contig):\(call.position)"
        }
        notes.append(
          "The reads show \(call.spelling) as one allele: what the file calls there one by one stands on one chromosome."
        )
      }
    }
    return (records, notes)
  }

  /// The bases of each allele that the call has on one copy.
  private func alleles(of call: ReadRecord) -> [[SequenceChange]] {
    guard let genotype = call.calls.first?.genotype, genotype.ploidy == 2,
      Set(genotype.alleles).count == 2
    else { return [] }
    return normaliser.carriedChanges(call).map(AlignmentEvidence.bases).filter { $0.count > 1 }
  }

  private func isUnphased(_ record: ReadRecord, of base: SequenceChange) -> Bool {
    guard let call = record.calls.first, let genotype = call.genotype, genotype.ploidy == 2,
      !genotype.isPhased, Set(genotype.alleles) == [0, 1], record.passesFilter
    else { return false }
    return normaliser.carriedChanges(record).map(AlignmentEvidence.bases) == [[base]]
  }
}
