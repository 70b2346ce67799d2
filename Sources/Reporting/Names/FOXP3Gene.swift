/// The gene and the disease as documents name them.
///
/// Identifiers: HGNC, NCBI Gene and Ensembl gene pages; MIM numbers by UniProt's humsavar; MONDO and
/// Orphanet as in the disease ontologies.
enum FOXP3Gene {
  static let symbol = "FOXP3"
  static let hgnc = "HGNC:6106"
  static let ncbiGene = "50943"
  static let ensembl = "ENSG00000049768"
  static let mim = "300292"
  static let band = "Xp11.23"
  static let disease =
    "immune dysregulation, polyendocrinopathy, enteropathy, X-linked syndrome (IPEX)"
  static let mondo = "MONDO:0010580"
  static let diseaseMIM = "304790"
  static let orphanet = "37042"
  static let inheritance = "X-linked recessive"
}
