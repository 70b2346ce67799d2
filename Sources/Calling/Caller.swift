public import Flow
public import Genome
public import HTS
public import Scan

/// Calls the variants of one sample over the locus, and what the reads show as reference.
///
/// Reads in this order: `ReadStore`, `Pileup`, `CandidateEdits`, `ActiveRegion`, `RegionCaller`
/// (`RegionRead`, `CandidateHaplotypes`, `GapRate`, `ReadLikelihood`, `GenotypeModel`), `SiteEvidence`,
/// `CallFilter`, `SiteRecord`, `ReferenceBlocks`; and for what reads do not span `DepthProfile`,
/// `JunctionEvidence`, `CopyNumberRule`, `StructuralCaller`.
public struct Caller: Sendable {
  private let locus: Locus
  private let contig: String
  private let settings: CallingSettings
  private let bases: LocusBases
  private var store: ReadStore
  private var depth: DepthProfile
  private var evidence: JunctionEvidence

  /// `contig`: the chromosome as the records shall name it. `window`: the stretch around the locus
  /// whose reads are handed over, 1-based.
  /// `kernel`: for comparing bases.
  public init(
    locus: Locus, contig: String, window: Interval, settings: CallingSettings, kernel: ScanKernel
  ) {
    self.locus = locus
    self.contig = contig
    self.settings = settings
    bases = LocusBases(locus)
    store = ReadStore(locus: locus, settings: settings, kernel: kernel)
    depth = DepthProfile(window: window, minimumMappingQuality: settings.minimumMappingQuality)
    evidence = JunctionEvidence(
      contig: contig, minimumMappingQuality: settings.minimumMappingQuality)
  }

  /// Takes a read of the window in; `isInLocus` where it overlaps the locus.
  public mutating func add(_ record: borrowing AlignmentRecord, isInLocus: Bool) {
    depth.add(record)
    evidence.add(record)
    if isInLocus { store.add(record) }
  }

  /// Whether the reads lie on X as a genome's do. In a panel or an exome the depth of a chromosome tells
  /// what was captured, not how many there are.
  public var isOfWholeGenome: Bool {
    do throws(DepthBaseline.Doubt) {
      _ = try DepthBaseline(depth, outside: locus.interval)
      return true
    } catch {
      return error == .tooShallow
    }
  }

  /// Well-mapped reads that begin in the window.
  public var readsInWindow: Int { depth.starts.reduce(0) { $0 + Int($1) } }

  /// Calls with 1 or 2 copies; `nil` where the sex is unknown: two, with the call for one beside it.
  /// `file`: records of a variant file of the sample alone, over which no reference blocks are made.
  /// `listsOthers`: small variants have `<*>` behind their alternates, as the blocks of a gVCF do.
  public func calls(
    copies: Int?, beside file: [ReadRecord] = [], listsOthers: Bool = false
  ) -> SampleCalls {
    var caller = self
    caller.store.finish()
    return caller.callsOfAll(copies: copies, beside: file, listsOthers: listsOthers)
  }

  /// The same, of a store that takes no more reads in.
  private func callsOfAll(
    copies: Int?, beside file: [ReadRecord], listsOthers: Bool
  ) -> SampleCalls {
    let pileup = Pileup(store, minimumQuality: settings.minimumBaseQuality)
    let edits = CandidateEdits(store, pileup, settings)
    let found = regionCalls(edits.small, pileup, copies: copies)
    let foreign = ForeignStretches(
      store, pileup,
      called: found.flatMap { call in Set(call.carried).flatMap { call.changes[$0] } })
    let told = found.map { weighed($0, foreign) }
    let calls = told.map(\.call)
    let rule = CopyNumberRule(
      profile: depth, locus: locus.interval, settings: settings, copies: copies)
    let judged = rule.judge()
    let structural = StructuralCaller(
      store: store, evidence: evidence, segments: judged.segments, copies: copies
    ).calls(edits.large(leftOpenBy: calls)).filter { !isCalled($0, calls) }
    let copyNumber = rule.reading(judged, beside: structural.map(\.interval))
    let small = unique(
      told.flatMap { records($0.call, $0.sites, beside: structural, listsOthers) })
    let blocks = ReferenceBlocks(
      pileup: pileup, spanning: SpanningReads(store, depth: pileup.depth), locus: locus,
      contig: contig, settings: settings, copies: copies ?? 2)
    let clips = UnexplainedClips(
      store, pileup, explained: explained(calls, structural), turns: evidence.turns,
      foreign: foreign.stretches)
    let qualities = qualities(calls, clips.stretches)
    let variants =
      small + structural.map { StructuralRecord(call: $0, contig: contig, locus: locus).record }
    let all =
      variants
      + blocks.records(outside: (file + small).map(\.interval), quality: qualities)
    let check = ContradictedCall(blocks: blocks, settings: settings, qualities: qualities)
    return SampleCalls(
      records: numbered(all), use: store.counts,
      copyNumber: clips.places.isEmpty ? copyNumber : open(copyNumber, clips.places.count),
      badlyMapped: badlyMapped(pileup), unspanned: blocks.unspanned(), clipped: clips.places,
      contradicted: file.filter {
        check.isContradicted($0) && !hasCall(near: $0.interval, variants)
      }, besideReference: told.flatMap { besideReference($0.call, $0.sites) },
      mismatchShare: pileup.mismatchShare,
      beginsAtFewPlaces: ReadStarts.areFew(store, among: pileup.depth.count { $0 > 0 }),
      depth: store.depth.finished(good: pileup.depth, substitutions: pileup.substitutions))
  }

