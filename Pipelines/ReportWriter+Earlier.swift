import Delivery
import Flow
import Foundation

/// Reports of an earlier run that stand beside those of this one and may contradict them. They are
/// told and left where they are.
extension ReportWriter {
  /// Files of a sample that are there and not among those `written`, with `directory` in front.
  static func earlierFiles(
    of sample: String, beside written: [String], in directory: String
  ) -> [String] {
    let name = FileName.safe(sample)
    let there = (try? FileManager.default.contentsOfDirectory(atPath: directory + "/" + name)) ?? []
    let others = Set(there.map { "\(name)/\($0)" }).subtracting(written)
    return ReportFile.allCases.map { $0.path(of: sample) }.filter(others.contains)
      .map { directory + "/" + $0 }.filter(FileManager.default.fileExists)
  }

  /// What a JSON report tells of the input it was made of.
  private struct Origin: Decodable {
    struct Provenance: Decodable {
      var inputName: String
      var contentDigest: String
    }
    var provenance: Provenance
  }

  /// What is said of a sample of the same name whose reports those of `sample` take the place of; `nil` where
  /// there are none, or of the same records. To be asked before anything is written.
  static func replacedNote(by sample: SampleResult, in directory: String) -> String? {
    let path = directory + "/" + ReportFile.document.path(of: sample.sample)
    guard let bytes = FileManager.default.contents(atPath: path),
      let earlier = try? JSONDecoder().decode(Origin.self, from: bytes).provenance,
      earlier.contentDigest != sample.provenance.contentDigest
    else { return nil }
    return
      "the reports of a sample of this name from “\(earlier.inputName)”, which held other records, were "
      + "replaced; if that was another person, write each into a folder of its own"
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
