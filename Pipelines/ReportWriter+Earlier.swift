import Delivery
import Foundation

/// Reports of an earlier run that stand beside those of this one and may contradict them. They are
/// told and left where they are.
extension ReportWriter {
  /// Every ending that a sample's report may have.
  private static let allEndings = [
    ".vcf.gz", ".vcf.gz.tbi", ".tsv", ".json", ".html", ".family.html", ".pdf", ".family.pdf",
    ".bed", ".depth.bed", ".fhir.json", ".va.json", "_mqc.json", "_statistics_mqc.json",
  ]

  /// Files of a sample that are there and not among those `written`, with `directory` in front.
  static func earlierFiles(
    of sample: String, beside written: [String], in directory: String
  ) -> [String] {
    allEndings.map { file(of: sample, $0) }.filter { file in
      !written.contains(file) && FileManager.default.fileExists(atPath: directory + "/" + file)
    }.map { directory + "/" + $0 }
  }

  /// What is said of such files of one sample or of several; `nil` where there are none.
  static func earlierNote(_ files: [String], samples: Int = 1) -> String? {
    guard let first = files.first else { return nil }
    guard samples < 2 else {
      return "\(files.count) files of \(samples) samples, as \(first), are of an earlier run and "
        + "were not written anew; remove them or run with all formats"
    }
    return files.count == 1
      ? "\(first) is of an earlier run and was not written anew; remove it or run with all formats"
      : "\(files.joined(separator: ", ")) are of an earlier run and were not written anew; remove "
        + "them or run with all formats"
  }
}
