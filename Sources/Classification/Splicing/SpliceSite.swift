import Genome

/// A donor or an acceptor of the transcript.
struct SpliceSite: Sendable, Hashable {
  enum Kind: String, Sendable, CaseIterable, Hashable {
    case donor
    case acceptor

    var weights: SpliceWeights { self == .donor ? .donor : .acceptor }

    var dinucleotide: [UInt8] { Array((self == .donor ? "GT" : "AG").utf8) }

    /// From the border's index to the dinucleotide's first base.
    var dinucleotideOffset: Int { self == .donor ? 0 : -2 }
  }

  let kind: Kind
  /// Counted from 1.
  let exon: Int
  /// Chromosome position of the first base behind the border in the direction of the transcript:
  /// the intron's first base for a donor, the exon's for an acceptor.
  let border: Int

  static func all(of transcript: Transcript) -> [SpliceSite] {
    transcript.introns.enumerated().flatMap { index, intron in
      [
        SpliceSite(kind: .donor, exon: index + 1, border: intron.end),
        SpliceSite(kind: .acceptor, exon: index + 2, border: intron.start - 1),
      ]
    }
  }

  /// Bits on the unchanged locus.
  func strength(on locus: Locus) -> Double? {
    let weights = kind.weights
    let high = border + weights.before
    return locus.bases(in: Interval(high - weights.length + 1, high)).flatMap {
      weights.strength(at: weights.before, in: $0.reverseComplement.bytes)
    }
  }

  /// The places that the weights of the site look at, on the chromosome.
  var motif: Interval {
    let high = border + kind.weights.before
    return Interval(high - kind.weights.length + 1, high)
  }

  /// GC-AG is, after GT-AG, the other major group of mammalian introns.
  static let sourceOfGC = "Burset 2001, PMC29840"

  /// Whether a donor's GT becomes GC.
  func becomesGC(by change: SequenceChange) -> Bool {
    kind == .donor && change.isSubstitution && change.start == border - 1
      && change.alternate.text == "G"
  }

  /// The site's two intron bases, on the chromosome.
  var dinucleotide: Interval {
    kind == .donor ? Interval(border - 1, border) : Interval(border + 1, border + 2)
  }
}
