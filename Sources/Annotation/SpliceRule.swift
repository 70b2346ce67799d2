import Genome
import Nomenclature

/// Terms for what a change does near a splice site, as the Sequence Ontology defines them: the
/// two intron bases at each end (donor, acceptor), the donor's fifth base, the donor region (+3 to
/// +6), the polypyrimidine tract (-17 to -3) and the splice region (three exon bases, intron bases
/// three to eight).
struct SpliceRule {
  let transcript: Transcript

  /// `touched` is the replaced stretch; empty for an insertion, which counts where it parts two
  /// bases of a site.
  func terms(_ touched: Interval) -> Set<ConsequenceTerm> {
    var terms: Set<ConsequenceTerm> = []
    for intron in transcript.introns { terms.formUnion(self.terms(touched, intron)) }
    let stronger: Set<ConsequenceTerm> = [
      .spliceDonor, .spliceAcceptor, .spliceDonorFifthBase, .spliceDonorRegion,
    ]
    if !terms.isDisjoint(with: stronger) { terms.remove(.spliceRegion) }
    // A change that takes exon bases along is said by the acceptor term alone, as VEP does.
    if transcript.exons.contains(where: touched.meets) {
      terms.remove(.splicePolypyrimidineTract)
    }
    if terms.contains(.spliceDonorFifthBase) { terms.remove(.spliceDonorRegion) }
    return terms
  }

  private func terms(_ touched: Interval, _ intron: Interval) -> Set<ConsequenceTerm> {
    let sites = SpliceSites(intron: intron)
    var terms: Set<ConsequenceTerm> = []
    if touched.meets(sites.donor) { terms.insert(.spliceDonor) }
    if touched.meets(sites.acceptor) { terms.insert(.spliceAcceptor) }
    if touched.meets(sites.fifthBase) { terms.insert(.spliceDonorFifthBase) }
    if touched.meets(sites.donorRegion) { terms.insert(.spliceDonorRegion) }
    let tract = sites.polypyrimidineTract
    if touched.meets(tract)
      || (touched.isEmpty && (touched.start == tract.start || touched.end == tract.end))
    {
      terms.insert(.splicePolypyrimidineTract)
    }
    if sites.regions.contains(where: touched.meets)
      || (touched.isEmpty && sites.regionBorders.contains(touched.start))
    {
      terms.insert(.spliceRegion)
    }
    if touched.meets(sites.inner)
      || (touched.isEmpty
        && (touched.start == sites.inner.start || touched.end == sites.inner.end))
    {
      terms.insert(.intron)
    }
    return terms
  }
}

/// The places of one intron on the plus strand; the transcript runs downwards, so the donor is at
/// the intron's high end.
struct SpliceSites {
  let intron: Interval

  var donor: Interval { Interval(intron.end - 1, intron.end) }
  var acceptor: Interval { Interval(intron.start, intron.start + 1) }
  var fifthBase: Interval { Interval(intron.end - 4, intron.end - 4) }
  var donorRegion: Interval { Interval(intron.end - 5, intron.end - 2) }
  var polypyrimidineTract: Interval { Interval(intron.start + 2, intron.start + 16) }
  /// The intron without its two outermost bases at each end: what `intron_variant` speaks of.
  var inner: Interval { Interval(intron.start + 2, intron.end - 2) }

  var regions: [Interval] {
    [
      Interval(intron.end + 1, intron.end + 3), Interval(intron.end - 7, intron.end - 2),
      Interval(intron.start - 3, intron.start - 1), Interval(intron.start + 2, intron.start + 7),
    ]
  }

  /// Starts of insertions on the borders between exon, splice site and region.
  var regionBorders: [Int] {
    [intron.start, intron.start + 2, intron.end - 1, intron.end + 1]
  }
}
