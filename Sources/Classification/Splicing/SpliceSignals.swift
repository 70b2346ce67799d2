import Genome
import Nomenclature

/// What a change does to the splice signals of the transcript, by position weights: sites of the
/// transcript that become weaker or stronger, sites that come up, and the branch point.
///
/// Notes only: no criterion stands on them. Weights see no more than the few bases of a site.
struct SpliceSignals: Sendable {
  private let map: TranscriptMap
  private let sites: [SpliceSite]
  /// Strength of the transcript's weakest site of each kind.
  private let weakest: [SpliceSite.Kind: Double]

  init(map: TranscriptMap) {
    self.map = map
    sites = SpliceSite.all(of: map.transcript)
    var weakest: [SpliceSite.Kind: Double] = [:]
    for site in sites {
      guard let strength = site.strength(on: map.locus) else { continue }
      weakest[site.kind] = min(strength, weakest[site.kind] ?? strength)
    }
    self.weakest = weakest
  }

  /// Sentences on what changes; empty where nothing does, and for changes too large for weights.
  func notes(on change: SequenceChange) -> [String] {
    let reach = 160
    guard !change.isLarge,
      change.interval.overlaps(map.transcript.extent) || change.isInsertion
    else { return [] }
    let spellings = change.spellings(on: map.locus).compactMap {
      ChangedStretch($0, reach: reach, on: map.locus)
    }
    guard let stretch = spellings.first else { return [] }
    let repeated = RepeatedDonor(change, on: map)
    let changed = sites.compactMap { site in
      repeated.flatMap { self.repeated(site, $0) } ?? self.changed(site, spellings)
    }
    let own = Set(sites.flatMap { stretch.borders(at: stretch.index(of: $0.border)) })
    return changed.map(\.sentence)
      + changed.compactMap { substitute(of: $0, stretch, own) }
      + SpliceSite.Kind.allCases.compactMap { arisen($0, stretch, own) }
      + BranchPoints(map: map).notes(stretch)
  }

  /// A site of the transcript with its strength before and after.
  private struct ChangedSite {
    let site: SpliceSite
    let before: Double
    let after: Double
    let sentence: String
  }

  /// `nil` where the site's bases stay the same in some spelling of the change.
  private func changed(_ site: SpliceSite, _ spellings: [ChangedStretch]) -> ChangedSite? {
    var strengths: [(before: Double, after: Double)] = []
    for stretch in spellings {
      let index = stretch.index(of: site.border)
      guard let before = site.kind.weights.strength(at: index, in: stretch.before) else {
        return nil
      }
      let after = stretch.borders(at: index).compactMap {
        site.kind.weights.strength(at: $0, in: stretch.after)
      }
      guard let best = after.max() else { return nil }
      strengths.append((before, best))
    }
    guard let kept = strengths.max(by: { $0.after < $1.after }), kept.after != kept.before else {
      return nil
    }
    return ChangedSite(
      site: site, before: kept.before, after: kept.after,
      sentence:
        "The \(site.kind.rawValue) of exon \(site.exon) has \(text(kept.before)) bits before "
        + "and \(text(kept.after)) after the change (\(scale(site.kind))).")
  }

  /// `nil` for every other site than the one that stands twice.
  private func repeated(_ site: SpliceSite, _ donor: RepeatedDonor) -> ChangedSite? {
    guard site.kind == .donor, site.exon == donor.exon else { return nil }
    return ChangedSite(
      site: site, before: donor.before, after: max(donor.first, donor.second),
      sentence:
        "The donor of exon \(site.exon) stands twice after the change, with \(donor.strengths); "
        + "\(scale(.donor)).")
  }

  private func scale(_ kind: SpliceSite.Kind) -> String {
    let least = weakest[kind].map { "; the weakest \(kind.rawValue) of the gene has \(text($0))" }
    return "at best \(text(kind.weights.best))\(least ?? "")"
  }

  /// Where a site falls below every true one: the strongest other site around, which may be used in
  /// its place.
  private func substitute(
    of changed: ChangedSite, _ stretch: ChangedStretch, _ own: Set<Int>
  ) -> String? {
    let kind = changed.site.kind
    guard changed.after < weakest[kind] ?? 0,
      let place = stretch.borders(at: stretch.index(of: changed.site.border)).first
    else { return nil }
    let around = max(0, place - 100)..<min(stretch.after.count, place + 101)
    let others = candidates(kind, around, stretch.after).filter { !own.contains($0.border) }
    guard let best = others.max(by: { $0.strength < $1.strength }), best.strength > changed.after
    else { return nil }
    let strongest =
      "The strongest other \(kind.rawValue) within 100 bases is \(name(best.border, kind, stretch)), "
      + "with \(text(best.strength)) bits"
    // An acceptor is looked for from the branch point on: the next AG is often the one in use.
    guard kind == .acceptor, let next = others.first(where: { $0.border > place }),
      next.border != best.border
    else { return strongest + "." }
    return "\(strongest); the next AG is \(name(next.border, kind, stretch)), "
      + "with \(text(next.strength))."
  }

  /// The strongest site that comes up or grows by the change, at least as strong as the gene's
  /// weakest true one.
  private func arisen(
    _ kind: SpliceSite.Kind, _ stretch: ChangedStretch, _ own: Set<Int>
  ) -> String? {
    let weights = kind.weights
    let touched =
      max(
        0, stretch.inserted.lowerBound - weights.length)..<min(
        stretch.after.count, stretch.inserted.upperBound + weights.before + 1)
    let risen = candidates(kind, touched, stretch.after).compactMap { candidate in
      let before = stretch.origin(of: candidate.border).flatMap {
        weights.strength(at: $0, in: stretch.before)
      }
      let grows = before.map { candidate.strength > $0 } ?? true
      let isStrong = candidate.strength >= weakest[kind] ?? .infinity
      return grows && isStrong && !own.contains(candidate.border)
        ? (border: candidate.border, strength: candidate.strength, before: before) : nil
    }
    guard let best = risen.max(by: { $0.strength < $1.strength }) else { return nil }
    let before = best.before.map { " (\(text($0)) before)" } ?? ""
    return "A possible \(kind.rawValue) comes up \(name(best.border, kind, stretch)), with "
      + "\(text(best.strength)) bits\(before)."
  }

  /// Places with GT or AG where it belongs.
  private func candidates(
    _ kind: SpliceSite.Kind, _ range: Range<Int>, _ sequence: [UInt8]
  ) -> [(border: Int, strength: Double)] {
    let signal = kind.dinucleotide
    let weights = kind.weights
    return range.compactMap { index in
      let start = index + kind.dinucleotideOffset
      guard start >= 0, start + 2 <= sequence.count,
        sequence[start] == signal[0], sequence[start + 1] == signal[1],
        let strength = weights.strength(at: index, in: sequence)
      else { return nil }
      return (index, strength)
    }
  }

  /// As `behind c.816+34` for a donor, whose exon would end there, and `before c.817-12` for an
  /// acceptor.
  private func name(
    _ border: Int, _ kind: SpliceSite.Kind, _ stretch: ChangedStretch
  ) -> String {
    let base = kind == .donor ? border - 1 : border
    let word = kind == .donor ? "behind" : "before"
    guard let origin = stretch.origin(of: base),
      let place = map.codingPosition(of: stretch.position(of: origin))
    else { return "at the changed bases" }
    return "\(word) c.\(place)"
  }

  private func text(_ bits: Double) -> String { SpliceSignals.text(bits) }

  /// One decimal, as `-3.5`.
  static func text(_ bits: Double) -> String {
    let tenths = Int((bits * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
