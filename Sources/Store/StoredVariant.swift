public import Flow
public import Genome

/// A change as the input's build has it, enough to be classified again.
public struct StoredChange: Sendable, Hashable, Codable {
  /// `nil` for a change of sequence, else that of a structural one.
  public var structural: String?
  /// 1-based; of a change of sequence, its first replaced base.
  public var start: Int
  /// Last base of a structural change.
  public var end: Int
  /// Plus-strand bases; empty for an insertion, and for a structural change.
  public var reference: String
  public var alternate: String
  /// First and last place of the first base and of the last one of a structural change with ends that
  /// are not exact; empty where not even that is known, `nil` for exact ones.
  public var ends: [Int]?
  /// How many bases come in at the ends of which the number alone is told; `nil` for none.
  public var unspelledBases: Int?

  /// `nil` for what could not be assessed.
  public init?(_ change: NormalisedVariant.Change) {
    switch change {
    case .sequence(let change):
      structural = nil
      start = change.start
      end = change.interval.end
      reference = change.reference.text
      alternate = change.alternate.text
    case .structural(let change):
      structural = change.kind.rawValue
      start = change.interval.start
      end = change.interval.end
      reference = ""
      alternate = ""
      ends = StoredChange.ends(change.precision)
      unspelledBases = change.unspelledBases > 0 ? change.unspelledBases : nil
    case .notAssessable: return nil
    }
  }

  /// `nil` where the text is not a change.
  public var change: NormalisedVariant.Change? {
    if let structural {
      return StructuralChange.Kind(rawValue: structural).map {
        .structural(
          StructuralChange(
            kind: $0, interval: Interval(start, end), precision: precision,
            unspelledBases: unspelledBases ?? 0))
      }
    }
    guard let reference = BaseSequence(reference), let alternate = BaseSequence(alternate) else {
      return nil
    }
    return .sequence(SequenceChange(start: start, reference: reference, alternate: alternate))
  }

  private static func ends(_ precision: StructuralChange.Precision) -> [Int]? {
    switch precision {
    case .exact: nil
    case .unknown: []
    case .within(let first, let last): [first.start, first.end, last.start, last.end]
    }
  }

  private var precision: StructuralChange.Precision {
    guard let ends else { return .exact }
    guard ends.count == 4 else { return .unknown }
    return .within(first: Interval(ends[0], ends[1]), last: Interval(ends[2], ends[3]))
  }
}

/// A variant as it was seen in a sample.
public struct StoredVariant: Sendable, Hashable {
  /// SPDI on GRCh38, else the `g.` name, else `chrom-pos-ref-alt` of the file.
  public var identifier: String
  /// GA4GH VRS allele identifier; empty where there is none.
  public var vrsIdentifier: String
  /// As `c.1189C>T p.(Arg397Trp)`.
  public var name: String
  /// VCF spelling on GRCh38; `nil` where it has none there.
  public var spelling: VariantSpelling?
  public var assembly: Assembly
  /// `nil` for what could not be assessed.
  public var change: StoredChange?
  /// What was joined; empty for a single variant.
  public var parts: [StoredChange]
  public var clinicalClass: ClinicalClass
  public var source: ClassSource
  public var criteria: [String]
  public var points: Int?
  /// `unknown` also for what is called heterozygous in a share of reads under that of one of two copies.
  public var zygosity: Zygosity
  public var genotype: String
  public var isConfirmed: Bool
  /// Names of changes of the same copy that take its frame shift back; `nil` in records that did not keep them.
  public var restoring: [String]?

  public init(_ variant: SampleVariant) {
    let annotated = variant.classified.annotated
    let normalised = annotated.normalised
    let naming = Naming(annotated)
    identifier = naming.identifier
    vrsIdentifier = annotated.vrsIdentifier ?? ""
    name = naming.name
    spelling = naming.spelling
    assembly = normalised.assembly
    change = StoredChange(normalised.change)
    parts = normalised.isJoined ? StoredVariant.parts(normalised) : []
    clinicalClass = variant.classified.clinicalClass
    source = variant.classified.source
    criteria = variant.classified.criteria
    points = variant.classified.points
    zygosity = variant.isOfUnknownShare ? .unknown : variant.zygosity
    genotype = variant.genotypeText
    isConfirmed = variant.isConfirmed
    restoring = variant.classified.restoring
  }

  /// The parts as their records spell them.
  private static func parts(_ variant: NormalisedVariant) -> [StoredChange] {
    variant.parts.compactMap(\.spelledChange).compactMap { StoredChange(.sequence($0)) }
  }

  init(
    identifier: String, vrsIdentifier: String, name: String, spelling: VariantSpelling?,
    assembly: Assembly, change: StoredChange?, parts: [StoredChange],
    clinicalClass: ClinicalClass, source: ClassSource, criteria: [String], points: Int?,
    zygosity: Zygosity, genotype: String, isConfirmed: Bool, restoring: [String]? = []
  ) {
    self.identifier = identifier
    self.vrsIdentifier = vrsIdentifier
    self.name = name
    self.spelling = spelling
    self.assembly = assembly
    self.change = change
    self.parts = parts
    self.clinicalClass = clinicalClass
    self.source = source
    self.criteria = criteria
    self.points = points
    self.zygosity = zygosity
    self.genotype = genotype
    self.isConfirmed = isConfirmed
    self.restoring = restoring
  }
}

extension StoredVariant {
  /// Under what a variant is found again, whatever build it was read on.
  public struct Naming: Sendable, Hashable {
    public var identifier: String
    public var name: String
    public var spelling: VariantSpelling?

    public init(_ annotated: AnnotatedVariant) {
      let placement = annotated.placement(on: .grch38)
      spelling = placement.map {
        VariantSpelling(
          position: $0.position, reference: $0.reference, alternate: $0.alternate)
      }
      name = annotated.shortName ?? ""
      identifier =
        placement.map { $0.spdi ?? $0.genomicName } ?? annotated.placement?.genomicName
        ?? Naming.text(annotated.normalised)
    }

    /// For what could not be assessed: the records' own text.
    private static func text(_ variant: NormalisedVariant) -> String {
      variant.parts.map { part in
        "\(part.record.contig)-\(part.record.position)-\(part.record.reference)-\(part.alternate)"
      }.joined(separator: ",")
    }
  }
}

/// A VCF spelling on GRCh38: 1-based position of the first reference base, left-aligned, anchored.
public struct VariantSpelling: Sendable, Hashable {
  public var position: Int
  public var reference: String
  public var alternate: String

  public init(position: Int, reference: String, alternate: String) {
    self.position = position
    self.reference = reference
    self.alternate = alternate
  }

  public var interval: Interval { Interval(position, position + reference.utf8.count - 1) }
}
