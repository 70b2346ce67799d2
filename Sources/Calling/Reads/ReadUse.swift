import HTS

/// What became of the reads over the locus.
public struct ReadUse: Sendable, Hashable {
  public enum Exclusion: Sendable, CaseIterable, Hashable {
    case unmapped, secondary, failedQuality, duplicate, lowMappingQuality, turnedPiece, withoutBases
    case noBaseInLocus
  }

  public var seen = 0
  public var used = 0
  /// Reads not used, by the first reason that applies.
  public var leftOut: [Exclusion: Int] = [:]
  /// Reads beyond the depth limit.
  public var thinned = 0
  /// Reads without base qualities among those used.
  public var withoutQualities = 0
  /// Reads that skip an intron, among those used or thinned out.
  public var spliced = 0
  /// Templates whose mates cover the same bases, counted once.
  public var overlappingMates = 0

  /// Share of the reads from which on they are of RNA, and the fewest bases skipped as an intron.
  private static let splicedShare = 0.1
  private static let shortestIntron = 50

  /// Whether the reads are of RNA: it shows what is expressed, which may be one of two alleles.
  public var areSpliced: Bool {
    spliced > 0 && Double(spliced) >= Self.splicedShare * Double(used + thinned)
  }

  /// Whether an alignment skips an intron.
  static func isSpliced(_ record: borrowing AlignmentRecord) -> Bool {
    for index in 0..<record.cigarCount {
      let (length, operation) = record.cigar(index)
      if operation == .skip, length >= shortestIntron { return true }
    }
    return false
  }

  /// Why a read is not used; `nil` where it is. What samtools mpileup leaves out by default
  /// (unmapped, secondary, failed, duplicate), low mapping quality, turned pieces, and reads without bases.
  static func exclusion(
    of record: borrowing AlignmentRecord, _ settings: CallingSettings
  ) -> Exclusion? {
    let flags = record.flags
    if flags.contains(.unmapped) { return .unmapped }
    if flags.contains(.secondary) { return .secondary }
    if flags.contains(.failedQuality) { return .failedQuality }
    if flags.contains(.duplicate) { return .duplicate }
    if record.mappingQuality < settings.minimumMappingQuality { return .lowMappingQuality }
    if isTurnedPiece(record) { return .turnedPiece }
    return record.baseCount == 0 ? .withoutBases : nil
  }

  /// A piece of a read that lies on the other strand than its main piece, the first that `SA` names of a
  /// supplementary alignment (SAM tags): the molecule is turned over there, and does not show the reference.
  private static func isTurnedPiece(_ record: borrowing AlignmentRecord) -> Bool {
    guard record.flags.contains(.supplementary),
      let main = record.text("SA")?.split(separator: ";").first?.split(separator: ","),
      main.count == 6
    else { return false }
    return (main[2] == "-") != record.flags.contains(.reverse)
  }

  /// One sentence for a report.
  public var sentence: String {
    let reasons = Exclusion.allCases.compactMap { reason in
      leftOut[reason].map { "\($0) \(reason.words)" }
    }
    let rest = reasons.isEmpty ? "" : "; not used: \(reasons.joined(separator: ", "))"
    let deep = thinned == 0 ? "" : "; \(thinned) beyond the depth limit were thinned out"
    return "\(used) of \(seen) reads over the locus were used, \(overlappingMates) pairs of "
      + "overlapping mates counted once\(rest)\(deep)."
  }
}

extension ReadUse.Exclusion {
  var words: String {
    switch self {
    case .unmapped: "unmapped"
    case .secondary: "secondary alignments"
    case .failedQuality: "failing the platform's checks"
    case .duplicate: "duplicates"
    case .lowMappingQuality: "of low mapping quality"
    case .turnedPiece: "pieces of reads that are turned over"
    case .withoutBases: "without bases"
    case .noBaseInLocus: "spanning the locus without a base in it"
    }
  }
}
