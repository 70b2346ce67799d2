public import Flow
import Genome
import Settings

/// Judges whether a call may stand by itself.
///
/// A value that is given has to meet its threshold. A value that is not given can't miss it, but
/// something has to vouch for an alternate call: FILTER says PASS, or there is a depth, a genotype
/// quality, or a QUAL at the genotype quality's threshold. Without a filter run, QUAL is such a value. Reference is a stronger claim from less
/// evidence: there, depth and genotype quality have both to be given.
public struct CallConfidence: Sendable {
  let profile: Profile
  /// Copies that have to be proven, 1 or 2.
  let copies: Int

  var minimumDepth: Int {
    copies == 1 ? profile.minimumDepthOneCopy : profile.minimumDepthTwoCopies
  }

  /// Whether an alternate call may stand by itself.
  public func isConfirmed(_ call: SampleCall, in record: ReadRecord) -> Bool {
    doubts(ofAlternate: call, in: record).isEmpty
  }

  /// Why an alternate call is not confirmed, each a clause; empty for a confirmed one.
  func doubts(ofAlternate call: SampleCall, in record: ReadRecord) -> [String] {
    let known =
      filterDoubts(call, record) + valueDoubts(depth(of: call), call.genotypeQuality)
      + qualityDoubts(record) + unlistedReadDoubts(call) + contrary(call) + imputed(call)
      + copyNeutral(call, record)
      + [DeletedCoverage(record: record, call: call).doubt, record.doubtOfAlleles].compactMap { $0 }
    if known.isEmpty, !isVouchedFor(call, record) {
      return ["no filter was run, and neither depth nor quality is given"]
    }
    return known
  }

  /// Why a reference call proves nothing, each a clause; empty where it is proof.
  func doubts(ofReference call: SampleCall, in record: ReadRecord) -> [String] {
    let depth = call.minimumDepth ?? depth(of: call)
    // RefCall is what DeepVariant and Clair3 write of a candidate that they take for the reference.
    var doubts =
      (record.filters == ["RefCall"] && call.filters.isEmpty ? [] : filterDoubts(call, record))
      + valueDoubts(depth, call.genotypeQuality)
    if depth == nil { doubts.append("no depth is given") }
    if call.genotypeQuality == nil { doubts.append("no genotype quality is given") }
    if let reads = readsBeside(call) { doubts.append(reads) }
    if call.hasUnplacedReads {
      doubts.append("its reads are counted, but not for each of the record's alleles")
    }
    return doubts + contrary(call) + imputed(call) + [record.doubtOfAlleles].compactMap { $0 }
  }

  /// Reads of alternate alleles that the genotype has not, three of them and a mosaic's share of all or more, as
  /// a clause. Of an allele that the record does not name beside a call, likelihoods tell more where they are given.
  func readsBeside(_ call: SampleCall) -> String? {
    guard let genotype = call.genotype, !call.alleleDepths.isEmpty else { return nil }
    // `bcftools call` names no alternate that it does not call, and counts its reads in DP alone.
    guard call.alleleDepths.count != 1 else {
      let (unnamed, all) = (call.unnamedReads ?? 0, call.depth ?? 0)
      return unnamed >= 3 && Double(unnamed) >= profile.mosaicMinimumFraction * Double(all)
        ? "\(unnamed) of \(all) reads show another allele" : nil
    }
    var reads = 0
    let isJudged = call.unlistedLikelihood != nil && !genotype.isHomozygousReference
    for allele in 1..<call.alleleDepths.count
    where !genotype.carries(allele) && !(isJudged && allele == call.unlistedAllele) {
      reads = reads &+ call.reads(of: allele)
    }
    guard isShare(reads, of: call, atLeast: profile.mosaicMinimumFraction) else { return nil }
    return clause(reads, call)
  }

  /// Whether three reads or more, and `share` of all of them or more.
  func isShare(_ reads: Int, of call: SampleCall, atLeast share: Double) -> Bool {
    reads >= 3 && Double(reads) >= share * Double(call.readsOfAlleles)
  }

  private func clause(_ reads: Int, _ call: SampleCall) -> String {
    "\(reads) of \(call.readsOfAlleles) reads show another allele"
  }

  /// Whether PL are for another genotype than the one called, so much that it is none. On how many copies the same
  /// alternates stand is asked of the reads, where they are told.
  func isContrary(_ call: SampleCall) -> Bool {
    guard let likelier = call.likelier, likelier.by >= profile.minimumGenotypeQuality else {
      return false
    }
    return !call.alleleDepths.contains { $0 != nil }
      || likelier.alleles.subtracting([0])
        != Set(call.genotype?.alleles.compactMap { $0 } ?? []).subtracting([0])
  }

  private func contrary(_ call: SampleCall) -> [String] {
    isContrary(call) ? ["its likelihoods (PL) are for another genotype than the one called"] : []
  }

