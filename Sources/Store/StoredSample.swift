public import Flow
public import Genome

/// What was said of one sample, when, and what it stood on.
public struct StoredSample: Sendable, Hashable {
  /// What the classes stood on.
  public struct Basis: Sendable, Hashable {
    /// Version of the program.
    public var tool: String
    /// Version of the curated table, and the laboratory's own over it with their digests.
    public var table: String
    /// Files of frequencies and scores with their digests; empty without.
    public var evidence: String

    public init(tool: String, table: String, evidence: String) {
      self.tool = tool
      self.table = table
      self.evidence = evidence
    }
  }

  public var sample: String
  /// SHA-256 (hexadecimal) of header and isolated records.
  public var contentDigest: String
  /// As `2026-01-31`.
  public var runDate: String
  public var basis: Basis
  /// Evidence of the patient's case was counted for one of the variants.
  public var hasCase: Bool
  public var inputName: String
  public var sex: Sex
  public var sexSource: SexAssessment.Source
  /// `nil` without genotypes, and so are the next two.
  public var conclusion: String?
  public var finding: String?
  public var completeness: String?
  public var variants: [StoredVariant]
  /// Stretches of the coding exons with their splice sites, of exon 1's donor and of the polyadenylation signal that
  /// were shown to be read, on GRCh38.
  public var proven: [Interval]
  /// Whether its source lists places without a variant, as reference blocks and reads do; `nil` in records
  /// of stores of version 1, which did not write it down.
  public var listsReference: Bool?

  /// Whether the DNA is the person's for all that is known, and not a donor's or the mother's.
  var isOfThePerson: Bool { conclusion != ConclusionWord.notAssessable.rawValue }

  /// - Parameters:
  ///   - hasCase: whether evidence of the patient's case was counted for one of the variants.
  ///   - onGRCh38: a position of the input's build on GRCh38, or `nil`.
  public init(
    _ result: SampleResult, runDate: String, basis: Basis, hasCase: Bool,
    onGRCh38: (Int) -> Int?
  ) {
    sample = result.sample
    contentDigest = result.provenance.contentDigest
    self.runDate = runDate
    self.basis = basis
    self.hasCase = hasCase
    inputName = result.provenance.inputName
    sex = result.sex.sex
    sexSource = result.sex.source
    conclusion = result.conclusion?.word.rawValue
    finding = result.conclusion?.finding.rawValue
    completeness = result.conclusion?.completeness.rawValue
    variants = result.variants.map(StoredVariant.init)
    listsReference = result.listsReference
    let stretches =
      result.exons.flatMap(\.proven) + result.ledger.compactMap(StoredSample.proven)
    proven = stretches.compactMap { stretch in
      guard let start = onGRCh38(stretch.start), let end = onGRCh38(stretch.end) else {
        return nil
      }
      return Interval(start, end)
    }
  }

  init(
    sample: String, contentDigest: String, runDate: String, basis: Basis, hasCase: Bool,
    inputName: String, sex: Sex, sexSource: SexAssessment.Source, conclusion: String?,
    finding: String?, completeness: String?, variants: [StoredVariant], proven: [Interval],
    listsReference: Bool?
  ) {
    self.sample = sample
    self.contentDigest = contentDigest
    self.runDate = runDate
    self.basis = basis
    self.hasCase = hasCase
    self.inputName = inputName
    self.sex = sex
    self.sexSource = sexSource
    self.conclusion = conclusion
    self.finding = finding
    self.completeness = completeness
    self.variants = variants
    self.proven = proven
    self.listsReference = listsReference
  }

  /// Variants without those that another record of the file tells again in the same class: of a change told twice, the
  /// confirmed telling.
  public var told: [StoredVariant] {
    let confirmed = Set(variants.filter(\.isConfirmed).map(Telling.init))
    var seen: Set<Telling> = []
    return variants.filter { variant in
      let telling = Telling(variant)
      guard variant.isConfirmed || !confirmed.contains(telling) else { return false }
      return seen.insert(telling).inserted
    }
  }

  /// What is said of an allele: of several records, by one that is confirmed.
  func telling(of identifier: String) -> StoredVariant? {
    let tellings = variants.filter { $0.identifier == identifier }
    return tellings.first(where: \.isConfirmed) ?? tellings.first
  }

  /// The polyadenylation signal, whose state is told of the whole; the other entries are rows or exons.
  private static func proven(_ entry: LedgerEntry) -> Interval? {
    guard entry.kind == .polyadenylationSignal else { return nil }
    return switch entry.state {
    case .referenceSeen, .alternateSeen, .otherAlternateSeen: entry.interval
    case .uncertain, .notLookedAt: nil
    }
  }
}

/// A change and its class, by which two records say the same.
private struct Telling: Hashable {
  let identifier: String
  let changes: [StoredChange?]
  let clinicalClass: ClinicalClass

  init(_ variant: StoredVariant) {
    identifier = variant.identifier
    changes = [variant.change] + variant.parts
    clinicalClass = variant.clinicalClass
  }
}
