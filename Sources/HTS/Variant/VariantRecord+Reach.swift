import Genome

/// How far along the reference a record speaks. POS alone does not tell: a deletion, a reference
/// block or a structural variant may start far before the place of interest.
extension VariantRecord {
  /// POS to the end of REF, 1-based.
  public var referenceEnd: Int { position + max(column(.reference).count, 1) - 1 }

  /// INFO END, 1-based; `nil` where absent, before POS, or on another chromosome (`CHR2`, as
  /// Delly writes translocations).
  public func declaredEnd() throws(HTSError) -> Int? {
    guard let first = try informationIntegers("END").first, let end = first else { return nil }
    if let other = information("CHR2"), ContigName.bare(other) != ContigName.bare(text(.contig)) {
      return nil
    }
    return end >= position ? end : nil
  }

  /// INFO SVLEN per ALT, with its sign.
  public func structuralLengths() throws(HTSError) -> [Int?] {
    hasInformation("SVLEN") ? try informationIntegers("SVLEN") : []
  }

  /// The end that SVLEN gives to symbolic alleles, 1-based: POS is the base before the event. An
  /// insertion (`<INS…>`) takes up no reference.
  public func structuralEnd() throws(HTSError) -> Int? {
    var end: Int?
    let lengths = try structuralLengths()
    guard !lengths.isEmpty else { return nil }
    for (index, alternate) in alternates.enumerated() where isSpanning(alternate) {
      guard let length = lengths[min(index, lengths.count - 1)] else { continue }
      end = max(end ?? 0, position + abs(length))
    }
    return end
  }

  /// FORMAT LEN (VCF 4.5): each sample's length of its reference block, counted from POS; empty
  /// where FORMAT has none.
  private func blockLengths() throws(HTSError) -> [Int?] {
    guard ColumnText.holds("LEN", in: column(.format)), formatKeys.contains("LEN") else {
      return []
    }
    var lengths: [Int?] = []
    for index in 0..<sampleCount { lengths.append(try integer("LEN", sample(index))) }
    return lengths
  }

  /// The last reference base, 1-based, that any part of the record speaks of.
  public func reach() throws(HTSError) -> Int {
    let blocks = try blockLengths().compactMap { $0 }.max() ?? 0
    return max(
      referenceEnd, try declaredEnd() ?? 0, try structuralEnd() ?? 0, position + blocks - 1)
  }

  private func isSpanning(_ alternate: String) -> Bool {
    alternate.hasPrefix("<") && !alternate.hasPrefix("<INS")
      && !["<NON_REF>", "<*>"].contains(alternate)
  }
}
