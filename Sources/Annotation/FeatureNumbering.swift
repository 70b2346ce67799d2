import Genome

/// Exon and intron numbers as VEP writes them: `3/12`, `11-12/12`.
struct FeatureNumbering {
  let transcript: Transcript

  func exon(_ touched: Interval) -> String? { text(transcript.exons, touched) }
  func intron(_ touched: Interval) -> String? { text(transcript.introns, touched) }

  /// Signed bases to the nearest junction: `+5` and `-3` in an intron as in the `c.` name; in an
  /// exon the bases to its nearer inner end, 1 at the end itself.
  func spliceDistance(_ touched: Interval) -> Int? {
    let outer = touched.isEmpty ? Interval(touched.end, touched.start) : touched
    var nearest: Int?
    for intron in transcript.introns {
      for place in [outer.start, outer.end] where intron.contains(place) {
        let donor = intron.end - place + 1
        let acceptor = place - intron.start + 1
        nearest = closer(nearest, donor <= acceptor ? donor : -acceptor)
      }
      guard nearest == nil || !transcript.introns.contains(where: { $0.overlaps(outer) }) else {
        continue
      }
    }
    if nearest != nil { return nearest }
    return exonicDistance(outer)
  }

  private func exonicDistance(_ outer: Interval) -> Int? {
    guard let index = transcript.exons.firstIndex(where: { $0.overlaps(outer) }) else { return nil }
    let exon = transcript.exons[index]
    let toDonor = index < transcript.exons.count - 1 ? max(1, outer.start - exon.start + 1) : nil
    let toAcceptor = index > 0 ? max(1, exon.end - outer.end + 1) : nil
    return [toDonor, toAcceptor].compactMap { $0 }.min()
  }

  private func closer(_ known: Int?, _ found: Int) -> Int {
    guard let known else { return found }
    return abs(found) < abs(known) ? found : known
  }

  private func text(_ features: [Interval], _ touched: Interval) -> String? {
    let hit = features.indices.filter { meets(touched, features[$0]) }
    guard let first = hit.first, let last = hit.last else { return nil }
    let numbers = first == last ? "\(first + 1)" : "\(first + 1)-\(last + 1)"
    return "\(numbers)/\(features.count)"
  }

  private func meets(_ touched: Interval, _ feature: Interval) -> Bool {
    touched.end >= feature.start && touched.start <= feature.end
  }
}
