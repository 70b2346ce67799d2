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

  /// What a JSON report tells of its input and concludes.
  private struct Earlier: Decodable {
    struct Provenance: Decodable {
      var inputName: String
      var contentDigest: String
    }
    struct Conclusion: Decodable {
      var word: String
    }
    var provenance: Provenance
    var conclusion: Conclusion?

    /// A clause where a variant was reported and `word` is less grave; else empty.
    func graver(than word: ConclusionWord?) -> String {
      let grave = [ConclusionWord.positive, .carrier, .uncertain]
      guard let own = conclusion.flatMap({ ConclusionWord(rawValue: $0.word) }),
        let rank = grave.firstIndex(of: own),
        rank < word.flatMap(grave.firstIndex) ?? grave.count
      else { return "" }
      return " and concluded \(own.rawValue)"
    }
  }

  /// What is said of a sample of the same name whose reports those of `sample` take the place of; `nil` where
  /// there are none, or of the same records. To be asked before anything is written.
  static func replacedNote(by sample: SampleResult, in directory: String) -> String? {
    let path = directory + "/" + ReportFile.document.path(of: sample.sample)
    guard let bytes = FileManager.default.contents(atPath: path),
      let earlier = try? JSONDecoder().decode(Earlier.self, from: bytes),
      earlier.provenance.contentDigest != sample.provenance.contentDigest
    else { return nil }
    return
      "the reports of a sample of this name from “\(earlier.provenance.inputName)”, which held other records"
      + "\(earlier.graver(than: sample.conclusion?.word)), were replaced; if that was another person, write each "
      + "into a folder of its own"
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
