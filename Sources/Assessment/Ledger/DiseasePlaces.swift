import Genome
import Nomenclature

/// The places of the gene the ledger has to speak of besides the table's rows, as plus-strand
/// intervals (1-based) on the build.
struct DiseasePlaces: Sendable {
  struct Exon: Sendable, Hashable {
    /// 1-based, on NM_014009.4.
    var number: Int
    var interval: Interval
  }

  /// The two donor bases of intron 1, behind the non-coding exon 1.
  let exon1Donor: Interval
  /// Exons that hold coding bases, in transcript order, from the ATG or the exon's start to the
  /// stop codon or the exon's end, with two intron bases at each splice site; exon 2's acceptor lies
  /// before its untranslated part, which is then within.
  let codingExons: [Exon]
  /// AATAAA, c.*873 to c.*878; `nil` if the transcript does not reach so far.
  let polyadenylationSignal: Interval?

  init(transcript: Transcript, locus: Locus) {
    let last = transcript.exons.count - 1
    exon1Donor =
      transcript.exons.first.map { Interval($0.start - 2, $0.start - 1) }
      ?? Interval(0, -1)
    codingExons = transcript.exons.enumerated().compactMap { index, exon in
      guard exon.overlaps(transcript.coding) else { return nil }
      let start = index == last ? max(exon.start, transcript.coding.start) : exon.start - 2
      let end = index == 0 ? min(exon.end, transcript.coding.end) : exon.end + 2
      return Exon(number: index + 1, interval: Interval(start, end))
    }
    polyadenylationSignal =
      TranscriptMap(transcript: transcript, locus: locus).polyadenylationSignal
  }
}
