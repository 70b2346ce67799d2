/// The JSON document of one sample (`docs/report.schema.json`): the model that the other reports
/// are views of. Fields are added, never renamed; what is not known is `null`.
struct ReportDocument: Encodable {
  var schemaVersion = "1.0"
  var report: ReportSection
  var subject: SubjectSection
  var request: RequestSection
  /// What the laboratory documented (`--case`); `null` without a case file.
  var patientCase: OrNull<CaseSection>
  var gene = GeneSection()
  var statement: String
  var conclusion: OrNull<ConclusionSection>
  var variants: [VariantDocument]
  var openRecords: [OpenRecordDocument]
  var ledger: [LedgerDocument]
  var exons: [ExonDocument]
  var copyNumber: CopyNumberDocument
  var notLookedAt: [String]
  var recommendations: [String]
  var counselling: [CounsellingDocument]
  var familyPage: FamilyPageDocument
  var notes: [String]
  var methods: [String]
  var limits: [String]
  var provenance: ProvenanceDocument
  var versions: VersionsDocument
  var references: [ReferenceDocument]
}

/// Whether the data show how many copies of the gene's parts there are, and why or why not.
struct CopyNumberDocument: Encodable {
  var assessed: Bool
  var statement: String
}

/// Identity and state of the report. The laboratory fills in what is `null` and releases it.
struct ReportSection: Encodable {
  var identifier: OrNull<String> = nil
  var version: OrNull<String> = nil
  var status = "draft"
  var runDate: String
  var disclaimer = ReportText.disclaimer
  var laboratory = LaboratorySection()
  var signatory = SignatorySection()
}

struct LaboratorySection: Encodable {
  var name: OrNull<String> = nil
  var address: OrNull<String> = nil
  var director: OrNull<String> = nil
}

struct SignatorySection: Encodable {
  var name: OrNull<String> = nil
  var role: OrNull<String> = nil
  var signedOn: OrNull<String> = nil
}

struct SubjectSection: Encodable {
  struct SexSection: Encodable {
    var value: String
    var source: String
    var contradicted: Bool
    var evidence: [String]
  }

  struct SpecimenSection: Encodable {
    var type: OrNull<String> = nil
    var collectedOn: OrNull<String> = nil
    var receivedOn: OrNull<String> = nil
  }

  var sample: OrNull<String>
  var name: OrNull<String> = nil
  var identifier: OrNull<String> = nil
  var dateOfBirth: OrNull<String> = nil
  /// The day, or `yes` where it is not known.
  var deceased: OrNull<String> = nil
  var sex: SexSection
  var specimen: SpecimenSection
  var referrer: OrNull<String> = nil
}

struct RequestSection: Encodable {
  var indication: OrNull<String> = nil
  var phenotypeTerms: [String] = []
  var familyHistory: OrNull<String> = nil
  var consanguinity: OrNull<String> = nil
  var testOrdered: OrNull<String> = nil
}

struct GeneSection: Encodable {
  struct DiseaseSection: Encodable {
    var name = FOXP3Gene.disease
    var inheritance = FOXP3Gene.inheritance
    var mondo = FOXP3Gene.mondo
    var mim = FOXP3Gene.diseaseMIM
    var orphanet = FOXP3Gene.orphanet
  }

  var symbol = FOXP3Gene.symbol
  var hgnc = FOXP3Gene.hgnc
  var ncbiGene = FOXP3Gene.ncbiGene
  var ensembl = FOXP3Gene.ensembl
  var mim = FOXP3Gene.mim
  var band = FOXP3Gene.band
  var disease = DiseaseSection()
}

struct ConclusionSection: Encodable {
  var word: String
  var finding: String
  var completeness: String
  var openCopies: OrNull<String>
  var reasons: [String]
}

/// Positions 1-based, both ends included, in the input's build.
struct IntervalDocument: Encodable {
  var start: Int
  var end: Int
}

struct LedgerDocument: Encodable {
  var kind: String
  var identifier: String
  var name: String
  var classification: OrNull<String>
  var interval: IntervalDocument
  var state: String
  var settled: Bool
  var depth: OrNull<Int>
  var reason: OrNull<String>
}

/// A record of alternates of which it is open whether the sample carries them.
struct OpenRecordDocument: Encodable {
  var contig: String
  var position: Int
  var reference: String
  var alternates: [String]
  var genotype: OrNull<String>
  var contradiction: OrNull<String>
  var names: [String]
}

struct ExonDocument: Encodable {
  var exon: Int
  var interval: IntervalDocument
  var bases: Int
  var provenBases: Int
  /// `provenBases` of `bases`, 0 to 1.
  var provenShare: Double
  var minimumDepth: OrNull<Int>
  var gaps: [IntervalDocument]
  /// The gaps in NM_014009.4's `c.` numbering, as `c.210+1_211-1`.
  var codingGaps: [String]
}

struct CounsellingDocument: Encodable {
  var text: String
  var source: OrNull<String>
}

/// Whether a page for the family can be written of this result, to whom it speaks, or why not.
struct FamilyPageDocument: Encodable {
  var available: Bool
  var addressee: OrNull<String>
  var reason: OrNull<String>
}

struct ContigCountDocument: Encodable {
  var contig: String
  var records: Int
}

struct ProvenanceDocument: Encodable {
  var inputName: String
  var format: String
  var inputSize: OrNull<Int>
  var contentDigest: String
  var fileDigest: OrNull<String>
  var assembly: String
  var assemblyProofs: [String]
  var contig: String
  var locus: OrNull<IntervalDocument>
  var way: String
  var wayProof: String
  var recordsRead: Int
  var recordsOnChromosome: OrNull<Int>
  var recordsByContig: OrNull<[ContigCountDocument]>
  var recordsInLocus: Int
  var referenceMismatches: Int
  var callers: [String]
  var notes: [String]
}

struct VersionsDocument: Encodable {
  struct SettingDocument: Encodable {
    var name: String
    var value: String
  }

  var tool: String
  var htslib: String
  var table: String
  var profile: String
  var settings: [SettingDocument]
}

struct ReferenceDocument: Encodable {
  var pmid: String
  var address: OrNull<String>
}
