import Foundation
import TestSupport
import Testing

/// A rule of the VCF specification as a file that keeps or breaks it. The rules are those of the
/// files under `test/vcf` of samtools/hts-specs, told by their names there; the files are our own.
struct VariantRule: Sendable, CustomTestStringConvertible {
  /// What has to become of the file.
  enum Outcome: Sendable {
    /// It is read.
    case read
    /// It is an error with its status and a piece of the sentence.
    case refused(Int32, String)
    /// It breaks the specification where no result stands on it: the answer is that of the sound
    /// file.
    case harmless
    /// It is read, and a sentence says what is odd.
    case flagged(String)
  }

  var name: String
  var outcome: Outcome
  var text: @Sendable () -> String

  var testDescription: String { name }

  private init(
    _ name: String, _ outcome: Outcome, _ change: @escaping @Sendable (inout VariantText) -> Void
  ) {
    self.name = name
    self.outcome = outcome
    text = { VariantText.with(change) }
  }

  /// The sound record with one column replaced.
  private static func column(
    _ name: String, _ outcome: Outcome, _ index: Int, _ value: String
  ) -> Self {
    VariantRule("\(name): \(value)", outcome) { text in
      text.version = "##fileformat=VCFv4.5"
      var fields = text.records[0].split(separator: "\t", omittingEmptySubsequences: false)
      fields[index] = Substring(value)
      text.records[0] = fields.joined(separator: "\t")
    }
  }

  private static func format(
    _ name: String, _ outcome: Outcome, _ keys: String, _ values: String
  ) -> Self {
    VariantRule("\(name): \(keys) \(values)", outcome) {
      $0.version = "##fileformat=VCFv4.5"
      $0.records[0] = "chrX\t49251441\t.\tG\tA\t.\tPASS\t.\t\(keys)\t\(values)"
    }
  }

  private static func meta(_ name: String, _ outcome: Outcome, _ lines: String...) -> Self {
    VariantRule("\(name): \(lines[0])", outcome) { $0.contigs += lines }
  }

  static let valid: [VariantRule] = validColumns + validFormats + validFiles

  private static let validColumns: [VariantRule] = {
    let alternates = [
      "T", "T,C", "TGA", ".A", "A.", "<DEL>", "<INS>", "<DUP>", "<INV>", "<CNV>", "<DUP:TANDEM>",
      "<DEL:ME:SOME1>", "<INS:ME:SOME2>", "*", "]chr1:100]AGT", "[chr1:100[AGT", "AGT]chr1:100]",
      "AGT[chr1:100[", "<*>", "A,<*>", "<*>,<DEL>", "*,<*>", "<UNK>", "<NON_REF>", "a",
      "<validIdWithSymbols!\"#$%&'()*+-./;=?@[\\]^_`{|}~>",
    ]
    let information = [
      ".", "DB", "AC=1;AN=2;AF=0.5", "X=a%3Bb", "N=-2147483640", "N=2147483647", "END=49251441",
      "1000G",
    ]
    let columns: [(name: String, index: Int, values: [String])] = [
      ("passed_body_alt", 4, alternates), ("passed_body_ref", 3, ["N", "g", "GGATGCC"]),
      ("passed_body_qual", 5, ["0", "100", "29.5", "1e3", "."]),
      ("passed_body_filter", 6, ["PASS", ".", "q10", "q10;s50"]),
      ("passed_body_id", 2, [".", "rs1", "rs1;rs2"]), ("passed_body_info", 7, information),
    ]
    return columns.flatMap { each in
      each.values.map { column(each.name, .read, each.index, $0) }
    }
  }()

