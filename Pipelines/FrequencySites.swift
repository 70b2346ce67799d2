import Classification
import Flow
import Genome
import HTS
import Reading
import ReferenceBundle
import Settings

/// A file of frequencies (`--frequencies`): its alleles, checked against what counts can be.
struct FrequencySites: Sendable {
  let index: EvidenceIndex
  let assembly: Assembly
  /// As the report's versions name the file.
  let description: String

  init(
    _ path: String, _ bundle: ReferenceBundle, _ policy: AcmgPolicy.Population
  ) throws(PipelineError) {
    var counts: [[PopulationCount?]] = []
    let reading = try EvidenceReading(path, bundle) { (record) throws(HTSError) in
      counts.append(try FrequencyFields.counts(record))
    }
    try LaboratoryCounts.refuse(reading)
    try reading.requireRecords(of: "frequencies")
    guard counts.contains(where: { $0.contains { $0 != nil } }) else {
      throw PipelineError(
        .unusable,
        "\(path): no record in the FOXP3 locus counts an allele and its chromosomes (AC, AN), and a share alone (AF) "
          + "shows too little; give a file with counts")
    }
    index = EvidenceIndex(
      try FrequencySites.sites(reading, counts), source: reading.name,
      minimum: policy.minimumChromosomes.value, reach: policy.reach.value,
      longest: policy.longestSmallChange.value)
    assembly = reading.assembly
    description = reading.description
  }

  private static func sites(
    _ reading: EvidenceReading, _ counts: [[PopulationCount?]]
  ) throws(PipelineError) -> [EvidenceIndex.Site] {
    var sites: [EvidenceIndex.Site] = []
    var passing: [SequenceChange: (count: PopulationCount, record: ReadRecord)] = [:]
    for (record, counts) in zip(reading.records, counts) {
      for (change, count) in zip(try reading.changes(record), counts) {
        if let count, let problem = CountCheck(count: count).problem {
          throw reading.failure(record, "\(problem); correct the record or leave it out")
        }
        if record.passesFilter, let change, let count {
          if let known = passing[change], known.count != count {
            throw contradiction(reading, record, count, known)
          }
          passing[change] = (count, record)
        }
        sites.append(
          EvidenceIndex.Site(
            change: change, interval: record.interval, count: count,
            filters: record.passesFilter ? [] : record.filters))
      }
    }
    return sites
  }

  private static func contradiction(
    _ reading: EvidenceReading, _ record: ReadRecord, _ count: PopulationCount,
    _ known: (count: PopulationCount, record: ReadRecord)
  ) -> PipelineError {
    reading.failure(
      record,
      "counts an allele, \(text(count)), that \(EvidenceReading.place(known.record)) counts "
        + "otherwise, \(text(known.count)); give a file that counts each allele once")
  }

  private static func text(_ count: PopulationCount) -> String {
    let males = count.hemizygotes.map { ", \($0) in males" } ?? ""
    let filtering = count.filteringFrequency.map { ", filtering frequency \($0)" } ?? ""
    return "\(count.alleleCount) of \(count.alleleNumber) chromosomes\(males)\(filtering)"
  }
}
