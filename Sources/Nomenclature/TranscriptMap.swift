public import Genome

/// Maps chromosome positions to a transcript's and back. The transcript lies on the minus strand:
/// its 5' end has the highest chromosome position.
public struct TranscriptMap: Sendable, Hashable {
  public let transcript: Transcript
  public let locus: Locus
  /// Transcript position (1-based) of each exon's first base, in transcript order.
  public let exonStarts: [Int]
  /// The spliced transcript in its own direction.
  public let spliced: BaseSequence
  /// Transcript position of the ATG's A, 1-based.
  public let codingStart: Int
  /// Transcript position of the stop codon's last base, 1-based.
  public let codingEnd: Int
  /// The transcript's protein with its stop.
  public let protein: [AminoAcid]

  /// The transcript's exons must lie inside the locus and its coding ends in exons; the reference
  /// bundle's check says so in words.
  public init(transcript: Transcript, locus: Locus) {
    self.transcript = transcript
    self.locus = locus
    var starts: [Int] = []
    var bases = BaseSequence()
    for exon in transcript.exons {
      starts.append(bases.count + 1)
      bases = bases + (locus.bases(in: exon) ?? BaseSequence()).reverseComplement
    }
    exonStarts = starts
    spliced = bases
    func position(_ genomic: Int) -> Int {
      let exon = transcript.exons.firstIndex { $0.contains(genomic) } ?? 0
      return starts[exon] + transcript.exons[exon].end - genomic
    }
    codingStart = position(transcript.coding.end)
    codingEnd = position(transcript.coding.start)
    protein = GeneticCode.translateToStop(bases.bytes.dropFirst(codingStart - 1))
  }

  public var length: Int { spliced.count }

  /// Index (0-based) of the exon that holds a chromosome position.
  public func exonIndex(at position: Int) -> Int? {
    transcript.exons.firstIndex { $0.contains(position) }
  }

  /// Index (0-based) of the intron that holds a chromosome position.
  private func intronIndex(at position: Int) -> Int? {
    transcript.introns.firstIndex { $0.contains(position) }
  }

  /// Transcript position (1-based) of an exonic chromosome position.
  public func transcriptPosition(of position: Int) -> Int? {
    exonIndex(at: position).map { exonStarts[$0] + transcript.exons[$0].end - position }
  }

  /// Chromosome position of a transcript position (1-based).
  public func genomicPosition(ofTranscript position: Int) -> Int? {
    guard position >= 1, position <= length,
      let exon = exonStarts.lastIndex(where: { $0 <= position })
    else { return nil }
    return transcript.exons[exon].end - (position - exonStarts[exon])
  }

  /// The `c.` place of a chromosome position; `nil` beyond the transcript's ends. The middle base
  /// of an intron counts from the exon before it.
  public func codingPosition(of position: Int) -> CodingPosition? {
    if let inTranscript = transcriptPosition(of: position) {
      return codingPosition(ofTranscript: inTranscript, offset: 0)
    }
    guard let intron = intronIndex(at: position) else { return nil }
    let donorSide = transcript.exons[intron].start - position
    let acceptorSide = position - transcript.exons[intron + 1].end
    return donorSide <= acceptorSide
      ? codingPosition(ofTranscript: exonStarts[intron + 1] - 1, offset: donorSide)
      : codingPosition(ofTranscript: exonStarts[intron + 1], offset: -acceptorSide)
  }

  /// AATAAA of NM_014009.4, c.*873 to c.*878, on the chromosome; `nil` for a transcript that ends before it.
  public var polyadenylationSignal: Interval? {
    guard let first = genomicPosition(of: CodingPosition(873, isAfterStop: true)),
      let end = genomicPosition(of: CodingPosition(878, isAfterStop: true))
    else { return nil }
    return Interval(min(first, end), max(first, end))
  }

  /// Whether a change replaces a base of the signal, or inserts bases between two of it.
  public func changesPolyadenylationSignal(_ change: SequenceChange) -> Bool {
    guard let signal = polyadenylationSignal else { return false }
    guard change.isInsertion else { return signal.overlaps(change.interval) }
    return signal.start < change.start && change.start <= signal.end
  }

  /// The chromosome position of a `c.` place; `nil` where the transcript has no such place: past
  /// its ends, an offset from a base that is not at an exon's edge, or past the intron.
  public func genomicPosition(of place: CodingPosition) -> Int? {
    guard let inTranscript = transcriptPosition(of: place),
      let exonic = genomicPosition(ofTranscript: inTranscript),
      let exon = exonIndex(at: exonic)
    else { return nil }
    guard place.isIntronic else { return exonic }
    let edge = place.offset > 0 ? transcript.exons[exon].start : transcript.exons[exon].end
    let position = exonic - place.offset
    let intron = place.offset > 0 ? exon : exon - 1
    guard exonic == edge, transcript.introns.indices.contains(intron),
      transcript.introns[intron].contains(position)
    else { return nil }
    return position
  }

  /// Whether every base of a stretch, or the two neighbours of an empty one, lie in one exon.
  public func isWithinOneExon(_ stretch: Interval) -> Bool {
    transcript.exons.contains { $0.contains(stretch.withNeighbours) }
  }

  private func transcriptPosition(of place: CodingPosition) -> Int? {
    let position =
      place.isAfterStop
      ? codingEnd + place.number
      : codingStart + (place.number > 0 ? place.number - 1 : place.number)
    guard place.number != 0, position >= 1, position <= length,
      place.isAfterStop || position <= codingEnd
    else { return nil }
    return position
  }

  private func codingPosition(ofTranscript position: Int, offset: Int) -> CodingPosition {
    if position > codingEnd {
      return CodingPosition(position - codingEnd, isAfterStop: true, offset: offset)
    }
    let number = position - codingStart
    return CodingPosition(number >= 0 ? number + 1 : number, offset: offset)
  }
}
