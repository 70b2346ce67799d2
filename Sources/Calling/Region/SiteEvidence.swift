/// What the reads of a region say at one of its sites.
struct SiteEvidence: Sendable {
  let site: CalledSite
  let support: AlleleSupport
  let unlisted: UnlistedReads
  private let isMosaic: Bool

  init(_ site: CalledSite, _ call: RegionCall) {
    self.site = site
    support = AlleleSupport(site, call)
    unlisted = UnlistedReads(site, call, support)
    isMosaic = call.mosaicShare != nil
  }

  /// Whether the reads show something else than the called alleles: none has one of them, more have an allele
  /// that is not listed, or they fit a genotype with such an allele better. The candidates were compared with
  /// each other only, and none of them may be right.
  var isContradicted: Bool {
    guard !site.isReference else { return false }
    let depths = support.depths
    return site.judged.contains { depths[$0] == 0 || depths[$0] < unlisted.depth }
      || !isMosaic && unlisted.fits(betterThan: site.genotype)
  }
}
