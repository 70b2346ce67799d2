import Genome

/// Calls one region: gathers the reads, scores every candidate haplotype, chooses the genotype.
struct RegionCaller {
  let locus: Locus
  let bases: LocusBases
  let gaps: GapRate
  let settings: CallingSettings
  /// 1 or 2; `nil` where the sex is unknown: two, with the call for one beside it.
  let copies: Int?

  /// Reads scored at the most; more say nothing new of a germline variant.
  private static let readLimit = 2_000

  func call(_ region: ActiveRegion, _ store: ReadStore, _ overlapping: [Int]) -> RegionCall? {
    let longest = region.edits.map(\.edit.replacement.count).max() ?? 0
    let reach = region.interval.count + longest + 40
    let (numbers, reads) = chosen(region, reach, store, overlapping)
    guard !reads.isEmpty else { return nil }
    let found = CandidateHaplotypes(
      region, reads, EditsTogether(region, zip(numbers, reads), store, settings), bases, settings)
    let rule = likelihood(in: region.interval, reach)
    let (fitting, strangers) = told(reads, found.sequences + found.further, rule)
    let call = best(region, fitting, found, rule)
    let isOpen =
      strangers >= Self.fewestStrangers
      && Double(strangers) >= Self.strangersShare * Double(reads.count)
    return isOpen ? call?.opened : call
  }

  /// The reads that tell something of a region, with their numbers in the store; of too many those whose
  /// templates rank first. Where the reads kept are not like all, those that are kept at one rate, the lowest.
  private func chosen(
    _ region: ActiveRegion, _ reach: Int, _ store: ReadStore, _ overlapping: [Int]
  ) -> (numbers: [Int], reads: [RegionRead]) {
    var told = overlapping.compactMap { number in
      RegionRead(store.reads[number], store, region.interval, reach: reach).map { (number, $0) }
    }
    if (region.interval.start...region.interval.end).contains(where: store.unlikeAll.contains) {
      let rate = told.map { store.keptShare(store.reads[$0.0]) }.min() ?? 1
      told = told.filter { Thinning.rank(store.reads[$0.0].template) < rate }
    }
    if told.count > Self.readLimit {
      let ranked = told.map { (rank: Thinning.rank(store.reads[$0.0].template), read: $0) }
      told = ranked.sorted { ($0.rank, $0.read.0) < ($1.rank, $1.read.0) }
        .prefix(Self.readLimit).map(\.read)
    }
    return (told.map(\.0), told.map(\.1))
  }

  /// Reads of a sequence that is no candidate, at the least, and their share of the reads, from which on a
  /// region is open.
  private static let fewestStrangers = 3
  private static let strangersShare = 0.2

  /// The reads to be scored, and how many are of another sequence than every candidate. Of those a read
  /// that is aligned on one side only says nothing here: it leaves the reference for elsewhere.
  private func told(
    _ reads: [RegionRead], _ candidates: [[UInt8]], _ rule: ReadLikelihood
  ) -> (fitting: [RegionRead], strangers: Int) {
    var fitting: [RegionRead] = []
    var strangers = 0
    for read in reads {
      let isStranger = candidates.allSatisfy { read.isOfAnother(bestFit: rule.value(read, $0)) }
      if isStranger { strangers += 1 }
      if !isStranger || read.anchor == .both { fitting.append(read) }
    }
    return (fitting, strangers)
  }

  private func best(
    _ region: ActiveRegion, _ reads: [RegionRead], _ found: CandidateHaplotypes,
    _ rule: ReadLikelihood
  ) -> RegionCall? {
    let first = call(region, reads, found.sequences, rule)
    guard let first, !found.further.isEmpty else { return first }
    // What was left out is looked at where reads show it beside the genotype.
    let all = found.sequences + found.further
    let missed = dropped(first, score(reads, all, rule)).filter { $0 >= found.sequences.count }
    return missed.isEmpty
      ? first : call(region, reads, found.sequences + missed.map { all[$0] }, rule)
  }

