public import Genome

/// A deletion, duplication or inversion given by its ends only (symbolic ALT).
public struct StructuralChange: Sendable, Hashable {
  /// What becomes of the stretch, by VCF's SVTYPE.
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case deletion = "DEL"
    case duplication = "DUP"
    case inversion = "INV"
  }

  /// How well its ends are known (VCF 4.5, section 3: IMPRECISE, CIPOS, CIEND).
  public enum Precision: Sendable, Hashable {
    case exact
    /// Where its first and its last base lie.
    case within(first: Interval, last: Interval)
    /// Called imprecise, and not said by how much.
    case unknown
  }

  public var kind: Kind
  /// The bases deleted, duplicated or inverted (the anchor base is not among them). May leave
  /// the locus.
  public var interval: Interval
  public var precision: Precision
  /// How many bases come in between its ends, or its copies, that its name does not spell; 0 for none.
  public var unspelledBases: Int

  public init(
    kind: Kind, interval: Interval, precision: Precision = .exact, unspelledBases: Int = 0
  ) {
    self.kind = kind
    self.interval = interval
    self.precision = precision
    self.unspelledBases = unspelledBases
  }

  /// The most that it may take; `nil` where that is not known.
  public var widest: Interval? {
    switch precision {
    case .exact: interval
    case .within(let first, let last): Interval(first.start, last.end)
    case .unknown: nil
    }
  }

  /// The least that it takes, an empty stretch where its ends may meet; `nil` where that is not known.
  public var narrowest: Interval? {
    switch precision {
    case .exact: interval
    case .within(let first, let last): Interval(first.end, max(last.start, first.end - 1))
    case .unknown: nil
    }
  }
}

/// Why a variant of the file can't be named or classified. A result, not an error.
public enum NotAssessable: Sendable, Hashable {
  /// `*`: the allele is deleted by a record further up.
  case spanningDeletion
  case breakend(String)
  /// `<INS>`, `<CNV>` and other symbols without a sequence or a direction.
  case symbolic(String)
  /// `<DEL>` and `<DUP>` on one copy each of two in all: both copies are of one parent, and none is lost.
  case copyNeutral(String)
  /// A deletion or duplication of more than half of the X chromosome.
  case chromosomeNumber(String)
  /// A symbolic allele whose SVLEN and END contradict each other.
  case endsDisagree(String)
  /// REF is not the reference: what the file says, and what the build has there.
  case referenceMismatch(file: String, build: String)
  /// Characters that are no bases, as IUPAC codes in ALT.
  case notBases(String)
  /// Beyond the bases this program knows.
  case outsideLocus
  /// REF and ALT are the same.
  case noChange

  /// One clause for a report; of long alleles the ends.
  public var reason: String { LongAllele.shortened(text) }

  private var text: String {
    switch self {
    case .spanningDeletion: "the allele is deleted here by an overlapping record (ALT *)"
    case .breakend(let text):
      "a breakend (\(text)) joins another place, and is not resolved to an allele"
    case .symbolic(let text): "the symbolic allele \(text) gives no sequence or direction"
    case .copyNeutral(let text):
      "\(text) is told with the other one of <DEL> and <DUP> on one copy each, and with two copies in all (CN): this "
        + "is copy-neutral loss of heterozygosity, in which no copy is lost"
    case .chromosomeNumber(let text):
      "\(text) takes more than half of the X chromosome: it tells of the number of X chromosomes (as 45,X or 47,XXY), "
        + "which a karyotype settles, not of FOXP3 alone"
    case .endsDisagree(let text): "SVLEN and END of \(text) give different ends"
    case .referenceMismatch(let file, let build):
      "REF \(file) is not the build's reference (\(build))"
    case .notBases(let text): "the allele \(text) is not made of A, C, G and T"
    case .outsideLocus: "it reaches beyond the bases known here"
    case .noChange: "REF and ALT are the same"
    }
  }
}

/// One variant in its only spelling.
public struct NormalisedVariant: Sendable, Hashable {
  /// By its bases, by its ends, or not to be named.
  public enum Change: Sendable, Hashable {
    /// Trimmed of shared bases and left-aligned on the plus strand.
    case sequence(SequenceChange)
    case structural(StructuralChange)
    case notAssessable(NotAssessable)
  }

  /// The build of `change`'s coordinates.
  public var assembly: Assembly
  public var change: Change
  /// What the file gave: one, or several alleles of one haplotype that were joined; empty for a
  /// variant that was named and not read.
  public var parts: [ReadVariant]
  /// How the parts were shown to stand on one haplotype; empty for a single part.
  public var joinReason: String

  public init(
    assembly: Assembly, change: Change, parts: [ReadVariant] = [], joinReason: String = ""
  ) {
    self.assembly = assembly
    self.change = change
    self.parts = parts
    self.joinReason = joinReason
  }

  public var sequenceChange: SequenceChange? {
    if case .sequence(let change) = change { change } else { nil }
  }

  public var isJoined: Bool { parts.count > 1 }
}
