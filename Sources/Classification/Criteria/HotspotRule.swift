import Flow
import Genome
import Settings

/// PM1: residues are changed in a domain in which disease variants gather.
struct HotspotRule {
  let input: CriterionInput

  func result() -> CriterionResult {
    if let open = input.openBesideOthers(.pm1) { return open }
    let hotspots = input.policy.hotspots.regions
    guard input.isMissense || input.isInFrame, let residues = input.residues else {
      return CriterionResult(.pm1, .notMet, "No residue is replaced, won or lost in frame.")
    }
    let touched = input.regions(hotspots.value, touchedBy: residues)
    let place =
      residues.count == 1
      ? "Residue \(residues.lowerBound)" : "Residues \(residues.lowerBound)-\(residues.upperBound)"
    guard !touched.isEmpty else {
      return CriterionResult(
        .pm1, .notMet, "\(place): outside \(hotspots.value.joined(separator: " and ")).",
        sources: [hotspots.source])
    }
    let names = touched.map { "\($0.name) (\($0.first)-\($0.last))" }
    return CriterionResult(
      .pm1, .met(.moderate), "\(place): in the \(names.joined(separator: " and ")).",
      sources: [hotspots.source] + touched.map(\.source))
  }
}