  private func call(
    _ region: ActiveRegion, _ reads: [RegionRead], _ candidates: [[UInt8]], _ rule: ReadLikelihood
  ) -> RegionCall? {
    let differences = HaplotypeDifferences(
      locus: locus, region: region.interval, reference: candidates[0])
    let changes = candidates.map(differences.changes)
    let likelihoods = score(reads, candidates, rule)
    let model = GenotypeModel(reads: likelihoods, priors: changes.map(prior))
    let genotypes = model.genotypes(copies: copies ?? 2)
    guard let best = genotypes.first else { return nil }
    var call = RegionCall(
      region: region.interval, haplotypes: candidates, changes: changes, reads: reads,
      likelihoods: likelihoods, carried: best.haplotypes,
      genotypeQuality: Self.quality(genotypes), variantQuality: Self.variantQuality(genotypes),
      genotypes: genotypes, rule: rule)
    if copies == nil {
      let single = model.genotypes(copies: 1)
      call.otherPloidy = single.first.map { ($0.haplotypes, Self.quality(single)) }
    }
    if copies == 1 { addMosaic(&call) }
    call.dropped = dropped(call, likelihoods)
    return call
  }

  private func dropped(_ call: RegionCall, _ likelihoods: [[Double]]) -> [Int] {
    DroppedHaplotypes(likelihoods: likelihoods, minimumShare: settings.mosaicFraction)
      .find(beside: call.carried).filter { $0 != 0 }
  }

  private func likelihood(in region: Interval, _ reach: Int) -> ReadLikelihood {
    ReadLikelihood(
      before: Array(bases.codes(in: Interval(region.start - reach, region.start - 1))),
      behind: Array(bases.codes(in: Interval(region.end + 1, region.end + reach))),
      gaps: gaps.logarithms(beside: region), longestRun: bases.longestRun(in: region))
  }

  private func score(
    _ reads: [RegionRead], _ haplotypes: [[UInt8]], _ rule: ReadLikelihood
  ) -> [[Double]] {
    reads.map { read in
      let values = haplotypes.map { rule.value(read, $0) }
      let best = values.max() ?? 0
      return values.map { max($0, best - read.weight) }
    }
  }

  /// log10 of how rare a haplotype is: a substitution in a thousand bases, an insertion or deletion
  /// in ten thousand (Li 2011); changes of one haplotype come together.
  private func prior(_ changes: [SequenceChange]) -> Double {
    guard !changes.isEmpty else { return 0 }
    let each = changes.map { $0.isIndel ? -4.0 : -3.3 }
    return (each.min() ?? 0) - 0.7 * Double(changes.count - 1)
  }

  private static func quality(_ genotypes: [GenotypeModel.Scored]) -> Int {
    Phred.of(GenotypeModel.logSum(genotypes.dropFirst().map(\.posterior)), limit: 99)
  }

  private static func variantQuality(_ genotypes: [GenotypeModel.Scored]) -> Int {
    let reference = genotypes.first { $0.haplotypes.allSatisfy { $0 == 0 } }
    return Phred.of(reference?.posterior ?? -Double.infinity, limit: 3_000)
  }

  /// In a person with one copy, a second sequence in a part of the cells: fewest reads, and log10
  /// odds against its being errors.
  private static let mosaicReads = 4
  private static let mosaicOdds = 8.0

  private func addMosaic(_ call: inout RegionCall) {
    guard let main = call.carried.first else { return }
    let others = call.haplotypes.indices.filter { $0 != main }
    let scored = others.map { other in
      (
        other,
        GenotypeModel.bestMixture(
          call.likelihoods.map { $0[main] }, call.likelihoods.map { $0[other] })
      )
    }
    guard let (second, best) = scored.max(by: { $0.1.gain < $1.1.gain }),
      best.gain >= DroppedHaplotypes.minimumOdds, best.share >= settings.minimumFraction
    else { return }
    // Few reads of the reference beside a variant, as a contamination gives, take nothing from it; errors among
    // more of them would make it surer.
    if second == 0, 1 - best.share >= settings.hemizygousFraction {
      call.hasReferenceBeside = true
      return
    }
    let own = call.likelihoods.indices.filter {
      call.likelihoods[$0][second] > call.likelihoods[$0][main] + 1
    }
    guard second == 0 || own.count >= Self.mosaicReads && best.gain >= Self.mosaicOdds else {
      call.genotypeQuality = 0
      return
    }
    call.carried = [main, second].sorted()
    call.mosaicShare = best.share
    call.genotypeQuality = min(99, Int(best.gain * 10))
    call.variantQuality = max(call.variantQuality, call.genotypeQuality)
  }
}