  /// Why alternates that the genotype has not may be carried all the same, a clause.
  func contradiction(_ call: SampleCall, by alleles: [Int]) -> String {
    contrary(call).first ?? clause(alleles.reduce(0) { $0 &+ call.reads(of: $1) }, call)
  }

  /// Whether likelihoods leave open that an allele is carried which the record does not name, a clause; empty
  /// where they don't, or none are given.
  func doubts(ofUnlisted call: SampleCall) -> [String] {
    guard let likelihood = call.unlistedLikelihood, likelihood < profile.minimumGenotypeQuality
    else { return [] }
    return [
      "its likelihoods leave open an allele that is not named (\(likelihood), under "
        + "\(profile.minimumGenotypeQuality))"
    ]
  }

  /// Whether an alternate call was taken on FILTER alone, without depth and genotype quality.
  func restsOnFilterAlone(_ call: SampleCall) -> Bool {
    depth(of: call) == nil && call.genotypeQuality == nil
  }

  /// DP, or the sum of AD; reads over the ends of a larger change are no depth.
  func depth(of call: SampleCall) -> Int? {
    if call.hasReadsOfJunctions { return call.depth }
    let reads = call.alleleDepths.compactMap { $0 }
    return call.depth ?? (reads.isEmpty ? nil : reads.reduce(0, &+))
  }

  private func isVouchedFor(_ call: SampleCall, _ record: ReadRecord) -> Bool {
    record.filters == ["PASS"] || !restsOnFilterAlone(call)
      || (record.quality ?? 0) >= Double(profile.minimumGenotypeQuality)
  }

  /// QUAL where no filter was run, which would have weighed it.
  private func qualityDoubts(_ record: ReadRecord) -> [String] {
    guard record.filters.isEmpty, let quality = record.quality,
      !(quality >= Double(profile.minimumGenotypeQuality))
    else { return [] }
    return [
      "no filter was run, and the quality (QUAL) is \(plain(quality)), under "
        + "\(profile.minimumGenotypeQuality)"
    ]
  }

  /// So many reads of an allele that the record does not name that what is called may not be all.
  private func unlistedReadDoubts(_ call: SampleCall) -> [String] {
    guard let allele = call.unlistedAllele else { return [] }
    let reads = call.reads(of: allele)
    guard isShare(reads, of: call, atLeast: profile.heterozygousMinimumFraction) else { return [] }
    return ["\(reads) of \(call.readsOfAlleles) reads show an allele that the record does not name"]
  }

  private func copyNeutral(_ call: SampleCall, _ record: ReadRecord) -> [String] {
    if let number = record.unchangedCopyNumber(call, usual: copies) {
      return [
        "its copy number (CN) is \(number), which is that of "
          + (number < 2 && copies == 1 ? "a male without it" : "a person without it")
      ]
    }
    return record.isCopyNeutral(call)
      ? [
        "it has as many copies (CN) as is usual: both are of one parent (copy-neutral loss of heterozygosity)"
      ]
      : []
  }

  private func imputed(_ call: SampleCall) -> [String] {
    switch call.imputation {
    case .marked: ["it is imputed from other people's haplotypes, not read"]
    case .likely:
      ["it may be imputed: a dosage or posterior is given (DS, HDS, GP), and nothing of reads"]
    case .byProgram(let program):
      ["it may be imputed by \(program), which made the file: nothing of reads is given"]
    case nil: []
    }
  }

  private func filterDoubts(_ call: SampleCall, _ record: ReadRecord) -> [String] {
    var doubts: [String] = []
    let own = [ReadRecord.seenInReadsOnly, ReadRecord.notSeenInReads]
    let failed = record.filters.filter {
      !own.contains($0) && $0 != ReadRecord.notUnified
    }
    if record.filters.contains(ReadRecord.seenInReadsOnly) {
      doubts.append("the reads show it, but the file does not call it in this sample")
    }
    if record.filters.contains(ReadRecord.notSeenInReads) {
      doubts.append("the file calls it, but the reads show only the reference there")
    }
    if !failed.isEmpty, failed != ["PASS"] {
      doubts.append("FILTER is \(failed.joined(separator: ";")), not PASS")
    }
    if !call.filters.isEmpty {
      doubts.append("the sample's own filter (FT) is \(call.filters.joined(separator: ";"))")
    }
    return doubts
  }

  private func valueDoubts(_ depth: Int?, _ quality: Double?) -> [String] {
    var doubts: [String] = []
    if let depth, depth < minimumDepth {
      let kind = copies == 1 ? "one copy" : "two copies"
      doubts.append("the depth is \(depth), under \(minimumDepth) for \(kind)")
    }
    if let quality, !(quality >= Double(profile.minimumGenotypeQuality)) {
      doubts.append(
        "the genotype quality is \(plain(quality)), under \(profile.minimumGenotypeQuality)")
    }
    return doubts
  }

  private func plain(_ quality: Double) -> String {
    let tenths = (quality * 10).rounded() / 10
    return tenths == tenths.rounded() && abs(tenths) < 1e6 ? String(Int(tenths)) : String(tenths)
  }
}