  private static let validFormats: [VariantRule] = {
    let samples: [(keys: String, values: String)] = [
      ("GT", "1"), ("GT", "0/1"), ("GT", "0|1"), ("GT", "0/1/1"), ("GT", "."), ("GT", "./."),
      ("GT", "./1"), ("GT", "|1"), ("GT", "/0/1"), ("DP", "4"), ("GL", "-0.13,-0.58,-3.62"),
      ("GT:DP", "1"), ("GT:DP:GL", "1:7"), ("GT:AD", "1:.,7"),
    ]
    return samples.map { format("passed_body_format", .read, $0.keys, $0.values) }
  }()

  private static let validFiles: [VariantRule] = {
    let versions = (1...5).map { number in
      VariantRule("passed_fileformat: VCFv4.\(number)", .read) {
        $0.version = "##fileformat=VCFv4.\(number)"
      }
    }
    let lines = [
      meta("passed_meta_alt", .read, "##ALT=<ID=DEL,Description=\"Deletion\">"),
      meta("passed_meta_assembly", .read, "##assembly=https://example.org/assembly.fa"),
      meta(
        "passed_meta_contig", .read, "##contig=<ID=c:1*,length=9,URL=\"ftp://a,b>\">",
        "##contig=<ID=none>"),
      meta(
        "passed_meta_info", .read,
        "##INFO=<ID=AA,Number=1,Type=String,Description=\"with \\\" and , and >\">"),
      meta(
        "passed_meta_meta", .read,
        "##META=<ID=Assay,Type=String,Number=.,Values=[WholeGenome, Exome]>"),
      meta("passed_meta_sample", .read, "##SAMPLE=<ID=P1,Assay=WholeGenome>"),
      meta(
        "passed_meta_pedigree", .read, "##PEDIGREE=<ID=P1,Mother=M,Father=F>",
        "##pedigreeDB=https://example.org/p"),
    ]
    let records = [
      VariantRule("passed_body_pos: 0 is the telomere", .read) {
        $0.records.insert("chrX\t0\t.\tN\tA\t.\tPASS\t.\tGT\t1", at: 0)
      },
      VariantRule("passed_body_chrom: a contig of any name", .read) {
        $0.records.append("HLA-A*01:01\t5\t.\tN\tA\t.\tPASS\t.\tGT\t1")
      },
      VariantRule("passed_symbolic_duplicates: one symbolic allele twice", .read) {
        $0.records = ["1", "0"].map {
          "chrX\t49251441\t.\tG\t<DEL>\t.\tPASS\tEND=49251500\tGT\t\($0)"
        }
      },
    ]
    return versions + lines + records
  }()

