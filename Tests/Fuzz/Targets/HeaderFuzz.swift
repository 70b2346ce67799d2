@testable import HTS

/// A VCF's header: its columns are counted as a record's are.
enum HeaderFuzz {
  static func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let header = try? VariantHeader(text: text, file: "header.vcf") else { return }
    precondition(header.columnCount >= 8 && Set(header.samples).count == header.samples.count)
    precondition(header.samples.isEmpty || header.columnCount == header.samples.count + 9)
  }
}
