import Flow
import Genome

/// What a change too large for a `c.` name takes, in words: `deletion of exon 1`, `deletion of exons 2-3
/// and a part of exon 4`, `duplication of the whole gene`.
enum LargeChangeName {
  /// `nil` for a change of no exon, and for one that is no deletion, duplication or inversion.
  static func text(_ annotated: AnnotatedVariant) -> String? {
    guard let mane = annotated.mane, let kind = kind(of: annotated.normalised.change),
      let place = mane.exon?.split(separator: "/"), let count = place.last.flatMap({ Int($0) })
    else { return nil }
    let touched = place[0].split(separator: "-").compactMap { Int($0) }
    guard let first = touched.first, let last = touched.last, first <= last else { return nil }
    if mane.wholeExons.count == count { return "\(kind) of the whole gene" }
    let inPart = (first...last).filter { !mane.wholeExons.contains($0) }
    return "\(kind) of "
      + [whole(mane.wholeExons), parts(inPart)].compactMap { $0 }
      .joined(separator: " and ")
  }

  /// Whole exons stand in a row: a change is one stretch.
  private static func whole(_ exons: [Int]) -> String? {
    guard let first = exons.first, let last = exons.last else { return nil }
    return first == last ? "exon \(first)" : "exons \(first)-\(last)"
  }

  /// Those at the ends of the stretch.
  private static func parts(_ exons: [Int]) -> String? {
    guard let first = exons.first, let last = exons.last else { return nil }
    return first == last ? "a part of exon \(first)" : "parts of exons \(first) and \(last)"
  }

  private static func kind(of change: NormalisedVariant.Change) -> String? {
    switch change {
    case .structural(let change):
      switch change.kind {
      case .deletion: "deletion"
      case .duplication: "duplication"
      case .inversion: "inversion"
      }
    case .sequence(let change):
      change.alternate.count < change.reference.count ? "deletion" : nil
    case .notAssessable: nil
    }
  }
}
