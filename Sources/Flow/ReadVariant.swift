public import Genome

/// What one sample's column says at one record, before any splitting.
public struct SampleCall: Sendable, Hashable {
  /// A genotype that was concluded from other people's haplotypes.
  public enum Imputation: Sendable, Hashable {
    /// The record is marked (IMP, IMPUTED).
    case marked
    /// A dosage or posterior is given, nothing of reads, and the file marks no records.
    case likely
    /// Nothing of reads is given, and the header names as the file's source a program that fills genotypes in.
    case byProgram(String)
  }

  /// `nil` where the record has no GT.
  public var genotype: Genotype?
  /// DP: reads at the position.
  public var depth: Int?
  /// MIN_DP: the lowest depth within a reference block.
  public var minimumDepth: Int?
  /// AD or what the caller writes in its place, reference first; `nil` for a missing value; empty where
  /// the fields are absent.
  public var alleleDepths: [Int?]
  /// Reads of DP that show none of the alleles counted; `nil` where DP is not given or counts other reads.
  public var unnamedReads: Int?
  /// Reads of other alleles that the sample has in records split from the same one.
  public var splitReads = 0
  /// The sample has an alternate in another record of the same POS.
  public var standsBesideOthers = false
  /// Reads are counted, but not for each of the record's alleles.
  public var hasUnplacedReads = false
  /// The reads counted lie over the ends of a larger change, and are no depth.
  public var hasReadsOfJunctions = false
  /// LAA, LAD and LPL, where they are what reads and likelihoods are told by.
  public var localValues: LocalValues?
  /// Number of `<NON_REF>` or `<*>` among the record's alleles, as GT counts.
  public var unlistedAllele: Int?
  /// Least PL of a genotype with an allele that the record does not name; 0 is the likeliest genotype's.
  /// `nil` where nothing tells it.
  public var unlistedLikelihood: Int?
  /// What PL hold for likelier than the genotype as called, if anything.
  public var likelier: GenotypeLikelihoods.Likelier?
  /// GQ, phred-scaled; where it is absent, what GP tell of the genotype called.
  public var genotypeQuality: Double?
  /// Alleles that are not called are excluded, insertions and deletions too: the quality is RGQ of a record without
  /// alternates (of GATK's models of bases and of insertions and deletions the less sure one, ReferenceConfidenceModel),
  /// or reads beside the file show the same.
  public var isAgainstEveryAllele = false
  /// PS, PSL or PID: calls with the same value are phased with each other.
  public var phaseSet: String?
  /// FT: the sample's own filters; empty where absent or `PASS`.
  public var filters: [String]
  /// Last base that the call speaks of, 1-based, where each sample has its own (FORMAT LEN, VCF 4.5).
  public var end: Int?
  /// How it is told that the genotype was concluded from other people's haplotypes; `nil` where it was read.
  public var imputation: Imputation?
  /// The column's text as in the source.
  public var text: String

  public init(
    genotype: Genotype?, depth: Int? = nil, minimumDepth: Int? = nil, alleleDepths: [Int?] = [],
    unlistedAllele: Int? = nil, unlistedLikelihood: Int? = nil, genotypeQuality: Double? = nil,
    phaseSet: String? = nil, filters: [String] = [],
    text: String = "."
  ) {
    self.genotype = genotype
    self.depth = depth
    self.minimumDepth = minimumDepth
    self.alleleDepths = alleleDepths
    self.unlistedAllele = unlistedAllele
    self.unlistedLikelihood = unlistedLikelihood
    self.genotypeQuality = genotypeQuality
    self.phaseSet = phaseSet
    self.filters = filters
    self.text = text
  }

  /// Reads of an allele as GT counts; 0 where none are told.
  public func reads(of allele: Int) -> Int {
    count(of: allele) ?? 0
  }

  /// Reads of all the record's alleles together.
  public var readsOfAlleles: Int { alleleDepths.reduce(0) { $0 &+ ($1 ?? 0) } }

