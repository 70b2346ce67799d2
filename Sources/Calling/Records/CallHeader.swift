public import Genome
public import HTS

/// The header of the records that `Caller` makes.
public enum CallHeader {
  /// Every line, `#CHROM` last, each ended by a newline. `copiesElsewhere`: contigs that carry a copy of FOXP3
  /// and may hold reads of it, so that whoever reads the records knows of them.
  public static func text(
    sample: String, contig: String, locus: Locus, copiesElsewhere: [AlignmentHeader.Contig] = []
  ) -> String {
    let contigs = [(contig, locus.chromosomeLength)] + copiesElsewhere.map { ($0.name, $0.length) }
    let filters =
      [("PASS", "All filters passed")]
      + CallFilter.allCases.map { ($0.rawValue, $0.description) }
      + StructuralCall.Filter.allCases.map { ($0.rawValue, $0.description) }
    let lines =
      ["##fileformat=VCFv4.2"]
      + filters.map { "##FILTER=<ID=\($0.0),Description=\"\($0.1)\">" }
      + contigs.map { "##contig=<ID=\($0.0),length=\($0.1)>" } + fields
      + [
        "##ALT=<ID=*,Description=\"Any other allele\">",
        "##ALT=<ID=DEL,Description=\"Deletion\">",
        "##ALT=<ID=DUP,Description=\"Tandem duplication\">",
        "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t\(sample)",
      ]
    return lines.map { $0 + "\n" }.joined()
  }

  private static let fields = [
    ("INFO", "DP", "1", "Integer", "Reads that show one of the alleles"),
    ("INFO", "END", "1", "Integer", "Last position of the record"),
    ("INFO", "MOSAIC", "1", "Float", "Share of the second allele in a person with one copy"),
    ("INFO", "SVTYPE", "1", "String", "Type of structural variant"),
    ("INFO", "SVLEN", "A", "Integer", "Length of the structural variant"),
    ("INFO", "IMPRECISE", "0", "Flag", "The ends are known from the depth only"),
    ("INFO", "CIPOS", "2", "Integer", "Where POS may lie, relative to it"),
    ("INFO", "CIEND", "2", "Integer", "Where END may lie, relative to it"),
    ("INFO", "DEPTHRATIO", "1", "Float", "Depth of the stretch over that of X beside the locus"),
    ("FORMAT", "GT", "1", "String", "Genotype"),
    ("FORMAT", "GQ", "1", "Integer", "Genotype quality, phred-scaled"),
    ("FORMAT", "DP", "1", "Integer", "Good reads; at a variant those that show one of its alleles"),
    ("FORMAT", "MIN_DP", "1", "Integer", "Lowest depth within the block"),
    ("FORMAT", "AD", "R", "Integer", "Reads that show each allele"),
    ("FORMAT", "ADF", "R", "Integer", "Reads that show each allele, forward strand"),
    ("FORMAT", "ADR", "R", "Integer", "Reads that show each allele, reverse strand"),
    (
      "FORMAT", "TAD", "R", "Integer",
      "Reads of each allele, those beyond the depth limit among them"
    ),
    ("FORMAT", "PL", "G", "Integer", "Phred-scaled likelihoods of the genotypes"),
    ("FORMAT", "PS", "1", "Integer", "Phase set: position of its first variant"),
    ("FORMAT", "SR", "1", "Integer", "Reads that go over the junction"),
    ("FORMAT", "PR", "1", "Integer", "Pairs of reads that lie around the junction"),
    ("FORMAT", "RR", "1", "Integer", "Reads that go on as the reference does at its ends"),
    ("FORMAT", "HGT", "1", "String", "Genotype if there is one copy (sex unknown)"),
    ("FORMAT", "HGQ", "1", "Integer", "Quality of HGT, phred-scaled"),
  ].map {
    "##\($0.0)=<ID=\($0.1),Number=\($0.2),Type=\($0.3),Description=\"\($0.4)\">"
  }
}