  private func regionCalls(
    _ edits: [CandidateEdits.Weighed], _ pileup: Pileup, copies: Int?
  ) -> [RegionCall] {
    let caller = RegionCaller(
      locus: locus, bases: bases, gaps: GapRate(pileup, bases), settings: settings, copies: copies)
    return ActiveRegion.regions(edits, bases).compactMap { region in
      caller.call(region, store, overlapping(region.interval))
    }
  }

  /// A region's call with what reads say at its sites: nothing is sure where they show something else.
  private func weighed(
    _ call: RegionCall, _ foreign: ForeignStretches
  ) -> (call: RegionCall, sites: [SiteEvidence]) {
    let sites = CalledSite.sites(call, on: locus).map { SiteEvidence($0, call) }
    let isOpen = foreign.reach(call.region) || sites.contains(where: \.isContradicted)
    return (isOpen ? call.opened : call, sites)
  }

  /// Places of the one copy's variants beside which a few reads show the reference.
  private func besideReference(_ call: RegionCall, _ sites: [SiteEvidence]) -> [Int] {
    guard call.hasReferenceBeside else { return [] }
    return sites.filter { !$0.site.isReference && $0.support.depths[0] > 0 }
      .map(\.site.interval.start)
  }

  /// Regions too long to be joined may overlap and show the same variant: the better call stays.
  private func unique(_ records: [ReadRecord]) -> [ReadRecord] {
    var best: [String: ReadRecord] = [:]
    for record in records {
      let key = "\(record.position) \(record.reference) \(record.alternates)"
      if let other = best[key], (other.quality ?? 0) >= (record.quality ?? 0) { continue }
      best[key] = record
    }
    return Array(best.values)
  }

  /// Reads whose last bases lie beyond the end of a deletion or duplication are aligned there with
  /// mismatches, which are no variants: no such read goes on behind them.
  private func isEdge(
    _ site: CalledSite, _ support: AlleleSupport, _ call: RegionCall,
    _ structural: [StructuralCall]
  ) -> Bool {
    let reach = 30
    let isNear = structural.contains { structural in
      [structural.interval.start, structural.interval.end].contains {
        abs($0 - site.interval.start) <= reach || abs($0 - site.interval.end) <= reach
      }
    }
    let own = site.judged.flatMap { support.reads[$0] }
    return isNear && own.allSatisfy { call.reads[$0].anchor != .both }
  }

  /// Stretches with too few good reads that reads of low mapping quality would fill.
  private func badlyMapped(_ pileup: Pileup) -> [Interval] {
    let needed = Int32(settings.minimumDepthOneCopy)
    return Interval.runs(
      pileup.depth.indices.lazy
        .filter { pileup.depth[$0] < needed && store.badlyMapped[$0] >= needed }
        .map { locus.interval.start + $0 })
  }

  private func overlapping(_ region: Interval) -> [Int] {
    store.reads.indices.filter { store.clippedExtent(store.reads[$0]).overlaps(region) }
  }

