public import Genome

/// Reads made from the locus' bases, in SAM, without errors: every base of a stretch around the locus
/// is covered evenly. Beyond the locus the bases are drawn, since nobody looks at them there.
public struct MadeReads {
  /// One molecule's bases, each with its 1-based place on chromosome X; `nil` for an inserted base.
  public struct Haplotype {
    var bases: [UInt8]
    var places: [Int?]

    /// `stretch` of the reference.
    public init(_ locus: Locus, _ stretch: Interval) {
      var generator = SeededGenerator(seed: 11)
      places = (stretch.start...stretch.end).map { $0 }
      bases = (stretch.start...stretch.end).map { position in
        let drawn = Array("ACGT".utf8)[Int.random(in: 0..<4, using: &generator)]
        return locus.base(at: position) ?? drawn
      }
    }

    /// With the bases of `interval` (empty: before its start) replaced.
    public func replacing(_ interval: Interval, with text: String) -> Haplotype {
      var copy = self
      guard let start = places.firstIndex(of: interval.start) else { return self }
      let range = start..<(start + interval.count)
      copy.bases.replaceSubrange(range, with: Array(text.utf8))
      copy.places.replaceSubrange(
        range,
        with: text.utf8.enumerated().map { offset, _ in
          offset < interval.count && text.utf8.count == interval.count
            ? interval.start + offset : nil
        })
      return copy
    }

    /// The same places with the bases that stand `count` bases further on: reads of a sequence that is
    /// not the locus'.
    public func bases(shiftedBy count: Int) -> Haplotype {
      var copy = self
      copy.bases = Array(bases[count...] + bases[..<count])
      return copy
    }

    /// With the bases of `interval` standing twice in a row.
    public func duplicating(_ interval: Interval) -> Haplotype {
      var copy = self
      guard let start = places.firstIndex(of: interval.start) else { return self }
      let range = start..<(start + interval.count)
      copy.bases.insert(contentsOf: bases[range], at: range.upperBound)
      copy.places.insert(contentsOf: places[range], at: range.upperBound)
      return copy
    }
  }

  /// One aligned piece of a read.
  private struct Piece {
    var position: Int
    var end: Int
    var cigar: String
    var range: Range<Int>
  }

  public var readLength = 150
  /// Bases between the starts of two reads of a molecule.
  public var step = 10
  public var sample = "made"
  public var contig = "chrX"
  private let length: Int

  public init(_ locus: Locus) { length = locus.chromosomeLength }

  /// A SAM file's text. `keeps`: whether a read over a stretch of the reference is written.
  public func sam(
    _ haplotypes: [Haplotype], keeps: (Interval) -> Bool = { _ in true }
  ) -> String {
    var lines: [(position: Int, text: String)] = []
    for (number, haplotype) in haplotypes.enumerated() {
      for start in stride(from: 0, to: haplotype.bases.count - readLength, by: step) {
        let name = "m\(number).\(start)"
        guard let line = line(haplotype, start, name), keeps(line.extent) else { continue }
        lines.append((line.extent.start, line.text))
      }
    }
    let header =
      "@HD\tVN:1.6\tSO:coordinate\n@SQ\tSN:\(contig)\tLN:\(length)\n@RG\tID:g\tSM:\(sample)\n"
    return header
      + lines.sorted { ($0.position, $0.text) < ($1.position, $1.text) }
      .map { $0.text + "\n" }.joined()
  }

  /// A read is aligned in one piece, or, where its molecule leaves the reference by more than 50 bases,
  /// in two: then the longer one is primary and names the other in `SA`.
  private func line(
    _ haplotype: Haplotype, _ start: Int, _ name: String
  ) -> (extent: Interval, text: String)? {
    let range = start..<(start + readLength)
    let pieces = pieces(Array(haplotype.places[range]))
    guard let main = pieces.max(by: { $0.range.count < $1.range.count }) else { return nil }
    let strand = start / step % 2 == 0 ? 0 : 16
    let bases = String(decoding: haplotype.bases[range], as: UTF8.self)
    var fields = [
      name, String(strand), contig, String(main.position), "60", clipped(main), "*", "0", "0",
      bases, String(repeating: "F", count: readLength), "RG:Z:g",
    ]
    if pieces.count == 2, let other = pieces.first(where: { $0.range != main.range }),
      other.range.count >= 30
    {
      let sign = strand == 0 ? "+" : "-"
      fields.append("SA:Z:\(contig),\(other.position),\(sign),\(clipped(other)),60,0;")
    }
    return (Interval(main.position, main.end), fields.joined(separator: "\t"))
  }

  private func clipped(_ piece: Piece) -> String {
    let before = piece.range.lowerBound
    let behind = readLength - piece.range.upperBound
    return (before > 0 ? "\(before)S" : "") + piece.cigar + (behind > 0 ? "\(behind)S" : "")
  }

  private func pieces(_ places: [Int?]) -> [Piece] {
    var pieces: [Piece] = []
    var offset = 0
    while offset < places.count {
      guard let position = places[offset] else {
        offset += 1
        continue
      }
      var piece = Piece(position: position, end: position, cigar: "", range: offset..<offset + 1)
      var operations: [(Int, Character)] = [(1, "M")]
      var inserted = 0
      offset += 1
      while offset < places.count {
        guard let next = places[offset] else {
          inserted += 1
          offset += 1
          continue
        }
        let gap = next - piece.end - 1
        guard gap >= 0, gap <= 50 else { break }
        if inserted > 0 { operations.append((inserted, "I")) }
        if gap > 0 { operations.append((gap, "D")) }
        if gap == 0, inserted == 0 {
          operations[operations.count - 1].0 += 1
        } else {
          operations.append((1, "M"))
        }
        inserted = 0
        piece.end = next
        offset += 1
        piece.range = piece.range.lowerBound..<offset
      }
      piece.cigar = operations.map { "\($0.0)\($0.1)" }.joined()
      pieces.append(piece)
    }
    return pieces
  }
}
