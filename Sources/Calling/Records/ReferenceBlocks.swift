import Flow
import Genome

/// What the reads show as reference: blocks of like depth and quality between the called variants, as
/// in a gVCF. Insertions and deletions were looked for, so their alternate is `<*>`.
struct ReferenceBlocks {
  let pileup: Pileup
  let spanning: SpanningReads
  let locus: Locus
  let contig: String
  let settings: CallingSettings
  /// Copies to be proven.
  let copies: Int

  /// Phred-scaled: a variant at a base is this improbable beforehand.
  private static let prior: Int32 = 30

  /// Phred-scaled: a read is this improbably one of another place or person.
  private static let mostPerRead: Int32 = 10

  /// Blocks of every base with reads that no interval of `taken` holds. `quality`: of bases in
  /// regions that were called reference as a whole.
  func records(outside taken: [Interval], quality overrides: [Int: Int]) -> [ReadRecord] {
    var isTaken = [Bool](repeating: false, count: pileup.depth.count)
    for interval in taken {
      for position in interval.start...max(interval.start, interval.end)
      where locus.interval.contains(position) {
        isTaken[position - locus.interval.start] = true
      }
    }
    var records: [ReadRecord] = []
    var open: Block?
    for index in pileup.depth.indices {
      let depth = Int(pileup.depth[index])
      let position = locus.interval.start + index
      let quality = isTaken[index] || depth == 0 ? 0 : quality(at: index, overrides[position])
      let band = isTaken[index] || depth == 0 ? nil : band(depth, quality)
      if let block = open, block.band != band {
        records.append(record(block))
        open = nil
      }
      guard let band else { continue }
      if open == nil { open = Block(start: position, band: band) }
      open?.add(position, depth: depth, quality: quality)
    }
    if let open { records.append(record(open)) }
    return records
  }

  /// Stretches deep enough to be called reference, where too few reads go over a base and what lies beside it for
  /// that: as where amplicons meet.
  func unspanned() -> [Interval] {
    let needed = settings.minimumDepth(copies: copies)
    let step = settings.minimumGenotypeQuality
    return Interval.runs(
      pileup.depth.indices.lazy
        .filter { index in
          Int(pileup.depth[index]) >= needed && Int(matching(index)) >= step
            && Int(spanned(matching(index), index)) < step
        }
        .map { locus.interval.start + $0 })
  }

  /// Phred-scaled: that some base of a stretch is another one on a copy, or on each, or that there is an insertion or
  /// deletion (`isIndel`); `nil` where a base has fewer good reads than `depth`.
  func lowestQuality(
    _ stretch: Interval, depth: Int, isOnEveryCopy: Bool, isIndel: Bool,
    quality overrides: [Int: Int]
  ) -> Int? {
    var lowest = 99
    for position in stretch.start...max(stretch.start, stretch.end + (isIndel ? 1 : 0)) {
      guard locus.interval.contains(position) else { return nil }
      let index = position - locus.interval.start
      guard Int(pileup.depth[index]) >= depth else { return nil }
      let most =
        isOnEveryCopy
        ? min(pileup.support[index], Self.mostPerRead * pileup.matches[index])
        : 3 * pileup.matches[index]
      lowest = min(
        lowest,
        quality(at: index, most: isIndel ? spanned(most, index) : most, overrides[position]))
    }
    return lowest
  }

  private struct Block {
    var start: Int
    var end: Int
    var band: [Int]
    var depths = 0
    var lowestDepth = Int.max
    var lowestQuality = Int.max

    init(start: Int, band: [Int]) {
      self.start = start
      end = start
      self.band = band
    }

    mutating func add(_ position: Int, depth: Int, quality: Int) {
      end = position
      depths += depth
      lowestDepth = min(lowestDepth, depth)
      lowestQuality = min(lowestQuality, quality)
    }
  }

  /// Phred-scaled: that the base is not the reference on every copy, or has an insertion or deletion beside it.
  private func quality(at index: Int, _ override: Int?) -> Int {
    quality(at: index, most: spanned(matching(index), index), override)
  }

  /// What the matching reads tell together. Two copies hide a half from each read, so one gives only 3.
  private func matching(_ index: Int) -> Int32 {
    copies == 1 ? pileup.support[index] : 3 * pileup.matches[index]
  }

  /// What is left of it where reads end that do not go over the base and what lies beside it.
  private func spanned(_ most: Int32, _ index: Int) -> Int32 {
    let (over, all) = (Int(spanning.counts[index]), Int(pileup.matches[index]))
    return spanning.isInside[index] && over < all ? Int32(Int(most) * over / all) : most
  }

  private func quality(at index: Int, most: Int32, _ override: Int?) -> Int {
    if let override { return min(override, Int(min(most, 99))) }
    return Int(max(0, min(most, most - pileup.doubt[index] + Self.prior, 99)))
  }

  private func band(_ depth: Int, _ quality: Int) -> [Int] {
    [settings.depthSteps.count { depth >= $0 }, quality >= settings.minimumGenotypeQuality ? 1 : 0]
  }

  private func record(_ block: Block) -> ReadRecord {
    let count = block.end - block.start + 1
    let base = locus.bases(in: Interval(block.start, block.start))?.text ?? "N"
    let genotype = copies == 1 ? "0" : "0/0"
    let depth = block.depths / count
    let fixed = [
      contig, String(block.start), ".", base, "<*>", ".", "PASS", "END=\(block.end)",
    ]
    let text = [genotype, block.lowestQuality, depth, block.lowestDepth].map { "\($0)" }
    return ReadRecord(
      number: 0, contig: contig, position: block.start, end: block.end, reference: base,
      alternates: ["<*>"], structuralLengths: [nil], filters: ["PASS"],
      fixedText: fixed.joined(separator: "\t"), formatText: "GT:GQ:DP:MIN_DP",
      calls: [
        SampleCall(
          genotype: Genotype(
            alleles: Array(repeating: 0, count: copies), isPhased: false, text: genotype),
          depth: depth, minimumDepth: block.lowestDepth,
          genotypeQuality: Double(block.lowestQuality), text: text.joined(separator: ":"))
      ])
  }
}