  /// Share of reads with an alternate allele among those of named alleles and of alleles split off, `nil`
  /// without their numbers or reads.
  public func fraction(of allele: Int) -> Double? {
    guard allele < alleleDepths.count, let reads = alleleDepths[allele] else { return nil }
    let named = alleleDepths.enumerated().filter { $0.offset != unlistedAllele }
    let counted = named.reduce(0) { $0 + ($1.element ?? 0) }
    guard counted > 0, let others = readsBeyond(counted, beside: reads, of: allele) else {
      return nil
    }
    return Double(reads) / Double(counted + others)
  }

  /// Reads to be counted beside those of the record's alleles. `nil` where the reference's or a called allele's
  /// are missing and DP does not stand in for them.
  ///
  /// Of `1/2` a record split by allele holds the reads of one of them. Where it may be such a part, DP counts if
  /// more than a fifth of it, and more than the record has of all others, is of no allele here. Elsewhere it does
  /// not: of an insertion or deletion in a repeat GATK leaves more reads than these unassigned.
  private func readsBeyond(_ counted: Int, beside reads: Int, of allele: Int) -> Int? {
    let called = genotype?.alleles ?? [allele]
    if ([0] + called.compactMap { $0 }).contains(where: { self.count(of: $0) == nil }) {
      return unnamedReads
    }
    guard called.contains(where: { $0 != allele }) else { return 0 }
    let unnamed = unnamedReads ?? 0
    let isSplit = isPart && unnamed > counted / 4 && unnamed > counted - reads
    return max(min(splitReads, unnamedReads ?? splitReads), isSplit ? unnamed : 0)
  }

  /// Whether the record may hold one allele of two: beside another record of its place, in an order that callers
  /// do not write, with half of the genotype missing, or called beside a reference that its reads do not show.
  private var isPart: Bool {
    guard let genotype else { return standsBesideOthers }
    return standsBesideOthers || genotype.isInSplitOrder || genotype.hasMissing
      || (genotype.carries(0) && hasHardly(0))
  }

  /// At most a tenth of the reads counted show the allele.
  private func hasHardly(_ allele: Int) -> Bool { reads(of: allele) <= readsOfAlleles / 10 }

  /// Reads are counted, those of the reference too, and at most a tenth of them show it.
  public var lacksReference: Bool { count(of: 0) != nil && readsOfAlleles > 0 && hasHardly(0) }

  /// Whether the reads counted show `allele` and hardly another, nor does another record of the place.
  public func shows(only allele: Int) -> Bool {
    let others = readsOfAlleles - reads(of: allele)
    return !standsBesideOthers && reads(of: allele) > 0 && count(of: 0) != nil
      && others <= readsOfAlleles / 10
  }

  /// Reads of DP that show neither `allele` nor the reference beside which it is called, where hardly a read shows
  /// that and no record the allele that they are of; else 0.
  public func untoldReads(beside allele: Int) -> Int {
    shows(only: allele)
      ? readsBeyond(readsOfAlleles, beside: reads(of: allele), of: allele) ?? 0 : 0
  }

  private func count(of allele: Int) -> Int? {
    alleleDepths.indices.contains(allele) ? alleleDepths[allele] : nil
  }
}

