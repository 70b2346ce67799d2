import Flow
import Genome

/// Whether the depth around the locus can show a lost or gained copy.
struct CopyNumberRule {
  let profile: DepthProfile
  let locus: Interval
  let settings: CallingSettings
  /// 1 or 2; `nil` where the sex is unknown.
  let copies: Int?

  /// The depth's course, and whether copy number counts as assessed: only where the depth of X is as
  /// high as a reference call needs.
  func judge() -> (segments: DepthSegments?, reading: CopyNumberReading) {
    do throws(DepthBaseline.Doubt) {
      let baseline = try DepthBaseline(profile, outside: locus)
      let segments = DepthSegments(profile, baseline, copies: copies)
      let depth = baseline.mean * profile.readLength / Double(DepthProfile.binSize)
      let needed = settings.depthSteps.dropFirst(copies == 1 ? 1 : 2).first ?? 0
      guard depth >= Double(needed) else {
        return (
          segments,
          .notAssessed(
            reason: "the depth of X beside the locus is \(Int(depth)), under \(needed)")
        )
      }
      return (segments, .assessed(basis: basis(baseline, depth)))
    } catch {
      return (nil, .notAssessed(reason: error.words))
    }
  }

  private func basis(_ baseline: DepthBaseline, _ depth: Double) -> String {
    "Copy number was assessed from split reads, pairs of reads, and depth against the sample's own "
      + "X beside the locus (about \(Int(depth.rounded()))x, in stretches of "
      + "\(DepthProfile.binSize) bases); changes under 500 bases are found by split reads only."
  }
}
