/// What a sample's genotype is by the bytes of a record alone, with nothing made of them: for the
/// hundred thousands of records that are only counted.
public enum GenotypeGlance: Sendable, Hashable {
  /// The record has to be read to tell.
  case doubt
  /// Not a substitution, filtered, missing or reference.
  case nothing
  /// A passing substitution with an alternate allele; `quality` is GQ, phred-scaled. `reads`: of a heterozygous
  /// one, all that are counted (AD), and `most`, those of its commonest allele; 0 where they are not counted.
  case substitution(
    ploidy: Int, isHeterozygous: Bool, quality: Int?, most: Int = 0, reads: Int = 0)
}

extension VariantRecord {
  /// Looks at the sample at a 0-based place. It speaks of records of a single base with one or more
  /// of A, C, G, T for it and plain values of GT, GQ, AD and FT; of anything else it says `doubt`.
  public func glance(at sample: Int) -> GenotypeGlance {
    guard hasFormat, sample >= 0, sample < sampleCount else { return .doubt }
    if column(.reference).count != 1 { return .nothing }
    guard let alleleCount = singleBases(column(.alternate)) else { return .doubt }
    if alleleCount == 0 { return .nothing }
    guard !ColumnText.holds("END=", in: column(.information)) else { return .doubt }
    guard passes(column(.filter)) else { return .nothing }
    return glance(column(.format), column(at: 9 + sample), alleleCount)
  }

  private func glance(
    _ format: Span<UInt8>, _ values: Span<UInt8>, _ alleleCount: Int
  ) -> GenotypeGlance {
    var key = 0
    var value = 0
    var genotype: Range<Int>?
    var quality: Int?
    var depths: Range<Int>?
    var countsOtherwise = false
    while key < format.count, value < values.count {
      let keyEnd = end(of: key, in: format, colon)
      let valueEnd = end(of: value, in: values, colon)
      switch (keyEnd - key, format[key], format[min(key + 1, format.count - 1)]) {
      case (2, UInt8(ascii: "G"), UInt8(ascii: "T")): genotype = value..<valueEnd
      case (2, UInt8(ascii: "G"), UInt8(ascii: "Q")):
        let text = values.extracting(value..<valueEnd)
        if !isMissing(text) {
          guard let number = number(text) else { return .doubt }
          quality = number
        }
      case (2, UInt8(ascii: "F"), UInt8(ascii: "T")):
        let text = values.extracting(value..<valueEnd)
        guard isMissing(text) || passes(text) else { return .nothing }
      case (2, UInt8(ascii: "A"), UInt8(ascii: "D")): depths = value..<valueEnd
      // AO, AF, NV, FAO, VAF, LAD: reads or shares of other callers.
      case (2, UInt8(ascii: "A"), UInt8(ascii: "O")), (2, UInt8(ascii: "A"), UInt8(ascii: "F")),
        (2, UInt8(ascii: "N"), UInt8(ascii: "V")), (3, UInt8(ascii: "F"), UInt8(ascii: "A")),
        (3, UInt8(ascii: "V"), UInt8(ascii: "A")), (3, UInt8(ascii: "L"), UInt8(ascii: "A")):
        countsOtherwise = true
      case (3, UInt8(ascii: "L"), UInt8(ascii: "E")): return .doubt
      default: break
      }
      key = keyEnd + 1
      value = valueEnd + 1
    }
    // More values than keys are an error that reading tells.
    guard value >= values.count, let genotype else { return .doubt }
    let glance = glance(values.extracting(genotype), alleleCount, quality)
    guard case .substitution(let ploidy, true, let quality, _, _) = glance else { return glance }
    guard let depths, !isMissing(values.extracting(depths)) else {
      return countsOtherwise ? .doubt : glance
    }
    guard let (most, reads) = counted(values.extracting(depths), alleleCount + 1) else {
      return .doubt
    }
    return .substitution(
      ploidy: ploidy, isHeterozygous: true, quality: quality, most: most, reads: reads)
  }

  /// The largest and the sum of `count` whole numbers with commas between them; `nil` for anything else.
  private func counted(_ text: Span<UInt8>, _ count: Int) -> (most: Int, reads: Int)? {
    var (start, found, largest, sum) = (0, 0, 0, 0)
    while start <= text.count {
      let end = end(of: start, in: text, UInt8(ascii: ","))
      guard let value = number(text.extracting(start..<end)) else { return nil }
      found += 1
      largest = max(largest, value)
      sum += value
      start = end + 1
    }
    return found == count ? (largest, sum) : nil
  }

  /// GT of one or two alleles of one digit each.
  private func glance(
    _ genotype: Span<UInt8>, _ alleleCount: Int, _ quality: Int?
  ) -> GenotypeGlance {
    guard genotype.count == 1 || genotype.count == 3 else { return .doubt }
    let first = genotype[0]
    let second = genotype[genotype.count - 1]
    let isPair = genotype.count == 3
    if isPair, genotype[1] != UInt8(ascii: "/"), genotype[1] != UInt8(ascii: "|") { return .doubt }
    for allele in [first, second] where allele != UInt8(ascii: ".") {
      guard allele >= 0x30, allele <= 0x39, Int(allele) - 0x30 <= alleleCount else { return .doubt }
    }
    let isMissing = first == UInt8(ascii: ".") || second == UInt8(ascii: ".")
    if isMissing || first == 0x30 && second == 0x30 { return .nothing }
    return .substitution(
      ploidy: isPair ? 2 : 1, isHeterozygous: first != second, quality: quality)
  }

  /// How many alternates there are, each a single base; 0 for none, `nil` for anything else.
  private func singleBases(_ alternates: Span<UInt8>) -> Int? {
    if isMissing(alternates) { return 0 }
    guard alternates.count % 2 == 1 else { return nil }
    for index in alternates.indices {
      let byte = alternates[index]
      if index % 2 == 1 {
        guard byte == UInt8(ascii: ",") else { return nil }
      } else {
        switch byte & 0xDF {
        case UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "T"): continue
        default: return nil
        }
      }
    }
    return (alternates.count + 1) / 2
  }

  private func passes(_ filter: Span<UInt8>) -> Bool {
    if isMissing(filter) { return true }
    guard filter.count == 4 else { return false }
    return filter[0] == UInt8(ascii: "P") && filter[1] == UInt8(ascii: "A")
      && filter[2] == UInt8(ascii: "S") && filter[3] == UInt8(ascii: "S")
  }

  private func isMissing(_ text: Span<UInt8>) -> Bool {
    text.isEmpty || text.count == 1 && text[0] == UInt8(ascii: ".")
  }

  /// No less than 0, and in a field's 32 bits; `nil` for anything else.
  private func number(_ text: Span<UInt8>) -> Int? {
    IntegerText.value(text).flatMap { (0...Int(Int32.max)).contains($0) ? $0 : nil }
  }

  private var colon: UInt8 { UInt8(ascii: ":") }

  private func end(of start: Int, in text: Span<UInt8>, _ byte: UInt8) -> Int {
    var index = start
    while index < text.count, text[index] != byte { index += 1 }
    return index
  }
}
