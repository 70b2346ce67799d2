public import Genome
import Nomenclature

/// The variant on one build.
public struct Placement: Sendable, Hashable {
  public var assembly: Assembly
  /// VCF spelling: 1-based POS, REF and ALT, left-aligned and anchored; a symbolic ALT for
  /// structural changes.
  public var position: Int
  public var reference: String
  public var alternate: String
  /// HGVS `g.` name with the chromosome's accession.
  public var genomicName: String
  /// SPDI in NCBI's canonical (fully expanded) form; `nil` for structural changes.
  public var spdi: String?

  public init(
    assembly: Assembly, position: Int, reference: String, alternate: String, genomicName: String,
    spdi: String?
  ) {
    self.assembly = assembly
    self.position = position
    self.reference = reference
    self.alternate = alternate
    self.genomicName = genomicName
    self.spdi = spdi
  }
}

/// Whether a new stop leads to nonsense-mediated decay, by the stop's place.
public struct DecayPrediction: Sendable, Hashable {
  /// Decay is expected where the stop stands more than this many bases before the last exon
  /// junction (Nagy & Maquat 1998, doi 10.1016/S0968-0004(98)01208-0; Abou Tayoun 2018,
  /// doi 10.1002/humu.23626).
  public static let minimumDistance = 50

  public var isExpected: Bool
  /// Residue number of the new stop in the changed protein.
  public var stopResidue: Int
  /// Exon, counted from 1, that holds the new stop.
  public var stopExon: Int
  /// Transcript bases from the new stop to the last exon junction; negative beyond it.
  public var basesBeforeLastJunction: Int

  public init(
    isExpected: Bool, stopResidue: Int, stopExon: Int, basesBeforeLastJunction: Int
  ) {
    self.isExpected = isExpected
    self.stopResidue = stopResidue
    self.stopExon = stopExon
    self.basesBeforeLastJunction = basesBeforeLastJunction
  }

  /// As `135 bases before the last exon junction`, or behind it.
  public static func place(_ basesBeforeLastJunction: Int) -> String {
    basesBeforeLastJunction >= 0
      ? "\(basesBeforeLastJunction) bases before the last exon junction"
      : "\(-basesBeforeLastJunction) bases behind the last exon junction"
  }
}

/// What the variant does to one transcript.
public struct TranscriptAnnotation: Sendable, Hashable {
  public var transcript: String
  public var protein: String
  public var ensemblAlias: String
  public var isManeSelect: Bool
  /// Most severe first; never empty.
  public var consequences: [ConsequenceTerm]
  public var impact: Impact
  /// `n/N`, or `a-b/N` over several, or `nil`.
  public var exon: String?
  /// Numbers of the exons, counted from 1, of which all bases are changed.
  public var wholeExons: [Int] = []
  public var intron: String?
  /// HGVS `c.` name without accession, or `nil` beyond the transcript's ends.
  public var codingName: String?
  /// HGVS `p.` name without accession, in parentheses as a prediction: `p.(Phe373Ala)`.
  public var proteinName: String?
  /// Other spellings of the protein name in use, as `p.(Met1?)`.
  public var proteinAliases: [String]
  /// VEP's CSQ columns; `nil` where VEP leaves them empty.
  public var cDNAPosition: String? = nil
  public var codingPosition: String? = nil
  public var proteinPosition: String?
  public var aminoAcids: String? = nil
  public var codons: String? = nil
  /// Named protein regions touched, in protein order.
  public var regions: [String]
  /// Signed bases to the nearest splice junction of the transcript: for an intronic change the
  /// number in its `c.` name (`+5`, `-3`), for an exonic one the bases to the exon's nearer inner
  /// end (1 is the last base); `nil` beyond the transcript.
  public var spliceDistance: Int? = nil
  public var decay: DecayPrediction? = nil

  public init(
    transcript: String, protein: String, ensemblAlias: String, isManeSelect: Bool,
    consequences: [ConsequenceTerm], impact: Impact, exon: String? = nil, intron: String? = nil,
    codingName: String? = nil, proteinName: String? = nil, proteinAliases: [String] = [],
    proteinPosition: String? = nil, regions: [String] = []
  ) {
    self.transcript = transcript
    self.protein = protein
    self.ensemblAlias = ensemblAlias
    self.isManeSelect = isManeSelect
    self.consequences = consequences
    self.impact = impact
    self.exon = exon
    self.intron = intron
    self.codingName = codingName
    self.proteinName = proteinName
    self.proteinAliases = proteinAliases
    self.proteinPosition = proteinPosition
    self.regions = regions
  }
}

/// A variant with its names and what it does.
public struct AnnotatedVariant: Sendable, Hashable {
  public var normalised: NormalisedVariant
  /// The build of the input; `nil` for a variant that can't be assessed.
  public var placement: Placement?
  /// The same allele on the other build; `nil` where it has no counterpart there.
  public var otherPlacement: Placement?
  /// GA4GH VRS allele identifier on GRCh38, `ga4gh:VA.…`; `nil` where there is none.
  public var vrsIdentifier: String?
  /// MANE Select first; empty for a variant that can't be assessed.
  public var transcripts: [TranscriptAnnotation]
  /// Whether it may do more to the MANE Select transcript than its terms tell.
  public var mayActBeyondTerms: Bool
  /// Whether it is the reference sequence of GRCh38, which GRCh37 differs from there: names, table and
  /// evidence stand on GRCh38, and there nothing changes.
  public var isReferenceOfGRCh38: Bool
  /// What a reader has to know besides, as the distance beyond the transcript's end.
  public var notes: [String]

  public init(
    normalised: NormalisedVariant, placement: Placement?, otherPlacement: Placement?,
    vrsIdentifier: String? = nil, transcripts: [TranscriptAnnotation],
    mayActBeyondTerms: Bool = false, isReferenceOfGRCh38: Bool = false, notes: [String] = []
  ) {
    self.normalised = normalised
    self.placement = placement
    self.otherPlacement = otherPlacement
    self.vrsIdentifier = vrsIdentifier
    self.transcripts = transcripts
    self.mayActBeyondTerms = mayActBeyondTerms
    self.isReferenceOfGRCh38 = isReferenceOfGRCh38
    self.notes = notes
  }

  /// The allele on each build that has it, the input's first.
  public var placements: [Placement] { [placement, otherPlacement].compactMap { $0 } }

  /// `nil` where the allele has no counterpart on the build.
  public func placement(on assembly: Assembly) -> Placement? {
    placements.first { $0.assembly == assembly }
  }

  /// What it does to the MANE Select transcript.
  public var mane: TranscriptAnnotation? { transcripts.first { $0.isManeSelect } }

  /// As most changes in introns and untranslated regions.
  public var isOfNoKnownEffect: Bool { mane?.impact == .modifier && !mayActBeyondTerms }
}

extension AnnotatedVariant {
  /// As `c.1189C>T p.(Arg397Trp)`; `nil` beyond the transcript.
  public var shortName: String? {
    guard let mane, let coding = mane.codingName else { return nil }
    return [coding, mane.proteinName].compactMap { $0 }.joined(separator: " ")
  }

  /// The allele's bases on a build; `nil` for structural changes, and where it has no place there.
  public func change(on assembly: Assembly) -> SequenceChange? {
    if normalised.assembly == assembly { return normalised.sequenceChange }
    guard let other = otherPlacement, other.assembly == assembly, other.spdi != nil,
      let reference = BaseSequence(other.reference), let alternate = BaseSequence(other.alternate)
    else { return nil }
    return SequenceChange(start: other.position, reference: reference, alternate: alternate)
      .trimmed()
  }
}
