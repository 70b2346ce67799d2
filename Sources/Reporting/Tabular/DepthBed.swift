import Flow

/// Depth and mapping quality of every base of the locus, stretches of equal values in one line.
///
/// Columns: contig, start (0-based), end, reads, good bases, mean mapping quality (`.` where there is
/// none); the first line names them.
struct DepthBed {
  static func text(_ depth: ReadDepth, contig: String) -> String {
    var text = "#chrom\tstart\tend\treads\tgood\tmapping_quality\n"
    var first = 0
    for index in depth.bases.indices {
      let isLast = index + 1 == depth.bases.count
      guard isLast || depth.bases[index + 1] != depth.bases[first] else { continue }
      let base = depth.bases[first]
      let quality = base.mappingQuality.map { String($0) } ?? "."
      let start = depth.start - 1
      text +=
        "\(contig)\t\(start + first)\t\(start + index + 1)\t\(base.reads)\t\(base.good)\t"
        + "\(quality)\n"
      first = index + 1
    }
    return text
  }
}
