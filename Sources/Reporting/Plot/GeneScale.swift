import Genome

/// Where a chromosome position stands in the gene plot: from the 5' end left to the 3' end right,
/// exons by their length and every intron equally wide.
struct GeneScale {
  private struct Segment {
    var interval: Interval
    var start: Double
    var width: Double
  }

  /// Upstream flank, exon 1, intron 1, …, the last exon, downstream flank.
  private let segments: [Segment]

  init(_ transcript: Transcript) {
    let flank = 1000
    let extent = transcript.extent
    let bases = Double(transcript.exons.reduce(0) { $0 + $1.count })
    let gaps = Double(max(1, transcript.introns.count))
    var stretches: [(Interval, Double)] = [(Interval(extent.end + 1, extent.end + flank), 40)]
    let exonShare = PlotMarkup.width - 80 - gaps * 34 - Double(transcript.exons.count) * 18
    for (index, exon) in transcript.exons.enumerated() {
      stretches.append((exon, 18 + exonShare * Double(exon.count) / max(1, bases)))
      if index < transcript.introns.count { stretches.append((transcript.introns[index], 34)) }
    }
    stretches.append((Interval(extent.start - flank, extent.start - 1), 40))
    var x = 0.0
    segments = stretches.map { interval, width in
      defer { x += width }
      return Segment(interval: interval, start: x, width: width)
    }
  }

  /// The middle of a base; beyond the flanks, the plot's edge.
  func x(_ position: Int) -> Double {
    guard let segment = segments.first(where: { $0.interval.contains(position) }) else {
      let isUpstream = position > (segments.first?.interval.end ?? 0)
      return isUpstream ? 4 : PlotMarkup.width - 4
    }
    let offset = Double(segment.interval.end - position) + 0.5
    return segment.start + offset / Double(max(1, segment.interval.count)) * segment.width
  }

  /// Left edge and width of a stretch within one exon.
  func span(_ interval: Interval) -> (x: Double, width: Double) {
    let half = 0.5 * baseWidth(interval.end)
    let left = x(interval.end) - half
    let right = x(interval.start) + 0.5 * baseWidth(interval.start)
    return (left, max(1, right - left))
  }

  private func baseWidth(_ position: Int) -> Double {
    guard let segment = segments.first(where: { $0.interval.contains(position) }) else { return 0 }
    return segment.width / Double(max(1, segment.interval.count))
  }
}
