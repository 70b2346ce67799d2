import Foundation
import Genome
import ReferenceBundle
import TestSupport

/// Inputs and sheets of batches.
enum BatchFiles {
  /// Substitutions of the locus on GRCh38, the same for the same number.
  static func records(_ number: Int) throws -> [String] {
    let locus = try EmbeddedReference.bundle().locus(.grch38)
    var random = SeededGenerator(seed: UInt64(number))
    let positions = Set(
      (0..<3).map { _ in Int.random(in: locus.interval.start...locus.interval.end, using: &random) }
    )
    return positions.sorted().compactMap { position in
      guard let base = locus.base(at: position) else { return nil }
      let reference = Character(Unicode.Scalar(base))
      let alternate = "ACGT".first { $0 != reference } ?? "A"
      return "chrX\t\(position)\t.\t\(reference)\t\(alternate)\t.\tPASS\t.\tGT\t1"
    }
  }

  /// A sheet of `count` files of one sample each and a file of three more. Every seventh carries
  /// p.(Arg397Trp).
  static func cohort(_ count: Int, in folder: TemporaryFolder) throws -> String {
    var rows = ["sample,input,sex,family"]
    for number in 1...count {
      let text = try VariantText.with { text in
        text.samples = ["S\(number)"]
        text.records = try records(number) + (number % 7 == 0 ? VariantText().records : [])
        text.records.sort()
      }
      _ = try folder.write("S\(number).vcf", text)
      rows.append("S\(number),S\(number).vcf,male,F\(number % 3)")
    }
    let many = VariantText.with { text in
      text.samples = ["M1", "M2", "M3"]
      text.records = ["chrX\t49251441\t.\tG\tA\t.\tPASS\t.\tGT\t1\t0/1\t0"]
    }
    _ = try folder.write("many.vcf", many)
    rows.append("*,many.vcf,,")
    return try folder.write("sheet.csv", rows.joined(separator: "\n") + "\n")
  }

  /// Every file under `name` with its bytes, the lock aside.
  static func contents(_ name: String, of folder: TemporaryFolder) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for file in folder.files(under: name) where file != ".foxp3-batch.lock" {
      let path = folder.path(name) + "/" + file
      let kind = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      contents[file] = kind == .typeDirectory ? [] : try folder.bytes(name + "/" + file)
    }
    return contents
  }
}

extension VariantText {
  /// As `with`, for changes that may fail.
  static func with(_ change: (inout VariantText) throws -> Void) throws -> String {
    var text = VariantText()
    try change(&text)
    return text.text
  }
}

extension Program {
  static func batch(
    _ sheet: String, _ options: [String] = [], to output: String
  ) throws -> ExternalTool.Run {
    try run(["batch", sheet, "-o", output, "--run-date", "2026-01-31"] + options)
  }
}
