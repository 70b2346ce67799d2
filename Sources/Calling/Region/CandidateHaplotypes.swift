import Genome

/// The sequences a region may have on a chromosome: the reference, what reads that span the region
/// show as a whole or of the suggested changes, and each of these by itself.
struct CandidateHaplotypes: Sendable {
  /// Sequences looked at besides the reference.
  private static let limit = 7
  /// Sequences beyond those that may be left out of the genotype, but not unnoticed.
  private static let furtherLimit = 24
  /// Below this quality a mismatch is taken for a reading error of this read.
  private static let trustedQuality: UInt8 = 15

  /// The reference first, then by the reads that show them.
  let sequences: [[UInt8]]
  /// Those with fewer reads, which no genotype is made of.
  let further: [[UInt8]]

  init(
    _ region: ActiveRegion, _ reads: [RegionRead], _ together: EditsTogether, _ locus: LocusBases,
    _ settings: CallingSettings
  ) {
    let reference = Array(locus.codes(in: region.interval))
    var weights: [[UInt8]: Int] = [:]
    var spanning = 0
    for read in reads where read.anchor == .both {
      spanning += 1
      guard let sequence = Self.corrected(read, reference) else { continue }
      weights[sequence, default: 0] += 1
    }
    for (sequence, reads) in together.sequences {
      weights[sequence] = max(weights[sequence] ?? 0, reads)
    }
    let needed = spanning > 3 ? 2 : 1
    weights = weights.filter {
      $0.value >= needed && Double($0.value) >= settings.minimumFraction * Double(spanning)
    }
    for weighed in region.edits {
      guard let sequence = EditsTogether.sequence([weighed.edit], region.interval, reference)
      else { continue }
      weights[sequence] = max(weights[sequence] ?? 0, weighed.reads)
    }
    if let (whole, reads) = Self.together(region, reference) {
      weights[whole] = max(weights[whole] ?? 0, reads)
    }
    weights[reference] = nil
    let ordered = weights.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }
    sequences = [reference] + ordered.prefix(Self.limit).map(\.key)
    further = ordered.dropFirst(Self.limit).prefix(Self.furtherLimit).map(\.key)
  }

  /// A spanning read's bases, with weak mismatches given back to the reference where its length
  /// allows to compare; `nil` where a base is unknown.
  private static func corrected(_ read: RegionRead, _ reference: [UInt8]) -> [UInt8]? {
    var codes = Array(read.codes)
    for index in codes.indices {
      let isWeak = read.qualities[index] < trustedQuality
      if codes.count == reference.count, isWeak { codes[index] = reference[index] }
      if codes[index] >= BaseCode.unknown { return nil }
    }
    return codes
  }

  /// All suggested changes on one chromosome, if none overlaps another; with the fewest reads of any.
  private static func together(
    _ region: ActiveRegion, _ reference: [UInt8]
  ) -> (sequence: [UInt8], reads: Int)? {
    guard region.edits.count > 1,
      let sequence = EditsTogether.sequence(region.edits.map(\.edit), region.interval, reference)
    else { return nil }
    return (sequence, region.edits.map(\.reads).min() ?? 0)
  }
}
