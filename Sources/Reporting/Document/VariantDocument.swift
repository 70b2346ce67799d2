/// A variant of the JSON document. Positions are 1-based.
struct VariantDocument: Encodable {
  struct PartDocument: Encodable {
    var record: Int
    var contig: String
    var position: Int
    var reference: String
    var alternate: String
  }

  struct StructuralDocument: Encodable {
    var kind: String
    var interval: IntervalDocument
  }

  /// As the TSV gives them: normalised in the input's build, or the record's own spelling.
  var assembly: String
  var contig: String
  var position: OrNull<Int>
  var reference: String
  var alternate: String
  var filter: String
  var genotype: OrNull<String>
  var zygosity: OrNull<String>
  var zygosityNote: OrNull<String>
  var origin: OrNull<String> = nil
  var depth: OrNull<Int>
  var alleleFraction: OrNull<Double>
  var genotypeQuality: OrNull<Double>
  var confirmed: Bool
  var unconfirmedReasons: [String]
  /// The input's build first.
  var placements: [PlacementDocument]
  var vrsIdentifier: OrNull<String>
  /// MANE Select first.
  var transcripts: [TranscriptDocument]
  var classification: ClassificationDocument
  var structural: OrNull<StructuralDocument>
  var notAssessable: OrNull<String>
  /// The alleles of the file that were joined; empty for an allele of one record.
  var parts: [PartDocument]
  var joinReason: OrNull<String>
  var notes: [String]
}

struct PlacementDocument: Encodable {
  var assembly: String
  var position: Int
  var reference: String
  var alternate: String
  var genomicName: String
  var spdi: OrNull<String>
}

struct TranscriptDocument: Encodable {
  struct DecayDocument: Encodable {
    var expected: Bool
    var stopResidue: Int
    var stopExon: Int
    var basesBeforeLastJunction: Int
  }

  var transcript: String
  var protein: String
  var ensemblAlias: String
  var maneSelect: Bool
  var consequences: [String]
  var impact: String
  var exon: OrNull<String>
  var intron: OrNull<String>
  var codingName: OrNull<String>
  /// With accession; an intronic name carries the chromosome's too.
  var fullCodingName: OrNull<String>
  var proteinName: OrNull<String>
  var fullProteinName: OrNull<String>
  var proteinAliases: [String]
  var cdnaPosition: OrNull<String>
  var codingPosition: OrNull<String>
  var proteinPosition: OrNull<String>
  var aminoAcids: OrNull<String>
  var codons: OrNull<String>
  var regions: [String]
  var spliceDistance: OrNull<Int>
  var decay: OrNull<DecayDocument>
}

struct ClassificationDocument: Encodable {
  var scheme = ReportText.scheme
  var classification: String
  var source: OrNull<String>
  var reason: String
  var criteria: [String]
  var points: OrNull<Int>
  var curatedIdentifier: OrNull<String>
  var pmids: [String]
  var disagreements: [String]
  var evidence: [EvidenceDocument]
  /// What the change does to splice signals by position weights: notes, on which nothing stands.
  var spliceNotes: [String]
  /// What the ACMG/AMP rules say, also where a table row decides.
  var rules: OrNull<RulesDocument>
}

struct RulesDocument: Encodable {
  struct CriterionDocument: Encodable {
    var criterion: String
    /// With the strength where it is not the name's own.
    var code: String
    var outcome: String
    var strength: OrNull<String>
    var fact: String
    var missing: OrNull<String>
    var caveats: [String]
    var sources: [String]
  }

  var classification: String
  var points: Int
  var classificationByCombiningRules: String
  var combiningRule: String
  var policyVersion: String
  var notes: [String]
  /// `all`, or `met` where a list of sites is too long for every criterion of each.
  var criteriaShown: String
  var criteria: [CriterionDocument]
}

/// A row of the curated table that bears on the variant.
struct EvidenceDocument: Encodable {
  struct ClinVarDocument: Encodable {
    var identifier: OrNull<String>
    var classification: OrNull<String>
    var stars: OrNull<Int>
    var date: OrNull<String>
  }

  var identifier: String
  /// From a laboratory's own table.
  var ofLaboratory: Bool
  var relation: String
  var codingName: String
  var proteinName: OrNull<String>
  var otherNames: [String]
  var classification: String
  var classReason: String
  var basis: String
  var decides: Bool
  var superseded: OrNull<String>
  var mechanism: OrNull<String>
  var functionalEvidence: OrNull<String>
  var patients: OrNull<String>
  var phenotype: OrNull<String>
  var pmids: [String]
  var clinVar: ClinVarDocument
  var sources: [String]
  var curatorNote: OrNull<String>
}
