import Flow
import Foundation

/// Reports of families that an earlier run left in the folder of this one.
struct EarlierFamilies {
  let directory: String

  /// What a family's JSON says of its members.
  private struct Family: Decodable {
    struct Member: Decodable {
      var name: String
    }
    var members: [Member]
  }

  private static let ending = ".foxp3.pedigree.json"

  /// Says that a family of one of the samples has a report that was not written anew; `nil` where none has.
  /// `files`: written by this run, relative to the directory.
  func note(on samples: [String], beside files: [String]) -> String? {
    let there = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    let earlier = there.filter { file in
      file.hasSuffix(Self.ending) && !files.contains(file)
        && members(file).contains(where: samples.contains)
    }
    guard let first = earlier.min() else { return nil }
    return
      "\(earlier.count) report(s) of families that these samples are of, as \(directory)/\(first), are of an earlier "
      + "run and were not written anew; remove them or run with the same pedigree"
  }

  private func members(_ file: String) -> [String] {
    let data = FileManager.default.contents(atPath: directory + "/" + file) ?? Data()
    return (try? JSONDecoder().decode(Family.self, from: data))?.members.map(\.name) ?? []
  }
}
