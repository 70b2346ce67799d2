extension ReadRecord {
  /// As `chrX:49251441 G>A`; long runs of bases cut to their ends.
  public var spelling: String {
    ReadRecord.spelling(contig, position, reference, alternates)
  }

  public static func spelling(
    _ contig: String, _ position: Int, _ reference: String, _ alternates: [String]
  ) -> String {
    LongAllele.shortened("\(contig):\(position) \(reference)>\(alternates.joined(separator: ","))")
  }
}