/// One record of a variant file, whole: every allele, and the calls of the selected samples.
public struct ReadRecord: Sendable, Hashable {
  /// 1-based count of the records handed on from this file.
  public var number: Int
  /// The contig as the file names it.
  public var contig: String
  /// POS, 1-based.
  public var position: Int
  /// Last reference base spoken of in some sample, 1-based: by REF's length, END, SVLEN or LEN.
  public var end: Int
  public var reference: String
  /// ALT texts; empty for `.`. May hold `<NON_REF>`, `<*>`, `*`, `<DEL>`, breakends.
  public var alternates: [String]
  /// SVLEN per alternate where given.
  public var structuralLengths: [Int?]
  /// QUAL, phred-scaled.
  public var quality: Double?
  /// FILTER: empty for `.` (no filter was run), `["PASS"]`, or the filters failed.
  public var filters: [String]
  /// CHROM to INFO, tab-separated, as in the source.
  public var fixedText: String
  /// The FORMAT column as in the source, or `nil` without samples.
  public var formatText: String?
  /// One per selected sample, in the order of the selection; empty without sample columns.
  public var calls: [SampleCall]
  /// A stretch with the usual copy number, as DRAGEN and GATK list them: no alternates, and SVTYPE or a REF
  /// without bases. It tells nothing of bases.
  public var isCopyNumberSegment = false
  /// REF is one of the alleles and may not be the build's (INFO PR, as PLINK writes it).
  public var hasProvisionalReference = false
  /// Why its alleles may be other ones than were called, a clause.
  public var doubtOfAlleles: String?

  public init(
    number: Int, contig: String, position: Int, end: Int, reference: String,
    alternates: [String], structuralLengths: [Int?] = [], quality: Double? = nil,
    filters: [String] = [], fixedText: String = "", formatText: String? = nil,
    calls: [SampleCall] = []
  ) {
    self.number = number
    self.contig = contig
    self.position = position
    self.end = end
    self.reference = reference
    self.alternates = alternates
    self.structuralLengths = structuralLengths
    self.quality = quality
    self.filters = filters
    self.fixedText = fixedText
    self.formatText = formatText
    self.calls = calls
  }

  /// INFO as in the source; `nil` where the source's text has fewer columns.
  public var informationText: Substring? {
    let columns = fixedText.utf8.split(
      separator: UInt8(ascii: "\t"), maxSplits: 8, omittingEmptySubsequences: false)
    return columns.count > 7 ? Substring(columns[7]) : nil
  }

  /// By what tells one record from another: hashing the calls of thousands of samples for each of
  /// them would take most of a run.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(number)
    hasher.combine(position)
    hasher.combine(reference)
    hasher.combine(alternates)
  }

  /// The reference bases spoken of, POS to END.
  public var interval: Interval { Interval(position, end) }

  /// Those that one sample's call speaks of.
  public func interval(of call: SampleCall) -> Interval { Interval(position, call.end ?? end) }

  /// ALT holds nothing but `<NON_REF>` or `<*>`, or is `.`: the record only says "reference".
  public var isReferenceBlock: Bool { alternates.allSatisfy(ReadRecord.isNonReference) }

  /// Of these, what was called of bases.
  public var isReferenceCall: Bool { isReferenceBlock && !isCopyNumberSegment }

  /// A `<NON_REF>` or `<*>` allele: the caller looked for indels here too.
  public var hasNonReferenceAllele: Bool { alternates.contains(where: ReadRecord.isNonReference) }

  /// ALT of a reference block: any other allele (VCF 4.5, section 5.5).
  public static func isNonReference(_ alternate: String) -> Bool {
    alternate == "<NON_REF>" || alternate == "<*>"
  }

  /// FILTER of a record that the sample's reads show and its variant file lacks.
  public static let seenInReadsOnly = "SeenInReadsOnly"
  /// FILTER of a record of the variant file at whose place the sample's reads show the reference alone.
  public static let notSeenInReads = "NotSeenInReads"

  /// FILTER by which GLnexus marks an allele that it could not unify with those around it into one site;
  /// it says nothing of the call.
  public static let notUnified = "MONOALLELIC"

  /// PASS, or no filter was run.
  public var passesFilter: Bool {
    filters.allSatisfy { $0 == "PASS" || $0 == ReadRecord.notUnified }
  }
}

/// One alternate allele of a record.
public struct ReadVariant: Sendable, Hashable {
  public var record: ReadRecord
  /// 1-based, as GT counts: 1 is the first ALT.
  public var alleleIndex: Int

  public init(record: ReadRecord, alleleIndex: Int) {
    self.record = record
    self.alleleIndex = alleleIndex
  }

  public var alternate: String { record.alternates[alleleIndex - 1] }
}
