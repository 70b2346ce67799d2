import Flow
import Genome

/// Calls of bases that another confirmed call deletes from every copy, and calls beside the reference in what it
/// deletes from one: one of the two is wrong.
struct CallsInDeletion {
  let reading: LocusReading

  /// One sentence for each such deletion.
  func doubts(_ carried: [SampleVariant]) -> [String] {
    carried.compactMap { deletion in
      guard deletion.isConfirmed, let deleted = deletion.longRemoval else { return nil }
      let within = carried.filter { other in
        other.isConfirmed && other != deletion && other.longRemoval == nil
          && ChangePlace(other.classified.annotated.normalised).map {
            deleted.holds($0.interval)
          } == true
      }
      switch deletion.zygosity {
      case .hemizygous, .homozygous:
        let others = within.isEmpty ? readAsReference(deleted) : within.map(\.name)
        return doubt(deletion, "every copy", others, "in what")
      case .heterozygous:
        let mixed = within.filter(isBesideReference).map(\.name)
        return doubt(deletion, "one copy", mixed, "beside the reference in what")
      case .mosaic, .conflict, .unknown: return nil
      }
    }
  }

  private func doubt(
    _ deletion: SampleVariant, _ copies: String, _ others: [String], _ place: String
  ) -> String? {
    guard let first = others.first else { return nil }
    let more = others.count > 1 ? " and \(others.count - 1) more" : ""
    return
      "\(deletion.name) is called on \(copies), and \(first)\(more) \(place) it deletes: the "
      + "records contradict each other, and which of them is true is open."
  }

  /// By genotype and by reads.
  private func isBesideReference(_ variant: SampleVariant) -> Bool {
    variant.zygosity == .heterozygous
      && variant.writtenAlleles.joined().contains("0")
      && variant.alleleFraction.map(TwoAllelesInMale.isMixed) == true
  }

  private func readAsReference(_ deleted: Interval) -> [String] {
    reading.observations.contains {
      $0.verdict == .reference && deleted.contains($0.interval) && ($0.depth ?? 0) > 0
    } ? ["reference bases with enough reads"] : []
  }
}

extension Interval {
  /// Of an insertion both neighbours have to lie in it.
  func holds(_ other: Interval) -> Bool {
    other.isEmpty ? start < other.start && other.start <= end : contains(other)
  }
}

extension SampleVariant {
  /// Bases that are surely gone; `nil` for what is no deletion.
  var removedBases: Interval? {
    switch classified.annotated.normalised.change {
    case .sequence(let change) where change.alternate.isEmpty: change.interval
    case .structural(let change) where change.kind == .deletion:
      change.narrowest ?? change.interval
    default: nil
    }
  }

  /// `removedBases`, where they are more than fifty.
  fileprivate var longRemoval: Interval? {
    removedBases.flatMap { $0.count > SequenceChange.longestSmall ? $0 : nil }
  }
}