  static let invalid: [VariantRule] = [
    column("failed_body_alt_001", .refused(65, "column ALT"), 4, "A T"),
    column("failed_body_alt_002", .refused(65, "column ALT"), 4, "A,,T"),
    column("failed_body_alt_003", .refused(65, "column ALT"), 4, "<INS>BLAH>"),
    column("failed_body_ref_002", .refused(65, "column REF"), 3, "G1"),
    column("failed_body_ref", .refused(65, "column REF"), 3, "."),
    column("failed_body_pos_000", .refused(65, "column POS"), 1, "4925144A"),
    column("failed_body_pos", .refused(65, "column POS"), 1, "-49251441"),
    column("failed_body_qual_000", .refused(65, "column QUAL"), 5, "high"),
    column("failed_body_qual_001", .refused(65, "column QUAL"), 5, ""),
    column("failed_body_filter", .refused(65, "column FILTER"), 6, ""),
    column("failed_body_info", .refused(65, "column INFO"), 7, ""),
    column("failed_body_info_end", .refused(65, "key END"), 7, "END=4925x"),
    column("failed_body_info_svlen", .refused(65, "key SVLEN"), 7, "SVLEN=long"),
    column("failed_body_id_000", .harmless, 2, "rs 1"),
    column("failed_body_id_001", .harmless, 2, ";rs1"),
    column("failed_body_info_012", .harmless, 7, "DB=2"),
    column("failed_body_info", .harmless, 7, "A B=1"),
    column("failed_body_info", .harmless, 7, ";;AC=1"),
    column("failed_body_info", .harmless, 7, "1A=1;A*=2"),
    column("failed_body_info", .harmless, 7, "AC=many;AF=2;SB=x;VALIDATED=7"),
    column("failed_body_info_integer_overflow", .harmless, 7, "AC=99999999999"),
    format("failed_body_format_000", .refused(65, "column FORMAT"), "GT::GL", "1:0:0"),
    format("failed_body_format_002", .refused(65, "column FORMAT"), "GT:GT", "1:1"),
    format("failed_body_format_003", .harmless, "GT:G*S", "1:0"),
    format("failed_body_format_007", .harmless, "GT:G%3AS", "1:0"),
    format("failed_body_sample_000", .refused(65, "sample 1"), "GT:DP", "1:7:9"),
    format("failed_body_sample_003", .refused(65, "sample 1"), "GT", "7"),
    format("failed_body_sample_004", .refused(65, "sample 1"), "GT", "0/x"),
    format("failed_body_sample_007", .refused(65, "key DP"), "GT:DP", "1:many"),
    format("failed_body_sample", .refused(65, "key GQ"), "GT:GQ", "1:good"),
    format("failed_body_sample", .refused(65, "key AD"), "GT:AD", "1:0,x"),
    format("failed_body_sample_009", .harmless, "GT:DS", "1:my_string"),
    format("failed_body_samples_ploidy_001", .harmless, "GT:PL", "1:1,2,3,4,5"),
    VariantRule(
      "failed_body_sample: a column too few", .refused(65, "9 columns where the header has 10")
    ) {
      $0.records[0] = "chrX\t49251441\t.\tG\tA\t.\tPASS\t.\tGT"
    },
    VariantRule(
      "failed_body_sample: a column too many", .refused(65, "11 columns where the header has 10")
    ) {
      $0.records[0] += "\t1"
    },
    VariantRule("failed_body_contiguous_001", .harmless) {
      $0.records.insert("chrX\t100\t.\tN\tA\t.\tPASS\t.\tGT\t1", at: 0)
      $0.records.insert("chr2\t100\t.\tN\tA\t.\tPASS\t.\tGT\t1", at: 1)
    },
    VariantRule(
      "failed_body_chrom_002: white space",
      .refused(65, "does not begin with a contig's name and a tab")
    ) {
      $0.records.append("chr X\t49251000\t.\tN\tA\t.\tPASS\t.\tGT\t1")
    },
    VariantRule("failed_body: an empty line among the records", .harmless) {
      $0.records.append("")
    },
    VariantRule("failed_body: an empty line within the header", .refused(65, "no #CHROM line")) {
      $0.contigs.append("")
    },
    VariantRule("failed_fileformat_001", .refused(65, "VCFv4.1 to VCFv4.5")) {
      $0.version = "##fileformat=VCF4.3"
    },
    VariantRule("failed_fileformat: none", .refused(65, "first line")) {
      $0.version = "##source=x"
    },
    VariantRule("failed_header: one sample twice", .refused(65, "twice")) {
      $0.samples = ["P1", "P1"]
      $0.records[0] += "\t1"
    },
    VariantRule("failed_header: a column missing", .refused(65, "#CHROM")) {
      $0.samples = []; $0.records = []; $0.contigs.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL")
    },
    meta("failed_meta_000", .harmless, "##INFO=<ID=AA,Number=x,Type=Word>"),
    meta("failed_meta_002", .harmless, "##FORMAT=<ID=GT"),
    meta("failed_meta_005", .harmless, "##noequals"),
    meta("failed_meta_alt_004", .harmless, "##ALT=<ID=WHAT EVER>"),
    meta("failed_meta_contig_002", .harmless, "##contig=<length=7>"),
    meta("failed_meta_contig", .refused(65, "T2T-CHM13v2.0"), "##contig=<ID=X,length=154259566>"),
  ]

  /// The sound file's last line without its end.
  static let cut = String(VariantText().text.dropLast())
}
