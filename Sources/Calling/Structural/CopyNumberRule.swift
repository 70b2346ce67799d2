import Flow
import Genome

/// Whether the depth around the locus can show a lost or gained copy.
struct CopyNumberRule {
  let profile: DepthProfile
  let locus: Interval
  let settings: CallingSettings
  /// 1 or 2; `nil` where the sex is unknown.
  let copies: Int?

  /// Fewest bins with reads on each side of the locus (5,000 bases): a loss that reaches the last read
  /// has no end, and looks as if nothing had been read there.
  private static let minimumBinsBeside = 20
  /// Mean depth over the locus against the depth beside it, from which on a call has to say why.
  private static let usual = 0.75...1.3
  /// Fewest bins of the locus (5,000 bases) whose mean is asked.
  private static let minimumBinsWithin = 20

  /// The depth's course, and whether it can show a change: only where X is read on both sides of the
  /// locus, as deep as a reference call needs.
  func judge() -> (segments: DepthSegments?, reading: CopyNumberReading) {
    do throws(DepthBaseline.Doubt) {
      let baseline = try DepthBaseline(profile, outside: locus)
      let segments = DepthSegments(profile, baseline)
      let depth = baseline.mean * profile.readLength / Double(DepthProfile.binSize)
      guard let doubt = openSide ?? shallow(depth) else {
        return (segments, .assessed(basis: basis(depth)))
      }
      return (segments, .notAssessed(reason: doubt))
    } catch {
      return (nil, .notAssessed(reason: error.words))
    }
  }

  /// What `judge` found, beside the deletions and duplications called (1-based stretches): copy number
  /// counts as assessed where they explain all that is not as deep as the rest of X.
  func reading(
    _ judged: (segments: DepthSegments?, reading: CopyNumberReading), beside calls: [Interval]
  ) -> CopyNumberReading {
    guard judged.reading.isAssessed, let baseline = judged.segments?.baseline,
      let doubt = otherDepth(baseline, calls) ?? twoLevels(baseline, calls)
    else { return judged.reading }
    return .notAssessed(reason: doubt)
  }

  private func otherDepth(_ baseline: DepthBaseline, _ calls: [Interval]) -> String? {
    let rest = profile.bins(in: locus).filter { bin in
      !calls.contains { $0.overlaps(profile.interval(ofBin: bin)) }
    }
    guard rest.count >= Self.minimumBinsWithin else { return nil }
    let starts = rest.reduce(0) { $0 + Int(profile.starts[$1]) }
    let ratio = Double(starts) / Double(rest.count) / baseline.mean
    guard !Self.usual.contains(ratio) else { return nil }
    return
      "FOXP3 is read \(Hundredths.text(ratio)) times as deep as X beside it, and no deletion or "
      + "duplication was found that says why"
  }

  /// Why a loss that reaches the last read could not be seen, as a clause.
  private var openSide: String? {
    let inside = profile.bins(in: locus)
    let counts = [0..<inside.lowerBound, inside, inside.upperBound..<profile.starts.count].map {
      profile.starts[$0].count { $0 > 0 }
    }
    guard counts[0] < Self.minimumBinsBeside || counts[2] < Self.minimumBinsBeside else {
      return nil
    }
    return counts[1] == 0
      ? "no reads lie over FOXP3 although X beside it is read: a deletion, or FOXP3 was not captured"
      : "X is read on one side of FOXP3 only: a deletion goes on there, or the file ends there"
  }

  private func shallow(_ depth: Double) -> String? {
    let needed = settings.minimumDepth(copies: copies)
    guard depth < Double(needed) else { return nil }
    return "the depth of X beside the locus is \(Int(depth)), under \(needed)"
  }

  private func twoLevels(_ baseline: DepthBaseline, _ calls: [Interval]) -> String? {
    let share = baseline.higherShare(of: profile, outside: calls + [locus])
    guard share >= DepthBaseline.mostHigher else { return nil }
    return "X beside FOXP3 is read at two depths, and which of them is that of the usual number of "
      + "copies is open: a deletion or duplication may reach far beyond FOXP3"
  }

  private func basis(_ depth: Double) -> String {
    "Copy number was assessed from split reads, pairs of reads, and depth against the sample's own "
      + "X beside the locus (about \(Int(depth.rounded()))x, in stretches of "
      + "\(DepthProfile.binSize) bases); changes under 500 bases are found by split reads only."
  }
}
