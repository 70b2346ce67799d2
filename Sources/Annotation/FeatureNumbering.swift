import Genome

/// Exon and intron numbers as VEP writes them: `3/12`, `11-12/12`.
struct FeatureNumbering {
  let transcript: Transcript

  func exon(_ touched: Interval) -> String? { text(transcript.exons, touched) }
  func intron(_ touched: Interval) -> String? { text(transcript.introns, touched) }

  /// Signed bases to the nearest junction: `+5` and `-3` in an intron as in the `c.` name, for a
  /// stretch that of its base nearest to a junction; in an exon the bases to its nearer inner end,
  /// 1 at the end itself. An insertion counts from the nearer of its two neighbours.
  func spliceDistance(_ touched: Interval) -> Int? {
    let outer = touched.withNeighbours
    let intronic = transcript.introns.compactMap { intron in
      intron.intersection(outer).map { part in
        let donor = intron.end - part.end + 1
        let acceptor = part.start - intron.start + 1
        return donor <= acceptor ? donor : -acceptor
      }
    }
    return intronic.min { abs($0) < abs($1) } ?? exonicDistance(outer)
  }

  private func exonicDistance(_ outer: Interval) -> Int? {
    guard let index = transcript.exons.firstIndex(where: { $0.overlaps(outer) }) else { return nil }
    let exon = transcript.exons[index]
    let toDonor = index < transcript.exons.count - 1 ? max(1, outer.start - exon.start + 1) : nil
    let toAcceptor = index > 0 ? max(1, exon.end - outer.end + 1) : nil
    return [toDonor, toAcceptor].compactMap { $0 }.min()
  }

  private func text(_ features: [Interval], _ touched: Interval) -> String? {
    let hit = features.indices.filter { touched.meets(features[$0]) }
    guard let first = hit.first, let last = hit.last else { return nil }
    let numbers = first == last ? "\(first + 1)" : "\(first + 1)-\(last + 1)"
    return "\(numbers)/\(features.count)"
  }
}