  private func records(
    _ call: RegionCall, _ sites: [SiteEvidence], beside structural: [StructuralCall],
    _ listsOthers: Bool
  ) -> [ReadRecord] {
    let isMixed = sites.count { Set($0.site.genotype).count > 1 } > 1
    return sites.compactMap { evidence in
      let (site, support, unlisted) = (evidence.site, evidence.support, evidence.unlisted)
      guard !isEdge(site, support, call, structural) else { return nil }
      return SiteRecord(
        site: site, call: call, support: support, contig: contig,
        filters: CallFilter.failed(site, support, call, bases, settings),
        total: total(site),
        phaseSet: isMixed && !site.isReference ? sites.first?.site.interval.start : nil,
        unlisted: unlisted,
        listsOthers: listsOthers
      ).record
    }
  }

  /// Reads of each allele of a substitution, those thinned out among them, and last of any other; `nil`
  /// where none was.
  private func total(_ site: CalledSite) -> [Int]? {
    guard site.reference.count == 1, site.alternates.allSatisfy({ $0.count == 1 }),
      let counts = store.everyRead?.counts(at: site.interval.start)
    else { return nil }
    let alternates = site.alternates.map { counts.others[Int(BaseCode.of($0.bytes[0]))] }
    let others = counts.others.reduce(0, +)
    return [counts.reads - others] + alternates + [others - alternates.reduce(0, +)]
  }

  /// A change in a repeat may be written some bases away.
  private func hasCall(near stretch: Interval, _ variants: [ReadRecord]) -> Bool {
    let around = Interval(stretch.start - 50, stretch.end + 50)
    return variants.contains { $0.interval.overlaps(around) }
  }

  /// What was called and may be believed: regions whole, larger changes by their ends. One other base is
  /// no reason for an aligner to clip reads.
  private func explained(
    _ calls: [RegionCall], _ structural: [StructuralCall]
  ) -> [UnexplainedClips.Explanation] {
    calls.filter { !$0.isReference && !$0.isOpen }.compactMap { call in
      let changes = Set(call.carried).flatMap { call.changes[$0] }
      guard changes.contains(where: { $0.isIndel || $0.reference.count > 1 }) || changes.count > 1
      else { return nil }
      return UnexplainedClips.Explanation(
        interval: call.region, inserted: changes.map(\.alternate.count).max() ?? 0)
    }
      + structural.filter(\.filters.isEmpty).flatMap { call in
        [call.interval.start, call.interval.end].map {
          UnexplainedClips.Explanation(
            interval: Interval($0, $0), inserted: call.isDeletion ? 0 : call.interval.count)
        }
      }
  }

  /// Whether a region's call has the change of a structural one, as where some reads hold it whole and
  /// others are clipped in it.
  private func isCalled(_ structural: StructuralCall, _ calls: [RegionCall]) -> Bool {
    guard let edit = structural.edit else { return false }
    return calls.contains { call in
      call.carried.contains { haplotype in
        call.changes[haplotype].contains { Edit($0).isSame(as: edit, on: bases) }
      }
    }
  }

  private func open(_ reading: CopyNumberReading, _ places: Int) -> CopyNumberReading {
    guard reading.isAssessed else { return reading }
    return .notAssessed(
      reason:
        "reads leave the reference at \(places) place\(places == 1 ? "" : "s") of the "
        + "locus, and what they go on with was not found")
  }

  /// Quality of the bases of tested regions, and 0 of those beside unexplained clips and where the reads kept
  /// don't show what all do, and of all where the reads are of RNA, by position.
  private func qualities(_ calls: [RegionCall], _ clips: [Interval]) -> [Int: Int] {
    var qualities: [Int: Int] = [:]
    for call in calls {
      for position in call.region.start...call.region.end {
        qualities[position] = min(qualities[position] ?? 99, call.genotypeQuality)
      }
    }
    for clip in clips { for position in clip.start...clip.end { qualities[position] = 0 } }
    for position in store.unlikeAll { qualities[position] = 0 }
    if store.counts.areSpliced {
      for position in locus.interval.start...locus.interval.end { qualities[position] = 0 }
    }
    return qualities
  }

  private func numbered(_ records: [ReadRecord]) -> [ReadRecord] {
    var ordered = records.sorted {
      ($0.position, $0.end, $0.fixedText) < ($1.position, $1.end, $1.fixedText)
    }
    for index in ordered.indices { ordered[index].number = index + 1 }
    return ordered
  }
}
