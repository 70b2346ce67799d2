import TestSupport
import Flow
import HTS
import Reading

/// Reads one line as a record of a file with the samples given.
enum ReadText {
  static func record(
    _ columns: [String], samples: [String] = ["A"], select: [String]? = nil,
    folder: TemporaryFolder, header: [String] = []
  ) throws -> ReadRecord {
    let headings = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"]
    let all = headings + (samples.isEmpty ? [] : ["FORMAT"] + samples)
    let text =
      "##fileformat=VCFv4.5\n##contig=<ID=X>\n" + header.map { $0 + "\n" }.joined()
      + all.joined(separator: "\t") + "\n"
      + columns.joined(separator: "\t") + "\n"
    var file = try VariantFile.open(try folder.write("x.vcf", text))
    guard try file.next() else { throw HTSError(.empty, file: "x.vcf", "has no record") }
    let selection =
      if let select {
        try SampleSelection(select, in: file.header, file: file.name)
      } else {
        SampleSelection(all: file.header)
      }
    var reader = RecordReader(selection)
    let record = try VariantRecord(
      line: file.currentLine, origin: file.currentOrigin, columnCount: file.header.columnCount)
    try record.check()
    return try reader.read(record)
  }
}
