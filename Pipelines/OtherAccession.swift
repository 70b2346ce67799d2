import Genome

/// Accessions of other databases for the sequences known here, by the record LRG_62 (its annotation of 2018-09-26).
enum OtherAccession {
  /// The RefSeq transcript or protein with the same positions, both without a version: t1 of LRG_62 is NM_014009.3,
  /// whose coding region and junctions of exons are those of NM_014009.4, and p1 its protein.
  private static let refSeq = [
    "LRG_62t1": "NM_014009", "LRG_62p1": "NP_054728", "ENSP00000365380": "NP_054728",
    "ENSP00000365372": "NP_001107849", "Q9BZS1": "NP_054728",
  ]

  static let known = refSeq.keys.sorted()

  /// The RefSeq accession, without a version, of one given with or without its own.
  static func refSeq(_ accession: String) -> String? {
    refSeq[String(accession.prefix { $0 != "." })]
  }

  /// Records of the gene alone and the build that has their bases one by one: LRG_62, made from NG_007392.1, has no
  /// difference from GRCh37.
  static let geneRecords: [String: Assembly] = ["NG_007392.1": .grch37, "LRG_62": .grch37]

  /// The build whose intron numbers a sequence has; `nil` where it says nothing of it.
  static func assembly(of sequence: String) -> Assembly? {
    geneRecords[sequence] ?? (sequence.hasPrefix("LRG_62t") ? geneRecords["LRG_62"] : nil)
  }
}
