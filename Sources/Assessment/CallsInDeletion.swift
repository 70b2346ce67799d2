import Flow
import Genome

/// Calls of bases that another confirmed call deletes from every copy: one of the two is wrong.
struct CallsInDeletion {
  let reading: LocusReading

  /// One sentence for each such deletion.
  func doubts(_ carried: [SampleVariant]) -> [String] {
    carried.filter(isOnEveryCopy).compactMap { deletion in
      guard let deleted = deletion.deletedStretch else { return nil }
      let within = carried.filter { other in
        other.isConfirmed && other != deletion && other.deletedStretch == nil
          && ChangePlace(other.classified.annotated.normalised).map {
            deleted.holds($0.interval)
          } == true
      }.map(\.name)
      guard let first = within.first ?? readAsReference(deleted) else { return nil }
      let more = within.count > 1 ? " and \(within.count - 1) more" : ""
      return
        "\(deletion.name) is called on every copy, and \(first)\(more) in what it deletes: the "
        + "records contradict each other, and which of them is true is open."
    }
  }

  private func isOnEveryCopy(_ variant: SampleVariant) -> Bool {
    variant.isConfirmed && (variant.zygosity == .hemizygous || variant.zygosity == .homozygous)
  }

  private func readAsReference(_ deleted: Interval) -> String? {
    reading.observations.contains {
      $0.verdict == .reference && deleted.contains($0.interval) && ($0.depth ?? 0) > 0
    } ? "reference bases with enough reads" : nil
  }
}

extension Interval {
  /// Of an insertion both neighbours have to lie in it.
  fileprivate func holds(_ other: Interval) -> Bool {
    other.isEmpty ? start < other.start && other.start <= end : contains(other)
  }
}

extension SampleVariant {
  /// Bases that are surely gone, of a deletion of more than fifty; `nil` for other changes.
  fileprivate var deletedStretch: Interval? {
    let stretch: Interval? =
      switch classified.annotated.normalised.change {
      case .sequence(let change) where change.alternate.isEmpty: change.interval
      case .structural(let change) where change.kind == .deletion:
        change.narrowest ?? change.interval
      default: nil
      }
    return stretch.flatMap { $0.count > 50 ? $0 : nil }
  }
}
