/// A place in HGVS's `c.` numbering: the ATG's A is 1, the base before it -1, the base after the
/// stop codon *1; intronic places count from the nearest exon base (`c.210+1`, `c.211-2`).
public struct CodingPosition: Sendable, Hashable {
  /// Never 0; negative before the ATG; counted from the stop codon where `isAfterStop`.
  public let number: Int
  public let isAfterStop: Bool
  /// 0 in an exon, else bases into the intron: positive after the exon base, negative before it.
  public let offset: Int

  public init(_ number: Int, isAfterStop: Bool = false, offset: Int = 0) {
    self.number = number
    self.isAfterStop = isAfterStop
    self.offset = offset
  }

  public var isIntronic: Bool { offset != 0 }
}

extension CodingPosition: CustomStringConvertible {
  public var description: String {
    let base = isAfterStop ? "*\(number)" : "\(number)"
    if offset == 0 { return base }
    return offset > 0 ? "\(base)+\(offset)" : "\(base)\(offset)"
  }
}
