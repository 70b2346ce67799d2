import CHTSlib
import Foundation

/// What htslib's own record parser makes of a line, and what it prints again. `nil` where it
/// refuses the line.
struct ParsedLine {
  var line: String
  /// `bcf1_t.rlen`: reference bases the record takes up.
  var length: Int
  /// 0-based.
  var position: Int
  /// GT as 32-bit values.
  var genotypes: [Int32]

  init?(_ text: String, header: String = standardHeader) {
    hts_set_log_level(HTS_LOG_OFF)
    guard let parsedHeader = unsafe bcf_hdr_init("r") else { return nil }
    defer { unsafe bcf_hdr_destroy(parsedHeader) }
    var headerText = Array(header.utf8CString)
    guard unsafe bcf_hdr_parse(parsedHeader, &headerText) == 0 else { return nil }
    guard let record = unsafe bcf_init() else { return nil }
    defer { unsafe bcf_destroy(record) }
    var source = unsafe kstring_t(l: 0, m: 0, s: nil)
    defer { unsafe ks_free(&source) }
    unsafe kputs(text, &source)
    guard unsafe vcf_parse(&source, parsedHeader, record) == 0 else { return nil }
    unsafe source.l = 0
    guard unsafe vcf_format(parsedHeader, record, &source) == 0 else { return nil }
    line = unsafe String(cString: source.s).filter { !$0.isNewline }
    length = unsafe Int(record.pointee.rlen)
    position = unsafe Int(record.pointee.pos)
    genotypes = unsafe ParsedLine.genotypes(parsedHeader, record)
  }

  private static func genotypes(
    _ header: UnsafeMutablePointer<bcf_hdr_t>, _ record: UnsafeMutablePointer<bcf1_t>
  ) -> [Int32] {
    var values: UnsafeMutableRawPointer?
    var capacity: CInt = 0
    let count = unsafe bcf_get_format_values(header, record, "GT", &values, &capacity, BCF_HT_INT)
    defer { unsafe free(values) }
    guard count > 0, let values = unsafe values else { return [] }
    return (0..<Int(count)).map { unsafe values.load(fromByteOffset: $0 * 4, as: Int32.self) }
  }

  static let standardHeader =
    "##fileformat=VCFv4.4\n##contig=<ID=X,length=1000>\n"
    + "##INFO=<ID=END,Number=1,Type=Integer,Description=\"e\">\n"
    + "##INFO=<ID=SVLEN,Number=A,Type=Integer,Description=\"s\">\n"
    + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"g\">\n"
    + "##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"a\">\n"
    + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tB\n"

  /// A record of two samples with the columns given.
  static func record(
    position: String = "100", reference: String = "A", alternate: String = "C", info: String = ".",
    _ samples: String
  ) -> String {
    "X\t\(position)\t.\t\(reference)\t\(alternate)\t.\t.\t\(info)\t\(samples)"
  }
}
